// Runs other programs for the scripts, and explains failures in words.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A failure whose message is enough for the reader. */
export class Failure extends Error {}

/**
 * Runs a command in the root of the repository. Its output goes to the terminal. `advice` says what
 * to do if it fails.
 */
export function run(command, args, advice, env = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  check(command, args, advice, { status, signal, error });
}

/**
 * Starts commands that run one after another in the background. Returns a function that waits for
 * their end and fails like `run`. The commands are ended when the script ends.
 *
 * @param {[command: string, args: string[], advice: string][]} commands
 */
export function start(...commands) {
  let child;
  let isAwaited = false;
  const end = ([command, args]) =>
    new Promise((resolve) => {
      child = spawn(command, args, { cwd: ROOT, stdio: 'inherit' });
      // A script that has failed does not wait for the commands.
      if (!isAwaited) child.unref();
      child.on('error', (error) => resolve({ error }));
      child.on('exit', (status, signal) => resolve({ status, signal }));
    });
  const ended = (async () => {
    for (const command of commands) {
      const result = await end(command);
      if (result.status !== 0) return { command, result };
    }
  })();
  process.on('exit', () => child.kill());
  return async () => {
    isAwaited = true;
    child.ref();
    const failed = await ended;
    if (failed) check(...failed.command, failed.result);
  };
}

function check(command, args, advice, { status, signal, error }) {
  if (status === 0) return;
  const what = error ? error.message : signal ? `signal ${signal}` : `status ${status}`;
  throw new Failure(`\`${[command, ...args].join(' ')}\` failed (${what}). ${advice}`);
}

/** Returns the output of a command, or `undefined` if it fails or does not exist. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : undefined;
}

/** Runs the main function of a script. If it throws a `Failure`, only the message is printed. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
