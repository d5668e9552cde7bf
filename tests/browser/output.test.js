import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, clipboard, transfer, until, useSite } from './harness.js';
import { ORCHARD, ORCHARD_BODY, ORCHARD_LINE } from './pages.js';

const onSite = useSite();

async function showOrchard(page) {
  await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
  await articleText(page);
}

test(
  'title, author, date, site, words and summary are shown',
  onSite({}, async (page) => {
    await showOrchard(page);
    assert.equal(await page.locator('#article-title').innerText(), 'The orchard that moved uphill');
    const details = await page.locator('#details').innerText();
    assert.match(details, /Ruth Ackland/);
    assert.match(details, /Hallbeck Courier/);
    assert.match(details, /English/);
    assert.match(details, /\d+ words/);
    assert.ok((await page.locator('#summary-list li').count()) > 0);
  }),
);

test(
  "the date is the publisher's day, wherever the reader is",
  onSite({ timezoneId: 'Asia/Ho_Chi_Minh' }, async (page) => {
    await showOrchard(page);
    assert.match(await page.locator('#article-meta').innerText(), /2 May 2026/);
  }),
);

test(
  'the focus goes to the title, and the work is announced',
  onSite({}, async (page) => {
    await showOrchard(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article-title');
    assert.match(await page.locator('#status').innerText(), /^Done\. \d+ parts of the page were left out\.$/);
  }),
);

test(
  'links open in a new tab that learns nothing of this one',
  onSite({}, async (page) => {
    await showOrchard(page);
    const link = page.locator('#article a');
    assert.equal(await link.getAttribute('href'), 'https://hallbeck.example/readings');
    assert.equal(await link.getAttribute('target'), '_blank');
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  }),
);

test(
  'the article is copied as HTML and as plain text',
  onSite({}, async (page) => {
    await showOrchard(page);
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/html'), /<strong[^>]*>four degrees<\/strong>/);
    const plain = await clipboard(page, 'text/plain');
    assert.match(plain, new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(plain, /<p>/);
  }),
);

test(
  'Markdown and text are copied as they are shown',
  onSite({}, async (page) => {
    await showOrchard(page);
    await page.locator('#tab-markdown').click();
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/plain'), /^## What the thermometers said$/m);
    await page.locator('#tab-text').click();
    await page.locator('#copy').click();
    await until(
      () => clipboard(page, 'text/plain'),
      (text) => /^What the thermometers said$/m.test(text),
      'the text is copied',
    );
  }),
);

test(
  'copying works without the clipboard interface',
  onSite({}, async (page) => {
    await showOrchard(page);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('refused'));
    });
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/plain'), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'right-to-left text is shown from the right',
  onSite({}, async (page) => {
    const paragraph =
      'كان حارس المنارة يكتب كل مساء سطرا واحدا عن البحر، ثم يغلق دفتره وينزل الدرج الطويل إلى بيته الصغير قرب الميناء، حيث تنتظره القطة وصحن من الحساء الساخن.';
    const html = `<html lang="ar" dir="rtl"><body><article><h1>دفتر حارس المنارة</h1>${`<p>${paragraph}</p>`.repeat(3)}</article></body></html>`;
    await transfer(page, 'paste', { flavours: { 'text/plain': html } });
    await articleText(page);
    assert.equal(await page.locator('#article').getAttribute('dir'), 'rtl');
    assert.equal(await page.locator('#article').getAttribute('lang'), 'ar');
  }),
);

test(
  'structure survives: every element that the core writes is shown',
  onSite({}, async (page) => {
    const rich = ORCHARD_BODY.replace(
      '<h2>',
      `<ol start="3"><li>The third row went first, because its trees were the youngest of all.</li><li>The fourth row followed a week later.</li></ol>
<blockquote><p>We carried them like children, two people to a tree, and we did not stop for lunch.</p></blockquote>
<pre><code class="language-python">print("frost")</code></pre>
<table><tr><th>Height</th><th>Frost nights</th></tr><tr><td>Valley</td><td>9</td></tr><tr><td>Slope</td><td>2</td></tr></table>
<p>Water freezes at H<sub>2</sub>O's own pace, said <em>the teacher</em>, and 10<sup>2</sup> metres are enough for it.<br>Then she laughed.</p><h2>`,
    );
    await transfer(page, 'paste', { flavours: { 'text/html': rich, 'text/plain': 'x' } });
    await articleText(page);
    for (const selector of [
      'ol[start="3"] li',
      'blockquote p',
      'pre code.language-python',
      'table th',
      'table td',
      'sub',
      'em',
      'sup',
      'br',
      'figure figcaption',
    ]) {
      assert.ok((await page.locator(`#article ${selector}`).count()) > 0, selector);
    }
    assert.equal(await page.locator('#article span:not(.image-label)').count(), 0, 'an element that the page does not know');
  }),
);
