// Runs the package's command for the tests.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../pkg/cli.js', import.meta.url));

/** Starts the command. */
export function start(...args) {
  return spawn(process.execPath, [CLI, ...args]);
}

/** Runs the command to its end with `input` on its standard input, and with flags of Node. */
export async function unchaff(args, input = '', flags = []) {
  const child = spawn(process.execPath, [...flags, CLI, ...args]);
  const result = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      result[name] += text;
    });
  }
  // A command that fails early does not read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  result.status = await new Promise((resolve) => child.once('close', resolve));
  return result;
}
