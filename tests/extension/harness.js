/** Chromium with the built extension, and pages to click its button on. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { findBrowser } from '../../scripts/browser.mjs';

const EXTENSION = join(import.meta.dirname, '../../extension/dist/chromium');

/**
 * @param {string} [folder] of an unpacked extension
 * @returns {Promise<{ browser: import('puppeteer-core').Browser, click: Function, popup: Function, inWorker: Function, opened: Function }>}
 */
export async function startBrowser(folder = EXTENSION) {
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error('The extension is not built. Run `npm run build:extension` first.');
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in CHROME_PATH.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({ executablePath, args, headless: true, pipe: true, enableExtensions: true });
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id);

  /** Runs a function in the extension's service worker, which the browser may have stopped since. */
  async function inWorker(func, ...values) {
    const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().includes(id));
    return (await target.worker()).evaluate(func, ...values);
  }

  /** Clicks the extension's button on a page: a person's act, which lets the extension look at the page. */
  async function click(page) {
    // A click before the script has said what it listens to goes nowhere.
    while (
      !(await inWorker(
        () => globalThis.chrome?.contextMenus?.onClicked.hasListeners() || globalThis.chrome?.action?.onClicked.hasListeners(),
      ))
    )
      await new Promise((go) => setTimeout(go, 50));
    await page.bringToFront();
    await page.triggerExtensionAction(extension);
  }

  /** Clicks the button on a page, and waits for what it opens. */
  async function popup(page) {
    const before = new Set(browser.targets());
    await click(page);
    const target = await browser.waitForTarget((one) => !before.has(one) && one.url().endsWith('/popup.html'));
    const opened = await target.asPage();
    await opened.waitForSelector('.is-ready');
    return opened;
  }

  /** Waits for the page that the extension opens. */
  async function opened(act) {
    const before = new Set(browser.targets());
    await act();
    const target = await browser.waitForTarget(
      (one) =>
        !before.has(one) &&
        one.type() === 'page' &&
        one.url().startsWith(`chrome-extension://${id}/`) &&
        !one.url().endsWith('/popup.html'),
    );
    // What stands beside a page is no tab, and has no page of its own otherwise.
    return (await target.page()) ?? target.asPage();
  }

  return { browser, id, click, popup, inWorker, opened };
}
