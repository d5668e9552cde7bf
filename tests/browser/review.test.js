import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE, VIETNAMESE_TEXT } from './pages.js';

const onSite = useSite();

async function review(page, text = ORCHARD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
  await page.locator('#tab-removed').click();
}

const part = (page, text) => page.locator('.part', { hasText: text });
const box = (page, text) => part(page, text).locator('input');
const counts = async (page) => (await page.locator('#removed-count').innerText()).replaceAll(',', '').match(/\d+/g).map(Number);
const focusedPart = (page) => page.evaluate(() => document.activeElement.closest('.part')?.querySelector('.part-text').textContent);

/** The article in each of its views. */
async function views(page) {
  const texts = {};
  for (const [view, element] of [
    ['article', 'article'],
    ['markdown', 'markdown'],
    ['text', 'text'],
  ]) {
    await page.locator(`#tab-${view}`).click();
    texts[view] = await page.locator(`#${element}`).textContent();
  }
  await page.locator('#tab-removed').click();
  return texts;
}

/** Waits until the page was read again with the decisions. */
const corrected = (page, words) => page.locator('#status', { hasText: words }).waitFor();

test(
  'each part says whether it was kept, why, and how probable that was',
  onSite({}, async (page) => {
    await review(page);
    assert.match(await page.locator('#removed-count').innerText(), /^\d+ parts of the page were kept, \d+ left out\.$/);
    const [kept, dropped] = await counts(page);
    assert.equal(await page.locator('.part').count(), kept + dropped);
    assert.equal(await page.locator('.part :checked').count(), kept);
    assert.equal(await page.locator('#tab-removed-count').innerText(), String(dropped));
    assert.match(await part(page, ORCHARD_CHAFF).textContent(), /Left out · navigation · \d+%/);
    assert.match(await part(page, ORCHARD_LINE).textContent(), /Kept · running text · \d+%/);
  }),
);

test(
  'a part that is thrown out leaves every view and the counts at once',
  onSite({}, async (page) => {
    await review(page);
    const [kept, dropped] = await counts(page);
    await part(page, ORCHARD_LINE).locator('.part-text').click();
    assert.deepEqual(await counts(page), [kept - 1, dropped + 1, 1]);
    assert.match(await part(page, ORCHARD_LINE).textContent(), /Left out · your choice/);
    await corrected(page, `now has ${kept - 1} parts`);
    for (const [view, text] of Object.entries(await views(page))) assert.doesNotMatch(text, new RegExp(ORCHARD_LINE), view);
  }),
);

test(
  'a part that is brought back is in every view',
  onSite({}, async (page) => {
    await review(page);
    await box(page, ORCHARD_CHAFF).click();
    await corrected(page, 'now has');
    for (const [view, text] of Object.entries(await views(page))) assert.match(text, new RegExp(ORCHARD_CHAFF), view);
  }),
);

test(
  'the summary follows',
  onSite({}, async (page) => {
    await review(page);
    const sentence = await page.locator('.sentence').last().innerText();
    await box(page, sentence).click();
    await corrected(page, 'now has');
    assert.doesNotMatch(await page.locator('#summary-list').innerText(), new RegExp(sentence.slice(0, 30)));
  }),
);

test(
  'what is taken away is the corrected article',
  onSite({}, async (page) => {
    await review(page);
    await box(page, ORCHARD_LINE).click();
    await corrected(page, 'now has');
    await page.locator('#tab-text').click();
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.doesNotMatch(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'undo takes back step by step, by button and by key',
  onSite({}, async (page) => {
    await review(page);
    const before = await counts(page);
    await box(page, ORCHARD_CHAFF).click();
    await box(page, ORCHARD_LINE).click();
    await page.keyboard.press('ControlOrMeta+z');
    assert.ok(await box(page, ORCHARD_LINE).isChecked());
    assert.ok(await box(page, ORCHARD_CHAFF).isChecked());
    assert.equal(await focusedPart(page), await part(page, ORCHARD_LINE).locator('.part-text').textContent());
    await page.locator('#review-undo').click();
    assert.ok(!(await box(page, ORCHARD_CHAFF).isChecked()));
    assert.deepEqual(await counts(page), before);
    assert.ok(await page.locator('#review-undo').isDisabled());
    await corrected(page, `now has ${before[0]} parts`);
    assert.match(await page.locator('#article').textContent(), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'the automatic choice comes back whole, and that can be undone too',
  onSite({}, async (page) => {
    await review(page);
    assert.ok(await page.locator('#review-automatic').isDisabled());
    await box(page, ORCHARD_CHAFF).click();
    await box(page, ORCHARD_LINE).click();
    await page.locator('#review-automatic').click();
    assert.ok(!(await box(page, ORCHARD_CHAFF).isChecked()));
    assert.ok(await box(page, ORCHARD_LINE).isChecked());
    assert.match(await part(page, ORCHARD_LINE).textContent(), /Kept · running text/);
    await page.locator('#review-undo').click();
    assert.ok(await box(page, ORCHARD_CHAFF).isChecked());
  }),
);

test(
  'arrow keys move, the space bar decides, one checkbox is in the tab order',
  onSite({}, async (page) => {
    await review(page);
    const texts = await page.locator('.part-text').allTextContents();
    await page.locator('.part input').first().focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedPart(page), texts[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focusedPart(page), texts[0]);
    await page.keyboard.press('End');
    assert.equal(await focusedPart(page), texts.at(-1));
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    assert.equal(await focusedPart(page), texts[10]);
    const [kept] = await counts(page);
    const wasKept = await page.evaluate(() => document.activeElement.checked);
    await page.keyboard.press('Space');
    await corrected(page, `now has ${wasKept ? kept - 1 : kept + 1} parts`);
    assert.equal(await focusedPart(page), texts[10], 'the focus stays');
    assert.equal(await page.locator('.part input[tabindex="0"]').count(), 1);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'why');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'more');
    await page.keyboard.press('Tab');
    assert.equal(await focusedPart(page), undefined);
  }),
);

test(
  'with Shift a click decides on all parts from the last one',
  onSite({}, async (page) => {
    await review(page);
    const boxes = page.locator('.part input');
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    for (const at of [0, 1, 2]) assert.ok(await boxes.nth(at).isChecked());
    await page.locator('#review-undo').click();
    assert.ok(await boxes.nth(0).isChecked());
    for (const at of [1, 2]) assert.ok(!(await boxes.nth(at).isChecked()));
  }),
);

test(
  'filters show the parts of one kind, with their number',
  onSite({}, async (page) => {
    await review(page);
    const [kept, dropped] = await counts(page);
    const choose = (value) => page.locator(`#review-filter [value=${value}]`).check();
    await choose('kept');
    assert.equal(await page.locator('.part').count(), kept);
    assert.equal(await page.locator('.part.dropped').count(), 0);
    await choose('dropped');
    assert.equal(await page.locator('.part').count(), dropped);
    assert.equal(await page.locator('.part.kept').count(), 0);
    await choose('doubtful');
    const shares = (await page.locator('.part-verdict > span').allTextContents()).map((words) => Number(/(\d+)%/.exec(words)[1]));
    for (const share of shares) assert.ok(share >= 25 && share <= 75, `${share}`);
    assert.match(await page.locator('#review-filter').innerText(), new RegExp(`Kept ${kept}.*Left out ${dropped}`, 's'));
  }),
);

test(
  'a part stays in sight when a decision moves it out of the filter',
  onSite({}, async (page) => {
    await review(page);
    await page.locator('#review-filter [value=kept]').check();
    await box(page, ORCHARD_LINE).click();
    await corrected(page, 'now has');
    assert.ok(await part(page, ORCHARD_LINE).isVisible());
  }),
);

test(
  'an empty filter says so',
  onSite({}, async (page) => {
    await review(page, 'The bridge is open again. Cars may cross it from six in the morning, and the toll is gone for good.');
    await page.locator('#review-filter [value=dropped]').check();
    assert.equal(await page.locator('#review-none').innerText(), 'Nothing was left out.');
  }),
);

test(
  'why: what spoke for a part and against it, in words',
  onSite({}, async (page) => {
    await review(page);
    const why = part(page, ORCHARD_CHAFF).locator('.why');
    await why.click();
    await part(page, ORCHARD_CHAFF).locator('dl').waitFor();
    assert.match(
      await part(page, ORCHARD_CHAFF).locator('.part-why').innerText(),
      /Against keeping it\s+[a-z].*(strongly|clearly|slightly)/s,
    );
    assert.equal(await why.getAttribute('aria-expanded'), 'true');
    await why.click();
    assert.equal(await page.locator('.part-why').count(), 0);
  }),
);

test(
  'why: one tap on a phone, and the whole part is shown',
  onSite({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
    await review(page);
    const row = part(page, ORCHARD_LINE);
    const text = row.locator('.part-text');
    const cut = (element) => element.scrollHeight > element.clientHeight + 1;
    await row.scrollIntoViewIfNeeded();
    assert.ok(await text.evaluate(cut));
    await row.locator('.why').tap();
    await row.locator('dl').waitFor();
    assert.ok(!(await text.evaluate(cut)));
  }),
);

test(
  'why: pasted text has no single reasons, and says so',
  onSite({}, async (page) => {
    await review(page, VIETNAMESE_TEXT);
    await page.locator('.part .why').first().click();
    await page.locator('.part-why', { hasText: 'No single reason' }).waitFor();
  }),
);

test(
  'the last text cannot be thrown out',
  onSite({}, async (page) => {
    await review(page);
    const [kept, dropped] = await counts(page);
    await page.locator('#review-filter [value=kept]').check();
    await page.locator('.part input').first().click();
    await page
      .locator('.part input')
      .last()
      .click({ modifiers: ['Shift'] });
    await page.locator('#status', { hasText: 'At least one part' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.part :checked').length > 0);
    assert.deepEqual(await counts(page), [kept - 1, dropped + 1, 1]);
  }),
);

for (const way of ['undo', 'redo']) {
  test(
    `after ${way === 'undo' ? 'an undo' : 'a redo'} with which the page could not be read, all is as before`,
    onSite({}, async (page) => {
      await review(page);
      await box(page, ORCHARD_CHAFF).click();
      await box(page, ORCHARD_LINE).click();
      if (way === 'redo') await page.locator('#review-undo').click();
      await corrected(page, 'now has');
      const state = async () => [
        await counts(page),
        await page.locator('.review-bar button:disabled').evaluateAll((all) => all.map(({ id }) => id)),
      ];
      const before = await state();
      await page.evaluate(() => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function () {
          Worker.prototype.postMessage = postMessage;
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
        };
      });
      await page.locator(`#review-${way}`).click();
      await corrected(page, 'Something went wrong');
      assert.deepEqual(await state(), before);
      await page.locator(`#review-${way}`).click();
      await corrected(page, 'now has');
      assert.equal(await box(page, ORCHARD_LINE).isChecked(), way === 'undo');
    }),
  );
}

test(
  'decisions belong to the page: another one has none of them',
  onSite({}, async (page) => {
    await review(page);
    const before = await counts(page);
    await box(page, ORCHARD_LINE).click();
    await corrected(page, 'now has');
    await review(page, ORCHARD.replace('the third late frost', 'the fourth late frost'));
    assert.deepEqual(await counts(page), before);
    assert.ok(await page.locator('#review-undo').isDisabled());
  }),
);

test(
  'decisions and length of the summary hold together',
  onSite({}, async (page) => {
    await review(page);
    await box(page, ORCHARD_LINE).click();
    await corrected(page, 'now has');
    await page.locator('#summary-length').selectOption('1');
    await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length === 1);
    assert.doesNotMatch((await views(page)).text, new RegExp(ORCHARD_LINE));
  }),
);

test(
  'a change of language keeps the decisions',
  onSite({}, async (page) => {
    await review(page);
    await box(page, ORCHARD_LINE).click();
    await page.locator('[data-language=vi]').click();
    assert.match(await part(page, ORCHARD_LINE).textContent(), /Đã bỏ · bạn đã chọn/);
  }),
);

test(
  'nothing of a part is read as HTML',
  onSite({}, async (page) => {
    await review(page, ORCHARD.replace(ORCHARD_CHAFF, `${ORCHARD_CHAFF} &lt;img src=x onerror="window.attacked=1"&gt;`));
    assert.match(await part(page, ORCHARD_CHAFF).textContent(), /<img src=x/);
    assert.equal(await page.locator('.part img').count(), 0);
  }),
);

test(
  'a long page is listed whole, in slices',
  onSite({}, async (page) => {
    const links = Array.from({ length: 3000 }, (_, n) => `<li><a href="/${n}">Another story, number ${n}</a></li>`).join('');
    await review(page, ORCHARD.replace('<footer>', `<footer><ul>${links}</ul>`));
    await page.locator('.part', { hasText: 'number 2999' }).waitFor({ state: 'attached' });
    const [kept, dropped] = await counts(page);
    assert.ok(dropped > 3000);
    const slices = await page.locator('.slice').evaluateAll((all) => all.map((slice) => slice.children.length));
    assert.equal(
      slices.reduce((sum, rows) => sum + rows, 0),
      kept + dropped,
    );
    assert.ok(Math.max(...slices) <= 40);
    assert.equal(
      await page
        .locator('.slice')
        .last()
        .evaluate((slice) => getComputedStyle(slice).contentVisibility),
      'auto',
    );
  }),
);

test(
  'a filter chosen while a long list is made has its own parts alone',
  onSite({}, async (page) => {
    const links = Array.from({ length: 3000 }, (_, n) => `<li><a href="/${n}">Another story, number ${n}</a></li>`).join('');
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD.replace('<footer>', `<footer><ul>${links}</ul>`) } });
    await articleText(page);
    await page.evaluate(() => {
      document.querySelector('#tab-removed').click();
      document.querySelector('#review-filter [value=kept]').click();
    });
    const [kept] = await counts(page);
    assert.equal(await page.locator('.part').count(), kept);
    assert.equal(await page.locator('.part.dropped').count(), 0);
  }),
);
