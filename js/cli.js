#!/usr/bin/env node
// The command `unchaff`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseCommand, USAGE } from './cli/command.js';
import { CliError, USAGE_STATUS } from './cli/errors.js';
import { chosen } from './cli/fields.js';
import { FileNames } from './cli/files.js';
import { EXTENSIONS, FORMATS } from './cli/formats.js';
import { answer, requestsOfLines, requestsOfSources } from './cli/ndjson.js';
import { inOrder } from './cli/order.js';
import { printable, printableJson } from './cli/printable.js';
import { Progress } from './cli/progress.js';
import { expand, isArchive } from './cli/source.js';
import { hasColour, verdicts } from './cli/verdicts.js';
import { workFor } from './cli/work.js';
import { UnchaffError } from './entries/node.js';
import { messageOf } from './lib/error.js';

/**
 * Below this probability, the kind of page is not mentioned, because it would be a guess among
 * seven kinds. Of 793 articles that the model had not seen, none was taken for a list with at least
 * this probability.
 */
const LEAST_SURE = 0.45;

/**
 * @import { Article } from 'unchaff'
 * @import { Command } from './cli/command.js'
 * @import { Request } from './cli/ndjson.js'
 */

// A reader may close the pipe early (`unchaff … | head`). That is not a failure.
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
    await answerLines(command);
  } else {
    await printPages(command);
  }
}

/** @param {Command} command */
async function answerLines(command) {
  const sources = await expand(command.sources);
  const requests = sources.length > 0 ? requestsOfSources(sources, command) : requestsOfLines(process.stdin, command, tell);
  // Standard input may have any number of lines.
  const work = workFor(command, sources.length > 0 ? countPages(sources) : Infinity);
  const progress = new Progress(process.stderr);
  await answer(requests, process.stdout, work, { ...command, progress });
  progress.end();
}

/**
 * Prints each page, or writes its file. A page that fails is reported and does not stop the others.
 *
 * @param {Command} command
 */
async function printPages(command) {
  const { output, format } = command;
  if (command.sources.length === 0 && process.stdin.isTTY) {
    throw new CliError('usage', 'give a file, an address, or a page on standard input; --help tells more.', USAGE_STATUS);
  }
  const names = output === undefined ? undefined : new FileNames(output, EXTENSIONS[format]);
  if (output !== undefined) written(output, () => mkdirSync(output, { recursive: true }));
  const sources = await expand(command.sources.length > 0 ? command.sources : ['-']);
  const { functions, ahead } = workFor(command, countPages(sources));
  let separator = '';
  let pages = 0;
  await inOrder(requestsOfSources(sources, command), ahead, work, take);

  /**
   * @param {Request & { id: string }} request
   * @returns {Promise<{ source: string, article?: Article, error?: unknown }>}
   */
  async function work(request) {
    const source = request.id;
    try {
      if (request.name !== 'clean') throw request.name === undefined ? request.error : undefined;
      return { source, article: await functions.clean(...request.args) };
    } catch (error) {
      return { source, error };
    }
  }

  /** @param {Awaited<ReturnType<typeof work>>} result */
  async function take({ source, article, error }) {
    pages++;
    const named = sources.length > 1 || pages > 1 ? source : undefined;
    try {
      if (!article) throw error;
      if (isListing(article)) tell(`${named ? `${named}: ` : ''}this looks like a list of articles, not an article.`);
      if (article.notice) tell(`${named ? `${named}: ` : ''}${article.notice.message}`);
      const text = printed(article, command, !names);
      if (names) {
        const path = names.pathFor(source);
        written(path, () => writeFileSync(path, text));
      } else process.stdout.write(separator + text);
      separator = '\n';
    } catch (problem) {
      report(problem, named);
    }
  }
}

/**
 * Returns the number of pages in sources. An archive may hold any number of pages.
 *
 * @param {string[]} sources
 */
function countPages(sources) {
  return sources.some(isArchive) ? Infinity : sources.length;
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
 * Writes to the file system. Reports what cannot be written.
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
 * @param {Pick<Command, 'format' | 'frontMatter' | 'choice'>} command
 * @param {boolean} toTerminal
 * @returns {string}
 */
function printed(article, { format, frontMatter, choice }, toTerminal) {
  if (format === 'verdicts') return verdicts(article, toTerminal && hasColour(process.stdout, process.env));
  if (format === 'json') return `${printableJson(chosen(article, choice), 2)}\n`;
  return FORMATS[format](article, { frontMatter });
}

/**
 * Reports what failed, and the source if there are several. Throws any other error again.
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
 * Prints a message on standard error.
 *
 * @param {string} message
 */
function tell(message) {
  console.error(printable(`unchaff: ${message}`));
}
