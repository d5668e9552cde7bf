import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';

import { frontMatter } from '../../www/save/front-matter.js';
import { fileName, uniqueNames } from '../../www/save/names.js';
import { articleText, clipboard, saved, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_BODY, ORCHARD_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';

const onSite = useSite();
const PICTURE = (await readFile(new URL('../../www/public/icons/apple-touch.png', import.meta.url))).toString('base64');

async function show(page, html) {
  await transfer(page, 'paste', { flavours: { 'text/plain': html } });
  await articleText(page);
}

test('the HTML file stands by itself, with its title and style, and forbids all else', onSite({}, async (page) => {
  await show(page, ORCHARD);
  const { name, bytes } = await saved(page, 'html');
  const text = bytes.toString();
  assert.equal(name, 'The orchard that moved uphill.html');
  assert.match(text, /^<!doctype html>\n<html lang="en" dir="ltr">/);
  assert.match(text, /<title>The orchard that moved uphill<\/title>/);
  assert.match(text, /<h1>The orchard that moved uphill<\/h1>/);
  assert.match(text, new RegExp(ORCHARD_LINE));
  assert.doesNotMatch(text, /<script|<link/);
  const [, style] = /<style>([^]*?)<\/style>/.exec(text);
  const hash = createHash('sha256').update(style).digest('base64');
  assert.match(text, new RegExp(`content="default-src 'none'; style-src 'sha256-${hash.replace(/[+/]/g, '\\$&')}';`));
}));

test('the Markdown file has the title, the credit and the article', onSite({}, async (page) => {
  await show(page, ORCHARD);
  const { name, bytes } = await saved(page, 'markdown');
  const text = bytes.toString();
  assert.equal(name, 'The orchard that moved uphill.md');
  assert.match(text, /^# The orchard that moved uphill\n\nRuth Ackland · 2026-05-02\n\n/);
  assert.equal(text.match(/^# /gm).length, 1);
  assert.match(text, /\*\*four degrees\*\*/);
}));

test('on request the Markdown file begins with the data as YAML', onSite({}, async (page) => {
  await show(page, ORCHARD);
  await page.locator('#save').click();
  await page.locator('#front-matter').check();
  await page.keyboard.press('Escape');
  const { bytes } = await saved(page, 'markdown');
  const [, yaml, rest] = /^---\n([^]*?)\n---\n\n([^]*)/.exec(bytes.toString());
  const data = parse(yaml);
  assert.equal(data.title, 'The orchard that moved uphill');
  assert.deepEqual(data.author, ['Ruth Ackland']);
  assert.match(data.published, /^2026-05-02/);
  assert.match(rest, /^# The orchard that moved uphill\n\n(?!Ruth)/);
}));

test('front matter says what the page says, whatever signs are in it', () => {
  const title = 'a: "b" # c\n---\n- {d} & *e* \u0085\u2028\u0007\u007f\ufeff 😀 \ud800 \\ yes';
  const article = { title, authors: ['no', '1e3'], publishedTime: '2026-05-02', tags: [], lang: null, url: '' };
  const text = frontMatter(article);
  const data = parse(text.slice(4, -5));
  assert.deepEqual(data, { title, author: ['no', '1e3'], published: '2026-05-02' });
  assert.match(text, /^---\n[^]*\n---\n\n$/);
  assert.equal(text.match(/^---$/gm).length, 2);
});

test('the text file keeps a Vietnamese title in its name', onSite({}, async (page) => {
  await show(page, VIETNAMESE_TEXT);
  const { name, bytes } = await saved(page, 'text');
  assert.equal(name, `${VIETNAMESE_TITLE}.txt`);
  assert.ok(bytes.toString().startsWith(VIETNAMESE_TITLE));
}));

test('the JSON file is the article as the package answers it', onSite({}, async (page) => {
  await show(page, ORCHARD);
  const { name, bytes } = await saved(page, 'json');
  const article = JSON.parse(bytes);
  assert.equal(name, 'The orchard that moved uphill.json');
  assert.match(article.textContent, new RegExp(ORCHARD_LINE));
  assert.ok(article.blocks.length > 0 && article.summary.length > 0);
}));

const RICH = ORCHARD_BODY.replace(
  '<h2>',
  `<ol start="3" type="a"><li>The third row went first, because its trees were the youngest of all.</li></ol>
<blockquote><p>We carried them like children, two people to a tree &amp; we did not stop for lunch.</p></blockquote>
<pre><code class="language-python">print("frost" < "thaw")</code></pre>
<table><tr><th colspan="2">Frost nights</th></tr><tr><td>Valley</td><td>9</td></tr><tr><td>Slope</td><td>2</td></tr></table>
<p>Water freezes at H<sub>2</sub>O's own pace.<br>Then she laughed.\u0001</p>
<figure><img src="data:image/png;base64,${PICTURE}" alt="An ear of grain"><figcaption>The only picture of that night that came out.</figcaption></figure><h2>`,
);
const LANGUAGES = [
  ['English', 'ltr', `<html lang="en"><head><title>The orchard that moved uphill</title></head><body>${RICH}</body></html>`],
  ['Vietnamese text', 'ltr', VIETNAMESE_TEXT],
  [
    'Arabic',
    'rtl',
    `<html lang="ar" dir="rtl"><body><article><h1>دفتر حارس المنارة</h1>${'<p>كان حارس المنارة يكتب كل مساء سطرا واحدا عن البحر، ثم يغلق دفتره وينزل الدرج الطويل إلى بيته الصغير قرب الميناء، حيث تنتظره القطة وصحن من الحساء الساخن.</p>'.repeat(3)}</article></body></html>`,
  ],
];
for (const [what, dir, source] of LANGUAGES) {
  test(`the EPUB file is a valid book: ${what}`, onSite({}, async (page) => {
    await show(page, source);
    const title = await page.locator('#article-title').innerText();
    const { name, bytes } = await saved(page, 'epub');
    assert.equal(name, `${title}.epub`);
    const { messages } = await EpubCheck.validate(bytes);
    assert.deepEqual(messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info'), []);

    const files = unzipSync(bytes);
    assert.equal(bytes.subarray(30, 58).toString(), 'mimetypeapplication/epub+zip');
    const article = strFromU8(files['EPUB/article.xhtml']);
    assert.match(article, new RegExp(`dir="${dir}"`));
    assert.ok(article.includes(`>${title}</h1>`));
    assert.doesNotMatch(article, /<img [^>]*src="https?:/);
    assert.equal(Object.keys(files).filter((file) => /\.png$/.test(file)).length, what === 'English' ? 1 : 0);
    if (what === 'English') assert.match(strFromU8(files['EPUB/nav.xhtml']), /What the thermometers said/);
  }));
}

test('the article is copied with its formatting, or as Markdown', onSite({}, async (page) => {
  await show(page, ORCHARD);
  await page.locator('#save').click();
  await page.locator('#copy-rich').click();
  await page.locator('#status', { hasText: 'Copied' }).waitFor();
  assert.match(await clipboard(page, 'text/html'), /<strong[^>]*>four degrees<\/strong>/);
  assert.match(await clipboard(page, 'text/plain'), new RegExp(ORCHARD_LINE));

  await page.locator('#save').click();
  await page.locator('#copy-markdown').click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('## What'));
  assert.match(await clipboard(page, 'text/plain'), /^# The orchard that moved uphill$/m);
}));

test('sharing is offered where the device can, and hands over the address', onSite({}, async (page) => {
  await page.addInitScript(() => {
    navigator.share = (data) => {
      window.sharedData = data;
      return Promise.resolve();
    };
  });
  await page.reload();
  await show(page, ORCHARD.replace('</head>', '<link rel="canonical" href="https://hallbeck.example/orchard"></head>'));
  await page.locator('#save').click();
  await page.locator('#share').click();
  await page.locator('#status', { hasText: 'Shared' }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.sharedData), {
    title: 'The orchard that moved uphill',
    url: 'https://hallbeck.example/orchard',
  });
}));

test('where the device cannot share, it is not offered', onSite({}, async (page) => {
  await page.addInitScript(() => delete Navigator.prototype.share);
  await page.reload();
  await show(page, ORCHARD);
  await page.locator('#save').click();
  assert.equal(await page.locator('#share').isVisible(), false);
}));

const NAMES = [
  ['Apples: who/what? "uphill"', 'Apples who what uphill'],
  ['../../etc/passwd', 'etc passwd'],
  ['con', 'article'],
  ['CON.txt', 'article'],
  ['a\u202egnp.exe', 'a gnp.exe'],
  [' . ', 'article'],
  [null, 'article'],
  ['Con đê chạy qua làng', 'Con đê chạy qua làng'],
  ['x'.repeat(300), 'x'.repeat(80)],
];
for (const [title, expected] of NAMES) {
  test(`the title ${JSON.stringify(title)?.slice(0, 30)} makes a name that every system accepts`, () => {
    assert.equal(fileName(title, 'article'), expected);
  });
}

test('names are unique, for systems that do not tell capitals apart too', () => {
  assert.deepEqual(uniqueNames(['a', 'A', 'a 2', 'a', 'b']), ['a', 'A 2', 'a 2 2', 'a 3', 'b']);
});

test('the policy of the HTML file names the style that is in it', async () => {
  const source = await readFile(new URL('../../www/save/html-file.js', import.meta.url), 'utf8');
  const [, style] = /const STYLE = `([^]*?)`;/.exec(source);
  assert.ok(source.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`));
});
