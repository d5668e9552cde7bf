import assert from 'node:assert/strict';
import { test } from 'node:test';

import { strFromU8, unzipSync } from 'fflate';

import { articleText, downloadBy, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';
import { serveSources } from './server.js';

const onSite = useSite();
const onSources = useSite(serveSources);

async function clean(page, text) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

async function open(page) {
  await page.locator('#history').click();
  await page.locator('#history-dialog[open]').waitFor();
  // It is read from the database.
  await page.locator('#history-list li, #history-empty:not([hidden]):not(:empty)').first().waitFor();
}

async function turnOn(page) {
  await open(page);
  await page.locator('#history-on').check();
  await page.keyboard.press('Escape');
}

/** Both pages, kept. */
async function keepTwo(page) {
  await turnOn(page);
  await clean(page, ORCHARD);
  await kept(page, 1);
  await clean(page, VIETNAMESE_TEXT);
  await kept(page, 2);
}

async function kept(page, n) {
  await page.waitForFunction(
    (wanted) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('unchaff');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('entries').objectStore('entries').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result === wanted);
          };
        };
      }),
    n,
  );
}

test('nothing is kept until the person wants it', onSite({}, async (page) => {
  await clean(page, ORCHARD);
  await open(page);
  assert.match(await page.locator('#history-empty').innerText(), /Nothing is kept yet/);
  assert.equal(await page.locator('#history-on').isChecked(), false);
  assert.match(await page.locator('#history-dialog').innerText(), /stay in this browser on this device/);
}));

test('what is kept is listed, opened and read again, after a reload too', onSite({}, async (page) => {
  await keepTwo(page);
  await page.reload();
  await open(page);
  const items = await page.locator('#history-list li').allInnerTexts();
  assert.equal(items.length, 2);
  assert.ok(items[0].includes(VIETNAMESE_TITLE), 'the newest first');
  await page.locator('#history-list button.link', { hasText: 'orchard' }).click();
  assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  assert.equal(await page.locator('#history-dialog').isVisible(), false);
  await page.locator('#other-way').click();
  await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
}));

test('a search finds words without their accents, and all of them', onSite({}, async (page) => {
  await keepTwo(page);
  await open(page);
  await page.locator('#history-search').fill('dong ho LONG');
  await page.waitForFunction(() => document.querySelectorAll('#history-list li').length === 1);
  assert.ok((await page.locator('#history-list').innerText()).includes(VIETNAMESE_TITLE));
  await page.locator('#history-search').fill('dong ho orchard');
  await page.locator('#history-empty', { hasText: 'Nothing kept has all these words' }).waitFor();
  await page.locator('#history-search').fill('blossom');
  await page.locator('#history-list', { hasText: 'orchard' }).waitFor();
}));

test('entries are deleted, one or all, and all only when one is sure', onSite({}, async (page) => {
  await keepTwo(page);
  await open(page);
  await page.locator('#history-list li', { hasText: 'orchard' }).locator('button.quiet').click();
  await page.locator('#history-status', { hasText: 'Deleted: The orchard' }).waitFor();
  await kept(page, 1);
  await page.locator('#history-clear').click();
  await page.locator('#history-sure-no').click();
  await kept(page, 1);
  await page.locator('#history-clear').click();
  await page.locator('#history-sure-yes').click();
  await page.locator('#history-empty', { hasText: 'Nothing is kept yet' }).waitFor();
  await kept(page, 0);
}));

test('what is listed is saved as a zip', onSite({}, async (page) => {
  await keepTwo(page);
  await open(page);
  const { bytes } = await downloadBy(page, '#history-save [type=submit]');
  const files = unzipSync(bytes);
  assert.deepEqual(Object.keys(files), [`${VIETNAMESE_TITLE}.md`, 'The orchard that moved uphill.md']);
  assert.match(strFromU8(files[`${VIETNAMESE_TITLE}.md`]), new RegExp(VIETNAMESE_LINE));
}));

test('the same page is kept once', onSite({}, async (page) => {
  await turnOn(page);
  await clean(page, ORCHARD);
  await kept(page, 1);
  await clean(page, VIETNAMESE_TEXT);
  await kept(page, 2);
  await clean(page, ORCHARD);
  await page.waitForTimeout(200);
  await kept(page, 2);
}));

test('turned off, it keeps nothing more', onSite({}, async (page) => {
  await turnOn(page);
  await clean(page, ORCHARD);
  await kept(page, 1);
  await open(page);
  await page.locator('#history-on').uncheck();
  await page.keyboard.press('Escape');
  await clean(page, VIETNAMESE_TEXT);
  await page.waitForTimeout(200);
  await kept(page, 1);
}));

test('a browser that keeps nothing says so, and the article stays', onSite({}, async (page) => {
  await turnOn(page);
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await page.reload();
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await clean(page, ORCHARD);
  await page.locator('#error', { hasText: 'keeps nothing for this site' }).waitFor();
  assert.equal(await page.locator('#result').isVisible(), true);
}));

test('past its bounds the oldest go', onSources({}, async (page) => {
  const titles = await page.evaluate(async () => {
    const { keep, search } = await import('/history/store.js');
    const article = (title, length) => ({ title, url: `https://a.example/${title}`, textContent: 'x'.repeat(length), authors: [] });
    const input = { html: '', text: '' };
    const list = async () => (await search()).map(({ title }) => title);
    const seen = [];
    for (const title of ['a', 'b', 'c', 'd']) await keep(article(title, 10), input, { maxEntries: 3 });
    seen.push(await list());
    await keep(article('e', 1000), input, { maxEntries: 3, maxSize: 1200 });
    seen.push(await list());
    await keep(article('f', 5000), input, { maxSize: 1200 });
    seen.push(await list());
    return seen;
  });
  assert.deepEqual(titles, [['d', 'c', 'b'], ['e', 'd'], ['e', 'd']]);
}));
