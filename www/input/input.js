/**
 * Converts every kind of input to a `PageInput`: a paste, a drop, a file, or a page that another
 * page sent. A `PageInput` stores both ways to read it (as HTML and as plain text), so that one
 * click is enough to switch.
 *
 * @typedef {object} PageInput
 * @property {'auto' | 'html' | 'text'} type how to read it
 * @property {string | Uint8Array} html the input for reading as HTML
 * @property {string | Uint8Array} text the input for reading as plain text
 * @property {string} [name] the file's name
 * @property {string} [url] the page's address
 * @property {string} [charset] the charset that the server named
 * @property {boolean} [whole] `true` if everything is to be kept, because a person selected this
 *   part
 * @property {Origin} origin how the input arrived
 * @property {boolean} [isCaptured] `true` for a page as a browser showed it, which cannot be read
 *   in the other way
 * @property {string} [asked] the address that the person asked for, if the origin is `address`
 *
 * The origin depends only on the person's act, never on the page's content. The history uses it to
 * tell articles apart. `outside` is an input that another site, page or program sent, perhaps
 * without the person's request.
 *
 * @typedef {'address' | 'file' | 'paste' | 'outside'} Origin
 */

import { PageError } from '../errors/index.js';

/** The core's own limit. A larger file is rejected before it is read into memory. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024;

const ARCHIVE_NAME = /\.mht(?:ml)?$/i;
const ARCHIVE_TYPE = /^(?:multipart\/related|message\/rfc822|application\/x-mimearchive)/i;

/**
 * Makes an input from text.
 *
 * @param {string} text
 * @param {Origin} [origin]
 * @returns {PageInput}
 */
export function fromText(text, origin = 'paste') {
  return { type: 'auto', html: text, text, origin };
}

/**
 * Makes an input from a page that another page has sent.
 *
 * @param {string} html its source
 * @param {string} [url] its address, as the sender states it
 * @returns {PageInput}
 */
export function fromPage(html, url) {
  return { type: 'html', html, text: html, url, name: url && new URL(url).host, origin: 'outside', isCaptured: true };
}

/**
 * Makes an input from a part of another input.
 *
 * @param {PageInput} input
 * @param {string} text a part of its text
 * @returns {PageInput} the part as plain text. The origin `outside` also applies to the part
 */
export function partOf({ origin }, text) {
  return { ...fromText(text, origin === 'outside' ? 'outside' : 'paste'), type: 'text' };
}

/**
 * Makes an input from a clipboard or a drop. A copied page is available as HTML and as plain text.
 * The same is true of source code copied from an editor, but there the plain text is the page.
 *
 * @param {DataTransfer} data
 * @returns {PageInput | null} `null` if it holds no text
 */
export function fromTransfer(data) {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (!html.trim()) return text.trim() ? fromText(text) : null;
  if (looksLikeSource(text)) return { ...fromText(text), type: 'html' };
  return { type: 'html', html, text: text || html, origin: 'paste' };
}

/**
 * Makes an input from a file.
 *
 * @param {File} file
 * @param {import('../cleaner/index.js').Cleaner} cleaner takes the page out of an MHTML file
 * @param {Origin} [origin]
 * @returns {Promise<PageInput>} the bytes of the file, whose charset the core detects; rejects with
 *   a `PageError`
 */
export async function fromFile(file, cleaner, origin = 'file') {
  const bytes = await readBytes(file);
  if (ARCHIVE_NAME.test(file.name) || ARCHIVE_TYPE.test(file.type)) {
    const { page, type, url, charset } = await cleaner.unpack(bytes);
    return { type, html: page, text: page, name: file.name, url, charset, origin };
  }
  const type = /\.x?html?$/i.test(file.name) ? 'html' : 'auto';
  return { type, html: bytes, text: bytes, name: file.name, origin };
}

/**
 * Returns the part of an input that `clean()` reads.
 *
 * @param {PageInput} input
 * @returns {string | Uint8Array} what goes to clean()
 */
export function payload(input) {
  return input.type === 'text' ? input.text : input.html;
}

/**
 * Returns the same input, to be read in the other way.
 *
 * @param {PageInput} input
 * @param {'html' | 'text'} readAs how it was read
 * @returns {PageInput}
 */
export function otherWay(input, readAs) {
  return { ...input, type: readAs === 'html' ? 'text' : 'html' };
}

async function readBytes(file) {
  if (file.size > MAX_INPUT_BYTES) throw new PageError('input-too-large');
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new PageError('file-unreadable', { name: file.name });
  }
}

function looksLikeSource(text) {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s|html|head|body|article|main|section|div|p)\b[^]*>/i.test(text);
}
