/**
 * What a person can give: a paste, a drop, a file, a page handed over by another. Each becomes a PageInput, which
 * remembers both ways to read it, so that the other way is one click.
 *
 * @typedef {object} PageInput
 * @property {'auto' | 'html' | 'text'} type how to read it
 * @property {string | Uint8Array} html what to read as HTML
 * @property {string | Uint8Array} text what to read as plain text
 * @property {string} [name] the file's name
 * @property {string} [url] the page's address
 * @property {string} [charset] as the server named it
 * @property {boolean} [whole] whether all of it is wanted: a part that a person selected
 * @property {Origin} origin how it came in
 * @property {boolean} [isCaptured] whether it is a page as a browser showed it: there is no other way to read it
 * @property {string} [asked] with the origin `address`: the address that the person asked for
 *
 * The person's act decides the origin, never what the page says of itself. The history tells its articles apart by it.
 * `outside` is what another site, page or program sent: the person may not have asked for it.
 *
 * @typedef {'address' | 'file' | 'paste' | 'outside'} Origin
 */

import { PageError } from '../errors/index.js';

/** The core's own limit. What is larger is refused before it is read into memory. */
export const MAX_INPUT_BYTES = 32 * 1024 * 1024;

const ARCHIVE_NAME = /\.mht(?:ml)?$/i;
const ARCHIVE_TYPE = /^(?:multipart\/related|message\/rfc822|application\/x-mimearchive)/i;

/**
 * Takes words.
 *
 * @param {string} text
 * @param {Origin} [origin]
 * @returns {PageInput}
 */
export function fromText(text, origin = 'paste') {
  return { type: 'auto', html: text, text, origin };
}

/**
 * Takes a page that another page has sent.
 *
 * @param {string} html its source
 * @param {string} [url] its address, by the sender's word
 * @returns {PageInput}
 */
export function fromPage(html, url) {
  return { type: 'html', html, text: html, url, name: url && new URL(url).host, origin: 'outside', isCaptured: true };
}

/**
 * Makes an input of a part of another.
 *
 * @param {PageInput} input
 * @param {string} text a part of its text
 * @returns {PageInput} the part, to be read as plain text. What came from outside stays that in its parts
 */
export function partOf({ origin }, text) {
  return { ...fromText(text, origin === 'outside' ? 'outside' : 'paste'), type: 'text' };
}

/**
 * Reads a clipboard or a drop. Copied pages come as HTML with the same words as plain text beside it; source
 * code copied from an editor does too, and there the plain text is the page.
 *
 * @param {DataTransfer} data
 * @returns {PageInput | null} null where it holds no text
 */
export function fromTransfer(data) {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (!html.trim()) return text.trim() ? fromText(text) : null;
  if (looksLikeSource(text)) return { ...fromText(text), type: 'html' };
  return { type: 'html', html, text: text || html, origin: 'paste' };
}

/**
 * Reads a file.
 *
 * @param {File} file
 * @param {import('../cleaner/index.js').Cleaner} cleaner takes the page out of an MHTML file
 * @param {Origin} [origin]
 * @returns {Promise<PageInput>} its bytes: the core finds the charset; rejects with a PageError
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
 * Returns what is to be read of an input.
 *
 * @param {PageInput} input
 * @returns {string | Uint8Array} what goes to clean()
 */
export function payload(input) {
  return input.type === 'text' ? input.text : input.html;
}

/**
 * Makes the same input, to be read the other way.
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
