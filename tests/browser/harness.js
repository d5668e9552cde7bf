/** Opens the built site in Chromium, and holds every test to the same promises: no error, no stray request. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';

import { chromium } from 'playwright-core';

import { findHeadless } from '../../scripts/browser.mjs';
import { serveSite } from './server.js';
import { slowDown, SLOWNESS } from './slow.js';

/** What a browser asks for on its own account would be counted as the page's. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** What Chromium logs for a request that fails, whatever the page does about it. */
export const FAILED_REQUEST = /^(?:Failed to load resource|Access to fetch)/;

/**
 * Starts a browser and the site for the tests of one file.
 *
 * @param {() => Promise<{ origin: string, address: string, close: () => Promise<void> }>} [serve] serves something
 *   else than the built site
 * @returns {(options: object, test: (page: import('playwright-core').Page, seen: { requests: string[], address: string, origin: string }) => Promise<void>) => () => Promise<void>}
 *   wraps a test: it gets a fresh page on the site. Options are those of a browser context, and `allowed`: origins
 *   that the page may ask besides the site's, `expected`: the errors that the browser is to log, `offline`: whether
 *   the browser has service workers
 */
export function useSite(serve = serveSite) {
  let site;
  let browser;
  before(async () => {
    const executablePath = findHeadless();
    if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in CHROME_PATH.');
    const root = process.getuid?.() === 0;
    site = await serve();
    browser = await chromium.launch({ executablePath, args: root ? [...QUIET, '--no-sandbox'] : QUIET });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  return (options, test) => async () => {
    const { allowed = [], expected = /^$/, offline = false, ...contextOptions } = options;
    const context = await browser.newContext({ locale: 'en-GB', ...contextOptions });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    const requests = [];
    const problems = [];
    context.on('request', (request) => requests.push(request.url()));
    context.setDefaultTimeout(60_000 * SLOWNESS);
    await slowDown(context);
    if (!offline) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) problems.push(message.text());
    });
    try {
      await page.goto(site.address);
      await test(page, { requests, address: site.address, origin: site.origin });
      assert.deepEqual(problems, []);
      const origins = [site.origin, ...allowed.map((origin) => origin())];
      const strays = requests.filter((url) => !/^(?:blob|data):/.test(url) && !origins.includes(new URL(url).origin));
      assert.deepEqual(strays, []);
    } finally {
      await context.close();
    }
  };
}

/** Waits for an article, to its end, and answers its text. */
export async function articleText(page) {
  await page.locator('#result').waitFor();
  await page.locator('#progress').waitFor({ state: 'hidden' });
  await page.locator('#article[aria-busy=false]').waitFor({ state: 'attached' });
  return page.locator('#article').innerText();
}

/** Waits for an error and answers its words. */
export async function errorText(page) {
  await page.locator('#error p').first().waitFor();
  return page.locator('#error').innerText();
}

/**
 * Copies to the real clipboard and presses the keys that paste.
 *
 * @param {Record<string, string>} flavours by MIME type
 */
export async function pasteByKeyboard(page, flavours) {
  await page.evaluate(async (data) => {
    const blobs = Object.entries(data).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, flavours);
  await page.keyboard.press('ControlOrMeta+V');
}

/**
 * Fires the event that a paste or a drop fires, with data as another program may have left it: the browser's own
 * clipboard cleans HTML on its way in.
 */
export async function transfer(page, type, { flavours = {}, files = [] }) {
  await page.evaluate(
    ([eventType, data, fileList]) => {
      const carried = new DataTransfer();
      for (const [mime, text] of Object.entries(data)) carried.setData(mime, text);
      for (const { name, mime, bytes } of fileList) carried.items.add(new File([new Uint8Array(bytes)], name, { type: mime }));
      const init = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        eventType === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: carried })
          : new DragEvent(eventType, { ...init, dataTransfer: carried }),
      );
    },
    [type, flavours, files.map(({ name, mime, content }) => ({ name, mime, bytes: [...Buffer.from(content)] }))],
  );
}

/** Saves the shown article in a format of the save dialog, and answers the file. */
export async function saved(page, format) {
  await page.locator('#save').click();
  return downloadBy(page, `#save-dialog [data-format=${format}]`);
}

/** Clicks what starts a download, and answers the file. */
export async function downloadBy(page, selector) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Returns what the clipboard holds of a type. It reads again if the page has written to the clipboard meanwhile. */
export function clipboard(page, type) {
  return page.evaluate(async (wanted) => {
    for (;;) {
      try {
        const [item] = await navigator.clipboard.read();
        return await (await item.getType(wanted)).text();
      } catch (error) {
        if (error.name !== 'InvalidStateError') throw error;
      }
    }
  }, type);
}

/** Waits until the service worker serves the page. */
export async function stored(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });
}

/** Opens the history, and waits for its list: it is read from the database. */
export async function openHistory(page) {
  await page.locator('#history').click();
  await page.locator('#history-dialog[open]').waitFor();
  await page.locator('#history-list li, #history-empty:not([hidden]):not(:empty)').first().waitFor();
}

/** Turns the history on. */
export async function keepHistory(page) {
  await openHistory(page);
  await page.locator('#history-on').check();
  await page.keyboard.press('Escape');
}

/**
 * Waits until so many articles are kept, and answers them, the oldest first.
 *
 * @returns {Promise<{ key: string, title: string, words: string }[]>}
 */
export async function kept(page, n) {
  const entries = () =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('unchaff');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('entries').objectStore('entries').getAll();
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result);
            };
          };
        }),
    );
  return until(entries, (found) => found.length === n, `${n} articles are kept`);
}

/**
 * Asks again until the answer is wanted. For what a page can only say later (the clipboard, a cache): Playwright's own waitForFunction()
 * takes the promise of such a function for a yes. It asks for half a minute; longer on a machine that was made slow.
 *
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {(answer: T) => boolean} isWanted
 * @param {string} wanted what is waited for, in words
 * @returns {Promise<T>} the answer
 */
export async function until(ask, isWanted, wanted) {
  const end = Date.now() + 30_000 * SLOWNESS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`Not so in time: ${wanted}. It is ${JSON.stringify(answer).slice(0, 500)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Fills the history with entries of one byte, so that their number is the bound that is reached. The database has to be there. */
export async function fillHistory(page, n) {
  await page.evaluate(
    (count) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('unchaff');
        opening.onsuccess = () => {
          const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          for (let i = 0; i < count; i++)
            entries.add({ key: `file ${i}`, savedAt: i, title: `Old ${i}`, site: '', url: '', lang: '', size: 1, words: '' });
          entries.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    n,
  );
}
