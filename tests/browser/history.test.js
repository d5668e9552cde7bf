import assert from 'node:assert/strict';
import { test } from 'node:test';

import { strFromU8, unzipSync } from 'fflate';

import { articleText, downloadBy, fillHistory, keepHistory, kept, openHistory, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';
import { serveSources } from './server.js';

const onSite = useSite();
const onSources = useSite(serveSources);

async function clean(page, text) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

/** Both pages, kept. */
async function keepTwo(page) {
  await keepHistory(page);
  await clean(page, ORCHARD);
  await kept(page, 1);
  await clean(page, VIETNAMESE_TEXT);
  await kept(page, 2);
}

test(
  'nothing is kept until the person wants it',
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    await openHistory(page);
    assert.match(await page.locator('#history-empty').innerText(), /History is off/);
    assert.equal(await page.locator('#history-on').isChecked(), false);
    assert.match(await page.locator('#history-dialog').innerText(), /stay in this browser on this device/);
  }),
);

test(
  'what is kept is listed, opened and read again, after a reload too',
  onSite({}, async (page) => {
    await keepTwo(page);
    await page.reload();
    await openHistory(page);
    const items = await page.locator('#history-list li').allInnerTexts();
    assert.equal(items.length, 2);
    assert.ok(items[0].includes(VIETNAMESE_TITLE), 'the newest first');
    await page.locator('#history-list button.link', { hasText: 'orchard' }).click();
    await page.locator('#article', { hasText: ORCHARD_LINE }).waitFor();
    assert.equal(await page.locator('#history-dialog').isVisible(), false);
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
  }),
);

test(
  'a search finds words without their accents, and all of them',
  onSite({}, async (page) => {
    await keepTwo(page);
    await openHistory(page);
    await page.locator('#history-search').fill('dong ho LONG');
    await page.waitForFunction(() => document.querySelectorAll('#history-list li').length === 1);
    assert.ok((await page.locator('#history-list').innerText()).includes(VIETNAMESE_TITLE));
    await page.locator('#history-search').fill('dong ho orchard');
    await page.locator('#history-empty', { hasText: 'No article has all these words' }).waitFor();
    await page.locator('#history-search').fill('blossom');
    await page.locator('#history-list', { hasText: 'orchard' }).waitFor();
  }),
);

test(
  'entries are deleted, one or all, and all only when one is sure',
  onSite({}, async (page) => {
    await keepTwo(page);
    await openHistory(page);
    await page.locator('#history-list li', { hasText: 'orchard' }).locator('button.quiet').click();
    await page.locator('#history-status', { hasText: 'Deleted: The orchard' }).waitFor();
    await kept(page, 1);
    await page.locator('#history-clear').click();
    await page.locator('#history-sure-no').click();
    await kept(page, 1);
    await page.locator('#history-clear').click();
    await page.locator('#history-sure-yes').click();
    await page.locator('#history-empty', { hasText: 'No articles yet' }).waitFor();
    await kept(page, 0);
  }),
);

test(
  'what is listed is saved as a zip',
  onSite({}, async (page) => {
    await keepTwo(page);
    await openHistory(page);
    const { bytes } = await downloadBy(page, '#history-save [type=submit]');
    const files = unzipSync(bytes);
    assert.deepEqual(Object.keys(files), [`${VIETNAMESE_TITLE}.md`, 'The orchard that moved uphill.md']);
    assert.match(strFromU8(files[`${VIETNAMESE_TITLE}.md`]), new RegExp(VIETNAMESE_LINE));
  }),
);

test(
  'the same page is kept once',
  onSite({}, async (page) => {
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await clean(page, VIETNAMESE_TEXT);
    await kept(page, 2);
    await clean(page, ORCHARD);
    await page.waitForTimeout(200);
    await kept(page, 2);
  }),
);

test(
  'turned off, it keeps nothing more',
  onSite({}, async (page) => {
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await openHistory(page);
    await page.locator('#history-on').uncheck();
    await page.keyboard.press('Escape');
    await clean(page, VIETNAMESE_TEXT);
    await page.waitForTimeout(200);
    await kept(page, 1);
  }),
);

test(
  'a browser that keeps nothing says so, and the article stays',
  onSite({}, async (page) => {
    await keepHistory(page);
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
    await page.locator('#error', { hasText: 'isn’t saving data for this site' }).waitFor();
    assert.equal(await page.locator('#result').isVisible(), true);
  }),
);

test(
  'the same paste and the same file are kept once, however they are read',
  onSite({}, async (page) => {
    const file = { name: 'a.html', mimeType: '', buffer: Buffer.from(ORCHARD) };
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
    await page.locator('#file').setInputFiles(file);
    await page.locator('#read-as', { hasText: 'HTML' }).waitFor();
    await kept(page, 2);
    await page.locator('#file').setInputFiles({ ...file, name: 'b.html' });
    await kept(page, 3);
    await page.locator('#file').setInputFiles(file);
    await page.waitForTimeout(200);
    await kept(page, 3);
  }),
);

/** What a version of the site kept that took a page's own address for its identity. */
function keepAsBefore(page, { key, title, input }) {
  const article = { type: 'html', title, url: key, lang: 'en', content: '', textContent: title, blocks: [], authors: [] };
  return page.evaluate(
    ({ entry, kept: old }) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('unchaff', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('entries', { keyPath: 'id', autoIncrement: true }).createIndex('key', 'key');
          opening.result.createObjectStore('pages');
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction(['entries', 'pages'], 'readwrite');
          change.objectStore('entries').add(entry).onsuccess = ({ target }) => change.objectStore('pages').add(old, target.result);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { entry: { key, savedAt: 1, title, site: '', url: key, lang: 'en', size: 10, words: title.toLowerCase() }, kept: { article, input } },
  );
}

test(
  'what was kept before identities came from the person stays, and is read again in its place',
  onSite({}, async (page) => {
    const key = 'https://publisher.example/story';
    await keepAsBefore(page, { key, title: 'Kept long ago', input: { type: 'html', html: ORCHARD, text: ORCHARD, url: key } });
    await keepHistory(page);
    await clean(page, ORCHARD.replace('<head>', `<head><link rel="canonical" href="${key}">`));
    assert.deepEqual(
      (await kept(page, 2)).map(({ title }) => title),
      ['Kept long ago', 'The orchard that moved uphill'],
    );
    await openHistory(page);
    await page.locator('#history-list button.link', { hasText: 'Kept long ago' }).click();
    await page.locator('#article-title', { hasText: 'Kept long ago' }).waitFor();
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
    await page.waitForTimeout(200);
    assert.deepEqual(
      (await kept(page, 2)).map((entry) => entry.key === key),
      [false, true],
    );
  }),
);

for (const [answer, button, status, first, newest] of [
  ['yes', 'Delete it and keep this one', 'is kept', 'Old 1', 'The orchard that moved uphill'],
  ['no', 'Do not keep this one', 'is not kept', 'Old 0', 'Old 499'],
]) {
  test(
    `a full history asks before the oldest goes: ${answer}`,
    onSite({}, async (page) => {
      await keepHistory(page);
      await fillHistory(page, 500);
      await clean(page, ORCHARD);
      await page.locator('#question', { hasText: 'the oldest one has to be deleted' }).waitFor();
      assert.equal((await kept(page, 500))[0].title, 'Old 0', 'nothing goes unasked');
      await page.locator('#question button', { hasText: button }).click();
      await page.locator('#status', { hasText: status }).waitFor();
      const entries = await kept(page, 500);
      assert.deepEqual([entries[0].title, entries.at(-1).title], [first, newest]);
      assert.equal(await page.locator('#question').innerText(), '');
      await page.locator('#article-title:focus').waitFor();
    }),
  );
}

test(
  'the question speaks the language of the interface, and goes with its article',
  onSite({}, async (page) => {
    await keepHistory(page);
    await fillHistory(page, 502);
    await clean(page, ORCHARD);
    await page.locator('#question', { hasText: 'the 3 oldest ones have to be deleted' }).waitFor();
    await page.locator('[data-language=vi]').click();
    await page.locator('#question', { hasText: 'phải xóa 3 bài cũ nhất' }).waitFor();
    await page.locator('#start-over').click();
    assert.equal(await page.locator('#question').innerText(), '');
    await kept(page, 502);
  }),
);

test(
  'a question cannot be answered by the click that was under way',
  onSite({}, async (page) => {
    await keepHistory(page);
    await fillHistory(page, 500);
    await clean(page, ORCHARD);
    // The first moment is over when a test looks: a change of language asks the question once more.
    await page.locator('#question button').first().waitFor();
    const disabled = await page.evaluate(() => {
      document.querySelector('[data-language=vi]').click();
      return [...document.querySelectorAll('#question button')].map((button) => button.disabled);
    });
    assert.deepEqual(disabled, [true, true]);
  }),
);

/** Keeps articles one after another, and answers what keep() says and what is kept after each. */
function keepAll(page, steps) {
  return page.evaluate(async (all) => {
    const { keep, search } = await import('/history/store.js');
    const seen = [];
    for (const { title, length = 10, input, ...bounds } of all) {
      const article = { title, url: 'https://a.example/claimed', textContent: 'x'.repeat(length), authors: [] };
      const outcome = await keep(article, { html: title, text: title, origin: 'paste', ...input }, bounds).catch(({ code }) => code);
      seen.push(`${outcome}: ${(await search()).map((entry) => entry.title).join('')}`);
    }
    return seen;
  }, steps);
}

test(
  'past its bounds nothing is kept unless enough of the oldest may go',
  onSources({}, async (page) => {
    const seen = await keepAll(page, [
      { title: 'a', maxEntries: 2 },
      { title: 'b', maxEntries: 2 },
      { title: 'c', maxEntries: 2 },
      { title: 'c', maxEntries: 2, mayDelete: 1 },
      { title: 'd', length: 1000, maxSize: 1150, mayDelete: 1 },
      { title: 'd', length: 1000, maxSize: 1150, mayDelete: 2 },
      { title: 'e', length: 5000, maxSize: 1150, mayDelete: 9 },
      { title: 'd', length: 1000, maxSize: 1150 },
    ]);
    assert.deepEqual(seen, ['0: a', '0: ba', '1: ba', '1: cb', '2: cb', '2: d', 'too-large-to-keep: d', '0: d']);
  }),
);

test(
  'articles are told apart by what the person gave, whatever address they claim',
  onSources({}, async (page) => {
    const fetched = { origin: 'address', asked: 'https://a.example/x' };
    const seen = await keepAll(page, [
      { title: 'a', input: fetched },
      { title: 'b', input: { ...fetched, asked: 'https://a.example/x#part' } },
      { title: 'c', input: { ...fetched, asked: 'https://a.example/y' } },
      { title: 'd', input: { origin: 'outside', url: 'https://a.example/x' } },
      { title: 'd', input: { origin: 'paste' } },
      { title: 'd', input: { origin: 'file', name: '1.html' } },
      { title: 'd', input: { origin: 'file', name: '2.html' } },
      { title: 'd', input: { origin: 'outside', url: 'https://a.example/y' } },
    ]);
    assert.deepEqual(seen, ['0: a', '0: b', '0: cb', '0: dcb', '0: ddcb', '0: dddcb', '0: ddddcb', '0: dddddcb']);
  }),
);

test(
  'without the hashes of https the content itself tells articles apart',
  onSources({}, async (page) => {
    await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    assert.deepEqual(await keepAll(page, [{ title: 'a' }, { title: 'b' }, { title: 'a' }]), ['0: a', '0: ba', '0: ab']);
  }),
);
