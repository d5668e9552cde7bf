// Where a page comes from: a file, an address or standard input. Answers its bytes and what is known of them.
// Nothing is read further than the limit.
import { createReadStream, existsSync, promises } from 'node:fs';
import { MAX_BYTES } from '../limits.js';
import { optionsOf } from '../response.js';
import { CliError } from './errors.js';

/** How long a server may take for the whole page, in milliseconds. */
const FETCH_TIMEOUT = 30_000;

const ADDRESS = /^https?:\/\//i;

/** The sources that the command's words stand for. A shell expands patterns itself, except that of Windows. */
export async function* expand(words) {
  for (const word of words) {
    if (word === '-' || ADDRESS.test(word) || !/[*?[{]/.test(word) || existsSync(word)) yield word;
    else yield* matches(word);
  }
}

async function* matches(pattern) {
  if (!promises.glob) throw new CliError('cannot-read', `${pattern} is a pattern, which takes Node 22: give the files by name.`);
  const files = [];
  for await (const file of promises.glob(pattern)) files.push(file);
  if (files.length === 0) throw new CliError('cannot-read', `No file matches ${pattern}. Is the pattern right?`);
  yield* files.sort();
}

/** Reads `source`; answers `{ bytes, options }`, the options being those for `clean`. */
export async function readSource(source, maxBytes = MAX_BYTES, fetchTimeout = FETCH_TIMEOUT) {
  if (source === '-') return { bytes: await collect(process.stdin, maxBytes), options: {} };
  if (ADDRESS.test(source)) return fetchPage(source, maxBytes, fetchTimeout);
  return { bytes: await readFile(source, maxBytes), options: {} };
}

async function readFile(path, maxBytes) {
  try {
    return await collect(createReadStream(path), maxBytes);
  } catch (error) {
    throw new CliError('cannot-read', `${path} cannot be read (${reason(error)}). Is the name right?`, 1, { cause: error });
  }
}

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
    const what = error.name === 'TimeoutError' ? `no answer within ${timeout / 1000} seconds` : reason(error);
    throw new CliError('cannot-fetch', `${address} cannot be fetched (${what}). Is the address right, and are you online?`, 1, {
      cause: error,
    });
  }
}

/** The bytes of a stream; one chunk past the limit is enough for `clean` to refuse them. */
async function collect(stream, maxBytes) {
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

/** The words of a system or network error; fetch hides them in its cause. */
function reason(error) {
  const cause = error.cause ?? error;
  return cause.code ?? cause.message;
}
