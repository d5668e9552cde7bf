/**
 * Handles pictures that are embedded in a page as `data:` addresses. The core ignores most of them
 * because of their length, and prefers any other address to the rest. So they are removed before
 * the core reads the page. A short address replaces each one, and afterwards the pictures are put
 * back into the article. Bytes need not be decoded, because the addresses are ASCII in every
 * charset of web pages.
 */

/**
 * Minimum number of characters of a picture that is not a placeholder: MAX_PLACEHOLDER_DATA in
 * src/clean/image.rs.
 */
const LONG = 1024;
/**
 * Matches an embedded picture as the source of an element, of the types that the core accepts. It
 * contains no markup.
 */
const SOURCE = /(\ssrc\s*=\s*["']?)(data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+)/gi;
/** A host name that cannot exist. */
const HOST = 'https://picture.invalid/';
const TAKEN_OUT = /https:\/\/picture\.invalid\/(\d+)\.png/g;

/**
 * Replaces the long pictures in a page by short addresses.
 *
 * @param {string | Uint8Array} page
 * @returns {{ page: string | Uint8Array, pictures: string[] }} the changed page, and the pictures
 */
export function takeOut(page) {
  const isText = typeof page === 'string';
  const none = { page, pictures: [] };
  if (page.length < LONG || !hasPicture(page)) return none;
  const source = isText ? page : fromBytes(page);
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const changed = source.replace(SOURCE, (all, before, picture) => {
    if (picture.length < LONG) return all;
    if (!numbers.has(picture)) numbers.set(picture, numbers.size);
    return `${before}${HOST}${numbers.get(picture)}.png`;
  });
  if (numbers.size === 0) return none;
  return { page: isText ? changed : toBytes(changed), pictures: [...numbers.keys()] };
}

/**
 * Puts the pictures back into an article.
 *
 * @param {import('unchaff').Article} article
 * @param {string[]} pictures
 * @returns {import('unchaff').Article}
 */
export function putBack(article, pictures) {
  if (pictures.length === 0) return article;
  const back = (text) => text.replaceAll(TAKEN_OUT, (all, number) => pictures[number] ?? all);
  // The address of the lead image must be one that can be requested, so an embedded picture is not
  // used.
  const lead = article.image?.startsWith(HOST) ? { image: null, imageWidth: null, imageHeight: null, imageAlt: null } : {};
  return { ...article, content: back(article.content), markdown: back(article.markdown), ...lead };
}

/** Returns `true` if a page may contain a picture. This check is fast. */
function hasPicture(page) {
  const text = typeof page === 'string' ? page : new TextDecoder('latin1').decode(page);
  return text.includes(';base64,');
}

/** Converts each byte to the character with its number. */
export function fromBytes(bytes) {
  const pieces = [];
  for (let from = 0; from < bytes.length; from += 0x8000) pieces.push(String.fromCharCode(...bytes.subarray(from, from + 0x8000)));
  return pieces.join('');
}

export function toBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
