/**
 * Pictures that a page holds itself, as `data:` addresses. The core takes none of the length of most, and prefers any other address to
 * the rest. So they are taken out before it reads the page, with a short address in the place of each, and put back into what it answers. Bytes are read as they are: the
 * addresses are ASCII in every charset of web pages.
 */

/** Characters from which on a picture is none that stands for another: MAX_PLACEHOLDER_DATA in src/clean/image.rs. */
const LONG = 1024;
/** A picture as the source of an element, of the kinds that the core takes. Nothing in it is markup. */
const SOURCE = /(\ssrc\s*=\s*["']?)(data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]+)/gi;
/** A name that no host has. */
const HOST = 'https://picture.invalid/';
const TAKEN_OUT = /https:\/\/picture\.invalid\/(\d+)\.png/g;

/**
 * Takes the long pictures out of a page.
 *
 * @param {string | Uint8Array} page
 * @returns {{ page: string | Uint8Array, pictures: string[] }} the page with an address for each
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
 * Puts the pictures back.
 *
 * @param {import('unchaff').Article} article
 * @param {string[]} pictures
 * @returns {import('unchaff').Article}
 */
export function putBack(article, pictures) {
  if (pictures.length === 0) return article;
  const back = (text) => text.replaceAll(TAKEN_OUT, (all, number) => pictures[number] ?? all);
  // The lead image is an address that can be asked for.
  const lead = article.image?.startsWith(HOST) ? { image: null, imageWidth: null, imageHeight: null, imageAlt: null } : {};
  return { ...article, content: back(article.content), markdown: back(article.markdown), ...lead };
}

/** A quick look. */
function hasPicture(page) {
  const text = typeof page === 'string' ? page : new TextDecoder('latin1').decode(page);
  return text.includes(';base64,');
}

/** Each byte becomes the sign of its number. */
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
