// Chromium and Firefox, by the same driver, and a server for what they load.
import { createServer } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';
import puppeteer from 'puppeteer-core';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Milliseconds that a browser may take to start, and a page for its answer, on a busy machine. */
const TIMEOUT = 120_000;

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

export function firefoxPath() {
  return process.env.FIREFOX_PATH ?? FIREFOX.find(existsSync);
}

/** Starts a browser: 'chrome' or 'firefox'. `extensions` are folders. */
export function launch(browser, { extensions } = {}) {
  const executablePath = browser === 'chrome' ? findBrowser() : firefoxPath();
  const args = browser === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    browser,
    executablePath,
    headless: true,
    args,
    timeout: TIMEOUT,
    protocolTimeout: TIMEOUT,
    ...(extensions && { pipe: true, enableExtensions: extensions }),
  });
}

/** Serves a folder; answers its origin and a function that ends it. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname)));
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens an address and answers what its script leaves in `result`, a promise. */
export async function resultOf(browser, address) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  try {
    await page.goto(address, { timeout: TIMEOUT });
    await page.waitForFunction(() => 'result' in globalThis, { timeout: TIMEOUT });
    return await page.evaluate(() => globalThis.result);
  } catch (error) {
    throw new Error(`${error.message}\n${problems.join('\n')}`);
  } finally {
    await page.close();
  }
}
