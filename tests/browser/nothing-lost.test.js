/** What a person has read and corrected is there again after whatever can happen to a page. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAILED_REQUEST, articleText, errorText, keepHistory, kept, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();

let publisher;
before(async () => {
  publisher = await servePages({ '/closed': { body: ORCHARD }, '/elsewhere': { body: '<p>Elsewhere</p>' } });
});
after(() => publisher.close());
const allowed = [() => publisher.origin];

const CORRECTION = 'Cold air runs downhill';
const LONG = ORCHARD.replace(
  '</article>',
  `${`<p>${'The growers wrote each frost into the book of the cider house. '.repeat(6)}</p>`.repeat(60)}</article>`,
);

async function clean(page, text) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  return articleText(page);
}

/** Throws a part out by hand, and waits until the article is without it. */
async function dropPart(page, words = CORRECTION) {
  await page.locator('#tab-removed').click();
  await page.locator('.part', { hasText: words }).locator('input').uncheck();
  await page.locator('#status', { hasText: 'The article now has' }).waitFor();
  await page.locator('#tab-article').click();
}

/** Waits until the tab's storage has so many pages. */
const storedInTab = (page, n) =>
  page.waitForFunction((count) => Object.keys(sessionStorage).filter((key) => /^unchaff\.tab\./.test(key)).length === count, n);

const withoutPart = (page) =>
  page.waitForFunction((words) => {
    const article = document.getElementById('article');
    return article?.ariaBusy === 'false' && article.textContent.includes('blossom') && !article.textContent.includes(words);
  }, CORRECTION);

const title = (page, text) => page.locator('#article-title', { hasText: text }).waitFor();
const back = (page) => page.locator('.back-to:visible');

test(
  'a reload shows the article again, with its corrections',
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    await dropPart(page);
    await storedInTab(page, 1);
    await page.reload();
    await title(page, 'The orchard');
    await withoutPart(page);
    await page.locator('#status', { hasText: 'Your changes to this page are back' }).waitFor();
    assert.equal(await page.locator('#review-automatic').isEnabled(), true);
  }),
);

test(
  'a reload comes back to the place that was read',
  onSite({}, async (page) => {
    await clean(page, LONG);
    const target = page.locator('#article p').nth(40);
    await target.evaluate((paragraph) => paragraph.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await storedInTab(page, 1);
    await page.reload();
    await page.waitForFunction(() => {
      const paragraph = document.querySelectorAll('#article p')[40];
      return paragraph && Math.abs(paragraph.getBoundingClientRect().top) < 200;
    });
  }),
);

test(
  'a file is read again after a reload, in its own bytes',
  onSite({}, async (page) => {
    const bytes = Buffer.from(ORCHARD.replace('utf-8', 'windows-1252').replaceAll('clear April', 'clear \u00e9t\u00e9'), 'latin1');
    await page.locator('#file').setInputFiles({ name: 'orchard.html', mimeType: 'text/html', buffer: bytes });
    await articleText(page);
    await storedInTab(page, 1);
    await page.reload();
    assert.match(await articleText(page), /clear été morning/);
    assert.match(await page.locator('#read-as').innerText(), /orchard\.html/);
  }),
);

test(
  'who comes back from another site finds the article',
  onSite({ allowed }, async (page) => {
    await clean(page, ORCHARD);
    await dropPart(page);
    await storedInTab(page, 1);
    await page.goto(`${publisher.origin}/elsewhere`);
    await page.goBack();
    await title(page, 'The orchard');
    await withoutPart(page);
  }),
);

test(
  "the browser's Back leads to the article before, then to the beginning; Forward to the article again",
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    await clean(page, VIETNAMESE_TEXT);
    await page.evaluate(() => history.back());
    await title(page, 'The orchard');
    await page.locator('#progress').waitFor({ state: 'hidden' });
    await page.evaluate(() => history.back());
    await page.locator('#intro').waitFor();
    assert.ok(await page.locator('#result').isHidden());
    await page.evaluate(() => history.forward());
    await title(page, 'The orchard');
  }),
);

test(
  'a fetch that fails leaves the article',
  onSite({ allowed, expected: FAILED_REQUEST }, async (page) => {
    await clean(page, ORCHARD);
    await dropPart(page);
    await page.locator('#url').fill(`${publisher.origin}/closed`);
    await page.locator('#url').press('Enter');
    await errorText(page);
    assert.match(await page.locator('#article').innerText(), new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(await page.locator('#article').innerText(), new RegExp(CORRECTION));
  }),
);

test(
  'a dropped PDF leaves the article and the box, and corrections go on',
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< >>\nendobj\n\0\0', 'latin1');
    await transfer(page, 'drop', { files: [{ name: 'paper.pdf', mime: 'application/pdf', content: pdf }] });
    await errorText(page);
    assert.match(await page.locator('#article').innerText(), new RegExp(ORCHARD_LINE));
    assert.match(await page.locator('#paste').inputValue(), new RegExp(ORCHARD_LINE));
    await dropPart(page);
    await withoutPart(page);
  }),
);

test(
  'another article has a way back, to the corrected one before',
  onSite({}, async (page) => {
    assert.equal(await back(page).count(), 0);
    await clean(page, ORCHARD);
    assert.equal(await back(page).count(), 0);
    await dropPart(page);
    await clean(page, VIETNAMESE_TEXT);
    assert.match(await back(page).innerText(), /Back to “The orchard that moved uphill”/);
    await back(page).click();
    await title(page, 'The orchard');
    await withoutPart(page);
    await back(page).click();
    await page.locator('#article', { hasText: VIETNAMESE_LINE }).waitFor();
  }),
);

test(
  'starting over has a way back',
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    await page.locator('#start-over').click();
    await page.locator('#intro').waitFor();
    await back(page).click();
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  }),
);

for (const [answer, button, words] of [
  ['no', 'Keep the article', ORCHARD_LINE],
  ['yes', 'Read them as a new page', 'Ring the joiner'],
]) {
  test(
    `a few words pasted beside the box are asked about: ${answer}`,
    onSite({}, async (page) => {
      await clean(page, ORCHARD);
      await transfer(page, 'paste', { flavours: { 'text/plain': 'Ring the joiner before six about the door of the shed.' } });
      await page.locator('#question', { hasText: 'You pasted a few words' }).waitFor();
      assert.match(await page.locator('#article').innerText(), new RegExp(ORCHARD_LINE));
      await page.locator('#question').getByRole('button', { name: button }).click();
      await page.locator('#article', { hasText: words }).waitFor();
      assert.equal(await page.locator('#question').innerText(), '');
    }),
  );
}

test(
  'corrections are there when the same page is pasted again, with another menu around it',
  onSite({}, async (page) => {
    await clean(page, ORCHARD);
    await dropPart(page);
    await clean(page, VIETNAMESE_TEXT);
    await clean(page, ORCHARD.replace(ORCHARD_CHAFF, 'Weather').replace('<nav><ul>', '<nav><ul><li><a href="/new">New today</a></li>'));
    await withoutPart(page);
  }),
);

test(
  'corrections are there when the article is opened from the history, in another tab',
  onSite({}, async (page, { address }) => {
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await dropPart(page);
    const other = await page.context().newPage();
    await other.goto(address);
    await other.locator('#history').click();
    await other.locator('#history-list button.link').click();
    await title(other, 'The orchard');
    await withoutPart(other);
  }),
);

test(
  'with the history off nothing of a page is on the device, and another tab knows nothing of it',
  onSite({}, async (page, { address }) => {
    await clean(page, ORCHARD);
    await dropPart(page);
    await storedInTab(page, 1);
    const onDevice = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.doesNotMatch(onDevice, /orchard|Nobody/);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
    const other = await page.context().newPage();
    await other.goto(address);
    assert.equal(await back(other).count(), 0);
  }),
);

test(
  'what the history forgets is forgotten with its corrections',
  onSite({}, async (page) => {
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await dropPart(page);
    await page.waitForFunction(() => 'unchaff.memory' in localStorage);
    await page.locator('#history').click();
    await page.locator('#history-list .quiet').click();
    await page.waitForFunction(() => !('unchaff.memory' in localStorage));
  }),
);

test(
  'an article that was deleted from the history does not come back to it with a reload',
  onSite({}, async (page) => {
    await keepHistory(page);
    await clean(page, ORCHARD);
    await kept(page, 1);
    await page.waitForFunction(() => sessionStorage.getItem('unchaff.tab')?.includes('"isKept":true'));
    await storedInTab(page, 1);
    await page.locator('#history').click();
    await page.locator('#history-list .quiet').click();
    await kept(page, 0);
    await page.reload();
    await articleText(page);
    // A new article is kept after it: by then the first would be there.
    await clean(page, VIETNAMESE_TEXT);
    await page.locator('#article', { hasText: VIETNAMESE_LINE }).waitFor();
    const [{ words }] = await kept(page, 1);
    assert.match(words, /dong ho/);
  }),
);

test(
  'the tab keeps five articles at most',
  onSite({}, async (page) => {
    for (let n = 0; n < 6; n++) await clean(page, ORCHARD.replaceAll('moved uphill', `moved ${n} times`));
    await storedInTab(page, 5);
    await page.evaluate(() => history.go(-5));
    await page.locator('#intro').waitFor();
  }),
);

test(
  'the browser asks before an article is left that the tab cannot keep',
  onSite({}, async (page) => {
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith('unchaff.tab.')) throw new DOMException('full', 'QuotaExceededError');
        setItem.call(this, key, value);
      };
    });
    await page.locator('#sample').click();
    await articleText(page);
    const asked = new Promise((resolve) =>
      page.once('dialog', async (dialog) => {
        resolve(dialog.type());
        await dialog.accept();
      }),
    );
    await page.reload();
    assert.equal(await asked, 'beforeunload');
  }),
);
