// Reads pages from files, addresses and standard input. Returns the bytes of a page and what is
// known about them. Stops reading at the size limit.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { UnchaffError } from '../lib/error.js';
import { MAX_BYTES, tooLarge } from '../lib/limits.js';
import { optionsOf } from '../lib/response.js';
import { CliError } from './errors.js';
import { filesOfPattern, PATTERN, pagesOfFolder } from './patterns.js';
import { pagesOfWarc } from './warc.js';

/** How long a server may take to send the whole page, in milliseconds. */
const FETCH_TIMEOUT = 30_000;

const ADDRESS = /^https?:\/\//i;

/** Files that may hold many pages. */
const WARC = /\.warc(?:\.gz)?$/i;

/**
 * Returns `true` for a source that may hold many pages.
 *
 * @param {string} source
 */
export function isArchive(source) {
  return !ADDRESS.test(source) && WARC.test(source);
}

/** The first bytes of a file compressed by gzip. */
const GZIP = [0x1f, 0x8b];

/**
 * Yields the sources that the arguments stand for: the files of a pattern, the pages of a folder,
 * or the argument itself.
 *
 * @param {string[]} words
 * @returns {Promise<string[]>}
 */
export async function expand(words) {
  const sources = [];
  for (const word of words) {
    const isName = word === '-' || ADDRESS.test(word);
    const found = isName ? [word] : await filesOf(word);
    // A pattern without matching files is read as a file name. It then fails like any other source.
    for (const source of found.length > 0 ? found : [word]) sources.push(source);
  }
  return sources;
}

/** @param {string} word */
async function filesOf(word) {
  const known = await stat(word).catch(() => undefined);
  if (known?.isDirectory()) return pagesOfFolder(word);
  return known || !PATTERN.test(word) ? [word] : filesOfPattern(word);
}

/**
 * The bytes of a page, and what is known about them. `name` is the name of the source, or the
 * address of a page in an archive.
 *
 * @typedef {{ name: string, bytes: Buffer, options: import('unchaff').CleanOptions }} Page
 */

/**
 * The settings for reading sources.
 *
 * @typedef {{ maxBytes?: number | null | undefined, fetchTimeout?: number | undefined, headers?: Record<string, string> | undefined }} Reading
 */

/**
 * Yields the pages of a source: a single page, or the pages of an archive.
 *
 * @param {string} source
 * @param {Reading} reading
 * @returns {AsyncGenerator<Page, void>}
 */
export async function* readPages(source, { maxBytes, fetchTimeout = FETCH_TIMEOUT, headers = {} }) {
  const limit = maxBytes ?? MAX_BYTES;
  if (source === '-') yield { name: source, bytes: await collect(process.stdin, limit), options: {} };
  else if (ADDRESS.test(source)) yield await fetchPage(source, limit, fetchTimeout, headers);
  else if (isArchive(source)) yield* readArchive(source, limit);
  else yield { name: source, bytes: await orWhyNot(source, () => collect(createReadStream(source), limit)), options: {} };
}

/**
 * @param {string} path
 * @param {number} limit
 * @returns {AsyncGenerator<Page, void>}
 */
async function* readArchive(path, limit) {
  const file = createReadStream(path);
  const stream = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
  // `pipe` does not forward errors.
  file.on('error', (error) => stream.destroy(error));
  const pages = pagesOfWarc(stream, limit);
  for (;;) {
    const { done, value } = await orWhyNot(path, () => pages.next());
    if (done) return;
    const { url, headers, body } = value;
    yield { name: url, bytes: body, options: optionsOf({ url, headers: { get: (name) => headers.get(name) ?? null } }) };
  }
}

/**
 * Reads a file. If that fails, throws an error that says why.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} read
 * @returns {Promise<T>}
 */
async function orWhyNot(path, read) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnchaffError) throw error;
    if (error instanceof CliError) throw new CliError(error.code, `${path} cannot be read. ${error.message}`, 1, { cause: error });
    throw new CliError('cannot-read', whyNot(path, reason(error)), 1, { cause: error });
  }
}

/**
 * @param {string} path
 * @param {string} problem
 */
function whyNot(path, problem) {
  if (!PATTERN.test(path)) return `${path} cannot be read (${problem}). Is the name right?`;
  return `No file matches ${path}. Is the pattern right?`;
}

/**
 * @param {string} address
 * @param {number} maxBytes
 * @param {number} timeout
 * @param {Record<string, string>} headers
 * @returns {Promise<Page>}
 */
async function fetchPage(address, maxBytes, timeout, headers) {
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5', ...headers },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      throw new CliError(
        'cannot-fetch',
        `${address} answered with status ${response.status}. Open it in a browser, save the page, and give the file.`,
      );
    }
    return { name: address, bytes: await collect(response.body ?? [], maxBytes), options: optionsOf(response) };
  } catch (error) {
    if (error instanceof CliError || error instanceof UnchaffError) throw error;
    const what = error instanceof Error && error.name === 'TimeoutError' ? `no answer within ${timeout / 1000} seconds` : reason(error);
    throw new CliError('cannot-fetch', `${address} cannot be fetched (${what}). Is the address right, and are you online?`, 1, {
      cause: error,
    });
  }
}

/**
 * Returns the bytes of a stream, decompressed if they are compressed by gzip. Throws an error if
 * there are more bytes than the limit, and stops reading.
 *
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} stream
 * @param {number} maxBytes
 */
async function collect(stream, maxBytes) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
  }
  const bytes = Buffer.concat(chunks);
  return GZIP.every((byte, i) => bytes[i] === byte) ? unpack(bytes, maxBytes) : bytes;
}

/**
 * @param {Buffer} bytes
 * @param {number} maxBytes
 */
async function unpack(bytes, maxBytes) {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw /** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(maxBytes) : error;
  }
}

/**
 * Returns the message of a system or network error. `fetch` hides it in `cause`.
 *
 * @param {unknown} error
 * @returns {string}
 */
function reason(error) {
  const cause = /** @type {NodeJS.ErrnoException} */ ((error instanceof Error && error.cause) || error);
  return cause.code ?? cause.message;
}
