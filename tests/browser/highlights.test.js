/** Highlights: kept with the article, removable, and in every file. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';

import { articleText, clipboard, keepHistory, kept, openHistory, saved, transfer, useSite } from './harness.js';
import { ORCHARD, VIETNAMESE_TEXT } from './pages.js';
import { act, has, select, selectFrom, show } from './selection.js';

const onSite = useSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Waits until these texts are highlighted in the article, one after the other, and no others. */
const marked = (page, ...texts) =>
  page.waitForFunction((wanted) => {
    const found = [...document.querySelectorAll('#article mark')].map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    return document.getElementById('article').ariaBusy === 'false' && JSON.stringify(found) === JSON.stringify(wanted);
  }, texts);

const file = async (page, format) => (await saved(page, format)).bytes.toString();

test(
  'selected words are highlighted in the article, in Markdown and in a web page; the text stays as it is',
  onSite({}, async (page) => {
    await show(page);
    const text = await file(page, 'text');
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    assert.match(await file(page, 'markdown'), /at night and ==gathers in the valley== like water/);
    assert.match(await file(page, 'html'), /at night and <mark>gathers in the valley<\/mark> like water/);
    assert.equal(await file(page, 'text'), text);
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/html'), /<mark[^>]*>gathers in the valley<\/mark>/);
  }),
);

test(
  'a highlight stands in the e-book, which is valid',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    const { bytes } = await saved(page, 'epub');
    assert.match(strFromU8(unzipSync(bytes)['EPUB/article.xhtml']), /<mark>gathers in the valley<\/mark>/);
    assert.deepEqual(
      (await EpubCheck.validate(new Uint8Array(bytes))).messages.filter(({ severity }) => /error|fatal/i.test(severity)),
      [],
    );
  }),
);

test(
  'a highlight over bold words and a link is one',
  onSite({}, async (page) => {
    await show(page);
    await selectFrom(page, 'difference on', 'which is all');
    await act(page, 'Highlight');
    await marked(page, 'difference on a clear April morning can be four degrees, which is all');
    assert.match(
      await file(page, 'markdown'),
      /the ==difference on a clear April morning can be \*\*four degrees\*\*, which is all== that/,
    );
    await selectFrom(page, 'can read ', 'every reading');
    await act(page, 'Highlight');
    await page.locator('#article mark a, #article a mark', { hasText: 'every reading' }).waitFor();
    assert.match(await file(page, 'markdown'), /You ==can read==.*\[==every reading== they took\]/);
  }),
);

test(
  'a highlight over several parts has a mark in each',
  onSite({}, async (page) => {
    await show(page);
    await selectFrom(page, 'which is all', 'The school lent');
    await act(page, 'Highlight');
    await marked(page, ', which is all that a flower needs.'.slice(2), 'What the thermometers said', 'The school lent');
    assert.match(
      await file(page, 'markdown'),
      /==which is all that a flower needs\.==\n\n## ==What the thermometers said==\n\n==The school lent== its/,
    );
  }),
);

const PARTS = ORCHARD.replace(
  '<figure>',
  `<ul><li>Frost on the ninth of April, at four in the morning.</li><li>Frost on the <em>twelfth</em>, an hour later.</li></ul>
<table><tr><th>Row</th><th>Degrees</th></tr><tr><td>Valley</td><td>minus three</td></tr><tr><td>Slope</td><td>plus one</td></tr></table>
<p>The pupils sent it with <code>frost --at four</code> from the cider house to the station in town.</p><figure>`,
);

for (const [kind, from, to, marks, markdown] of [
  [
    'list item',
    'Frost on the ninth',
    'at four',
    ['Frost on the ninth of April, at four'],
    /^- ==Frost on the ninth of April, at four== in/m,
  ],
  ['table row', 'minus', 'three', ['minus three'], /\| ==minus three== \|/],
  ['caption', 'new rows', 'first May', ['new rows in their first May'], /==new rows in their first May==/],
  ['code', 'at four from'.slice(0, 7), 'at four', null, null],
]) {
  test(
    `a highlight in a ${kind}`,
    onSite({}, async (page) => {
      await show(page, PARTS);
      if (kind === 'code') {
        await selectFrom(page, 'sent it with', 'frost --at');
        await act(page, 'Highlight');
        await marked(page, 'sent it with frost --at four');
        assert.match(await file(page, 'markdown'), /==sent it with `frost --at four`== from/);
        return;
      }
      await selectFrom(page, from, to);
      await act(page, 'Highlight');
      await marked(page, ...marks);
      assert.match(await file(page, 'markdown'), markdown);
    }),
  );
}

test(
  'a highlight is removed by a selection in it, and comes and goes by keys',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    await page.locator('#status', { hasText: 'Highlighted.' }).waitFor();
    await selectFrom(page, 'in the valley', 'in the valley');
    await act(page, 'Remove the highlight');
    await marked(page);
    assert.doesNotMatch(await file(page, 'markdown'), /==/);
    await page.keyboard.press('ControlOrMeta+Z');
    await marked(page, 'gathers in the valley');
    await page.keyboard.press('ControlOrMeta+Z');
    await marked(page);
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await marked(page, 'gathers in the valley');
  }),
);

test(
  'highlights stay with corrections, and when all corrections are undone',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    await select(page, 'The school lent');
    await act(page, 'Remove this part');
    await has(page, 'The school lent', false);
    await marked(page, 'gathers in the valley');
    await page.locator('#tab-removed').click();
    await page.locator('#review-automatic').click();
    await page.locator('#tab-article').click();
    await has(page, 'The school lent');
    await marked(page, 'gathers in the valley');
  }),
);

test(
  'highlights are there after a reload, and when the page is pasted again with another menu around it',
  onSite({}, async (page) => {
    await show(page);
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
    await page.reload();
    await marked(page, 'gathers in the valley');
    await transfer(page, 'paste', { flavours: { 'text/plain': VIETNAMESE_TEXT } });
    await articleText(page);
    await marked(page);
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD.replace('Souvenir shop', 'Weather') } });
    await articleText(page);
    await marked(page, 'gathers in the valley');
  }),
);

test(
  'highlights are there when the article is opened from the history, in another tab',
  onSite({}, async (page, { address }) => {
    await keepHistory(page);
    await show(page);
    await kept(page, 1);
    await select(page, 'Cold air', 'gathers in the valley');
    await act(page, 'Highlight');
    await marked(page, 'gathers in the valley');
    const other = await page.context().newPage();
    await other.goto(address);
    await openHistory(other);
    await other.locator('#history-list button.link').click();
    await marked(other, 'gathers in the valley');
  }),
);

test(
  "the summary's sentences are found in highlighted text, and the text is not read as the page's own mark",
  onSite({}, async (page) => {
    await show(page, ORCHARD.replace('the pupils', 'the pupils').replace('two springs', '<mark>two springs</mark>'));
    await marked(page, 'two springs');
    await select(page, 'When the third', 'When the third late frost');
    await act(page, 'Highlight');
    await marked(page, 'When the third late frost', 'two springs');
    const markdown = await file(page, 'markdown');
    assert.match(markdown, /==When the third late frost==/);
    assert.match(markdown, /for two springs\./);
    const sentence = page.locator('#summary-list .sentence').first();
    const words = await sentence.innerText();
    await sentence.click();
    await page.waitForFunction(
      (text) => [...(CSS.highlights.get('unchaff-source') ?? [])].join('').replace(/\s+/g, ' ') === text,
      words.replace(/\s+/g, ' '),
    );
  }),
);

test(
  'on a phone, in Vietnamese, a pasted text is highlighted within reach of the thumb',
  onSite({ ...phone, locale: 'vi-VN' }, async (page) => {
    await show(page, VIETNAMESE_TEXT);
    await select(page, 'Khách của ông', 'phần lớn là người trẻ');
    for (const { y, height, right } of await page
      .locator('.selection-menu button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON())))
      assert.ok(y > 844 / 2 && height >= 43.9 && right <= 390, `${y} ${height} ${right}`);
    await act(page, 'Tô sáng');
    await marked(page, 'phần lớn là người trẻ');
    assert.match(await file(page, 'markdown'), /bây giờ ==phần lớn là người trẻ==\./);
  }),
);
