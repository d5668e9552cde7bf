// Cleans many pages in one run. Writes one line with a JSON object for each page, in the order of
// the input. Only a few pages are held at a time, whatever the size of the input. A page that fails
// does not stop those after it.
import { once } from 'node:events';
import { UnchaffError } from '../entries/node.js';
import { messageOf } from '../lib/error.js';
import { MAX_BYTES } from '../lib/limits.js';
import { SUMMARIZE_OPTIONS } from '../lib/option-names.js';
import { CliError } from './errors.js';
import { chosen } from './fields.js';
import { lines } from './lines.js';
import { inOrder } from './order.js';
import { printableJson } from './printable.js';
import { readPages } from './source.js';

/**
 * @import { CleanOptions, Input, SummarizeOptions } from 'unchaff'
 * @import { Command } from './command.js'
 * @import { Progress } from './progress.js'
 */

/**
 * A request for a page or a text, or the error that makes it impossible.
 *
 * `own` holds the caller's own fields, which are copied into the answer.
 *
 * @typedef {{ id: unknown, own?: object, name: 'clean', args: [Input, CleanOptions] }} CleanRequest
 * @typedef {{ id: unknown, own?: object, name: 'summarize', args: [string, SummarizeOptions] }} SummarizeRequest
 * @typedef {CleanRequest | SummarizeRequest | { id: unknown, own?: object, name?: undefined, error: unknown }} Request
 */

/** Longest line in bytes. JSON needs up to six bytes for a control character. */
const MAX_LINE_BYTES = 6 * MAX_BYTES;

/** Matches any character that is not white space in JSON. */
const NOT_BLANK = /[^ \t\r]/;

/**
 * Writes the answer to each request to `output`, in the order of the requests.
 *
 * @param {AsyncIterable<Request>} requests
 * @param {NodeJS.WritableStream} output
 * @param {import('./work.js').Work} work
 * @param {Pick<Command, 'choice'> & { progress: Progress }} settings
 */
export async function answer(requests, output, { functions, ahead }, { choice, progress }) {
  await inOrder(requests, ahead, (request) => answerTo(request, functions, choice), write);

  /** @param {object} answer */
  async function write(answer) {
    progress.add('error' in answer);
    if (!output.write(`${lineOf(answer)}\n`)) await once(output, 'drain');
  }
}

/**
 * @param {Request} request
 * @param {import('./work.js').Work['functions']} functions
 * @param {Command['choice']} choice
 * @returns {Promise<object>}
 */
async function answerTo(request, functions, choice) {
  const { id, own } = request;
  try {
    if (request.name === undefined) throw request.error;
    if (request.name === 'summarize') {
      const found = await functions.summarize(...request.args);
      return { id, ...own, summary: found.map((sentence) => sentence.text), summarySentences: found };
    }
    return { id, ...own, ...chosen(await functions.clean(...request.args), choice) };
  } catch (error) {
    // The page was read but holds no article. The answer is an empty text and the page's metadata.
    // In a batch this is a result, not a failure of the line.
    if (error instanceof UnchaffError && error.code === 'nothing-readable') {
      return { id, ...own, ...chosen({ ...error.metadata, textContent: '', summary: [], notice: said(error) }, choice) };
    }
    return { id, ...own, error: said(error) };
  }
}

/**
 * Returns the fields of an answer that describe a failure. Unexpected failures are included,
 * because they must not end the run either.
 *
 * @param {unknown} error
 */
function said(error) {
  const isForeseen = error instanceof UnchaffError || error instanceof CliError;
  return { code: isForeseen ? error.code : 'internal', message: messageOf(error) };
}

/** @param {object} answer */
function lineOf(answer) {
  try {
    return printableJson(answer);
  } catch (error) {
    // `JSON.parse` reads an id that is nested too deep for `JSON.stringify` to write.
    return printableJson({
      id: null,
      error: said(new CliError('invalid-line', `The answer cannot be written (${messageOf(error)}). Give a string or a number as the id.`)),
    });
  }
}

/**
 * Yields the requests for files and addresses. Their names are the ids.
 *
 * @param {string[]} sources
 * @param {Pick<Command, 'options' | 'reading'>} command
 * @returns {AsyncGenerator<Request & { id: string }, void>}
 */
export async function* requestsOfSources(sources, { options, reading }) {
  for (const source of sources) {
    try {
      for await (const page of readPages(source, reading)) {
        yield { id: page.name, name: 'clean', args: [page.bytes, /** @type {CleanOptions} */ ({ ...page.options, ...options })] };
      }
    } catch (error) {
      yield { id: source, error };
    }
  }
}

/** Fields of a line that are part of the request. All others are the caller's own. */
const REQUEST_FIELDS = ['id', 'url', 'html', 'text', 'base64', 'charset', 'rules', 'summarize'];

/**
 * Yields the requests on the lines of a stream. The caller's own fields are copied into the
 * answers. The first line with such a field is reported, because the field may be a misspelling.
 *
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} input
 * @param {Pick<Command, 'options'>} command
 * @param {(message: string) => void} tell
 * @returns {AsyncGenerator<Request, void>}
 */
export async function* requestsOfLines(input, { options }, tell) {
  let number = 0;
  /** @type {Set<string>} */
  const told = new Set();
  for await (const line of lines(input, MAX_LINE_BYTES)) {
    number++;
    // Some programs begin a file with a byte order mark.
    const text = number === 1 ? line?.replace(/^\ufeff/, '') : line;
    if (text !== undefined && !NOT_BLANK.test(text)) continue;
    const request = requestOf(text, number, options);
    const fields = Object.keys(request.own ?? {}).filter((name) => !told.has(name));
    for (const name of fields) told.add(name);
    if (fields.length > 0)
      tell(`line ${number} has fields that mean nothing here and go into the answer as they are: ${fields.join(', ')}.`);
    yield request;
  }
}

/**
 * @param {string | undefined} line
 * @param {number} number
 * @param {CleanOptions} options
 * @returns {Request}
 */
function requestOf(line, number, options) {
  /** @type {unknown} */
  let id = null;
  /** @type {object | undefined} */
  let own;
  try {
    const request = parse(line, number);
    id = request.id ?? null;
    own = Object.fromEntries(Object.entries(request).filter(([name]) => !REQUEST_FIELDS.includes(name)));
    if (request.summarize === undefined) return { id, own, name: 'clean', args: pageOf(request, number, options) };
    return { id, own, name: 'summarize', args: textOf(request.summarize) };
  } catch (error) {
    return { id, own, error };
  }
}

/**
 * @param {string | undefined} line
 * @param {number} number
 * @returns {Record<string, unknown>}
 */
function parse(line, number) {
  if (line === undefined) {
    throw new CliError('input-too-large', `Line ${number} has more than ${MAX_LINE_BYTES} bytes. Give each page a line of its own.`);
  }
  /** @type {unknown} */
  let request;
  try {
    request = JSON.parse(line);
  } catch (error) {
    throw invalid(number, messageOf(error));
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) throw invalid(number, 'no object');
  return /** @type {Record<string, unknown>} */ (request);
}

/**
 * @param {Record<string, unknown>} request
 * @param {number} number
 * @param {CleanOptions} options
 * @returns {[Input, CleanOptions]}
 */
function pageOf({ url, html, base64, charset, rules, text }, number, options) {
  const [kind, given] = Object.entries({ html, base64, text }).find(([, value]) => value !== undefined && value !== null) ?? [];
  if (typeof given !== 'string') throw invalid(number, 'there is no string in "html", "base64" or "text", and no "summarize"');
  if (kind === 'base64' && !isBase64(given)) throw invalid(number, 'bad base64');
  const page = kind === 'base64' ? Buffer.from(given, 'base64') : given;
  // The core rejects values that are not strings, and says what to do. In NDJSON made from a table,
  // a row without an address or a charset has an empty field.
  const named = /** @type {CleanOptions} */ ({
    url: url || undefined,
    type: kind === 'text' ? 'text' : 'html',
    charset: charset || undefined,
    rules: rules || undefined,
  });
  return [page, /** @type {CleanOptions} */ ({ ...named, ...options })];
}

/**
 * Returns `true` for base64, including the variant for URLs. The check is needed because
 * `Buffer.from` accepts anything.
 *
 * @param {string} text
 */
function isBase64(text) {
  return /^[\w+/-]*={0,2}$/.test(text.replace(/\s+/g, ''));
}

/**
 * @param {unknown} given
 * @returns {[string, SummarizeOptions]}
 */
function textOf(given) {
  const { text, ...settings } = /** @type {Record<string, unknown>} */ (given ?? {});
  // A pool has further options, which a line must not set.
  const known = /** @type {readonly string[]} */ (SUMMARIZE_OPTIONS);
  const unknown = Object.keys(settings).find((name) => !known.includes(name));

  if (unknown !== undefined) {
    throw new CliError(
      'invalid-option',
      `The option ${unknown} cannot be used: there is no such option. Known are: text, ${known.join(', ')}.`,
    );
  }
  return [/** @type {string} */ (text), settings];
}

/**
 * @param {number} number
 * @param {string} problem
 */
function invalid(number, problem) {
  return new CliError(
    'invalid-line',
    `Line ${number} cannot be read: ${problem}. Give {"id","url","html"}, {"id","url","base64","charset"}, {"id","url","text"} or {"id","summarize"}.`,
  );
}
