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

/** Runs in the browser itself: does what a click on the extension's button does. */
const CLICK = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(arguments[0]);
  return ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`;

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
      await send('WebDriver:ExecuteScript', { script: CLICK, args: [id] });
      await send('Marionette:SetContext', { value: 'content' });
      const [handle] = await until(async () => (await send('WebDriver:GetWindowHandles')).filter((one) => !before.includes(one)));
      await send('WebDriver:SwitchToWindow', { handle });
      const shown = await until(() => send('WebDriver:ExecuteScript', { script: TEXT, args: [] }));
      assert.ok(shown.includes(ORCHARD_LINE));
      assert.ok(!shown.includes(ORCHARD_CHAFF));
    });
  }
});

/** Asks until there is something. */
async function until(ask) {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer?.length > 0) return answer;
    await new Promise((go) => setTimeout(go, 100));
  }
}
