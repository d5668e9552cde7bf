/**
 * Takes the page out of an MHTML file, the archive of a page with its pictures and frames. Runs in the worker.
 *
 * The danger: every frame of the page, advertisements among them, is a text/html part too, and postal-mime joins
 * all such parts into one body. So the parts are read from its tree, `root`, which the package calls internal: its
 * version is pinned, and tests/browser/files.test.js fails if the tree changes.
 */

import PostalMime from 'postal-mime';

const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * Takes the page out of an archive.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<{ page: Uint8Array, type: 'html' | 'auto', url?: string, charset?: string }>} the page's bytes,
 *   still in their charset, with the address that it was saved from. Plain HTML, which some programs save under this
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
  return {
    page: new Uint8Array(page.content),
    type: isPage(page) ? 'html' : 'auto',
    url: webAddress(header(page, 'content-location') ?? header(root, 'snapshot-content-location')),
    charset: page.contentType.parsed.params.charset,
  };
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
