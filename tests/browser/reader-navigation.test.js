import assert from 'node:assert/strict';
import { test } from 'node:test';

import { button, cinnamon, focused, harbour, mount, onReader, update } from './reader-harness.js';

const onPage = onReader();
const calm = { reducedMotion: 'reduce' };
const topOf = (page, selector) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top);
const heading = (page, name) => page.getByRole('heading', { name, exact: true });
const current = (page) => page.locator('.reader-panel [aria-current]').evaluate((link) => link.textContent);
/** Scrolls a heading to the top of the window. */
const readTo = (page, name) => heading(page, name).evaluate((element) => element.scrollIntoView());

test(
  'the contents name the sections, nested as they are, and lead there',
  onPage(calm, async (page) => {
    await mount(page, harbour());
    await button(page, 'Contents').click();
    const dialog = page.getByRole('dialog', { name: 'Contents' });
    assert.deepEqual(await dialog.getByRole('link').allInnerTexts(), [
      'The gauge that stopped',
      'How the numbers are kept',
      'On paper',
      'On the computer',
      'What nobody had noticed',
      'A new spring',
    ]);
    assert.deepEqual(await dialog.locator('ol ol a').allInnerTexts(), ['On paper', 'On the computer']);
    await dialog.getByRole('link', { name: 'What nobody had noticed' }).click();
    assert.equal(await focused(page), 'What nobody had noticed');
    const top = await topOf(page, 'h2:focus');
    const bar = await page.locator('.reader-bar').evaluate((element) => element.getBoundingClientRect().bottom);
    assert.ok(top >= bar && top < bar + 200, `heading at ${top}, bar to ${bar}`);
    assert.equal(await dialog.isVisible(), false);
  }),
);

test(
  'the section that is read is marked',
  onPage(calm, async (page) => {
    await mount(page, harbour());
    assert.equal(await page.locator('.reader-panel [aria-current]').count(), 0);
    for (const name of ['On paper', 'What nobody had noticed', 'The gauge that stopped']) {
      await readTo(page, name);
      await page.locator('.reader-panel [aria-current]', { hasText: name }).waitFor({ state: 'attached' });
      assert.equal(await current(page), name);
    }
  }),
);

test(
  'a text with few sections has no table of contents',
  onPage({}, async (page) => {
    const article = harbour();
    await mount(page, article);
    assert.equal(await button(page, 'Contents').isVisible(), true);
    await update(page, { ...article, content: '<h2>One</h2><p>a</p><h2>Two</h2><p>b</p>' });
    assert.equal(await button(page, 'Contents').isVisible(), false);
  }),
);

test(
  'the reading time is told, and then what is left of it',
  onPage(calm, async (page) => {
    const article = { ...harbour(), readingTimeRange: [3, 5] };
    await mount(page, article);
    const time = page.locator('.time-left');
    const line = page.getByRole('progressbar', { name: 'Reading progress' });
    assert.equal(await time.innerText(), '4 min');
    assert.equal(await line.getAttribute('aria-valuenow'), '0');
    await readTo(page, 'How the numbers are kept');
    await page.locator('.time-left', { hasText: 'left' }).waitFor();
    const halfway = Number(await line.getAttribute('aria-valuenow'));
    assert.ok(halfway > 10 && halfway < 90, halfway);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('.time-left', { hasText: 'The end' }).waitFor();
    assert.equal(await line.getAttribute('aria-valuenow'), '100');
    await page.evaluate(() => window.scrollTo(0, 0));
    await update(page, { ...article, readingTimeRange: [1, 1] });
    await page.locator('.time-left', { hasText: /^1 min$/ }).waitFor();
  }),
);

test(
  'a mark opens its note where it is, by mouse and by keyboard, and Escape leads back',
  onPage(calm, async (page) => {
    await mount(page, harbour());
    const mark = page.locator('[role=doc-noteref]').first();
    const note = page.getByRole('dialog', { name: 'Note 1' });
    await mark.click();
    assert.match(await note.innerText(), /flood of 1953/);
    assert.doesNotMatch(await note.innerText(), /↩/);
    const [at, opened] = [await topOf(page, '[role=doc-noteref]'), await topOf(page, '.note-panel')];
    assert.ok(opened > at && opened < at + 60, `mark at ${at}, note at ${opened}`);
    await page.keyboard.press('Escape');
    assert.equal(await note.isVisible(), false);
    assert.equal(await focused(page), '1');

    await page.keyboard.press('Enter');
    assert.equal(await note.isVisible(), true);
    await button(page, 'Close').click();
    assert.equal(await note.isVisible(), false);
    assert.equal(await focused(page), '1');
  }),
);

test(
  "a note opens by touch and closes by a touch elsewhere, within a phone's width",
  onPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
    await mount(page, cinnamon(), 'vi');
    await page.locator('[role=doc-noteref]').first().tap();
    const note = page.getByRole('dialog', { name: 'Chú thích 1' });
    const { x, y, width } = await note.boundingBox();
    assert.ok(x >= 0 && x + width <= 360, `${x} + ${width}`);
    assert.equal(await note.locator('.note-text').getAttribute('lang'), 'vi');
    await page.touchscreen.tap(100, y - 60);
    await note.waitFor({ state: 'hidden' });
  }),
);

test(
  'a note leads to its place at the end, and that back to the mark one came from',
  onPage(calm, async (page) => {
    await mount(page, harbour());
    const marks = page.locator('#article [role=doc-noteref]', { hasText: '1' });
    assert.equal(await marks.count(), 2);
    for (const nth of [1, 0]) {
      await marks.nth(nth).click();
      await button(page, 'Go to the notes').click();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'unchaff-note-1');
      await page.locator('#unchaff-note-1').locator('[role=doc-backlink]').click();
      assert.equal(await page.evaluate(() => document.activeElement.parentElement.id), nth === 0 ? 'unchaff-ref-1' : 'unchaff-ref-1-2');
    }
    assert.equal(await page.evaluate(() => location.hash), '');
  }),
);

test(
  'a note that speaks of another shows it in its place, and ids stay unique',
  onPage({}, async (page) => {
    const mark = (number) => `<sup id="unchaff-ref-${number}"><a href="#unchaff-note-${number}" role="doc-noteref">${number}</a></sup>`;
    const content = `<p>a${mark(1)}</p><section class="footnotes" role="doc-endnotes"><ol><li id="unchaff-note-1"><p>The first, see${mark(2)}</p></li><li id="unchaff-note-2"><p>The second</p></li></ol></section>`;
    await mount(page, { ...harbour(), content });
    await page.locator('#article [role=doc-noteref]').first().click();
    const doubles = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(doubles, []);
    await page.locator('.note-panel [role=doc-noteref]').click();
    assert.equal(await page.locator('.note-text').innerText(), 'The second');
    await button(page, 'Go to the notes').click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'unchaff-note-2');
  }),
);

test(
  'an article that changes leaves the reader, the focus and the selection where they are',
  onPage({}, async (page) => {
    const article = harbour();
    await mount(page, article);
    // Some browsers hold the view by themselves: here it is the reader's own work.
    await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
    await readTo(page, 'What nobody had noticed');
    const link = page.getByRole('link', { name: 'all four notebooks' });
    await link.evaluate((element) => element.focus({ preventScroll: true }));
    const before = await topOf(page, 'h2 >> text=What nobody had noticed');
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#article h3')));

    const more = '<h2>Brought back</h2><p>A part that had been left out.</p>'.repeat(5);
    await update(page, { ...article, content: article.content.replace('<h2>The gauge', `${more}<h2>The gauge`) });
    assert.equal(await page.locator('#article h2').count(), 9);
    assert.ok(Math.abs((await topOf(page, 'h2 >> text=What nobody had noticed')) - before) < 2);
    assert.equal(await focused(page), 'all four notebooks');
    assert.equal(await page.evaluate(() => String(getSelection())), 'On paper');

    await update(page, article);
    assert.equal(await page.locator('#article h2').count(), 4);
    assert.ok(Math.abs((await topOf(page, 'h2 >> text=What nobody had noticed')) - before) < 2);
    assert.equal(await page.locator('.reader-panel nav a').count(), 6);
  }),
);

for (const anchor of ['auto', 'none']) {
  test(
    `another size of the text leaves the reader at their place, where the browser's own anchor is ${anchor}`,
    onPage({}, async (page) => {
      await mount(page, harbour());
      await page.evaluate((value) => document.documentElement.style.setProperty('overflow-anchor', value), anchor);
      await readTo(page, 'What nobody had noticed');
      const place = () => topOf(page, 'h2 >> text=What nobody had noticed');
      const before = await place();
      for (const size of [2.5, 0.75]) {
        await page.evaluate((value) => window.settings.change({ size: value }), size);
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        assert.ok(Math.abs((await place()) - before) < 2, `${before}, then ${await place()}`);
      }
    }),
  );
}

test(
  'a part taken out that was in view leaves the reader at what followed it',
  onPage({}, async (page) => {
    const article = harbour();
    await mount(page, article);
    await readTo(page, 'On paper');
    const next = await page.locator('#article h3 + p').first().innerText();
    await update(page, { ...article, content: article.content.replace('<h3>On paper</h3>', '') });
    const top = await page.locator('#article p', { hasText: next.slice(0, 30) }).evaluate((element) => element.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 300, String(top));
  }),
);

const blocksOf = (article) => [...article.querySelectorAll('.stretch > *')].map((block) => block.outerHTML).join('');

test(
  'what the view shows is what the article says, after any change',
  onPage({}, async (page) => {
    const article = harbour();
    const contents = [
      '<p>a</p><p>b</p><p>c</p>',
      '<p>a</p><p>c</p>',
      '<p>c</p><p>a</p>',
      '',
      '<p>a</p><p>a</p>',
      '<p>a</p><p>a</p><p>a</p>',
      '<p>b</p>',
    ];
    await mount(page, article);
    for (const content of contents) {
      await update(page, { ...article, content });
      assert.equal(await page.locator('#article').evaluate(blocksOf), content);
    }
  }),
);

test(
  'a right-to-left article stands in a left-to-right page, its notes too',
  onPage({}, async (page) => {
    const content =
      '<p>كان حارس المنارة يكتب كل مساء سطرا واحدا.<sup id="unchaff-ref-1"><a href="#unchaff-note-1" role="doc-noteref">1</a></sup></p><section class="footnotes" role="doc-endnotes"><ol><li id="unchaff-note-1"><p>عن البحر.</p><a href="#unchaff-ref-1" role="doc-backlink">↩</a></li></ol></section>';
    await mount(page, { ...harbour(), lang: 'ar', dir: 'rtl', content });
    assert.equal(await page.locator('#article').getAttribute('dir'), 'rtl');
    const [text, bar] = await page.evaluate(() =>
      ['#article p', '.reader-bar'].map((selector) => getComputedStyle(document.querySelector(selector)).direction),
    );
    assert.deepEqual([text, bar], ['rtl', 'ltr']);
    await page.locator('[role=doc-noteref]').click();
    assert.equal(await page.locator('.note-text').getAttribute('dir'), 'rtl');
  }),
);
