import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, pasteByKeyboard, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_BODY, ORCHARD_CHAFF, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';

const onSite = useSite();
const orchardFile = { name: 'orchard.html', mime: 'text/html', content: ORCHARD };

test(
  'a page pasted anywhere is read as HTML, with its structure',
  onSite({}, async (page) => {
    await pasteByKeyboard(page, { 'text/html': ORCHARD_BODY, 'text/plain': 'The orchard that moved uphill' });
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.equal(await page.locator('#article h2').innerText(), 'What the thermometers said');
    assert.match(await page.locator('#read-as').innerText(), /formatted text/);
    assert.equal(await page.locator('#paste').inputValue(), 'The orchard that moved uphill');
  }),
);

test(
  'Vietnamese text pasted into the box is read as plain text',
  onSite({}, async (page) => {
    await page.locator('#paste').click();
    await pasteByKeyboard(page, { 'text/plain': VIETNAMESE_TEXT });
    const text = await articleText(page);
    assert.match(text, new RegExp(VIETNAMESE_LINE));
    assert.doesNotMatch(text, /Đăng nhập|Bình luận/);
    assert.equal(await page.locator('#article-title').innerText(), VIETNAMESE_TITLE);
    assert.equal(await page.locator('#article').getAttribute('lang'), 'vi');
    assert.match(await page.locator('#read-as').innerText(), /plain text/);
  }),
);

test(
  "source code copied with an editor's colours is read as the page it is",
  onSite({}, async (page) => {
    const coloured = `<pre><span style="color:#f00">&lt;!doctype html&gt;</span></pre>`;
    await transfer(page, 'paste', { flavours: { 'text/html': coloured, 'text/plain': ORCHARD } });
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'typed HTML source is recognised, and Ctrl+Enter reads it',
  onSite({}, async (page) => {
    await page.locator('#paste').fill(ORCHARD);
    await page.locator('#paste').press('Control+Enter');
    const text = await articleText(page);
    assert.match(text, new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(text, new RegExp(ORCHARD_CHAFF));
  }),
);

test(
  'an edit of a pasted page reads what the box shows',
  onSite({}, async (page) => {
    await transfer(page, 'paste', { flavours: { 'text/html': ORCHARD_BODY, 'text/plain': 'plain words of the orchard' } });
    await articleText(page);
    await page.locator('#paste').fill(VIETNAMESE_TEXT);
    await page.locator('#paste-form [type=submit]').click();
    await page.locator('#article-title', { hasText: VIETNAMESE_TITLE }).waitFor();
  }),
);

test(
  'a paste into the middle of typed text edits it',
  onSite({}, async (page) => {
    await page.locator('#paste').fill('before after');
    await page.locator('#paste').evaluate((box) => box.setSelectionRange(6, 6));
    await pasteByKeyboard(page, { 'text/plain': ' between' });
    assert.equal(await page.locator('#paste').inputValue(), 'before between after');
    assert.equal(await page.locator('#result').isHidden(), true);
  }),
);

test(
  'a pasted address waits in its field for the person to fetch it',
  onSite({}, async (page) => {
    await pasteByKeyboard(page, { 'text/plain': 'https://publisher.example/story' });
    await page.locator('#url:focus').waitFor();
    assert.equal(await page.locator('#url').inputValue(), 'https://publisher.example/story');
  }),
);

test(
  'a dropped file is read, and a veil shows where to drop',
  onSite({}, async (page) => {
    await transfer(page, 'dragover', { files: [orchardFile] });
    await page.locator('#drop-veil').waitFor();
    await transfer(page, 'drop', { files: [orchardFile] });
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.equal(await page.locator('#drop-veil').isHidden(), true);
    assert.match(await page.locator('#read-as').innerText(), /orchard\.html · Read as HTML/);
  }),
);

test(
  'a chosen file goes in as bytes: its charset is found',
  onSite({}, async (page) => {
    const page1251 = Buffer.from(ORCHARD.replace('utf-8', 'windows-1252').replaceAll('clear April', 'clear \u00e9t\u00e9'), 'latin1');
    await page.locator('#file').setInputFiles({ name: 'orchard.htm', mimeType: 'text/html', buffer: page1251 });
    assert.match(await articleText(page), /clear été morning/);
  }),
);

test(
  'a text file is read as plain text',
  onSite({}, async (page) => {
    await page.locator('#file').setInputFiles({ name: 'bai.txt', mimeType: 'text/plain', buffer: Buffer.from(VIETNAMESE_TEXT) });
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
    assert.match(await page.locator('#read-as').innerText(), /plain text/);
  }),
);

test(
  'one click reads the input the other way, and one more reads it back',
  onSite({}, async (page) => {
    await pasteByKeyboard(page, { 'text/plain': VIETNAMESE_TEXT });
    await articleText(page);
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'Read as HTML' }).waitFor();
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'Read as plain text' }).waitFor();
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
  }),
);

test(
  'the sample can be tried in both languages',
  onSite({}, async (page) => {
    await page.locator('#sample').click();
    assert.match(await articleText(page), /For eleven summers nobody in Aldersby heard a swift/);
    await page.locator('#start-over').click();
    await page.locator('[data-language=vi]').click();
    await page.locator('#sample').click();
    await page.locator('#article', { hasText: 'con đê chạy qua làng Vạn Phúc' }).waitFor();
  }),
);

test(
  'starting over empties the page',
  onSite({}, async (page) => {
    await page.locator('#sample').click();
    await articleText(page);
    await page.locator('#start-over').click();
    assert.equal(await page.locator('#result').isHidden(), true);
    assert.equal(await page.locator('#paste').inputValue(), '');
    assert.equal(await page.locator('#intro').isVisible(), true);
  }),
);

test(
  'a new input takes the place of one that still runs',
  onSite({}, async (page) => {
    await dropLargeFile(page);
    await page.locator('#progress').waitFor();
    await transfer(page, 'paste', { flavours: { 'text/plain': VIETNAMESE_TEXT } });
    await page.locator('#article-title', { hasText: VIETNAMESE_TITLE }).waitFor();
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#article-title').innerText(), VIETNAMESE_TITLE);
  }),
);

test(
  'long work can be cancelled, and the page answers meanwhile',
  onSite({}, async (page) => {
    await dropLargeFile(page);
    const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
    await Promise.all([worker.waitForEvent('close'), page.locator('#cancel').click()]);
    assert.equal(await page.locator('#status').innerText(), 'Cancelled.');
    assert.equal(await page.locator('#cancel').isHidden(), true);
    await pasteByKeyboard(page, { 'text/plain': VIETNAMESE_TEXT });
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
  }),
);

/** Drops a page under the core's limit, and seconds of work. */
function dropLargeFile(page) {
  return page.evaluate(() => {
    const paragraph = `<p>${'The tide came in and the tide went out, and the harbour kept its hours. '.repeat(6)}</p>\n`;
    const carried = new DataTransfer();
    carried.items.add(new File([`<article>${paragraph.repeat(60_000)}</article>`], 'large.html'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
}
