// Many pages in one run: a JSON object a line in, a JSON object a line out, in the same order. One page is held at a
// time, whatever the size of the input, and no line stops those after it.
import { once } from 'node:events';
import { clean, summarize, UnchaffError } from '../node.js';
import { lines } from './lines.js';

/** Longest line in bytes. JSON writes a control character as six bytes, and a page has 32 MB at most. */
const MAX_LINE_BYTES = 6 * 32 * 1024 * 1024;

/** Answers each line of `input` on `output`; ends when the input does. */
export async function answerLines(input, output, { blocks, options }) {
  let number = 0;
  for await (const line of lines(input, MAX_LINE_BYTES)) {
    number++;
    if (line?.trim() === '') continue;
    const answer = JSON.stringify(answerLine(line, number, { blocks, options }));
    if (!output.write(`${answer}\n`)) await once(output, 'drain');
  }
}

function answerLine(line, number, { blocks, options }) {
  let id = null;
  try {
    const request = parse(line, number);
    id = request.id ?? null;
    if (request.summarize !== undefined) {
      const { text, ...settings } = request.summarize ?? {};
      const sentences = summarize(text, settings);
      return { id, summary: sentences.map((sentence) => sentence.text), summarySentences: sentences };
    }
    const { blocks: verdicts, ...article } = clean(...pageOf(request, number, options));
    return { id, ...article, ...(blocks && { blocks: verdicts }) };
  } catch (error) {
    if (!(error instanceof UnchaffError)) throw error;
    // Of a page that was read and holds no article the answer is its empty text: in a batch that is a finding, not a
    // failure of the line.
    if (error.code === 'nothing-readable') return { id, title: null, textContent: '', summary: [], notice: said(error) };
    return { id, error: said(error) };
  }
}

function said({ code, message }) {
  return { code, message };
}

function parse(line, number) {
  if (line === undefined) {
    throw new UnchaffError('input-too-large', `Line ${number} has more than ${MAX_LINE_BYTES} bytes. Give each page a line of its own.`);
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

function pageOf({ url, html, text }, number, options) {
  const type = html === undefined ? 'text' : 'html';
  const page = html ?? text;
  if (typeof page !== 'string') throw invalid(number, 'neither "html" nor "text" is a string, and there is no "summarize"');
  return [page, { url, type, ...options }];
}

function invalid(number, problem) {
  return new UnchaffError(
    'invalid-line',
    `Line ${number} cannot be read: ${problem}. Give {"id","url","html"}, {"id","url","text"} or {"id","summarize"}.`,
  );
}
