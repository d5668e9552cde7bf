/**
 * Takes the page out of an MHTML file, which is an archive of a page with its pictures and frames.
 * Runs in the worker.
 *
 * The danger: every frame of the page is a `text/html` part too, including advertisements, and
 * postal-mime joins all such parts into one body. So the parts are read from the parser's tree,
 * `root`. The package calls this tree internal, so its version is pinned, and
 * tests/browser/files.test.js fails if the tree changes.
 */

import PostalMime from 'postal-mime';

import { fromBytes, toBytes } from './pictures.js';

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** The types of pictures that the core accepts. */
const PICTURE_TYPE = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const TAG = /<(?:img|source)\s(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const SOURCE = /\ssrc\s*=\s*(["'])([^"']+)\1/i;
const SIZES = /\ssrcset\s*=\s*(["'])([^"']+)\1/i;
/** Matches one entry of a `srcset`: an address and its size. */
const SIZE = /([^\s,]\S*[^\s,])(?:\s+[\d.]+[wx])?/g;
/**
 * Matches other attributes that may name the picture: other sizes, and the attributes of
 * lazy-loading scripts.
 */
const OTHER_NAMES = /\s(?:src|srcset|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')/gi;
/** Maximum number of bytes of a page with its pictures. It is the core's own limit. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Takes the page out of an archive.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<{ page: Uint8Array, type: 'html' | 'auto', url?: string, charset?: string }>}
 *   the bytes of the page in their original charset, with the archive's pictures embedded, and the
 *   address that the page was saved from. Some programs save plain HTML with this file extension,
 *   which is returned unchanged. Rejects with the code `nothing-readable` if there is no page
 */
export async function unpack(bytes) {
  if (startsWithTag(bytes)) return { page: bytes, type: 'html' };
  const parser = new PostalMime();
  await parser.parse(bytes);
  // The package's types do not include the tree.
  const { root } = /** @type {{ root?: any }} */ (parser);
  const parts = leaves(root).filter((part) => part.content?.byteLength > 0);
  const start = root.contentType.parsed.params.start;
  const page =
    parts.find((part) => start && part.contentId === start && isPage(part)) ??
    parts.find(isPage) ??
    parts.find((part) => part !== root && part.contentType.parsed.value === 'text/plain');
  if (!page) throw Object.assign(new Error('No part of the archive is a page.'), { code: 'nothing-readable' });
  const url = webAddress(header(page, 'content-location') ?? header(root, 'snapshot-content-location'));
  const content = new Uint8Array(page.content);
  return {
    page: isPage(page) ? withPictures(content, parts, url) : content,
    type: isPage(page) ? 'html' : 'auto',
    url,
    charset: page.contentType.parsed.params.charset,
  };
}

/**
 * Replaces the addresses of the archive's pictures by the pictures. Pictures beyond the limit keep
 * their addresses.
 */
function withPictures(content, parts, url) {
  const named = new Map();
  for (const part of parts.filter((part) => PICTURE_TYPE.test(part.contentType.parsed.value))) {
    const [location, id] = [header(part, 'content-location'), header(part, 'content-id')];
    if (location) named.set(resolved(location, url), part);
    if (id) named.set(`cid:${id.replace(/^<|>$/g, '')}`, part);
  }
  if (named.size === 0) return content;
  let room = MAX_BYTES - content.length;
  const own = (address) => {
    const part = named.get(resolved(address.replaceAll('&amp;', '&'), url));
    if (!part) return null;
    part.address ??= `data:${part.contentType.parsed.value};base64,${btoa(fromBytes(new Uint8Array(part.content)))}`;
    room -= part.address.length;
    return room < 0 ? null : part.address;
  };
  /** The picture that an earlier source of the same image refers to. */
  let waiting = null;
  const page = fromBytes(content).replace(TAG, (tag) => {
    const sizes = [...(SIZES.exec(tag)?.[2] ?? '').matchAll(SIZE)].map(([, address]) => address);
    let picture = null;
    for (const address of [SOURCE.exec(tag)?.[2], ...sizes]) picture ??= address ? own(address) : null;
    if (/^<source/i.test(tag)) {
      waiting ??= picture;
      return tag;
    }
    picture ??= waiting;
    waiting = null;
    return picture ? tag.replace(OTHER_NAMES, '').replace(/^<img/i, `$& src="${picture}"`) : tag;
  });
  return toBytes(page);
}

function resolved(address, base) {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** Returns `true` if a file begins with a tag. A MIME header cannot begin with `<`. */
function startsWithTag(bytes) {
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

/** Returns the parts without inner parts, in the order of the file. */
function leaves(root) {
  const found = [];
  const pending = [root];
  while (pending.length > 0) {
    const part = pending.pop();
    if (part.childNodes.length === 0) found.push(part);
    pending.push(...part.childNodes.toReversed());
  }
  return found;
}

function isPage(part) {
  return PAGE_TYPE.test(part.contentType.parsed.value);
}

function header(part, name) {
  return part.headers.find(({ key }) => key === name)?.value.trim();
}

/**
 * Returns an address on the Web. Frames and pages without one have `cid:` names, which cannot be
 * opened.
 */
function webAddress(location) {
  return location && /^https?:\/\//i.test(location) ? location : undefined;
}
