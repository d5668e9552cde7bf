// The examples, each in the host that it is for, with a page from a server of ours.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { Miniflare } from 'miniflare';
import * as vite from 'vite';
import { VIETNAMESE } from '../node/pages.js';
import { serve } from './browser.js';
import { ROOT } from './home.js';
import { TITLE } from './probe.js';
import { BUN, DENO, denoArgs, output, workerdModules } from './runtimes.js';

const HEADING = `# ${TITLE}\n`;

/** Copies an example into the home, where it finds the package; answers its folder. */
function copy(home, name) {
  const folder = join(home, 'examples', name);
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true });
  return folder;
}

/** Serves the test page as it would come from a newspaper, while `work` runs with its address. */
async function withPage(work) {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(VIETNAMESE));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${server.address().port}/story`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function textOf(page, selector, wanted) {
  await page.waitForFunction(
    (selector, wanted) => document.querySelector(selector)?.textContent.includes(wanted),
    { timeout: 60_000 },
    selector,
    wanted,
  );
}

/** Checks, by name; each is a function that takes the home and Chromium. */
export const exampleChecks = {
  async 'example: node'(home) {
    const file = join(copy(home, 'node'), 'article.mjs');
    await withPage(async (address) => assert.ok((await output(process.execPath, [file, address], home)).startsWith(HEADING)));
  },

  async 'example: deno'(home) {
    const file = join(copy(home, 'deno'), 'article.ts');
    await withPage(async (address) => assert.ok((await output(DENO, [...denoArgs(file), address], home)).startsWith(HEADING)));
  },

  async 'example: bun'(home) {
    const server = spawn(BUN, [join(copy(home, 'bun'), 'server.ts')], {
      cwd: home,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PORT: '0' },
    });
    try {
      const origin = String((await once(server.stdout, 'data'))[0]).trim();
      assert.equal((await fetch(origin)).status, 400);
      await withPage(async (address) => {
        const article = await (await fetch(`${origin}?url=${encodeURIComponent(address)}`)).json();
        assert.equal(article.title, TITLE);
      });
    } finally {
      server.kill();
    }
  },

  async 'example: cloudflare-worker'(home) {
    const folder = copy(home, 'cloudflare-worker');
    const worker = new Miniflare({
      modules: await workerdModules(home, readFileSync(join(folder, 'src/worker.js'), 'utf8')),
      compatibilityDate: '2026-07-01',
      outboundService: () => new Response(VIETNAMESE, { headers: { 'content-type': 'text/html' } }),
    });
    try {
      const answer = await worker.dispatchFetch(`http://host/?url=${encodeURIComponent('https://tin.example/a')}`);
      assert.equal(answer.headers.get('content-type'), 'text/markdown; charset=utf-8');
      assert.ok((await answer.text()).startsWith(HEADING));
      assert.equal((await worker.dispatchFetch('http://host/')).status, 400);
    } finally {
      await worker.dispose();
    }
  },

  async 'example: vite'(home, browser) {
    const root = copy(home, 'vite');
    await vite.build({ root, configFile: false, logLevel: 'silent' });
    const server = await serve(join(root, 'dist'));
    const page = await browser.newPage();
    try {
      await page.goto(`${server.origin}/index.html`);
      await page.$eval(
        '#input',
        (input, html) => {
          input.value = html;
          input.dispatchEvent(new Event('input'));
        },
        VIETNAMESE,
      );
      await textOf(page, '#article', 'Tân Lâm');
      await textOf(page, '#status', TITLE);
    } finally {
      await page.close();
      server.close();
    }
  },

  async 'example: react'(home) {
    const folder = copy(home, 'react');
    const program = `import { renderToStaticMarkup } from 'react-dom/server';
      import { articlePage } from './article-page.jsx';
      console.log(renderToStaticMarkup(articlePage(process.env.PAGE, 'https://tin.example/a')));`;
    const outfile = join(folder, 'out.mjs');
    await esbuild.build({
      stdin: { contents: program, resolveDir: folder },
      bundle: true,
      platform: 'node',
      format: 'esm',
      jsx: 'automatic',
      packages: 'external',
      outfile,
    });
    const html = await output(process.execPath, [outfile], folder, { PAGE: VIETNAMESE });
    assert.ok(html.startsWith(`<main lang="vi" dir="ltr"><h1>${TITLE}</h1>`) && html.includes('https://tin.example/lich-mo-cua'));
  },

  async 'example: bookmarklet'(home, browser) {
    const folder = copy(home, 'bookmarklet');
    copyFileSync(join(home, 'node_modules/unchaff/unchaff.global.js'), join(folder, 'unchaff.global.js'));
    writeFileSync(
      join(folder, 'story.html'),
      VIETNAMESE.replace(
        '<meta charset="utf-8">',
        `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'">`,
      ),
    );
    const reader = await serve(folder);
    const site = await serve(folder);
    const bookmarklet = await output(process.execPath, [join(folder, 'build.mjs'), `${reader.origin}/reader.html`], folder);
    assert.ok(bookmarklet.length < 2000);
    const page = await browser.newPage();
    try {
      await page.goto(`${site.origin}/story.html`);
      const opened = new Promise((resolve) => page.once('popup', resolve));
      await page.evaluate(decodeURIComponent(bookmarklet.slice('javascript:'.length)));
      const popup = await opened;
      await textOf(popup, '#title', TITLE);
      await textOf(popup, '#article', 'Tân Lâm');
      await popup.close();
    } finally {
      await page.close();
      reader.close();
      site.close();
    }
  },
};
