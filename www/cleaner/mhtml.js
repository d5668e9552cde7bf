/**
 * Takes the page out of an MHTML file, the archive of a page with its pictures and frames. Runs in the worker.
 *
 * The danger: every frame of the page, advertisements among them, is a text/html part too, and postal-mime joins
 * all such parts into one body. So the parts are read from its tree, `root`, which the package calls internal: its
 * version is pinned, and tests/browser/files.test.js fails if the tree changes.
 */

import PostalMime from 'postal-mime';

import { fromBytes, toBytes } from './pictures.js';

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** The pictures that the core takes. */
const PICTURE_TYPE = /^image\/(?:png|jpeg|gif|webp|avif)$/;
const TAG = /<(?:img|source)\s(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const SOURCE = /\ssrc\s*=\s*(["'])([^"']+)\1/i;
const SIZES = /\ssrcset\s*=\s*(["'])([^"']+)\1/i;
/** One of several sizes: an address, and how large it is. */
const SIZE = /([^\s,]\S*[^\s,])(?:\s+[\d.]+[wx])?/g;
/** What else may name the picture: other sizes, and the attributes of scripts that load it late. */
const OTHER_NAMES = /\s(?:src|srcset|data-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')/gi;
/** Bytes of a page with its pictures: the core's own limit. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Takes the page out of an archive.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<{ page: Uint8Array, type: 'html' | 'auto', url?: string, charset?: string }>} the page's bytes,
 *   still in their charset, with the archive's pictures in it, and the address that it was saved from. Plain HTML, which some programs save under this
 *   name, is answered as it is. Rejects with the code `nothing-readable` where there is no page
 */
export async function unpack(bytes) {
  if (startsWithTag(bytes)) return { page: bytes, type: 'html' };
  const parser = new PostalMime();
  await parser.parse(bytes);
  // Its types leave the tree out.
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

/** Puts the archive's pictures into the page, each in the place of its address. Those past the limit stay addresses. */
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
  /** The picture that a source of the same image has. */
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

/** A header cannot begin with `<`. */
function startsWithTag(bytes) {
  return /^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

/** The parts that hold no other parts, in the file's order. */
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

/** Frames and pages without an address of their own have `cid:` names, which lead nowhere. */
function webAddress(location) {
  return location && /^https?:\/\//i.test(location) ? location : undefined;
}
