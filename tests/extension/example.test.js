// The example of docs/extension.md, as it stands there, in Chromium.

import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';

import { servePages } from '../browser/server.js';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE } from '../browser/pages.js';
import { startBrowser } from './harness.js';

const ROOT = join(import.meta.dirname, '../..');

it('shows the article of the page that its button was clicked on, and says where it may not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unchaff-example-'));
  const site = await servePages({ '/': { body: ORCHARD, headers: { 'content-security-policy': "default-src 'none'" } } });
  let chromium;
  try {
    await cp(join(ROOT, 'examples/extension'), folder, { recursive: true });
    await cp(join(ROOT, 'pkg/unchaff.global.js'), join(folder, 'unchaff.global.js'));
    chromium = await startBrowser(folder);
    const page = await chromium.browser.newPage();
    await page.goto(site.origin);
    const reader = await chromium.opened(() => chromium.click(page));
    await reader.waitForSelector('main p');
    const shown = await reader.$eval('main', (main) => main.innerText);
    assert.ok(shown.includes(ORCHARD_LINE));
    assert.ok(!shown.includes(ORCHARD_CHAFF));

    await page.goto('chrome://version');
    const refused = await chromium.opened(() => chromium.click(page));
    await refused.waitForFunction(() => document.querySelector('main').innerText !== '');
    assert.match(await refused.$eval('main', (main) => main.innerText), /^The browser does not let extensions read this page/);
  } finally {
    await chromium?.browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
});
