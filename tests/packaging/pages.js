// What a browser loads without a bundler of ours between: a script tag, workers under a strict policy, an extension.
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { resultOf, serve, launch } from './browser.js';
import { project } from './home.js';
import { htmlPage, PAGE, TITLE, TITLES_MODULE } from './probe.js';

async function checkFolder(browser, folder, expected) {
  const server = await serve(folder);
  try {
    assert.deepEqual(await resultOf(browser, `${server.origin}/index.html`), expected);
  } finally {
    server.close();
  }
}

const inPackage = (home, name) => join(home, 'node_modules/unchaff', name);

/** Checks, by name; each is a function that takes the home and a browser. */
export const pageChecks = {
  async 'a <script> tag'(home, browser) {
    const folder = project(home, 'script-tag', { 'main.js': `${PAGE}globalThis.result = Promise.resolve(unchaff.clean(page).title);` });
    copyFileSync(inPackage(home, 'unchaff.global.js'), join(folder, 'unchaff.global.js'));
    writeFileSync(join(folder, 'index.html'), htmlPage('<script src="/unchaff.global.js"></script><script src="/main.js"></script>'));
    await checkFolder(browser, folder, TITLE);
  },

  async 'a page without blob: workers, its own worker script'(home, browser) {
    const folder = project(home, 'policy', {
      'entry.js': `import { WorkerPool } from 'unchaff/worker';
        ${PAGE}
        const refused = new WorkerPool({ module: '/unchaff.wasm' }).clean(page).catch((error) => error.code);
        const pool = new WorkerPool({ module: '/unchaff.wasm', worker: () => new Worker('/worker-script.js') });
        globalThis.result = Promise.all([refused, pool.clean(page).then(({ title }) => title)]);`,
    });
    await esbuild.build({
      entryPoints: [join(folder, 'entry.js')],
      bundle: true,
      format: 'esm',
      outfile: join(folder, 'main.js'),
      external: ['../lib/module-inline.js'],
    });
    for (const name of ['worker-script.js', 'unchaff.wasm']) copyFileSync(inPackage(home, name), join(folder, name));
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
    const head = `<meta http-equiv="content-security-policy" content="${policy}">`;
    writeFileSync(join(folder, 'index.html'), htmlPage('<script type="module" src="/main.js"></script>', head));
    await checkFolder(browser, folder, ['worker-failed', TITLE]);
  },

  async 'a service worker of an extension (MV3)'(home) {
    const folder = project(home, 'extension', {
      'entry.js': `${TITLES_MODULE}globalThis.result = titles();`,
      'manifest.json': JSON.stringify({
        manifest_version: 3,
        name: 'test',
        version: '1',
        background: { service_worker: 'background.js' },
        content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" },
      }),
    });
    await esbuild.build({ entryPoints: [join(folder, 'entry.js')], bundle: true, format: 'iife', outfile: join(folder, 'background.js') });
    const browser = await launch('chrome', { extensions: [folder] });
    try {
      const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().endsWith('background.js'));
      const worker = await target.worker();
      assert.deepEqual(await worker.evaluate(() => globalThis.result), [TITLE, TITLE, TITLE]);
    } finally {
      await browser.close();
    }
  },
};
