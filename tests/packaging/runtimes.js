// Runtimes that load the installed package as it is: Node, Deno, Bun, and workerd after bundling as wrangler does it.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { Miniflare } from 'miniflare';
import { HERE, project } from './home.js';
import { PRINTED, PRINTING_COMMONJS, PRINTING_MODULE, TITLE, TITLES_MODULE } from './probe.js';
import assert from 'node:assert/strict';

const runFile = promisify(execFile);

/** The newest of each version of Node that is looked after, besides the one that runs this; npm has them for Linux. */
const NODES = ['node22', 'node24', 'node26'].map((name) => join(HERE, `node_modules/${name}-linux-x64/bin/node`)).filter(existsSync);

const denoFolder = dirname(
  createRequire(join(HERE, 'node_modules/deno/x')).resolve(`@deno/${process.platform}-${process.arch}-glibc/package.json`),
);
const bunFolder = dirname(
  createRequire(join(HERE, 'node_modules/bun/x')).resolve(`@oven/bun-${process.platform}-${process.arch}/package.json`),
);

/** Programs without the install scripts of their packages, which would only place them elsewhere. */
export const DENO = join(denoFolder, 'deno');
export const BUN = join(bunFolder, 'bin/bun');

export const denoArgs = (file) => ['run', '--allow-all', '--no-remote', '--node-modules-dir=manual', file];

/** Runs a program, with more in its environment; its output without the end of the line. */
export async function output(program, args, cwd, env = {}) {
  const { stdout } = await runFile(program, args, { cwd, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } });
  return stdout.trimEnd();
}

async function checkPrinted(program, args, cwd) {
  assert.equal(await output(program, args, cwd), PRINTED);
}

/** Bundles a module for workerd; the WebAssembly stays a module of its own. Answers Miniflare's modules. */
export async function workerdModules(home, contents) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: home },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [
      { name: 'wasm', setup: (build) => build.onResolve({ filter: /\.wasm$/ }, () => ({ path: './unchaff.wasm', external: true })) },
    ],
  });
  return [
    { type: 'ESModule', path: 'worker.js', contents: outputFiles[0].text },
    { type: 'CompiledWasm', path: 'unchaff.wasm', contents: readFileSync(join(home, 'node_modules/unchaff/unchaff.wasm')) },
  ];
}

/** Starts workerd with modules; the caller disposes of it. */
export function workerd(modules) {
  return new Miniflare({ modules, compatibilityDate: '2026-07-01', unsafeEphemeralDurableObjects: true });
}

/** Checks, by name; each is a function that takes the home. */
export function runtimeChecks() {
  const checks = {};
  for (const node of [process.execPath, ...NODES]) {
    const name = node === process.execPath ? `Node ${process.versions.node}` : `Node ${versionOf(node)}`;
    checks[`${name}, import`] = (home) =>
      checkPrinted(node, [join(project(home, 'runtime', { 'probe.mjs': PRINTING_MODULE }), 'probe.mjs')], home);
    checks[`${name}, require`] = (home) =>
      checkPrinted(node, [join(project(home, 'runtime', { 'probe.cjs': PRINTING_COMMONJS }), 'probe.cjs')], home);
  }
  checks.Deno = (home) => checkPrinted(DENO, denoArgs(join(project(home, 'runtime', { 'probe.mjs': PRINTING_MODULE }), 'probe.mjs')), home);
  checks['Bun, import'] = (home) =>
    checkPrinted(BUN, [join(project(home, 'runtime', { 'probe.mjs': PRINTING_MODULE }), 'probe.mjs')], home);
  checks['Bun, require'] = (home) =>
    checkPrinted(BUN, [join(project(home, 'runtime', { 'probe.cjs': PRINTING_COMMONJS }), 'probe.cjs')], home);
  checks['workerd (Cloudflare Workers)'] = async (home) => {
    const modules = await workerdModules(home, `${TITLES_MODULE}\nexport default { fetch: async () => Response.json(await titles()) };`);
    const server = workerd(modules);
    try {
      const response = await server.dispatchFetch('http://host/');
      assert.deepEqual(await response.json(), [TITLE, TITLE, TITLE]);
    } finally {
      await server.dispose();
    }
  };
  return checks;
}

function versionOf(node) {
  return JSON.parse(readFileSync(join(dirname(dirname(node)), 'package.json'), 'utf8')).version;
}
