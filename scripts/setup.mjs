// Sets up everything that is missing: the Rust toolchain, the npm packages, the package in pkg/. If
// nothing is missing, this takes seconds and needs no network.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, Failure, ROOT, run, start } from './run.mjs';

/** Sets up the toolchain and the npm packages. */
export function setUp() {
  checkNode();
  setUpRust();
  setUpNpm();
}

/** Builds the npm package in pkg/. */
export const build = () => startBuild()();

/** Starts the build in the background. The result waits for its end. */
export function startBuild() {
  console.log('Preparing the build tool (a minute the first time)');
  return startTool('build');
}

/**
 * Starts a command of the build tool. The tool is compiled with the same features that its crates
 * have in the whole workspace, so that the Rust tests can use the compiled crates.
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
  // With the source of the standard library, the module becomes smaller. If it is not available,
  // the build continues without it and reports that.
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

/**
 * Returns the settings in rust-toolchain.toml. rustup reads that file too, but only some versions
 * install from it.
 */
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
    // No package needs its install script. The scripts of esbuild and others only check files that
    // npm has already placed.
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    'Is there a network connection?',
  );
}
