// The extension in Firefox: its button, with the right to look at the page that a click on it gives.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { findFirefox } from '../../scripts/browser.mjs';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE } from '../browser/pages.js';
import { servePages } from '../browser/server.js';
import { startFirefox } from './marionette.js';

const EXTENSION = join(import.meta.dirname, '../../extension/dist/firefox');
const PAGES = {
  '/orchard': { body: ORCHARD },
  '/strict': { body: ORCHARD, headers: { 'content-security-policy': "default-src 'none'" } },
};

/** Runs in the browser itself: presses the extension's shortcut for a page to read. */
const PRESS = `
  const key = [...document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')].find((one) => one.getAttribute('key') === 'U');
  key.dispatchEvent(new Event('command'));`;

/** Clicks the extension's button. */
const CLICK = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`;

/** Answers the address of what the button has opened. */
const OPENED = `return document.querySelector('browser.webextension-popup-browser')?.currentURI.spec;`;

/** Answers the address of what stands beside a page. */
const BESIDE = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  return ExtensionParent.apiManager.global.sidebarActionFor(extension).getProperty(null, 'panel') ?? '';`;

const TEXT = `return document.querySelector('#article p') && document.querySelector('#article').innerText;`;

describe('the extension in Firefox', () => {
  let firefox;
  let site;
  let id;
  before(async () => {
    site = await servePages(PAGES);
    firefox = await startFirefox(findFirefox());
    id = await firefox.send('Addon:Install', { path: EXTENSION, temporary: true });
  });
  after(async () => {
    await firefox?.close();
    await site?.close();
  });

  for (const path of Object.keys(PAGES)) {
    it(`shows the article of ${path}`, async () => {
      const { send } = firefox;
      await send('WebDriver:Navigate', { url: site.origin + path });
      const before = await send('WebDriver:GetWindowHandles');
      await send('Marionette:SetContext', { value: 'chrome' });
      // The shortcut is there once the script without a page has run.
      await until(() => send('WebDriver:ExecuteScript', { script: `${PRESS} return 'pressed'`, args: [] }));
      await send('Marionette:SetContext', { value: 'content' });
      const [handle] = await until(async () => (await send('WebDriver:GetWindowHandles')).filter((one) => !before.includes(one)));
      await send('WebDriver:SwitchToWindow', { handle });
      const shown = await until(() => send('WebDriver:ExecuteScript', { script: TEXT, args: [] }));
      assert.ok(shown.includes(ORCHARD_LINE));
      assert.ok(!shown.includes(ORCHARD_CHAFF));
    });
  }

  /** Does something in the browser itself. */
  const inBrowser = async (act) => {
    await firefox.send('Marionette:SetContext', { value: 'chrome' });
    const answer = await act((script) => firefox.send('WebDriver:ExecuteScript', { script, args: [id] }));
    await firefox.send('Marionette:SetContext', { value: 'content' });
    return answer;
  };

  it('has a button that opens the choice of what to do', async () => {
    const address = await inBrowser(async (run) => {
      await run(CLICK);
      return until(async () => [await run(OPENED)].filter((found) => found?.endsWith('.html')));
    });
    assert.match(address[0], /\/popup\.html$/);
  });

  it('has a place beside the page', async () => {
    assert.match(await inBrowser((run) => run(BESIDE)), /\/index\.html$/);
  });
});

/** Asks until there is something. */
async function until(ask) {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer?.length > 0) return answer;
    await new Promise((go) => setTimeout(go, 100));
  }
}
