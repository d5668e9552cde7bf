// Many pages in one run: a JSON object a line out for each page, in the order of the input. A few pages are held at a
// time, whatever the size of the input, and no page stops those after it.
import { once } from 'node:events';
import { MAX_BYTES } from '../limits.js';
import { clean, summarize, UnchaffError } from '../node.js';
import { WorkerPool } from '../worker-node.js';
import { CliError } from './errors.js';
import { lines } from './lines.js';
import { readSource } from './source.js';

/** Longest line in bytes. JSON writes a control character as six bytes. */
const MAX_LINE_BYTES = 6 * MAX_BYTES;

/** Pages read ahead for each thread, so that none waits for the next. */
const AHEAD = 2;

/**
 * Answers each request on `output`, in their order. More than one job, or a time limit, takes threads.
 *
 * @param {AsyncIterable<{ id: unknown, name: string, args: unknown[] } | { id: unknown, error: Error }>} requests
 */
export async function answer(requests, output, { jobs, timeLimit, blocks, progress }) {
  const threaded = jobs > 1 || timeLimit !== undefined;
  const functions = threaded ? new WorkerPool({ size: jobs, timeLimit }) : { clean, summarize };
  const written = [];
  let last = Promise.resolve();
  for await (const request of requests) {
    last = write(answerTo(request, functions, blocks), last);
    written.push(last);
    if (written.length >= (threaded ? jobs * AHEAD : 1)) await written.shift();
  }
  await last;

  async function write(answer, before) {
    const [object] = await Promise.all([answer, before]);
    progress.add('error' in object);
    if (!output.write(`${JSON.stringify(object)}\n`)) await once(output, 'drain');
  }
}

async function answerTo({ id, error, name, args }, functions, blocks) {
  try {
    if (error) throw error;
    const found = await functions[name](...args);
    if (name === 'summarize') return { id, summary: found.map((sentence) => sentence.text), summarySentences: found };
    const { blocks: verdicts, ...article } = found;
    return { id, ...article, ...(blocks && { blocks: verdicts }) };
  } catch (error) {
    if (!(error instanceof UnchaffError || error instanceof CliError)) throw error;
    // Of a page that was read and holds no article the answer is its empty text: in a batch that is a finding, not a
    // failure of the line.
    if (error.code === 'nothing-readable') return { id, title: null, textContent: '', summary: [], notice: said(error) };
    return { id, error: said(error) };
  }
}

function said({ code, message }) {
  return { code, message };
}

/** The requests that files and addresses stand for; their names are the ids. */
export async function* requestsOfSources(sources, { options, fetchTimeout }) {
  for await (const source of sources) {
    try {
      const page = await readSource(source, options.maxBytes, fetchTimeout);
      yield { id: source, name: 'clean', args: [page.bytes, { ...page.options, ...options }] };
    } catch (error) {
      yield { id: source, error };
    }
  }
}

/** The requests on the lines of a stream. */
export async function* requestsOfLines(input, { options }) {
  let number = 0;
  for await (const line of lines(input, MAX_LINE_BYTES)) {
    number++;
    if (line?.trim() !== '') yield requestOf(line, number, options);
  }
}

function requestOf(line, number, options) {
  let id = null;
  try {
    const request = parse(line, number);
    id = request.id ?? null;
    if (request.summarize === undefined) return { id, name: 'clean', args: pageOf(request, number, options) };
    const { text, ...settings } = request.summarize ?? {};
    return { id, name: 'summarize', args: [text, settings] };
  } catch (error) {
    return { id, error };
  }
}

function parse(line, number) {
  if (line === undefined) {
    throw new CliError('input-too-large', `Line ${number} has more than ${MAX_LINE_BYTES} bytes. Give each page a line of its own.`);
  }
  let request;
  try {
    request = JSON.parse(line);
  } catch (error) {
    throw invalid(number, error.message);
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) throw invalid(number, 'no object');
  return request;
}

function pageOf({ url, html, base64, charset, text }, number, options) {
  const [kind, given] = Object.entries({ html, base64, text }).find(([, value]) => value !== undefined) ?? [];
  if (typeof given !== 'string') throw invalid(number, 'there is no string in "html", "base64" or "text", and no "summarize"');
  const page = kind === 'base64' ? Buffer.from(given, 'base64') : given;
  return [page, { url, type: kind === 'text' ? 'text' : 'html', charset, ...options }];
}

function invalid(number, problem) {
  return new CliError(
    'invalid-line',
    `Line ${number} cannot be read: ${problem}. Give {"id","url","html"}, {"id","url","base64","charset"}, {"id","url","text"} or {"id","summarize"}.`,
  );
}
