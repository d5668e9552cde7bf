// The command line's words.
import { parseArgs } from 'node:util';
import { messageOf } from '../lib/error.js';
import { CliError, USAGE_STATUS } from './errors.js';
import { FORMATS } from './formats.js';

export const USAGE = `unchaff: the article of a web page or of pasted text

  unchaff [SOURCE …] [options]            files, patterns, addresses; - or nothing
                                          reads standard input
  unchaff --ndjson [SOURCE …] [options]   many pages, one JSON object a line

Output
  --format FORMAT    markdown (default), html, text or json
  --front-matter     with Markdown: title, authors, date and the like as YAML
  --output FOLDER    write a file for each page, named after its source
  --explain          print the page block by block, what was kept in colour, and
                     why; with --format json or --ndjson, add it to the answer
  --json-ld          with --format json or --ndjson, add the page's JSON-LD

Reading
  --url URL          the page's address, for relative links; not needed with URL
  --type TYPE        what the input is: auto (default), html or text
  --charset NAME     the charset that the server named
  --max-bytes N      refuse larger pages
  --fetch-timeout S  seconds that a server may take; 30 by default
  --beta N           how much is kept in doubt, 0.1 to 10; 1 by default: 2
                     keeps more, 0.5 less
  --whole            keep everything that the page shows: for a selected part

Summary
  --sentences N      sentences in the summary; 3 by default, 0 for none
  --summary-share S  length of the summary as a share of the text, for example 0.1
  --summary-characters N  longest summary in characters

Many pages
  --ndjson           answer {"id",…article} or {"id","error":{"code","message"}} a
                     line, in the order of the input; of a page without an article
                     {"id",…metadata,"textContent":"","summary":[],"notice"}.
                     Without SOURCE read {"id","url","html"}, {"id","url","text"},
                     {"id","url","base64","charset"} for the bytes of HTML, or
                     {"id","summarize":{"title","text","sentences","language"}} a line
  --blocks           with --ndjson, answer each block's verdict too
  --jobs N           with --ndjson, work on N pages at once; 1 by default
  --time-limit S     with --ndjson, give up on a page after S seconds

  --help, --version

Colour goes to terminals alone, and nowhere with NO_COLOR; FORCE_COLOR forces it.

Exit status
  0  done; with --ndjson also when pages failed: their lines say so
  1  a page could not be read, or holds no article; the others are printed
  2  the command makes no sense
`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = {
  format: { type: 'string' },
  'front-matter': { type: 'boolean', default: false },
  output: { type: 'string' },
  url: { type: 'string' },
  type: { type: 'string' },
  charset: { type: 'string' },
  sentences: { type: 'string' },
  'summary-share': { type: 'string' },
  'summary-characters': { type: 'string' },
  'max-bytes': { type: 'string' },
  'fetch-timeout': { type: 'string' },
  beta: { type: 'string' },
  whole: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  'json-ld': { type: 'boolean', default: false },
  ndjson: { type: 'boolean', default: false },
  blocks: { type: 'boolean', default: false },
  jobs: { type: 'string' },
  'time-limit': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
};

/** @typedef {keyof typeof FORMATS | 'verdicts'} Format */

/**
 * The parts of an article that take time of their own.
 *
 * @type {readonly import('unchaff').OmittablePart[]}
 */
const PARTS = ['content', 'markdown', 'links', 'summary', 'keywords', 'blocks'];

/**
 * Those that a form of printing shows.
 *
 * @type {Record<Format, readonly import('unchaff').OmittablePart[]>}
 */
const PRINTED = { markdown: ['markdown'], html: ['content'], text: [], verdicts: ['blocks'], json: PARTS };

/** @type {readonly import('unchaff').OmittablePart[]} */
const PRINTED_IN_FRONT_MATTER = ['keywords'];

/** Threads that can be asked for: far more than any machine has cores, far fewer than would exhaust it. */
const MAX_JOBS = 256;

/**
 * What to do.
 *
 * @typedef {ReturnType<typeof parseCommand>} Command
 */

/**
 * Arguments in; what to do out. Times are in milliseconds.
 *
 * @param {string[]} args
 */
export function parseCommand(args) {
  const { values, positionals: sources } = parse(args);
  refuseContradictions(values, sources);
  const jobs = number('jobs', values.jobs) ?? 1;
  const format = /** @type {Format} */ (values.format) ?? (values.explain ? 'verdicts' : 'markdown');
  const blocks = values.blocks || values.explain;
  const printed = [...PRINTED[format], ...(values['front-matter'] ? PRINTED_IN_FRONT_MATTER : [])];
  const parts = values.ndjson ? PARTS.filter((part) => part !== 'blocks' || blocks) : printed;
  if (jobs < 1 || jobs > MAX_JOBS) throw usage(`--jobs has to be between 1 and ${MAX_JOBS}; it is ${jobs}.`);
  return {
    help: values.help,
    version: values.version,
    ndjson: values.ndjson,
    sources,
    format,
    frontMatter: values['front-matter'],
    output: values.output,
    blocks,
    jobs,
    timeLimit: milliseconds('time-limit', values['time-limit']),
    fetchTimeout: milliseconds('fetch-timeout', values['fetch-timeout']),
    options: defined({
      url: values.url,
      // The core refuses other words, with those that it takes.
      type: /** @type {import('unchaff').InputType | undefined} */ (values.type),
      charset: values.charset,
      sentences: number('sentences', values.sentences),
      summaryShare: decimal('summary-share', values['summary-share']),
      summaryCharacters: number('summary-characters', values['summary-characters']),
      maxBytes: number('max-bytes', values['max-bytes']),
      beta: decimal('beta', values.beta),
      whole: values.whole || undefined,
      explain: values.explain || undefined,
      jsonLd: values['json-ld'] || undefined,
      omit: PARTS.filter((part) => !parts.includes(part)),
    }),
  };
}

/**
 * @param {ReturnType<typeof parse>['values']} values
 * @param {string[]} sources
 */
function refuseContradictions(values, sources) {
  const { format, ndjson } = values;
  if (format !== undefined && !Object.hasOwn(FORMATS, format)) {
    throw usage(`there is no format "${format}"; give ${Object.keys(FORMATS).join(', ')}.`);
  }
  if (ndjson && (format !== undefined || values.output !== undefined)) {
    throw usage('--ndjson answers JSON on standard output: leave out --format and --output.');
  }
  for (const name of /** @type {const} */ (['blocks', 'jobs', 'time-limit'])) {
    if (values[name] && !ndjson) throw usage(`--${name} goes with --ndjson.`);
  }
  const answersJson = ndjson || format === 'json';
  if (values['json-ld'] && !answersJson) throw usage('--json-ld goes with --format json or --ndjson: other formats have no place for it.');
  if (values.explain && format !== undefined && !answersJson) {
    throw usage('--explain has a form of its own, or goes with --format json or --ndjson: leave out --format.');
  }
  if (values['front-matter'] && (ndjson || values.explain || (format ?? 'markdown') !== 'markdown')) {
    throw usage('--front-matter goes with Markdown.');
  }
  if (sources.length > 1 && values.url !== undefined) throw usage(`--url is the address of one page; there are ${sources.length}.`);
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage(`${messageOf(error)}. See unchaff --help.`);
  }
}

/**
 * @param {string} name
 * @param {string | undefined} text
 */
function number(name, text) {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw usage(`--${name} has to be a whole number, 0 or more; it is "${text}".`);
  return Number(text);
}

/**
 * @param {string} name
 * @param {string | undefined} text
 */
function decimal(name, text) {
  if (text === undefined) return undefined;
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) throw usage(`--${name} has to be a number, for example 0.1; it is "${text}".`);
  return Number(text);
}

/** Longest time that can be given: a day. */
const MAX_SECONDS = 24 * 60 * 60;

/**
 * @param {string} name
 * @param {string | undefined} text
 */
function milliseconds(name, text) {
  const seconds = decimal(name, text);
  if (seconds === undefined) return undefined;
  if (seconds === 0 || seconds > MAX_SECONDS) throw usage(`--${name} is in seconds, above 0 and at most ${MAX_SECONDS}; it is ${text}.`);
  return Math.ceil(seconds * 1000);
}

/**
 * @param {import('unchaff').CleanChoices & import('unchaff').SummaryLengths} object
 * @returns {import('unchaff').CleanOptions}
 */
function defined(object) {
  const given = Object.entries(object).filter(([, value]) => value !== undefined);
  // The core refuses two lengths of the summary.
  return /** @type {import('unchaff').CleanOptions} */ (Object.fromEntries(given));
}

/** @param {string} message */
function usage(message) {
  return new CliError('usage', message, USAGE_STATUS);
}
