// Sets up what is missing: the Rust toolchain, the npm packages, the package in pkg/. Where nothing is missing it is a
// matter of seconds and needs no network.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, Failure, ROOT, run, start } from './run.mjs';

/** Toolchain and npm packages. */
export function setUp() {
  checkNode();
  setUpRust();
  setUpNpm();
}

/** The npm package in pkg/. */
export const build = () => startBuild()();

/** The same, beside other work: the answer waits for its end. */
export function startBuild() {
  console.log('Preparing the build tool (a minute the first time)');
  return startTool('build');
}

/**
 * Starts a command of the build tool. The tool is compiled with the features that its crates have in the whole workspace, so the
 * tests in Rust find them compiled.
 */
export function startTool(command) {
  const advice = 'See above for what is wrong.';
  const tool = join(process.env.CARGO_TARGET_DIR ?? 'target', 'debug', 'xtask');
  return start(['cargo', ['build', '--quiet', '--locked', '--workspace', '--bin', 'xtask'], advice], [tool, [command], advice]);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`Node ${process.versions.node} is too old: install Node 20.19 or later from https://nodejs.org.`);
  }
}

function setUpRust() {
  if (ask('rustup', ['--version']) === undefined) {
    throw new Failure('rustup is missing: install it from https://rustup.rs, open a new terminal, and start again.');
  }
  setUpToolchain();
  // The standard library's source makes the module smaller. Where it cannot be had, the build does without it and says so.
  if (!ask('rustup', ['component', 'list', '--installed'])?.includes('rust-src')) ask('rustup', ['component', 'add', 'rust-src']);
}

function setUpToolchain() {
  const { channel, components, targets } = toolchain();
  const present = (list, names) => names.every((name) => list?.split('\n').some((line) => line.startsWith(name)));
  if (
    present(ask('rustup', ['target', 'list', '--installed', '--toolchain', channel]), targets) &&
    present(ask('rustup', ['component', 'list', '--installed', '--toolchain', channel]), components)
  ) {
    return;
  }
  console.log(`Installing Rust ${channel} with ${[...components, ...targets].join(', ')}`);
  run(
    'rustup',
    [
      ...['toolchain', 'install', channel, '--profile', 'minimal', '--no-self-update'],
      ...components.flatMap((name) => ['--component', name]),
      ...targets.flatMap((name) => ['--target', name]),
    ],
    'Is there a network connection?',
  );
}

/** What rust-toolchain.toml asks for. rustup reads that file too, but installs from it only in some versions. */
function toolchain() {
  const text = readFileSync(join(ROOT, 'rust-toolchain.toml'), 'utf8');
  const list = (key) => [...(new RegExp(`^${key} = \\[(.*)\\]`, 'm').exec(text)?.[1] ?? '').matchAll(/"(.*?)"/g)].map((m) => m[1]);
  return { channel: /^channel = "(.*)"/m.exec(text)[1], components: list('components'), targets: list('targets') };
}

function setUpNpm() {
  const age = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (age('node_modules/.package-lock.json') >= age('package-lock.json')) return;
  console.log('Installing npm packages');
  run(
    'npm',
    // No package needs its install script: those of esbuild and others only check what npm has placed already.
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    'Is there a network connection?',
  );
}
