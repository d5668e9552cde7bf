#!/usr/bin/env node
// The command `unchaff`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseCommand, USAGE } from './cli/command.js';
import { CliError, USAGE_STATUS } from './cli/errors.js';
import { FileNames } from './cli/files.js';
import { EXTENSIONS, FORMATS, withFrontMatter } from './cli/formats.js';
import { answer, requestsOfLines, requestsOfSources } from './cli/ndjson.js';
import { Progress } from './cli/progress.js';
import { expand, readSource } from './cli/source.js';
import { hasColour, verdicts } from './cli/verdicts.js';
import { clean, UnchaffError } from './node.js';

// A reader that closes the pipe (`unchaff … | head`) has seen enough; that is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  report(error);
}

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

/** Prints each page, or writes its file. One that fails is reported and does not stop the others. */
async function printPages({ sources, format, frontMatter, output, fetchTimeout, options }) {
  if (sources.length === 0 && process.stdin.isTTY) {
    throw new CliError('usage', 'give a file, an address, or a page on standard input; --help tells more.', USAGE_STATUS);
  }
  const names = output !== undefined && new FileNames(output, EXTENSIONS[format]);
  if (names) mkdirSync(output, { recursive: true });
  let separator = '';
  for await (const source of expand(sources.length > 0 ? sources : ['-'])) {
    try {
      const page = await readSource(source, options.maxBytes, fetchTimeout);
      const text = printed(clean(page.bytes, { ...page.options, ...options }), format, frontMatter, !names);
      if (names) writeFileSync(names.pathFor(source), text);
      else process.stdout.write(separator + text);
      separator = '\n';
    } catch (error) {
      report(error, sources.length > 1 && source);
    }
  }
}

function printed(article, format, frontMatter, toTerminal) {
  if (format === 'verdicts') return verdicts(article, toTerminal && hasColour(process.stdout, process.env));
  return frontMatter ? withFrontMatter(article) : FORMATS[format](article);
}

/** Says what failed, and of which source if there are several; what is no failure of ours or the page's is thrown on. */
function report(error, source) {
  if (!(error instanceof UnchaffError || error instanceof CliError)) throw error;
  const place = source && !error.message.includes(source) ? `${source}: ` : '';
  console.error(`unchaff: ${error.code}: ${place}${error.message}`);
  process.exitCode = error.status ?? 1;
}
