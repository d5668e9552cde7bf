// Runs the contenders in headless Chromium.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { chromium } from 'playwright-core';
import { setUpBrowser } from '../scripts/browser.mjs';
import { median, printMemory, printStages, printTimes, row } from './table.js';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Number of pages for the cold start. It is odd, so that the median is one of them. */
const COLD_STARTS = 5;

export async function inBrowser(pages, { runs }) {
  const { outputFiles } = buildSync({ entryPoints: [here('in-page.js')], bundle: true, write: false, format: 'iife', target: 'es2022' });
  const files = {
    '/': { contentType: 'text/html', body: '<!doctype html><meta charset=utf-8><script src="in-page.js"></script>' },
    '/in-page.js': { contentType: 'text/javascript; charset=utf-8', body: outputFiles[0].text },
    '/shipped.wasm': { contentType: 'application/wasm', body: readFileSync(here('../pkg/unchaff.wasm')) },
    '/bench.wasm': { contentType: 'application/wasm', body: readFileSync(here('../target/bench/optimised.wasm')) },
  };
  // The page is isolated, so that its clock has a resolution of microseconds.
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  const browser = await chromium.launch({ executablePath: setUpBrowser(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext();
    await context.route('**', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file ? route.fulfill({ ...file, headers: { ...headers, 'content-type': file.contentType } }) : route.abort();
    });
    const opened = async () => {
      const page = await context.newPage();
      await page.goto('http://localhost/');
      return page;
    };
    const colds = [];
    for (let i = 0; i < COLD_STARTS; i++) {
      const page = await opened();
      colds.push(await page.evaluate((first) => coldStart(first), pages[0]));
      await page.close();
    }
    const page = await opened();
    const { times, stages, stageNames } = await page.evaluate(([pages, runs]) => measure(pages, runs), [pages, runs]);
    printTimes(`Chromium ${browser.version()}`, pages, times, 'ours');
    printStages(stageNames, stages);
    printMemory(await page.evaluate((pages) => memory(pages), pages));
    const compiling = median(colds.map((cold) => cold.compiling));
    const first = median(colds.map((cold) => cold.first));
    console.log(`\nCold start in Chromium, milliseconds, median of ${COLD_STARTS}`);
    row('compiling', compiling.toFixed(1));
    row('first call', first.toFixed(1));
    row('together', median(colds.map((cold) => cold.compiling + cold.first)).toFixed(1));
  } finally {
    await browser.close();
  }
}
