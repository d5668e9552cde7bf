import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';

import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';

import { articleText, clipboard, downloadBy, FAILED_REQUEST, saved, transfer, until, useSite } from './harness.js';
import { ORCHARD, ORCHARD_BODY, ORCHARD_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const PICTURE = (await readFile(new URL('../../www/public/icons/apple-touch.png', import.meta.url))).toString('base64');

async function show(page, html) {
  await transfer(page, 'paste', { flavours: { 'text/plain': html } });
  await articleText(page);
}

test(
  'the HTML file stands by itself, with its title and style, and forbids all else',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    const { name, bytes } = await saved(page, 'html');
    const text = bytes.toString();
    assert.equal(name, 'The orchard that moved uphill.html');
    assert.match(text, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.match(text, /<title>The orchard that moved uphill<\/title>/);
    assert.match(text, /<h1>The orchard that moved uphill<\/h1>/);
    assert.match(text, new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(text, /<script|<link/);
    assert.match(text, /content="default-src 'none'; style-src 'sha256-/);
  }),
);

test(
  'the Markdown file has the title, the credit and the article',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    const { name, bytes } = await saved(page, 'markdown');
    const text = bytes.toString();
    assert.equal(name, 'The orchard that moved uphill.md');
    assert.match(text, /^# The orchard that moved uphill\n\nRuth Ackland · 2026-05-02\n\n/);
    assert.equal(text.match(/^# /gm).length, 1);
    assert.match(text, /\*\*four degrees\*\*/);
  }),
);

test(
  'on request the Markdown file begins with the data as YAML',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await page.locator('#save').click();
    await page.locator('#front-matter').check();
    await page.keyboard.press('Escape');
    const { bytes } = await saved(page, 'markdown');
    const [, yaml, rest] = /^---\n([^]*?)\n---\n\n([^]*)/.exec(bytes.toString());
    const data = parse(yaml);
    assert.equal(data.title, 'The orchard that moved uphill');
    assert.deepEqual(data.author, ['Ruth Ackland']);
    assert.match(data.date, /^2026-05-02/);
    // The data tells title and author.
    assert.doesNotMatch(rest, /^# |Ruth Ackland · /m);
  }),
);

test(
  'the text file keeps a Vietnamese title in its name',
  onSite({}, async (page) => {
    await show(page, VIETNAMESE_TEXT);
    const { name, bytes } = await saved(page, 'text');
    assert.equal(name, `${VIETNAMESE_TITLE}.txt`);
    assert.ok(bytes.toString().startsWith(VIETNAMESE_TITLE));
  }),
);

test(
  'the JSON file is the article as the package answers it',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    const { name, bytes } = await saved(page, 'json');
    const article = JSON.parse(bytes);
    assert.equal(name, 'The orchard that moved uphill.json');
    assert.match(article.textContent, new RegExp(ORCHARD_LINE));
    assert.ok(article.blocks.length > 0 && article.summary.length > 0);
  }),
);

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
  test(
    `the EPUB file is a valid book: ${what}`,
    onSite({}, async (page) => {
      await show(page, source);
      const title = await page.locator('#article-title').innerText();
      const { name, bytes } = await saved(page, 'epub');
      assert.equal(name, `${title}.epub`);
      const { messages } = await EpubCheck.validate(bytes);
      assert.deepEqual(
        messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info'),
        [],
      );

      const files = unzipSync(bytes);
      assert.equal(bytes.subarray(30, 58).toString(), 'mimetypeapplication/epub+zip');
      const article = strFromU8(files['EPUB/article.xhtml']);
      assert.match(article, new RegExp(`dir="${dir}"`));
      assert.ok(article.includes(`>${title}</h1>`));
      assert.doesNotMatch(article, /<img [^>]*src="https?:/);
      assert.equal(Object.keys(files).filter((file) => /\.png$/.test(file)).length, what === 'English' ? 1 : 0);
      if (what === 'English') assert.match(strFromU8(files['EPUB/nav.xhtml']), /What the thermometers said/);
    }),
  );
}

test(
  'the article is copied with its formatting, or as Markdown',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await page.locator('#save').click();
    await page.locator('#copy-rich').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/html'), /<strong[^>]*>four degrees<\/strong>/);
    assert.match(await clipboard(page, 'text/plain'), new RegExp(ORCHARD_LINE));

    await page.locator('#save').click();
    await page.locator('#copy-markdown').click();
    const markdown = await until(
      () => clipboard(page, 'text/plain'),
      (text) => text.includes('## What'),
      'the Markdown is copied',
    );
    assert.match(markdown, /^# The orchard that moved uphill$/m);
  }),
);

test(
  'sharing is offered where the device can, and hands over the address',
  onSite({}, async (page) => {
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
  }),
);

test(
  'where the device cannot share, it is not offered',
  onSite({}, async (page) => {
    await page.addInitScript(() => delete Navigator.prototype.share);
    await page.reload();
    await show(page, ORCHARD);
    await page.locator('#save').click();
    assert.equal(await page.locator('#share').isVisible(), false);
  }),
);

const LONG = [
  ['eighty letters of four bytes', '\u{10400}'.repeat(80), '\u{10400}'.repeat(50)],
  ['120 Chinese characters', '漢'.repeat(120), '漢'.repeat(66)],
];
for (const [what, title, expected] of LONG) {
  const page = ORCHARD.replaceAll('The orchard that moved uphill', title);

  test(
    `a title of ${what} makes a file that the browser saves under its whole name`,
    onSite({}, async (site) => {
      await show(site, page);
      const { name, bytes } = await saved(site, 'markdown');
      assert.equal(name, `${expected}.md`);
      assert.ok(bytes.toString().startsWith(`# ${title}\n`));
    }),
  );

  test(
    `titles of ${what} make an archive with a file each`,
    onSite({}, async (site) => {
      const files = ['one', 'two'].map((name) => ({
        name: `${name}.html`,
        mimeType: 'text/html',
        buffer: Buffer.from(page.replace('</article>', `<p>${name}</p></article>`)),
      }));
      await site.locator('#file').setInputFiles(files);
      await site.locator('#batch-save').waitFor();
      const { bytes } = await downloadBy(site, '#batch-save [type=submit]');
      assert.deepEqual(Object.keys(unzipSync(bytes)), [`${expected}.md`, `${expected}-2.md`]);
    }),
  );
}

/** Ticks a box of the dialog, and leaves it. */
async function choose(page, id) {
  await page.locator('#save').click();
  await page.locator(id).check();
  await page.keyboard.press('Escape');
}

for (const [format, before, list] of [
  ['markdown', /## Summary\n\n(?:- .+\n)+\n---\n\n/, /^- /gm],
  ['html', /<h2 lang="en">Summary<\/h2>\n<ul>\n(?:<li>.+<\/li>\n)+<\/ul>\n<hr>/, /<li>/g],
  ['text', /Summary\n\n(?:• .+\n)+\n/, /^• /gm],
]) {
  test(
    `the summary stands before the article where it is asked for: ${format}`,
    onSite({}, async (page) => {
      await show(page, ORCHARD);
      assert.doesNotMatch((await saved(page, format)).bytes.toString(), /Summary/);
      await choose(page, '#with-summary');
      const text = (await saved(page, format)).bytes.toString();
      assert.match(text, before);
      assert.equal(text.match(list).length, await page.locator('#summary-list li').count());
      assert.ok(text.indexOf('Summary') < text.indexOf('When the third late frost'));
    }),
  );
}

test(
  'the summary stands in the book, and the book is right',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await choose(page, '#with-summary');
    const { bytes } = await saved(page, 'epub');
    assert.match(strFromU8(unzipSync(bytes)['EPUB/article.xhtml']), /<h2 lang="en"[^>]*>Summary<\/h2>\s*<ul>\s*<li>/);
    assert.deepEqual(
      (await EpubCheck.validate(new Uint8Array(bytes))).messages.filter(({ severity }) => /error|fatal/i.test(severity)),
      [],
    );
  }),
);

test(
  'the data has the summary, with its places, in a field of its own',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    const data = JSON.parse((await saved(page, 'json')).bytes.toString());
    assert.ok(data.summary.length > 0 && data.summarySentences[0].start >= 0);
    assert.ok(!data.markdown.includes('## Summary'));
  }),
);

test(
  'what a file is to hold is remembered',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await choose(page, '#with-summary');
    await page.reload();
    await show(page, ORCHARD);
    assert.match((await saved(page, 'markdown')).bytes.toString(), /## Summary/);
    assert.equal(await page.locator('#front-matter').isChecked(), false);
  }),
);

test(
  'a sentence of the summary is no markup in any file',
  onSite({}, async (page) => {
    await show(page, ORCHARD.replace('Cold air runs', 'The sign says &lt;b&gt;*frost*&lt;/b&gt; where cold air runs'));
    await page.locator('#summary-length').selectOption('8');
    await page.locator('#summary-list', { hasText: '<b>*frost*</b>' }).waitFor();
    await choose(page, '#with-summary');
    assert.match((await saved(page, 'markdown')).bytes.toString(), /^- .*&lt;b&gt;\\\*frost\\\*&lt;\/b&gt;/m);
    assert.match((await saved(page, 'html')).bytes.toString(), /<li>[^<]*&lt;b&gt;\*frost/);
  }),
);

let pictures;
before(async () => {
  const body = Buffer.from(PICTURE, 'base64');
  const open = { 'access-control-allow-origin': '*', 'content-type': 'image/png' };
  pictures = await servePages({
    '/open.png': { body, headers: open },
    '/closed.png': { body, headers: { 'content-type': 'image/png' } },
    '/page.png': { body: '<script>alert(1)</script>', headers: { ...open, 'content-type': 'text/html' } },
    '/drawing.png': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', headers: { ...open, 'content-type': 'image/svg+xml' } },
    '/slow.png': { hang: true },
  });
});
after(() => pictures.close());

const remote = { allowed: [() => pictures.origin], expected: FAILED_REQUEST };
const withImages = (...paths) =>
  ORCHARD.replace(
    /<figure>.*<\/figure>/,
    paths
      .map(
        (path) =>
          `<figure><img src="${pictures.origin}${path}" alt="A row of trees"><figcaption>The picture at ${path}.</figcaption></figure>`,
      )
      .join(''),
  );

/** Opens the dialog, wants the images, and saves. */
async function packed(page, format) {
  await page.locator('#save').click();
  await page.locator('#pack-images').check();
  return downloadBy(page, `#save-dialog [data-format=${format}]`);
}

test(
  'images are fetched and put into a file only where that is asked for, each time anew',
  onSite(remote, async (page, { requests }) => {
    await show(page, withImages('/open.png', '/open.png'));
    const asked = () => requests.filter((url) => url.startsWith(pictures.origin)).length;
    const plain = (await saved(page, 'html')).bytes.toString();
    assert.ok(plain.includes(`${pictures.origin}/open.png`));
    assert.equal(asked(), 0);
    const html = (await packed(page, 'html')).bytes.toString();
    assert.equal(html.match(/<img src="data:image\/png;base64,/g).length, 2);
    assert.ok(html.includes(PICTURE) && !html.includes(pictures.origin));
    assert.equal(asked(), 1, 'the same image is asked for once');
    await page.locator('#status', { hasText: /^Saved as [^.]*\.html\.$/ }).waitFor();
    await page.locator('#save').click();
    assert.equal(await page.locator('#pack-images').isChecked(), false);
  }),
);

test(
  'the e-book holds the images, and is valid',
  onSite(remote, async (page) => {
    await show(page, withImages('/open.png'));
    const { bytes } = await packed(page, 'epub');
    assert.equal(Buffer.from(unzipSync(bytes)['EPUB/images/1.png']).toString('base64'), PICTURE);
    assert.deepEqual(
      (await EpubCheck.validate(new Uint8Array(bytes))).messages.filter(({ severity }) => /error|fatal/i.test(severity)),
      [],
    );
  }),
);

test(
  'images that cannot be had stay addresses, and their number is told',
  onSite(remote, async (page) => {
    await show(page, withImages('/open.png', '/closed.png', '/page.png', '/drawing.png', '/gone.png'));
    const html = (await packed(page, 'html')).bytes.toString();
    await page.locator('#status', { hasText: 'Saved as' }).filter({ hasText: '4 images could not be put in' }).waitFor();
    assert.equal(html.match(/<img src="data:/g).length, 1);
    assert.ok(html.includes(`${pictures.origin}/closed.png`));
    assert.doesNotMatch(html, /svg\+xml|text\/html;base64/);
  }),
);

test(
  'while images are fetched the progress is shown, and it can be cancelled',
  onSite({ ...remote, locale: 'vi-VN', viewport: { width: 390, height: 844 } }, async (page) => {
    await show(page, withImages('/open.png', '/slow.png'));
    let isSaved = false;
    page.on('download', () => {
      isSaved = true;
    });
    await page.locator('#save').click();
    await page.locator('#pack-images').check();
    await page.locator('#save-dialog [data-format=html]').click();
    await page.locator('#packing-words', { hasText: 'Đang tải ảnh: 1/2' }).waitFor();
    assert.equal(await page.locator('#packing-progress').evaluate(({ value, max }) => value / max), 0.5);
    await page.locator('#packing-cancel').click();
    await page.locator('#status', { hasText: 'Đã hủy' }).waitFor({ state: 'attached' });
    assert.equal(await page.locator('#packing').isVisible(), false);
    assert.equal(isSaved, false);
  }),
);

test(
  'where an article has no remote image nothing is offered, and text holds none',
  onSite(remote, async (page, { requests }) => {
    await show(page, VIETNAMESE_TEXT);
    await page.locator('#save').click();
    assert.equal(await page.locator('#pack-images-choice').isVisible(), false);
    await page.keyboard.press('Escape');
    await show(page, withImages('/open.png'));
    await page.locator('#save').click();
    await page.locator('#pack-images').check();
    await downloadBy(page, '#save-dialog [data-format=markdown]');
    assert.ok(!requests.some((url) => url.startsWith(pictures.origin)));
  }),
);
