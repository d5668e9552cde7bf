/** Everything about an article can be put right: in its head, in the article itself, in the list of parts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { strFromU8, unzipSync } from 'fflate';

import { clipboard, downloadBy, keepHistory, kept, saved, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, VIETNAMESE_TEXT } from './pages.js';
import { act, has, select, show } from './selection.js';

const onSite = useSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A page with every kind of part. */
const PARTS = ORCHARD.replace(
  '<figure>',
  `<ul><li>Frost on the ninth of April, at four in the morning.</li><li>Frost on the <em>twelfth</em>, an hour later.</li></ul>
<table><tr><th>Row</th><th>Degrees</th></tr><tr><td>Valley</td><td>minus three</td></tr><tr><td>Slope</td><td>plus one</td></tr></table><figure>`,
);

const titleIs = (page, title) => page.waitForFunction((text) => document.getElementById('article-title').textContent === text, title);

async function editHead(page, values) {
  await page.locator('#edit-head').click();
  for (const [name, value] of Object.entries(values)) await page.locator(`#head-${name}`).fill(value);
  await page.locator('#head-form [type=submit]').click();
  await page.locator('.correction-note').waitFor();
}

const RIGHT = { title: 'Apples on the hill', authors: 'Ann Lee, Bo Ray', date: '2025-12-31', source: 'Hill Agency', site: 'Hill Post' };

test(
  'title, authors, date, source and site are edited in place, and stand in the head, the details and the tab',
  onSite({}, async (page) => {
    await show(page);
    await editHead(page, RIGHT);
    await titleIs(page, RIGHT.title);
    assert.match(await page.locator('#article-meta').innerText(), /Ann Lee, Bo Ray\s+31 December 2025\s+Hill Post/);
    assert.match(await page.locator('#details').innerText(), /Ann Lee, Bo Ray\s.*Hill Agency\s.*31 December 2025\s.*Hill Post/s);
    assert.equal(await page.title(), 'Apples on the hill · unchaff');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'edit-head');
  }),
);

test(
  'what was edited goes into every file, and into what is copied',
  onSite({}, async (page) => {
    await show(page);
    await editHead(page, RIGHT);
    await titleIs(page, RIGHT.title);
    const text = async (format) => (await saved(page, format)).bytes.toString();
    for (const format of ['markdown', 'text'])
      assert.match(await text(format), /^(?:# )?Apples on the hill\n\nAnn Lee, Bo Ray · Hill Agency · 2025-12-31/, format);
    assert.match(
      await text('html'),
      /<title>Apples on the hill<\/title>[^]*<h1>Apples on the hill<\/h1>\n<p class="source">Ann Lee, Bo Ray · Hill Agency/,
    );
    const data = JSON.parse(await text('json'));
    assert.deepEqual(
      [data.title, data.authors, data.byline, data.publishedTime, data.source, data.siteName],
      [RIGHT.title, ['Ann Lee', 'Bo Ray'], 'Ann Lee, Bo Ray', RIGHT.date, RIGHT.source, RIGHT.site],
    );
    const book = strFromU8(unzipSync((await saved(page, 'epub')).bytes)['EPUB/package.opf']);
    for (const [name, words] of [
      ['title', RIGHT.title],
      ['creator', 'Ann Lee'],
      ['date', RIGHT.date],
      ['publisher', RIGHT.site],
    ])
      assert.match(book, new RegExp(`<dc:${name}[^>]*>${words}<`), name);
    await page.locator('#save').click();
    await page.locator('#front-matter').check();
    await page.locator('#copy-markdown').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    assert.match(
      await clipboard(page, 'text/plain'),
      /title: "Apples on the hill"\nauthor: \["Ann Lee", "Bo Ray"\]\nsourceName: "Hill Agency"\ndate: "2025-12-31"[^]*site: "Hill Post"/,
    );
  }),
);

test(
  'a field can be emptied, and what was not touched stays as the page has it',
  onSite({}, async (page) => {
    await show(page);
    await editHead(page, { authors: '' });
    await page.waitForFunction(() => !document.getElementById('article-meta').textContent.includes('Ackland'));
    const data = JSON.parse((await saved(page, 'json')).bytes.toString());
    assert.deepEqual([data.authors, data.byline, data.publishedTime], [[], null, '2026-05-02T23:30:00-05:00']);
  }),
);

test(
  'Enter in the title is enough, Escape leaves all as it was',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#edit-head').click();
    await page.locator('#head-title:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Uphill');
    await page.keyboard.press('Enter');
    await titleIs(page, 'Uphill');
    await page.locator('#edit-head').click();
    await page.locator('#head-title').fill('Downhill');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#article-title').innerText(), 'Uphill');
    assert.equal(await page.locator('#head-form').count(), 0);
  }),
);

test(
  'a selected part is removed, and comes back by Undo on the spot; Redo takes it again',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air');
    await act(page, 'Remove this part');
    await has(page, 'Cold air', false);
    const note = page.locator('.correction-note');
    await note.getByRole('button', { name: 'Undo' }).click();
    await has(page, 'Cold air');
    assert.equal(await note.getByRole('button', { name: 'Undo' }).isEnabled(), false);
    await note.getByRole('button', { name: 'Redo' }).click();
    await has(page, 'Cold air', false);
    await note.getByRole('button', { name: 'Close' }).click();
    assert.equal(await note.isVisible(), false);
  }),
);

test(
  'a selection by the mouse is enough: three clicks on a paragraph',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#article p', { hasText: 'Cold air' }).click({ clickCount: 3 });
    await act(page, 'Remove this part');
    await has(page, 'Cold air', false);
    await has(page, 'The school lent');
  }),
);

test(
  'a selection over several parts removes them all, from the midst of one to the midst of another',
  onSite({}, async (page) => {
    await show(page);
    await page.evaluate(() => {
      const [, second, third] = document.querySelectorAll('#article p');
      getSelection().setBaseAndExtent(second.firstChild, 20, third.firstChild, 10);
    });
    // The heading between them is a part too.
    await act(page, 'Remove 3 parts');
    await has(page, 'Cold air', false);
    await has(page, 'The school lent', false);
    await has(page, ORCHARD_LINE);
    assert.equal(await page.locator('#article h2').count(), 0);
  }),
);

for (const [kind, words, gone, stays] of [
  ['list item', 'Frost on the twelfth', 'twelfth', 'ninth of April'],
  ['table row', 'Valley', 'minus three', 'plus one'],
  ['caption', 'The new rows', 'The new rows', ORCHARD_LINE],
  ['heading', 'What the thermometers', 'What the thermometers', 'The school lent'],
]) {
  test(
    `a ${kind} is found by a selection in it`,
    onSite({}, async (page) => {
      await show(page, PARTS);
      await select(page, words);
      await act(page, 'Remove this part');
      await has(page, gone, false);
      await has(page, stays);
    }),
  );
}

test(
  'everything from a place on is removed in two steps, on a phone too',
  onSite(phone, async (page) => {
    await show(page);
    await select(page, 'The school lent');
    for (const { y, height } of await page
      .locator('.selection-menu button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()))) {
      assert.ok(y > 844 - 130 && height >= 43.9);
    }
    await act(page, 'Remove everything from here');
    await has(page, 'The school lent', false);
    await has(page, ORCHARD_LINE, false);
    await has(page, 'Cold air');
  }),
);

test(
  'a paragraph becomes a heading in the article and its formats, and a paragraph again',
  onSite({}, async (page) => {
    await show(page, ORCHARD.replace('<h2>What the thermometers said</h2>', '<p>What the thermometers said</p>'));
    await select(page, 'What the thermometers said');
    await act(page, 'Make it a heading');
    await page.locator('#article h2', { hasText: 'What the thermometers said' }).waitFor();
    assert.match((await saved(page, 'markdown')).bytes.toString(), /^## What the thermometers said/m);
    assert.match((await saved(page, 'html')).bytes.toString(), /<h2>What the thermometers said/);
    await select(page, 'What the thermometers said');
    await act(page, 'Not a heading');
    await page.locator('#article p', { hasText: 'What the thermometers said' }).waitFor();
    assert.doesNotMatch((await saved(page, 'markdown')).bytes.toString(), /^## /m);
  }),
);

test(
  'a paragraph too long for a heading is not offered as one',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air');
    assert.deepEqual(await page.locator('.selection-menu button').allInnerTexts(), [
      'Highlight',
      'Remove this part',
      'Remove everything from here',
      'Make it the title',
    ]);
  }),
);

test(
  'an item of a list becomes a heading between the halves of the list',
  onSite({}, async (page) => {
    await show(page, PARTS.replace('an hour later.</li>', 'an hour later.</li><li>Frost on the last day of April, at dawn.</li>'));
    await select(page, 'Frost on the twelfth');
    await act(page, 'Make it a heading');
    await page.locator('#article h2', { hasText: 'Frost on the twelfth' }).waitFor();
    assert.match(
      (await saved(page, 'markdown')).bytes.toString(),
      /^- Frost on the ninth.*\n\n## Frost on the \*twelfth\*.*\n\n- Frost on the last/m,
    );
  }),
);

test(
  'of two paragraphs with the same words the selected one becomes a heading',
  onSite({}, async (page) => {
    const twice = '<p>The bell rang twice in the night, and nobody in the village knew why.</p>';
    await show(page, ORCHARD.replace('<h2>', `${twice}<h2>`).replace('<figure>', `${twice}<figure>`));
    await page.evaluate(() =>
      getSelection().selectAllChildren([...document.querySelectorAll('#article p')].filter((p) => p.textContent.startsWith('The bell'))[1]),
    );
    await act(page, 'Make it a heading');
    await page.locator('#article h2', { hasText: 'The bell' }).waitFor();
    const order = await page
      .locator('#article')
      .evaluate((article) => [...article.querySelectorAll('h2, p')].map((e) => e.localName + e.textContent.slice(0, 8)));
    assert.ok(order.indexOf('pThe bell') < order.indexOf('h2The bell'), String(order));
  }),
);

test(
  'a part becomes the title, and does not stand in the text as well; a few words of it become the title alone',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'What the thermometers said');
    await act(page, 'Make it the title');
    await titleIs(page, 'What the thermometers said');
    await has(page, 'What the thermometers said', false);
    await select(page, 'Cold air', 'Cold air runs downhill');
    await act(page, 'Make it the title');
    await titleIs(page, 'Cold air runs downhill');
    await has(page, 'Cold air runs downhill at night');
  }),
);

test(
  'keys undo and redo every kind of change, one after the other',
  onSite({}, async (page) => {
    await show(page);
    await editHead(page, { title: 'Uphill' });
    await titleIs(page, 'Uphill');
    await select(page, 'Cold air');
    await act(page, 'Remove this part');
    await has(page, 'Cold air', false);
    await page.keyboard.press('ControlOrMeta+Z');
    await has(page, 'Cold air');
    await page.keyboard.press('ControlOrMeta+Z');
    await titleIs(page, 'The orchard that moved uphill');
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await titleIs(page, 'Uphill');
    await page.keyboard.press('ControlOrMeta+Y');
    await has(page, 'Cold air', false);
  }),
);

test(
  'in the review any part becomes the title or a heading, or the last of the article',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#tab-removed').click();
    const more = async (words, name) => {
      const row = page.locator('.part', { hasText: words });
      await row.getByRole('button', { name: 'More…' }).click();
      await row.getByRole('button', { name, exact: true }).click();
    };
    await more('Souvenir shop', 'Make it the title');
    await titleIs(page, 'Souvenir shop');
    await more('Sport results', 'Make it a heading');
    await page.locator('.part.by-hand.kept', { hasText: 'Sport results' }).waitFor();
    await page.locator('#tab-article').click();
    await page.locator('#article h2', { hasText: 'Sport results' }).waitFor();
    await page.locator('#tab-removed').click();
    await more('The school lent', 'Remove everything from here');
    await page.locator('#tab-article').click();
    await has(page, 'The school lent', false);
    await page.locator('#tab-removed').click();
    for (let n = 0; n < 3; n++) await page.locator('#review-undo').click();
    await titleIs(page, 'The orchard that moved uphill');
    for (let n = 0; n < 3; n++) await page.locator('#review-redo').click();
    await titleIs(page, 'Souvenir shop');
    await page.locator('#review-automatic').click();
    await titleIs(page, 'The orchard that moved uphill');
  }),
);

test(
  'title and headings are there again after a reload',
  onSite({}, async (page) => {
    await show(page);
    await editHead(page, { title: 'Uphill' });
    await select(page, 'What the thermometers said');
    await act(page, 'Not a heading');
    await page.locator('#article p', { hasText: 'What the thermometers said' }).waitFor();
    await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
    await page.reload();
    await titleIs(page, 'Uphill');
    await page.locator('#article p', { hasText: 'What the thermometers said' }).waitFor();
  }),
);

test(
  'pasted text is put right the same way',
  onSite({}, async (page) => {
    await show(page, VIETNAMESE_TEXT);
    await select(page, 'Khách của ông', 'Khách của ông bây giờ');
    await act(page, 'Make it the title');
    await titleIs(page, 'Khách của ông bây giờ');
    await select(page, 'Năm ngoái');
    await act(page, 'Remove everything from here');
    await has(page, 'Năm ngoái', false);
    await has(page, 'Suốt ba mươi tám năm');
  }),
);

test(
  'the last part stays',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'When the third late frost');
    await act(page, 'Remove everything from here');
    await page.locator('#status', { hasText: 'At least one part has to stay' }).waitFor();
    await has(page, ORCHARD_LINE);
  }),
);

test(
  'the history lists and saves the article as it was put right',
  onSite({}, async (page) => {
    await keepHistory(page);
    await show(page);
    await kept(page, 1);
    await editHead(page, { title: 'Uphill' });
    await titleIs(page, 'Uphill');
    await select(page, 'Cold air');
    await act(page, 'Remove this part');
    await has(page, 'Cold air', false);
    await page.locator('#history').click();
    await page.locator('#history-list', { hasText: 'Uphill' }).waitFor();
    const files = unzipSync((await downloadBy(page, '#history-save [type=submit]')).bytes);
    assert.deepEqual(Object.keys(files), ['Uphill.md']);
    assert.doesNotMatch(strFromU8(files['Uphill.md']), /Cold air/);
  }),
);

test(
  'a selection outside the article has no menu, and one that is given up takes it away',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air');
    await page.evaluate(() => getSelection().removeAllRanges());
    await page.locator('.selection-menu').waitFor({ state: 'hidden' });
    await page.evaluate(() => getSelection().selectAllChildren(document.getElementById('article-title')));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await page.locator('.selection-menu').isVisible(), false);
  }),
);
