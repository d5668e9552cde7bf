// Where a page comes from: a file, an address or standard input. Answers its bytes and what is known of them.
// Nothing is read further than the limit.
import { createReadStream, existsSync, promises } from 'node:fs';
import { MAX_BYTES } from '../lib/limits.js';
import { optionsOf } from '../lib/response.js';
import { CliError } from './errors.js';

/** How long a server may take for the whole page, in milliseconds. */
const FETCH_TIMEOUT = 30_000;

const ADDRESS = /^https?:\/\//i;

/** The signs of a pattern. */
const PATTERN = /[*?[{]/;

/**
 * The sources that the command's words stand for. A shell expands patterns itself, except that of Windows.
 *
 * @param {string[]} words
 * @returns {AsyncGenerator<string, void>}
 */
export async function* expand(words) {
  for (const word of words) {
    if (word === '-' || ADDRESS.test(word) || !PATTERN.test(word) || existsSync(word)) yield word;
    else yield* matches(word);
  }
}

/**
 * @param {string} pattern
 * @returns {AsyncGenerator<string, void>}
 */
async function* matches(pattern) {
  /** @type {string[]} */
  const files = [];
  if (promises.glob) for await (const file of promises.glob(pattern)) files.push(file);
  // A pattern without a file is read as a name, which fails as one source of many.
  if (files.length === 0) yield pattern;
  else yield* files.sort();
}

/**
 * A page's bytes, and what is known of them.
 *
 * @typedef {{ bytes: Buffer, options: import('unchaff').CleanOptions }} Page
 */

/**
 * Reads a source.
 *
 * @param {string} source
 * @param {number | null} [maxBytes]
 * @param {number} [fetchTimeout] in milliseconds
 * @returns {Promise<Page>}
 */
export async function readSource(source, maxBytes, fetchTimeout = FETCH_TIMEOUT) {
  const limit = maxBytes ?? MAX_BYTES;
  if (source === '-') return { bytes: await collect(process.stdin, limit), options: {} };
  if (ADDRESS.test(source)) return fetchPage(source, limit, fetchTimeout);
  return { bytes: await readFile(source, limit), options: {} };
}

/**
 * @param {string} path
 * @param {number} maxBytes
 */
async function readFile(path, maxBytes) {
  try {
    return await collect(createReadStream(path), maxBytes);
  } catch (error) {
    throw new CliError('cannot-read', whyNot(path, reason(error)), 1, { cause: error });
  }
}

/**
 * @param {string} path
 * @param {string} problem
 */
function whyNot(path, problem) {
  if (!PATTERN.test(path)) return `${path} cannot be read (${problem}). Is the name right?`;
  if (!promises.glob) return `${path} is a pattern, which takes Node 22: give the files by name.`;
  return `No file matches ${path}. Is the pattern right?`;
}

/**
 * @param {string} address
 * @param {number} maxBytes
 * @param {number} timeout
 * @returns {Promise<Page>}
 */
async function fetchPage(address, maxBytes, timeout) {
  try {
    const response = await fetch(address, {
      headers: { accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5' },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      throw new CliError(
        'cannot-fetch',
        `${address} answered with status ${response.status}. Open it in a browser, save the page, and give the file.`,
      );
    }
    return { bytes: await collect(response.body ?? [], maxBytes), options: optionsOf(response) };
  } catch (error) {
    if (error instanceof CliError) throw error;
    const what = error instanceof Error && error.name === 'TimeoutError' ? `no answer within ${timeout / 1000} seconds` : reason(error);
    throw new CliError('cannot-fetch', `${address} cannot be fetched (${what}). Is the address right, and are you online?`, 1, {
      cause: error,
    });
  }
}

/**
 * The bytes of a stream; one chunk past the limit is enough for `clean` to refuse them.
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
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/**
 * The words of a system or network error; fetch hides them in its cause.
 *
 * @param {unknown} error
 * @returns {string}
 */
function reason(error) {
  const cause = /** @type {NodeJS.ErrnoException} */ ((error instanceof Error && error.cause) || error);
  return cause.code ?? cause.message;
}
