// Reads the pages in a WARC file (https://iipc.github.io/warc-specifications/), which crawlers
// write. The file is a sequence of records, each with a header. A record of type `response` holds a
// server's response with its header and body.
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { CliError } from './errors.js';

/** Longest header of a record or a response. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** The media types of pages. */
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i;

/**
 * A page in a WARC file, as the server sent it.
 *
 * @typedef {{ url: string, headers: Map<string, string>, body: Buffer }} WarcPage
 */

/**
 * Yields the pages of a WARC file: the responses with status 200 and the media type of a page. A
 * body is cut off just after the limit. Such a page is then rejected as too large.
 *
 * @param {AsyncIterable<Buffer>} stream
 * @param {number} maxBytes
 * @returns {AsyncGenerator<WarcPage, void>}
 */
export async function* pagesOfWarc(stream, maxBytes) {
  const reader = new Reader(stream);
  for (;;) {
    const header = await reader.header();
    if (!header) return;
    const [version, ...lines] = header.split('\r\n');
    if (!/^WARC\/\d/.test(version.trimStart()))
      throw new CliError('cannot-read', 'The file is damaged: a record does not begin with WARC/.');
    const fields = fieldsOf(lines);
    const length = Number(fields.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0)
      throw new CliError('cannot-read', 'The file is damaged: a record has no Content-Length.');
    const isResponse = fields.get('warc-type') === 'response';
    const content = await reader.take(length, isResponse ? maxBytes + MAX_HEADER_BYTES : 0);
    const page = isResponse ? pageOf(fields.get('warc-target-uri') ?? '', content, maxBytes) : undefined;
    if (page) yield page;
  }
}

/**
 * @param {string} url
 * @param {Buffer} content
 * @param {number} maxBytes
 * @returns {WarcPage | undefined}
 */
function pageOf(url, content, maxBytes) {
  const end = content.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [status, ...lines] = content.toString('latin1', 0, end).split('\r\n');
  const headers = fieldsOf(lines);
  if (!/^HTTP\/\S+ 200\b/.test(status) || !PAGE_TYPE.test(headers.get('content-type') ?? 'text/html')) return undefined;
  const body = unpacked(headers, content.subarray(end + 4), maxBytes);
  // Some crawlers write the address in angle brackets.
  return { url: url.replace(/^<|>$/g, ''), headers, body };
}

/**
 * Returns the decompressed body. Many crawlers have already decompressed it and left the header
 * unchanged.
 *
 * @param {Map<string, string>} headers
 * @param {Buffer} body
 * @param {number} maxBytes
 */
function unpacked(headers, body, maxBytes) {
  const joined = headers.get('transfer-encoding') === 'chunked' ? joinChunks(body) : body;
  // One byte more than the limit is enough for the page to be rejected.
  const options = { maxOutputLength: maxBytes + 1 };
  const unpack = { gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[headers.get('content-encoding') ?? ''];
  try {
    return unpack ? unpack(joined, options) : joined;
  } catch (error) {
    const isTooLarge = /** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? Buffer.alloc(maxBytes + 1, ' ') : joined;
  }
}

/**
 * Returns the body of a response. The chunks of a chunked body are joined; any other body is returned unchanged.
 *
 * @param {Buffer} body
 */
function joinChunks(body) {
  const parts = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) return parts.length > 0 ? Buffer.concat(parts) : body;
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

/**
 * Returns the fields of a header. The names are in lower case.
 *
 * @param {string[]} lines
 */
function fieldsOf(lines) {
  /** @type {Map<string, string>} */
  const fields = new Map();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** Reads a stream piece by piece. */
class Reader {
  #chunks;
  /** @type {Buffer} */
  #rest = Buffer.alloc(0);

  /** @param {AsyncIterable<Buffer>} stream */
  constructor(stream) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /**
   * Returns the text up to an empty line, and skips that line. Returns `undefined` at the end of
   * the stream.
   */
  async header() {
    for (;;) {
      // There are two empty lines between records.
      while (this.#rest.length >= 2 && this.#rest[0] === 13 && this.#rest[1] === 10) this.#rest = this.#rest.subarray(2);
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end >= 0) {
        const text = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + 4);
        return text;
      }
      if (this.#rest.length > MAX_HEADER_BYTES) throw new CliError('cannot-read', 'The file is damaged: a header has no end.');
      if (!(await this.#more())) {
        if (this.#rest.toString().trim() !== '') throw new CliError('cannot-read', 'The file ends inside a header.');
        return undefined;
      }
    }
  }

  /**
   * Reads the next `length` bytes and returns at most `kept` of them.
   *
   * @param {number} length
   * @param {number} kept
   */
  async take(length, kept) {
    const parts = [];
    for (let missing = length, room = kept; missing > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new CliError('cannot-read', 'The file ends inside a record.');
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      if (room > 0) parts.push(part.subarray(0, room));
      room -= part.length;
    }
    return Buffer.concat(parts);
  }

  async #more() {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, value]) : value;
    return true;
  }
}
