import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { strFromU8, unzipSync } from 'fflate';

import { articleText, downloadBy, errorText, saved, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT, VIETNAMESE_TITLE } from './pages.js';

const onSite = useSite();

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unchaff-'));
  await mkdir(join(folder, 'saved/orchard_files'), { recursive: true });
  await writeFile(join(folder, 'saved/orchard.html'), ORCHARD);
  await writeFile(join(folder, 'saved/bài.txt'), VIETNAMESE_TEXT);
  await writeFile(join(folder, 'saved/orchard_files/style.css'), 'p { color: red }');
  await writeFile(join(folder, 'saved/orchard_files/picture.png'), 'x');
});
after(() => rm(folder, { recursive: true }));

/** An MHTML file as browsers save it: the page, and a frame of it, which is a page of its own. */
function mhtml({ charset = '', encode = (html) => html.replaceAll('=', '=3D'), encoding = 'quoted-printable', page = ORCHARD } = {}) {
  const lines = [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://hallbeck.example/2026/orchard',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----Boundary--1----"',
    '',
    '------Boundary--1----',
    `Content-Type: text/html${charset}`,
    'Content-ID: <frame-1@mhtml>',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://hallbeck.example/2026/orchard',
    '',
    ...encode(page).split('\n'),
    '------Boundary--1----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: cid:frame-2@mhtml',
    '',
    '<html><body><p>This whole paragraph stands in a frame of the page, it is an advertisement for a motor boat, and it is long enough to be taken for prose.</p></body></html>',
    '------Boundary--1------',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), charset.includes('1252') ? 'latin1' : 'utf8');
}

async function open(page, name, buffer, mimeType = '') {
  await page.locator('#file').setInputFiles({ name, mimeType, buffer });
  return articleText(page);
}

test(
  'an MHTML file is read: the page, not its frames, with its address',
  onSite({}, async (page) => {
    const text = await open(page, 'orchard.mhtml', mhtml({ page: ORCHARD.replace('https://hallbeck.example/readings', '../readings') }));
    assert.match(text, new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(text, /motor boat/);
    assert.equal(await page.locator('#article a').first().getAttribute('href'), 'https://hallbeck.example/readings');
    assert.match(await page.locator('#read-as').innerText(), /orchard\.mhtml · Read as HTML/);
  }),
);

test(
  "the charset of an MHTML file's page is found",
  onSite({}, async (page) => {
    const latin = ORCHARD.replace('<meta charset="utf-8">', '').replaceAll('clear April', 'clear été');
    const buffer = mhtml({ charset: '; charset="windows-1252"', encoding: '8bit', encode: (html) => html, page: latin });
    assert.match(await open(page, 'orchard.mht', buffer), /clear été morning/);
  }),
);

test(
  'a base64 page in an MHTML file is decoded',
  onSite({}, async (page) => {
    const encode = (html) => Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\n');
    assert.match(await open(page, 'orchard.mht', mhtml({ encoding: 'base64', encode })), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'plain HTML under the name of an archive is read as it is',
  onSite({}, async (page) => {
    assert.match(await open(page, 'orchard.mht', Buffer.from(ORCHARD)), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'an archive without a page is an error',
  onSite({}, async (page) => {
    await page.locator('#file').setInputFiles({ name: 'empty.mhtml', mimeType: '', buffer: Buffer.from('MIME-Version: 1.0\r\n\r\n') });
    assert.match(await errorText(page), /No article was found/);
  }),
);

/** A picture that no two programs write alike, so large that no address of its length is kept. */
const PICTURE = await readFile(new URL('../../www/public/icons/512.png', import.meta.url));

/** An archive of the orchard whose picture has this address in the page and these headers in its own part. */
const withPicture = (source, ...headers) =>
  withImage((page) => page.replace('https://images.hallbeck.example/slope.jpg', source), ...headers);

/** An archive of the orchard whose picture is written this way. */
const withTag = (tag) => withImage((page) => page.replace(/<img[^>]*slope[^>]*>/, tag), `Content-Location: ${ELSEWHERE}large.png`);
const ELSEWHERE = 'https://images.hallbeck.example/';

function withImage(change, ...headers) {
  const archive = mhtml({ page: change(ORCHARD) }).toString();
  const part = [
    '------Boundary--1----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    ...headers,
    '',
    PICTURE.toString('base64').replace(/.{76}/g, '$&\r\n'),
  ];
  return Buffer.from(archive.replace('------Boundary--1------', `${part.join('\r\n')}\r\n------Boundary--1------`));
}

const DATA = `data:image/png;base64,${PICTURE.toString('base64')}`;
/** The picture as it is shown: its bytes, and its width once it is drawn. */
const shownPicture = (page) =>
  page.locator('#article figure img').evaluate(async (image) => {
    await image.decode();
    return [image.getAttribute('src'), image.naturalWidth];
  });

for (const [what, buffer] of Object.entries({
  'its address': withPicture(
    'https://images.hallbeck.example/slope.jpg?a=1&amp;b=2',
    'Content-Location: https://images.hallbeck.example/slope.jpg?a=1&b=2',
  ),
  'an address beside the page': withPicture('../slope.png', 'Content-Location: https://hallbeck.example/slope.png'),
  'its id': withPicture('cid:slope@mhtml', 'Content-ID: <slope@mhtml>'),
  'one of several sizes': withTag(`<img alt="" src="${ELSEWHERE}small.png" srcset="${ELSEWHERE}small.png 1x, ${ELSEWHERE}large.png 2x">`),
  'sizes alone': withTag(`<img alt="" srcset="${ELSEWHERE}large.png 1200w, ${ELSEWHERE}huge.png 2400w" width="512">`),
  'its source, beside sizes that the archive lacks': withTag(
    `<img alt="" srcset='${ELSEWHERE}small.png 1x' data-src="${ELSEWHERE}small.png" src="${ELSEWHERE}large.png">`,
  ),
  'a source of its own': withTag(
    `<picture><source srcset="${ELSEWHERE}large.png 2x" media="(min-width: 9em)"><img alt="" src="${ELSEWHERE}small.png"></picture>`,
  ),
})) {
  test(
    `a picture of an MHTML file is shown, by ${what}, after a reload too, and stands in the files`,
    onSite({}, async (page) => {
      await open(page, 'orchard.mhtml', buffer);
      assert.deepEqual(await shownPicture(page), [DATA, 512]);
      assert.equal(await page.locator('#show-images').isVisible(), false);
      await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
      await page.reload();
      await articleText(page);
      assert.deepEqual(await shownPicture(page), [DATA, 512]);
      assert.ok((await saved(page, 'html')).bytes.toString().includes(DATA));
      const book = unzipSync((await saved(page, 'epub')).bytes);
      assert.ok(PICTURE.equals(Buffer.from(book['EPUB/images/1.png'])));
    }),
  );
}

test(
  'a picture in a pasted page is shown and kept, however large, and stays with a correction',
  onSite({}, async (page) => {
    const html = ORCHARD.replace('https://images.hallbeck.example/slope.jpg', DATA);
    await transfer(page, 'paste', { flavours: { 'text/html': html, 'text/plain': 'The orchard' } });
    await articleText(page);
    assert.deepEqual(await shownPicture(page), [DATA, 512]);
    await page.locator('#tab-removed').click();
    await page.locator('.part', { hasText: 'Cold air' }).locator('input').uncheck();
    await page.locator('#status', { hasText: 'The article now has' }).waitFor();
    await page.locator('#tab-article').click();
    assert.deepEqual(await shownPicture(page), [DATA, 512]);
    assert.ok((await saved(page, 'markdown')).bytes.toString().includes(`](${DATA})`));
  }),
);

test(
  'no SVG of an archive or a paste is shown',
  onSite({}, async (page) => {
    const svg = `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(5000)}</svg>`).toString('base64')}`;
    const html = ORCHARD.replace('https://images.hallbeck.example/slope.jpg', svg);
    await transfer(page, 'paste', { flavours: { 'text/html': html, 'text/plain': 'The orchard' } });
    await articleText(page);
    assert.equal(await page.locator('#article img').count(), 0);
    await open(
      page,
      'orchard.mhtml',
      Buffer.from(withPicture('cid:s@mhtml', 'Content-ID: <s@mhtml>').toString().replace('image/png', 'image/svg+xml')),
    );
    assert.equal(await page.locator('#article img').count(), 0);
  }),
);

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
const THREE = [
  { name: 'orchard.html', mimeType: 'text/html', buffer: Buffer.from(ORCHARD) },
  { name: 'photo.html', mimeType: 'text/html', buffer: PNG },
  { name: 'bai.txt', mimeType: 'text/plain', buffer: Buffer.from(VIETNAMESE_TEXT) },
];

async function cleanThree(page) {
  await page.locator('#file').setInputFiles(THREE);
  await page.locator('#batch-save').waitFor();
}

test(
  'many files are cleaned, each in its row, and a broken one stops none',
  onSite({}, async (page) => {
    await cleanThree(page);
    const rows = await page.locator('#batch-rows tr').allInnerTexts();
    assert.equal(rows.length, 3);
    assert.match(rows[0], /The orchard that moved uphill\s+orchard\.html\s+done\s+Open/);
    assert.match(rows[1], /photo\.html\s+Neither a web page nor text/);
    assert.ok(rows[2].includes(VIETNAMESE_TITLE));
    assert.equal(await page.locator('#batch-count').innerText(), '2 of 3 done, 1 failed');
    await page.locator('#status', { hasText: '2 of 3 done' }).waitFor();
    await page.locator('[data-language=vi]').click();
    assert.match(await page.locator('#batch-rows tr').nth(1).innerText(), /Không phải trang web hay văn bản/);
  }),
);

test(
  'one of many files is opened, with all that a single one has',
  onSite({}, async (page) => {
    await cleanThree(page);
    await page.locator('#batch-rows tr').nth(2).getByRole('button').click();
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
    await page.locator('#tab-removed').click();
    await page.locator('#removed-count', { hasText: 'left out' }).waitFor();
    assert.equal(await page.locator('#batch').isVisible(), true);
    await page.locator('#start-over').click();
    assert.equal(await page.locator('#batch').isVisible(), false);
  }),
);

for (const [format, extension, check] of [
  ['markdown', 'md', (text) => assert.match(text, /^---\ntitle: "The orchard that moved uphill"\n/)],
  ['json', 'json', (text) => assert.match(JSON.parse(text).textContent, new RegExp(ORCHARD_LINE))],
]) {
  test(
    `all are saved as a zip: ${format}`,
    onSite({}, async (page) => {
      await page.locator('#file').setInputFiles([...THREE, { ...THREE[0], name: 'again.html' }]);
      await page.locator('#batch-save').waitFor();
      await page.locator('#batch-format').selectOption(format);
      const { name, bytes } = await downloadBy(page, '#batch-save [type=submit]');
      assert.equal(name, 'articles.zip');
      const files = unzipSync(bytes);
      assert.deepEqual(Object.keys(files), [
        `The orchard that moved uphill.${extension}`,
        `${VIETNAMESE_TITLE}.${extension}`,
        `The orchard that moved uphill-2.${extension}`,
      ]);
      const text = strFromU8(files[`The orchard that moved uphill.${extension}`]);
      check(text);
      assert.doesNotMatch(text, new RegExp(ORCHARD_CHAFF));
    }),
  );
}

test(
  'work on many files can be cancelled; what is done stays',
  onSite({}, async (page) => {
    await page.evaluate((orchard) => {
      const carried = new DataTransfer();
      carried.items.add(new File([orchard], 'first.html'));
      const paragraph = `<p>${'The tide came in and the tide went out, and the harbour kept its hours. '.repeat(6)}</p>\n`;
      for (const name of ['a', 'b', 'c', 'd', 'e'])
        carried.items.add(new File([`<article>${paragraph.repeat(30_000)}</article>`], `${name}.html`));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    }, ORCHARD);
    await page.locator('#batch-rows tr.done').first().waitFor();
    await page.locator('#batch-cancel').click();
    assert.match(await page.locator('#batch-rows tr').last().innerText(), /cancelled/);
    assert.equal(await page.locator('#batch-cancel').isVisible(), false);
    assert.equal(await page.locator('#batch-progress').isVisible(), false);
    assert.equal(await page.locator('#batch-save').isVisible(), true);
  }),
);

test(
  'the pages of a chosen folder are cleaned, its other files are passed over',
  onSite({}, async (page) => {
    await page.locator('#folder').setInputFiles(join(folder, 'saved'));
    await page.locator('#batch-save').waitFor();
    const rows = await page.locator('#batch-rows tr').allInnerTexts();
    assert.equal(rows.length, 2);
    assert.match(rows[0], /saved\/bài\.txt/);
    assert.match(rows[1], /saved\/orchard\.html/);
  }),
);

test(
  'a folder without a page says so',
  onSite({}, async (page) => {
    await page.locator('#folder').setInputFiles(join(folder, 'saved/orchard_files'));
    assert.match(await errorText(page), /no page in this folder/);
  }),
);

test(
  'a dropped folder is read to its depths',
  onSite({}, async (page) => {
    const cdp = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(folder, 'saved')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
    await page.locator('#batch-save').waitFor();
    const rows = await page.locator('#batch-rows tr').allInnerTexts();
    assert.equal(rows.length, 2);
    assert.match(rows.join(), /orchard\.html/);
  }),
);

test(
  'several dropped files are many files, one is one',
  onSite({}, async (page) => {
    const files = THREE.map(({ name, mimeType, buffer }) => ({ name, mime: mimeType, content: buffer }));
    await transfer(page, 'drop', { files: [files[0]] });
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.equal(await page.locator('#batch').isVisible(), false);
    await transfer(page, 'drop', { files });
    await page.locator('#batch-save').waitFor();
  }),
);

test(
  'too many files are refused before they are read',
  onSite({}, async (page) => {
    await page.evaluate(() => {
      const carried = new DataTransfer();
      for (let i = 0; i <= 1000; i += 1) carried.items.add(new File(['x'], `${i}.html`));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    });
    assert.match(await errorText(page), /1,001 files; at most 1,000/);
  }),
);
