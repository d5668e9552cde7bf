// Bundlers, their output tried in Chromium: the page's result has to be the titles by every entry.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import * as rollup from 'rollup';
import * as vite from 'vite';
import webpack from 'webpack';
import { resultOf, serve } from './browser.js';
import { output } from './runtimes.js';
import { project } from './home.js';
import { htmlPage, pageScript, TITLE, TITLES_MODULE } from './probe.js';

const FIVE = Array(5).fill(TITLE);
const SIX = Array(6).fill(TITLE);

/** A pool whose worker the bundler finds itself. */
const OWN_WORKER = `await (async () => {
  const pool = new WorkerPool({ worker: () => new Worker(new URL('unchaff/worker-script', import.meta.url), { type: 'module' }) });
  return (await pool.clean(page)).title;
})()`;

const MODULE_TAG = '<script type="module" src="/main.js"></script>';

/** Serves a folder with the module beside its page, and compares what the page finds. */
async function checkPage(browser, home, folder, html, expected = FIVE) {
  mkdirSync(folder, { recursive: true });
  if (html) writeFileSync(join(folder, 'index.html'), html);
  copyFileSync(join(home, 'node_modules/unchaff/unchaff.wasm'), join(folder, 'unchaff.wasm'));
  const server = await serve(folder);
  try {
    assert.deepEqual(await resultOf(browser, `${server.origin}/index.html`), expected);
  } finally {
    server.close();
  }
}

function viteProject(home, name) {
  const root = project(home, name, {
    'index.html': htmlPage(MODULE_TAG),
    'main.js': pageScript('', OWN_WORKER),
    'public/note.txt': '',
  });
  copyFileSync(join(home, 'node_modules/unchaff/unchaff.wasm'), join(root, 'public/unchaff.wasm'));
  return root;
}

/** Checks, by name; each is a function that takes the home and a browser. */
export const bundlerChecks = {
  async 'Vite, development'(home, browser) {
    const root = viteProject(home, 'vite-dev');
    const server = await vite.createServer({ root, configFile: false, logLevel: 'silent', server: { port: 0, host: '127.0.0.1' } });
    await server.listen();
    try {
      assert.deepEqual(await resultOf(browser, server.resolvedUrls.local[0]), SIX);
    } finally {
      await server.close();
    }
  },
  async 'Vite, build'(home, browser) {
    const root = viteProject(home, 'vite-build');
    await vite.build({ root, configFile: false, logLevel: 'silent', build: { outDir: 'dist' } });
    await checkPage(browser, home, join(root, 'dist'), undefined, SIX);
  },
  async 'Vite, server rendering'(home) {
    const root = project(home, 'vite-ssr', { 'main.js': `${TITLES_MODULE}console.log(JSON.stringify(await titles()));` });
    await vite.build({ root, configFile: false, logLevel: 'silent', build: { ssr: 'main.js', outDir: 'dist' } });
    assert.deepEqual(JSON.parse(await output(process.execPath, [join(root, 'dist/main.js')], root)), Array(3).fill(TITLE));
  },
  async webpack(home, browser) {
    const root = project(home, 'webpack', { 'main.js': pageScript('', OWN_WORKER) });
    const stats = await new Promise((resolve, reject) => {
      const settings = {
        mode: 'production',
        context: root,
        entry: './main.js',
        output: { path: join(root, 'dist'), filename: 'main.js' },
        performance: false,
      };
      webpack(settings, (error, stats) => (error ? reject(error) : resolve(stats)));
    });
    assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
    await checkPage(browser, home, join(root, 'dist'), htmlPage('<script src="/main.js" defer></script>'), SIX);
  },
  async 'esbuild, ES modules'(home, browser) {
    const root = project(home, 'esbuild', { 'main.js': pageScript() });
    await esbuild.build({ entryPoints: [join(root, 'main.js')], bundle: true, format: 'esm', splitting: true, outdir: join(root, 'dist') });
    await checkPage(browser, home, join(root, 'dist'), htmlPage(MODULE_TAG));
  },
  async 'esbuild, one script'(home, browser) {
    const root = project(home, 'esbuild-iife', { 'main.js': pageScript() });
    await esbuild.build({
      entryPoints: [join(root, 'main.js')],
      bundle: true,
      minify: true,
      format: 'iife',
      outfile: join(root, 'dist/main.js'),
    });
    await checkPage(browser, home, join(root, 'dist'), htmlPage('<script src="/main.js"></script>'));
  },
  async rollup(home, browser) {
    const root = project(home, 'rollup', { 'main.js': pageScript() });
    const bundle = await rollup.rollup({ input: join(root, 'main.js'), plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ dir: join(root, 'dist'), format: 'es' });
    await checkPage(browser, home, join(root, 'dist'), htmlPage(MODULE_TAG));
  },
  async 'no bundler: an import map'(home, browser) {
    const entries = {
      unchaff: 'index.js',
      'unchaff/files': 'files.js',
      'unchaff/slim': 'slim.js',
      'unchaff/stream': 'stream.js',
      'unchaff/readability': 'readability.js',
      'unchaff/worker': 'worker.js',
    };
    const imports = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `/node_modules/unchaff/entries/${file}`]));
    writeFileSync(join(home, 'main.js'), pageScript());
    const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
    await checkPage(browser, home, home, htmlPage(MODULE_TAG, map));
  },
};
