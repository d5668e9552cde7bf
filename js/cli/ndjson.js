// Many pages in one run: a JSON object a line out for each page, in the order of the input. A few pages are held at a
// time, whatever the size of the input, and no page stops those after it.
import { once } from 'node:events';
import { MAX_BYTES } from '../lib/limits.js';
import { clean, summarize, UnchaffError } from '../entries/node.js';
import { WorkerPool } from '../entries/worker-node.js';
import { messageOf } from '../lib/error.js';
import { CliError } from './errors.js';
import { lines } from './lines.js';
import { printableJson } from './printable.js';
import { readSource } from './source.js';

/**
 * @import { CleanOptions, Input, SummarizeOptions } from 'unchaff'
 * @import { Command } from './command.js'
 * @import { Progress } from './progress.js'
 */

/**
 * What is asked of a page or a text, or why it cannot be.
 *
 * @typedef {{ id: unknown, name: 'clean', args: [Input, CleanOptions] }} CleanRequest
 * @typedef {{ id: unknown, name: 'summarize', args: [string, SummarizeOptions] }} SummarizeRequest
 * @typedef {CleanRequest | SummarizeRequest | { id: unknown, name?: undefined, error: unknown }} Request
 */

/** Longest line in bytes. JSON writes a control character as six bytes. */
const MAX_LINE_BYTES = 6 * MAX_BYTES;

/** What is more than the white space of JSON. */
const NOT_BLANK = /[^ \t\r]/;

/** Pages read ahead for each thread, so that none waits for the next. */
const AHEAD = 2;

/**
 * Answers each request on `output`, in their order. More than one job, or a time limit, takes threads.
 *
 * @param {AsyncIterable<Request>} requests
 * @param {NodeJS.WritableStream} output
 * @param {Pick<Command, 'jobs' | 'timeLimit' | 'blocks'> & { progress: Progress }} settings
 */
export async function answer(requests, output, { jobs, timeLimit, blocks, progress }) {
  const threaded = jobs > 1 || timeLimit !== undefined;
  const functions = threaded ? new WorkerPool({ size: jobs, timeLimit }) : { clean, summarize };
  /** @type {Promise<void>[]} */
  const written = [];
  let last = Promise.resolve();
  for await (const request of requests) {
    last = write(answerTo(request, functions, blocks), last);
    written.push(last);
    if (written.length >= (threaded ? jobs * AHEAD : 1)) await written.shift();
  }
  await last;

  /**
   * @param {Promise<object>} answer
   * @param {Promise<void>} before
   */
  async function write(answer, before) {
    const [object] = await Promise.all([answer, before]);
    progress.add('error' in object);
    if (!output.write(`${lineOf(object)}\n`)) await once(output, 'drain');
  }
}

/**
 * @param {Request} request
 * @param {{ clean: typeof clean, summarize: typeof summarize } | WorkerPool} functions
 * @param {boolean} blocks
 * @returns {Promise<object>}
 */
async function answerTo(request, functions, blocks) {
  const { id } = request;
  try {
    if (request.name === undefined) throw request.error;
    if (request.name === 'summarize') {
      const found = await functions.summarize(...request.args);
      return { id, summary: found.map((sentence) => sentence.text), summarySentences: found };
    }
    const { blocks: verdicts, ...article } = await functions.clean(...request.args);
    return { id, ...article, ...(blocks && { blocks: verdicts }) };
  } catch (error) {
    // Of a page that was read and holds no article the answer is its empty text and what the page says of itself: in a batch that
    // is a finding, not a failure of the line.
    if (error instanceof UnchaffError && error.code === 'nothing-readable')
      return { id, ...error.metadata, textContent: '', summary: [], notice: said(error) };
    return { id, error: said(error) };
  }
}

/**
 * What an answer says of a failure. One that nobody foresaw must not end the run either.
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
    // JSON.parse reads an id that is nested deeper than JSON.stringify can write.
    return printableJson({
      id: null,
      error: said(new CliError('invalid-line', `The answer cannot be written (${messageOf(error)}). Give a string or a number as the id.`)),
    });
  }
}

/**
 * The requests that files and addresses stand for; their names are the ids.
 *
 * @param {AsyncIterable<string>} sources
 * @param {Pick<Command, 'options' | 'fetchTimeout'>} command
 * @returns {AsyncGenerator<Request, void>}
 */
export async function* requestsOfSources(sources, { options, fetchTimeout }) {
  for await (const source of sources) {
    try {
      const page = await readSource(source, options.maxBytes, fetchTimeout);
      yield { id: source, name: 'clean', args: [page.bytes, /** @type {CleanOptions} */ ({ ...page.options, ...options })] };
    } catch (error) {
      yield { id: source, error };
    }
  }
}

/**
 * The requests on the lines of a stream.
 *
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} input
 * @param {Pick<Command, 'options'>} command
 * @returns {AsyncGenerator<Request, void>}
 */
export async function* requestsOfLines(input, { options }) {
  let number = 0;
  for await (const line of lines(input, MAX_LINE_BYTES)) {
    number++;
    // Some programs begin a file with a byte order mark.
    const request = number === 1 ? line?.replace(/^\ufeff/, '') : line;
    if (request === undefined || NOT_BLANK.test(request)) yield requestOf(request, number, options);
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
  try {
    const request = parse(line, number);
    id = request.id ?? null;
    if (request.summarize === undefined) return { id, name: 'clean', args: pageOf(request, number, options) };
    return { id, name: 'summarize', args: textOf(request.summarize) };
  } catch (error) {
    return { id, error };
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
function pageOf({ url, html, base64, charset, text }, number, options) {
  const [kind, given] = Object.entries({ html, base64, text }).find(([, value]) => value !== undefined && value !== null) ?? [];
  if (typeof given !== 'string') throw invalid(number, 'there is no string in "html", "base64" or "text", and no "summarize"');
  const page = kind === 'base64' ? Buffer.from(given, 'base64') : given;
  // The core refuses what is no string, with what to do.
  // A table that was made into NDJSON has an empty field for a row without an address.
  const named = /** @type {CleanOptions} */ ({ url: url === '' ? undefined : url, type: kind === 'text' ? 'text' : 'html', charset });
  return [page, /** @type {CleanOptions} */ ({ ...named, ...options })];
}

/** Settings of a line's summary. A pool has options of its own, which no line may set. */
const SUMMARY_SETTINGS = ['title', 'description', 'sentences', 'summaryShare', 'summaryCharacters', 'language', 'share', 'characters'];

/**
 * @param {unknown} given
 * @returns {[string, SummarizeOptions]}
 */
function textOf(given) {
  const { text, ...settings } = /** @type {Record<string, unknown>} */ (given ?? {});
  const unknown = Object.keys(settings).find((name) => !SUMMARY_SETTINGS.includes(name));
  if (unknown !== undefined) {
    throw new CliError(
      'invalid-option',
      `The option ${unknown} cannot be used: there is no such option. Known are: text, ${SUMMARY_SETTINGS.join(', ')}.`,
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
