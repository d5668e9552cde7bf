// The command line's words.
import { parseArgs } from 'node:util';
import { CliError, USAGE_STATUS } from './errors.js';
import { FORMATS } from './formats.js';

export const USAGE = `unchaff: the article of a web page or of pasted text

  unchaff [FILE | URL | -] [options]      one page; - or nothing reads standard input
  unchaff --ndjson [--blocks]             many pages, one JSON object a line

Options
  --format FORMAT    markdown (default), html, text or json
  --url URL          the page's address, for relative links; not needed with URL
  --type TYPE        what the input is: auto (default), html or text
  --charset NAME     the charset that the server named
  --sentences N      sentences in the summary; 3 by default, 0 for none
  --summary-share S  length of the summary as a share of the text, for example 0.1
  --summary-characters N  longest summary in characters
  --max-bytes N      refuse larger pages
  --beta N           how much is kept in doubt, 0.1 to 10; 1 by default: 2
                     keeps more, 0.5 less
  --explain          with --format json or --ndjson, say of each block what
                     moved the verdict
  --ndjson           read {"id","url","html"}, {"id","url","text"} or
                     {"id","summarize":{"title","text","sentences","language"}} a line;
                     answer {"id",…article} or {"id","error":{"code","message"}} a line,
                     in the same order; of a page without an article
                     {"id","title":null,"textContent":"","summary":[],"notice"}
  --blocks           with --ndjson, answer each block's verdict too
  --help, --version

Exit status
  0  done; with --ndjson also when pages failed: their lines say so
  1  the page could not be read, or holds no article
  2  the command makes no sense
`;

const OPTIONS = {
  format: { type: 'string' },
  url: { type: 'string' },
  type: { type: 'string' },
  charset: { type: 'string' },
  sentences: { type: 'string' },
  'summary-share': { type: 'string' },
  'summary-characters': { type: 'string' },
  'max-bytes': { type: 'string' },
  beta: { type: 'string' },
  explain: { type: 'boolean', default: false },
  ndjson: { type: 'boolean', default: false },
  blocks: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
};

/** Arguments in; what to do out. */
export function parseCommand(args) {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) {
    throw usage(`one page at a time; there are ${positionals.length}. Use --ndjson for many.`);
  }
  if (values.ndjson && (values.format !== undefined || positionals.length > 0)) {
    throw usage('--ndjson reads standard input and answers JSON: leave out --format and the file.');
  }
  if (values.blocks && !values.ndjson) {
    throw usage('--blocks goes with --ndjson; --format json has the blocks already.');
  }
  const format = values.format ?? 'markdown';
  if (values.explain && !values.ndjson && format !== 'json') {
    throw usage('--explain goes with --format json or --ndjson: other formats have no place for it.');
  }
  if (!Object.hasOwn(FORMATS, format)) {
    throw usage(`there is no format "${format}"; give ${Object.keys(FORMATS).join(', ')}.`);
  }
  return {
    help: values.help,
    version: values.version,
    ndjson: values.ndjson,
    blocks: values.blocks || values.explain,
    source: positionals[0],
    format,
    options: defined({
      url: values.url,
      type: values.type,
      charset: values.charset,
      sentences: number('sentences', values.sentences),
      summaryShare: decimal('summary-share', values['summary-share']),
      summaryCharacters: number('summary-characters', values['summary-characters']),
      maxBytes: number('max-bytes', values['max-bytes']),
      beta: decimal('beta', values.beta),
      explain: values.explain || undefined,
    }),
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage(`${error.message}. See unchaff --help.`);
  }
}

function number(name, text) {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw usage(`--${name} has to be a whole number, 0 or more; it is "${text}".`);
  return Number(text);
}

function decimal(name, text) {
  if (text === undefined) return undefined;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) throw usage(`--${name} has to be a number, for example 0.1; it is "${text}".`);
  return Number(text);
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

function usage(message) {
  return new CliError('usage', message, USAGE_STATUS);
}
