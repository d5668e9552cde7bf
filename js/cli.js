#!/usr/bin/env node
// The command `unchaff`.
import { readFileSync } from 'node:fs';
import { parseCommand, USAGE } from './cli/command.js';
import { CliError, USAGE_STATUS } from './cli/errors.js';
import { FORMATS } from './cli/formats.js';
import { answerLines } from './cli/ndjson.js';
import { readSource } from './cli/source.js';
import { clean, UnchaffError } from './node.js';

// A reader that closes the pipe (`unchaff … | head`) has seen enough; that is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnchaffError || error instanceof CliError)) throw error;
  console.error(`unchaff: ${error.code}: ${error.message}`);
  process.exitCode = error.status ?? 1;
}

async function main(args) {
  const command = parseCommand(args);
  if (command.help) {
    process.stdout.write(USAGE);
  } else if (command.version) {
    const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
    console.log(version);
  } else if (command.ndjson) {
    await answerLines(process.stdin, process.stdout, command);
  } else {
    if (command.source === undefined && process.stdin.isTTY) {
      throw new CliError('usage', 'give a file, an address, or a page on standard input; --help tells more.', USAGE_STATUS);
    }
    const page = await readSource(command.source ?? '-', command.options.maxBytes);
    const article = clean(page.bytes, { ...page.options, ...command.options });
    process.stdout.write(FORMATS[command.format](article));
  }
}
