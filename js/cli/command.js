// Parses the arguments of the command line.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { messageOf } from '../lib/error.js';
import { CliError, USAGE_STATUS } from './errors.js';
import { PARTS, partOf, unknownFields } from './fields.js';
import { FORMATS } from './formats.js';

export const USAGE = `unchaff: the article of a web page or of pasted text

  unchaff [SOURCE …] [options]            files, folders, patterns, addresses; - or
                                          no SOURCE reads standard input
  unchaff --ndjson [SOURCE …] [options]   many pages, one JSON object a line

Output
  --format FORMAT    markdown (default), html, text or json
  --front-matter     with Markdown, begin with title, authors, date and so on as YAML
  --output FOLDER    write a file for each page, named after its source
  --explain          print each block of the page with the reason why it is kept or
                     not, kept blocks in colour; with --format json or --ndjson,
                     add the reasons to the answer
  --comments         with --format json or --ndjson, add the comments under an article
  --json-ld          with --format json or --ndjson, add the page's JSON-LD
  --fields A,B       with --format json or --ndjson, print only these fields
  --omit A,B         with --format json or --ndjson, leave out these parts: content,
                     markdown, links, summary, keywords, blocks

Reading
  SOURCE             can be compressed (page.html.gz), or an archive of many pages
                     (crawl.warc.gz); in a folder, the .html, .htm, .xhtml, .txt
                     and .warc files are read
  --url URL          the page's address, for relative links; not needed if SOURCE is
                     an address
  --type TYPE        what the input is: auto (default), html or text
  --charset NAME     the charset that the server named
  --max-bytes N      refuse larger pages
  --fetch-timeout S  maximum seconds to wait for a server; 30 by default
  --user-agent NAME  the name to send to servers
  --header 'N: V'    a header to send to servers; can be repeated
  --beta N           how much is kept if in doubt, 0.1 to 10; 1 by default: 2
                     keeps more, 0.5 less
  --whole            keep everything that the page shows, for a selected part of a page
  --rules FILE       a JSON array of a site's rules, as learnRules makes them

Summary
  --sentences N      sentences in the summary, 0 for none; by default as many as
                     fit into a quarter of the text and into 600 characters
  --summary-share S  length of the summary as a share of the text, for example 0.1
  --summary-characters N  longest summary in characters

Many pages
  --ndjson           print one line for each page, in the order of the input:
                     {"id",…article} or {"id","error":{"code","message"}}, or for a
                     page without an article
                     {"id",…metadata,"textContent":"","summary":[],"notice"}.
                     Without SOURCE, each input line is {"id","url","html"},
                     {"id","url","text"}, {"id","url","base64","charset"} for the
                     bytes of HTML, or
                     {"id","summarize":{"title","text","sentences","language"}};
                     other fields of a line are copied into its answer
  --blocks           with --ndjson, add the verdict on each block
  --jobs N           work on N pages at once; 1 by default
  --time-limit S     give up on a page after S seconds

  --help, --version

Only terminals get colour. NO_COLOR turns it off, FORCE_COLOR forces it.

Exit status
  0  done; with --ndjson also if pages failed, because their lines say so
  1  a page could not be read or has no article; the others are printed
  2  the command is wrong
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
  'user-agent': { type: 'string' },
  header: { type: 'string', multiple: true },
  beta: { type: 'string' },
  whole: { type: 'boolean', default: false },
  rules: { type: 'string' },
  explain: { type: 'boolean', default: false },
  comments: { type: 'boolean', default: false },
  'json-ld': { type: 'boolean', default: false },
  fields: { type: 'string' },
  omit: { type: 'string' },
  ndjson: { type: 'boolean', default: false },
  blocks: { type: 'boolean', default: false },
  jobs: { type: 'string' },
  'time-limit': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
};

/** @typedef {keyof typeof FORMATS | 'verdicts'} Format */

/**
 * The parts of an article that each format prints.
 *
 * @type {Record<Format, readonly import('unchaff').OmittablePart[]>}
 */
const PRINTED = { markdown: ['markdown'], html: ['content'], text: [], verdicts: ['blocks'], json: PARTS };

/** @type {readonly import('unchaff').OmittablePart[]} */
const PRINTED_IN_FRONT_MATTER = ['keywords'];

/**
 * Maximum number of threads. It is far more than any machine has cores, and far fewer than would
 * exhaust a machine.
 */
const MAX_JOBS = 256;

/**
 * A parsed command.
 *
 * @typedef {ReturnType<typeof parseCommand>} Command
 */

/**
 * Parses the arguments of the command line. Times in the result are in milliseconds.
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
  const answered = values.ndjson ? PARTS.filter((part) => part !== 'blocks' || blocks) : printed;
  const fields = list(values.fields);
  refuseUnknownNames('fields', unknownFields(fields ?? []), 'unchaff --format json shows all');
  const left = list(values.omit) ?? [];
  const isPart = (/** @type {string} */ name) => PARTS.some((part) => part === name);
  refuseUnknownNames(
    'omit',
    left.filter((name) => !isPart(name)),
    `give some of ${PARTS.join(', ')}`,
  );
  const wanted = fields ? fields.map(partOf) : answered;
  const omit = PARTS.filter((part) => !wanted.includes(part) || left.includes(part));
  const maxBytes = number('max-bytes', values['max-bytes']);
  if (jobs < 1 || jobs > MAX_JOBS) throw usage(`--jobs has to be between 1 and ${MAX_JOBS}; it is ${jobs}.`);
  return {
    help: values.help,
    version: values.version,
    ndjson: values.ndjson,
    sources,
    format,
    frontMatter: values['front-matter'],
    output: values.output,
    choice: { fields, omit },
    jobs,
    timeLimit: milliseconds('time-limit', values['time-limit']),
    reading: {
      maxBytes,
      fetchTimeout: milliseconds('fetch-timeout', values['fetch-timeout']),
      headers: headers(values.header ?? [], values['user-agent']),
    },
    options: defined({
      url: values.url,
      // The core rejects other values. Its error names the allowed ones.
      type: /** @type {import('unchaff').InputType | undefined} */ (values.type),
      charset: values.charset,
      sentences: number('sentences', values.sentences),
      summaryShare: decimal('summary-share', values['summary-share']),
      summaryCharacters: number('summary-characters', values['summary-characters']),
      maxBytes,
      beta: decimal('beta', values.beta),
      whole: values.whole || undefined,
      rules: values.rules === undefined ? undefined : rules(values.rules),
      explain: values.explain || undefined,
      comments: values.comments || undefined,
      jsonLd: values['json-ld'] || undefined,
      omit,
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
    throw usage('--ndjson prints JSON on standard output: leave out --format and --output.');
  }
  if (values.blocks && !ndjson) throw usage('--blocks goes with --ndjson.');
  const answersJson = ndjson || format === 'json';
  for (const name of /** @type {const} */ (['fields', 'omit'])) {
    if (values[name] !== undefined && !answersJson) throw usage(`--${name} goes with --format json or --ndjson.`);
  }
  if (values.comments && !answersJson) throw usage('--comments goes with --format json or --ndjson: comments are not part of the article.');
  if (values['json-ld'] && !answersJson) throw usage('--json-ld goes with --format json or --ndjson: other formats cannot contain it.');
  if (values.explain && format !== undefined && !answersJson) {
    throw usage('--explain has its own format, or goes with --format json or --ndjson: leave out --format.');
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
 * Reads the rules in a file. The core rejects rules that cannot be used.
 *
 * @param {string} file
 * @returns {import('unchaff').Rule[]}
 */
function rules(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw usage(`--rules cannot read ${file}: ${messageOf(error)}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage(`--rules has to name a file with a JSON array of rules; ${file} has none: ${messageOf(error)}.`);
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

/**
 * Returns the names in a list separated by commas.
 *
 * @param {string | undefined} text
 */
function list(text) {
  return text
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * @param {string} option
 * @param {string[]} names the unknown names
 * @param {string} advice
 */
function refuseUnknownNames(option, names, advice) {
  if (names.length > 0) throw usage(`--${option} does not know ${names.join(', ')}; ${advice}.`);
}

/**
 * Returns the headers for servers, in the form that `fetch` takes.
 *
 * @param {string[]} given
 * @param {string | undefined} userAgent
 * @returns {Record<string, string>}
 */
function headers(given, userAgent) {
  const fields = given.map((header) => {
    const [, name, value] = /^([!#$%&'*+.^`|~\w-]+):\s*([^\r\n]*)$/.exec(header) ?? [];
    if (name === undefined) throw usage(`--header has to be a name, a colon and a value; it is "${header}".`);
    return [name.toLowerCase(), value];
  });
  return Object.fromEntries([...fields, ...(userAgent === undefined ? [] : [['user-agent', userAgent]])]);
}

/** Longest time that is accepted: a day. */
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
  // The core rejects options with two lengths of the summary.
  return /** @type {import('unchaff').CleanOptions} */ (Object.fromEntries(given));
}

/** @param {string} message */
function usage(message) {
  return new CliError('usage', message, USAGE_STATUS);
}
