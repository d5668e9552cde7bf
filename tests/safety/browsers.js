// Chromium and Firefox, with all their requests going to a server of the test: it counts what is asked for, and the test needs
// no network.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { findBrowser, findFirefox } from '../../scripts/browser.mjs';

/** Milliseconds that a browser may take for a batch. */
const TIMEOUT = 240_000;

export const HARNESS = 'http://harness.test/';

/** What browsers ask for on their own account. */
const OWN_REQUESTS = /(?:^|\.)(?:mozilla\.(?:com|org|net)|firefox\.com|google(?:apis)?\.com|gvt1\.com|gstatic\.com)(?::\d+)?$/;

const SCRIPT = readFileSync(new URL('contexts.js', import.meta.url), 'utf8');
const PAGE = `<!doctype html><meta charset="utf-8"><title>Harness</title><link rel="icon" href="data:,"><script>${SCRIPT}</script>`;

/** @typedef {{ name: string, page: () => Promise<import('puppeteer-core').Page>, requests: string[], dialogs: string[], outputs: Map<string, string>, close: () => Promise<void> }} Browser */

/**
 * @param {'Chromium' | 'Firefox'} name
 * @returns {Promise<Browser>}
 */
export async function open(name) {
  const requests = [];
  const dialogs = [];
  const outputs = new Map();
  const server = await serve(requests, outputs);
  const browser = await launch(name, server.address().port);
  let page;
  return {
    name,
    requests,
    dialogs,
    outputs,
    /** The page of the test, opened anew. */
    async page() {
      await page?.close();
      page = await browser.newPage();
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        dialog.dismiss().catch(() => {});
      });
      await page.goto(HARNESS);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

function launch(name, port) {
  const shared = { headless: true, protocolTimeout: TIMEOUT };
  if (name === 'Firefox') {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error('No Firefox was found. Install one, or name it in FIREFOX_PATH.');
    const extraPrefsFirefox = {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'media.autoplay.default': 0,
    };
    return puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox, ...shared });
  }
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in CHROME_PATH.');
  const args = [`--proxy-server=127.0.0.1:${port}`, '--disable-background-networking', '--disable-component-update', '--no-first-run'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return puppeteer.launch({ browser: 'chrome', executablePath, args, ...shared });
}

/**
 * A proxy that has the test's page and the outputs that it fetches, and for every other address an empty answer that leaves a
 * page where it is.
 */
async function serve(requests, outputs) {
  const server = createServer((request, response) => {
    const own = request.url === HARNESS ? PAGE : outputs.get(request.url);
    if (own) {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(own);
      return;
    }
    note(request.url, new URL(request.url, HARNESS).host);
    response.writeHead(204).end();
  });
  server.on('connect', (request, socket) => {
    note(`https://${request.url.replace(/:443$/, '')}`, request.url);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;

  function note(address, host) {
    if (!OWN_REQUESTS.test(host) && !host.startsWith('canary.')) requests.push(address);
  }
}
