/** On a phone: the article on the first screen, what is done with it under the thumb, room for a finger. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAILED_REQUEST, articleText, clipboard, errorText, openHistory, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, VIETNAMESE_TEXT } from './pages.js';
import { HARBOUR } from './reader-pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let publisher;
before(async () => {
  publisher = await servePages({ '/slow': { hang: true } });
});
after(() => publisher.close());

const LONG = ORCHARD.replace(
  '</article>',
  `${`<p>${'The growers wrote each frost into the book of the cider house. '.repeat(6)}</p>`.repeat(20)}</article>`,
);

async function show(page, text = ORCHARD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

const topOf = (page, selector) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);

for (const [width, height] of [
  [390, 844],
  [360, 740],
]) {
  test(
    `the article begins on the first screen of ${width} × ${height} pixels`,
    onSite({ ...phone, viewport: { width, height } }, async (page) => {
      await show(page);
      // Three lines of it at least.
      assert.ok((await topOf(page, '#article p')) + 90 < (await topOf(page, '#take-away')));
      assert.ok((await topOf(page, '#article-title')) >= 0);
    }),
  );
}

test(
  'the summary is folded to its first sentence, and opens',
  onSite(phone, async (page) => {
    await show(page, HARBOUR);
    const sentences = page.locator('#summary-list li');
    const seen = () => sentences.evaluateAll((items) => items.map((item) => item.checkVisibility()));
    const [first, ...rest] = await seen();
    assert.deepEqual([first, new Set(rest)], [true, new Set([false])]);
    const fold = page.getByRole('button', { name: 'Show all' });
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await fold.click();
    assert.deepEqual(new Set(await seen()), new Set([true]));
    await page.getByRole('button', { name: 'Show less' }).click();
    assert.deepEqual(await seen(), [first, ...rest]);
  }),
);

test(
  'on a wide screen the summary is whole, and there is no bar at the bottom',
  onSite({}, async (page) => {
    await show(page, HARBOUR);
    const seen = await page.locator('#summary-list li').evaluateAll((items) => items.map((item) => item.checkVisibility()));
    assert.ok(seen.length > 1 && seen.every(Boolean));
    for (const id of ['#summary-fold', '#show-summary']) assert.equal(await page.locator(id).isVisible(), false, id);
  }),
);

test(
  'Copy, Save and Summary stay at the bottom, wherever one reads',
  onSite(phone, async (page) => {
    await show(page, LONG);
    await page
      .locator('#article p')
      .last()
      .evaluate((paragraph) => paragraph.scrollIntoView({ behavior: 'instant' }));
    for (const id of ['#copy', '#save', '#show-summary']) {
      const { y, height } = await page.locator(id).boundingBox();
      assert.ok(y > 844 - 70 && y + height <= 844, id);
    }
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/plain'), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'the summary comes up over the text that is read, and goes again',
  onSite(phone, async (page) => {
    await show(page, LONG);
    const paragraph = page.locator('#article p').nth(10);
    await paragraph.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
    const place = () => paragraph.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await place();
    const button = page.locator('#show-summary');
    await button.click();
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
    assert.ok(await page.locator('#summary-list li').last().isVisible());
    assert.ok(Math.abs((await place()) - before) <= 2);
    await page.keyboard.press('Escape');
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'show-summary');
    assert.ok(Math.abs((await place()) - before) <= 2);

    await button.click();
    await page.locator('#summary-list .sentence').first().click();
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await page.waitForFunction(() => document.getElementById('article').contains(document.activeElement));
  }),
);

test(
  'while a page is awaited, progress and Cancel stand in the place of the article, which comes back',
  onSite({ ...phone, allowed: [() => publisher.origin], expected: FAILED_REQUEST }, async (page) => {
    await show(page);
    await page.locator('#url').fill(`${publisher.origin}/slow`);
    await page.locator('#url').press('Enter');
    await page.locator('#cancel').waitFor();
    assert.equal(await page.locator('#article').isVisible(), false);
    for (const id of ['#progress', '#cancel']) {
      const { y, height } = await page.locator(id).boundingBox();
      assert.ok(y > 0 && y + height < 844, id);
    }
    await page.locator('#cancel').click();
    assert.ok(await page.locator('#article').isVisible());
  }),
);

/** What a finger aims at. Links in a text stand in their line, and may be as low as it is. */
const TARGETS = 'button, select, summary, input:not([type=file]), label:has(input[type=checkbox]), a.button, .wordmark';
/** The label is the target. */
const LABELLED = 'input[type=checkbox], input[type=radio]';

const smallTargets = (page) =>
  page.locator(TARGETS).evaluateAll(
    (elements, labelled) =>
      elements
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(labelled))
        .map((element) => [element.getBoundingClientRect(), element])
        .filter(([{ width, height }]) => width > 0 && (width < 43.9 || height < 43.9))
        .map(
          ([{ width, height }, element]) =>
            `${element.id || element.className || element.localName} ${element.textContent.trim().slice(0, 20)} ${width} × ${height}`,
        ),
    LABELLED,
  );

for (const [view, reach] of Object.entries({
  start: async () => {},
  'ways in': (page) => page.locator('#more-ways summary').click(),
  article: (page) => show(page),
  'second article': async (page) => {
    await show(page);
    await show(page, VIETNAMESE_TEXT);
  },
  'whole summary': async (page) => {
    await show(page);
    await page.locator('#summary-fold').click();
  },
  review: async (page) => {
    await show(page);
    await page.locator('#tab-removed').click();
  },
  'text and colours': async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Text and colours' }).click();
  },
  'choice of formats': async (page) => {
    await show(page);
    await page.locator('#save').click();
  },
  history: openHistory,
  error: async (page) => {
    await page.locator('#url').fill('word');
    await page.locator('#url').press('Enter');
    await errorText(page);
  },
})) {
  test(
    `every target is 44 pixels wide and high: ${view}`,
    onSite(phone, async (page) => {
      await reach(page);
      assert.deepEqual(await smallTargets(page), []);
    }),
  );
}
