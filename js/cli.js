#!/usr/bin/env node
// The command `unchaff`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseCommand, USAGE } from './cli/command.js';
import { CliError, USAGE_STATUS } from './cli/errors.js';
import { FileNames } from './cli/files.js';
import { EXTENSIONS, FORMATS } from './cli/formats.js';
import { answer, requestsOfLines, requestsOfSources } from './cli/ndjson.js';
import { printable } from './cli/printable.js';
import { Progress } from './cli/progress.js';
import { expand, readSource } from './cli/source.js';
import { hasColour, verdicts } from './cli/verdicts.js';
import { clean, UnchaffError } from './entries/node.js';
import { messageOf } from './lib/error.js';

/** Probability of the kind of page below which nothing is said of it: it would be a guess among seven. */
const LEAST_SURE = 0.5;

/**
 * @import { Article, CleanOptions } from 'unchaff'
 * @import { Command } from './cli/command.js'
 */

// A reader that closes the pipe (`unchaff … | head`) has seen enough; that is no failure.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  report(error);
}

/** @param {string[]} args */
async function main(args) {
  const command = parseCommand(args);
  if (command.help) {
    process.stdout.write(USAGE);
  } else if (command.version) {
    const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
    console.log(version);
  } else if (command.ndjson) {
    const { sources } = command;
    const requests = sources.length > 0 ? requestsOfSources(expand(sources), command) : requestsOfLines(process.stdin, command);
    const progress = new Progress(process.stderr);
    await answer(requests, process.stdout, { ...command, progress });
    progress.end();
  } else {
    await printPages(command);
  }
}

/**
 * Prints each page, or writes its file. One that fails is reported and does not stop the others.
 *
 * @param {Command} command
 */
async function printPages({ sources, format, frontMatter, output, fetchTimeout, options }) {
  if (sources.length === 0 && process.stdin.isTTY) {
    throw new CliError('usage', 'give a file, an address, or a page on standard input; --help tells more.', USAGE_STATUS);
  }
  const names = output === undefined ? undefined : new FileNames(output, EXTENSIONS[format]);
  if (output !== undefined) written(output, () => mkdirSync(output, { recursive: true }));
  let separator = '';
  for await (const source of expand(sources.length > 0 ? sources : ['-'])) {
    try {
      const page = await readSource(source, options.maxBytes, fetchTimeout);
      const article = clean(page.bytes, /** @type {CleanOptions} */ ({ ...page.options, ...options }));
      if (isListing(article)) tell(`${sources.length > 1 ? `${source}: ` : ''}this looks like a list of articles, not an article.`);
      const text = printed(article, format, frontMatter, !names);
      if (names) {
        const path = names.pathFor(source);
        written(path, () => writeFileSync(path, text));
      } else process.stdout.write(separator + text);
      separator = '\n';
    } catch (error) {
      report(error, sources.length > 1 ? source : undefined);
    }
  }
}

/**
 * Returns `true` if a page is most likely a list of articles and not an article.
 *
 * @param {Article} article
 */
function isListing({ pageType, pageTypeConfidence }) {
  return pageType === 'listing' && pageTypeConfidence !== null && pageTypeConfidence >= LEAST_SURE;
}

/**
 * Writes to the file system, and says what cannot be written.
 *
 * @param {string} path
 * @param {() => void} write
 */
function written(path, write) {
  try {
    write();
  } catch (error) {
    throw new CliError('cannot-write', `${path} cannot be written (${messageOf(error)}). Give another folder.`, 1, { cause: error });
  }
}

/**
 * @param {Article} article
 * @param {Command['format']} format
 * @param {boolean} frontMatter
 * @param {boolean} toTerminal
 * @returns {string}
 */
function printed(article, format, frontMatter, toTerminal) {
  if (format === 'verdicts') return verdicts(article, toTerminal && hasColour(process.stdout, process.env));
  return FORMATS[format](article, { frontMatter });
}

/**
 * Says what failed, and of which source if there are several; what is no failure of ours or the page's is thrown on.
 *
 * @param {unknown} error
 * @param {string} [source]
 */
function report(error, source) {
  if (!(error instanceof UnchaffError || error instanceof CliError)) throw error;
  tell(`${error.code}: ${source && !error.message.includes(source) ? `${source}: ` : ''}${error.message}`);
  process.exitCode = error instanceof CliError ? error.status : 1;
}

/**
 * Says something beside the answer.
 *
 * @param {string} message
 */
function tell(message) {
  console.error(printable(`unchaff: ${message}`));
}
