/** The ways that matter most, in Firefox, driven over WebDriver BiDi. The other tests run in Chromium. */

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

import puppeteer from 'puppeteer-core';

import { findFirefox } from '../../scripts/browser.mjs';
import {
  ORCHARD,
  ORCHARD_BODY,
  ORCHARD_CHAFF,
  ORCHARD_LINE,
  VIETNAMESE_LINE,
  VIETNAMESE_TEXT,
  VIETNAMESE_TITLE,
} from '../browser/pages.js';
import { servePages, serveSite } from '../browser/server.js';
import { LATENESS, SLOWNESS } from '../browser/slow.js';

const TIMEOUT = 60_000;

let site;
let publisher;
let browser;
let downloads;
let page;
let problems;

before(async () => {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox was found. Install one, or name it in FIREFOX_PATH.');
  site = await serveSite();
  publisher = await servePages({
    '/open': { body: ORCHARD, headers: { 'access-control-allow-origin': '*' } },
    '/closed': { body: ORCHARD },
    '/blank': { body: '<!doctype html><meta charset="utf-8">' },
  });
  downloads = await mkdtemp(join(tmpdir(), 'unchaff-'));
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
});
after(async () => {
  await browser?.close();
  await Promise.all([site?.close(), publisher?.close()]);
  if (downloads) await rm(downloads, { recursive: true });
});

beforeEach(() => open(site.address));

/**
 * Opens an address in a new page, in place of the one before. Each page has its own list of problems: Firefox reports an
 * error in a page that is left while its worker loads.
 */
async function open(address) {
  await page?.close();
  page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT);
  if (SLOWNESS > 1) await page.evaluateOnNewDocument(...LATENESS);
  const found = [];
  page.on('pageerror', (error) => found.push(error.message));
  problems = found;
  await page.goto(address);
}

/** Copies to the real clipboard and pastes, both by their keys: Firefox lets no page fill the event of a paste. */
async function paste(flavours) {
  await page.evaluate((data) => {
    const fill = (event) => {
      event.preventDefault();
      for (const [mime, text] of Object.entries(data)) event.clipboardData.setData(mime, text);
    };
    document.addEventListener('copy', fill, { once: true });
  }, flavours);
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

async function articleText() {
  await page.waitForSelector('#result:not([hidden])');
  await page.waitForSelector('#progress[hidden]');
  await page.waitForSelector('#article[aria-busy=false]');
  return page.$eval('#article', (article) => article.innerText);
}

const textOf = (selector) => page.$eval(selector, (element) => element.innerText);

/** Presses a button as a script does: a click by its place goes astray where the page moves at that moment. */
const press = async (selector) => {
  await page.waitForSelector(selector);
  await page.$eval(selector, (button) => button.click());
};

/** Opens the history, and waits for its list: it is read from the database. */
async function openHistory() {
  await page.click('#history');
  await page.waitForSelector('#history-dialog[open]');
  await page.waitForSelector('#history-list li, #history-empty:not([hidden]):not(:empty)');
}

/** The file that a click saves, once it is whole. */
async function saved(selector, name) {
  await page.click('#save');
  await page.waitForSelector('#save-dialog[open]');
  await press(selector);
  for (;;) {
    const names = await readdir(downloads);
    if (names.includes(name) && !names.some((file) => file.endsWith('.part'))) {
      const bytes = await readFile(join(downloads, name));
      if (bytes.length > 0) return bytes;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a copied page is read as HTML', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/html': ORCHARD_BODY, 'text/plain': 'The orchard that moved uphill' });
  assert.match(await articleText(), new RegExp(ORCHARD_LINE));
  assert.equal(await textOf('#article h2'), 'What the thermometers said');
  assert.deepEqual(problems, []);
});

test('Vietnamese text is read as plain text', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/plain': VIETNAMESE_TEXT });
  assert.match(await articleText(), new RegExp(VIETNAMESE_LINE));
  assert.equal(await textOf('#article-title'), VIETNAMESE_TITLE);
  assert.match(await textOf('#read-as'), /plain text/);
  assert.deepEqual(problems, []);
});

test('files are read: one, and many', { timeout: TIMEOUT }, async () => {
  const [first, second] = [join(downloads, 'orchard.html'), join(downloads, 'bai.mhtml')];
  await writeFile(first, ORCHARD);
  await writeFile(second, `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${ORCHARD}`);
  const field = await page.$('#file');
  await field.uploadFile(first);
  assert.match(await articleText(), new RegExp(ORCHARD_LINE));
  await field.uploadFile(first, second);
  await page.waitForFunction(() => document.getElementById('batch-count').textContent.startsWith('2 of 2 done'));
  assert.deepEqual(problems, []);
});

test('a long page is written whole, and its contents lead far into it', { timeout: TIMEOUT }, async () => {
  const file = join(downloads, 'long.html');
  const lines = Array.from(
    { length: 1800 },
    (_, day) =>
      `On day ${day} the keeper counted ${day * 3} boats, and wrote the hour of each beside its name in the book. The ${day} lamps were lit.`,
  );
  const week = (line, day) => `${day % 60 === 0 ? `<h2>Part ${day / 60}</h2>` : ''}<p>${line}</p>`;
  await writeFile(
    file,
    `<!doctype html><html lang="en"><title>The log</title><article><h1>The log</h1>${lines.map(week).join('')}</article></html>`,
  );
  await (await page.$('#file')).uploadFile(file);
  await page.waitForSelector('#article[aria-busy=false] p');
  assert.deepEqual(await page.$$eval('#article p', (all) => all.map((each) => each.textContent)), lines);
  await page.evaluate(() => {
    document.querySelector('.reader-panel nav a[href="#unchaff-section-25"]').click();
  });
  await page.waitForFunction(
    () =>
      document.activeElement.textContent === 'Part 24' && Math.abs(document.activeElement.getBoundingClientRect().top) < innerHeight / 2,
  );
});

test('a page is fetched where its publisher allows it, and a refusal is explained', { timeout: TIMEOUT }, async () => {
  await page.type('#url', `${publisher.origin}/open\n`);
  assert.match(await articleText(), new RegExp(ORCHARD_LINE));
  await page.$eval('#url', (field) => (field.value = ''));
  await page.type('#url', `${publisher.origin}/closed\n`);
  await page.waitForSelector('#error p');
  assert.match(await textOf('#error'), /doesn’t let other sites read its pages/);
});

test('a reload shows the article again, with its corrections, and a second article has a way back', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/plain': ORCHARD });
  await articleText();
  await press('#tab-removed');
  await page.waitForSelector('.part.kept input');
  await page.$$eval('.part.kept', (parts) => {
    parts
      .find((part) => part.textContent.includes('Cold air'))
      .querySelector('input')
      .click();
  });
  const isCorrected = () =>
    page.waitForFunction(() => {
      const text = document.getElementById('article').textContent;
      return text.includes('blossom stayed') && !text.includes('Cold air');
    });
  await press('#tab-article');
  await isCorrected();
  await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
  await page.reload();
  await isCorrected();
  await paste({ 'text/plain': VIETNAMESE_TEXT });
  await page.waitForFunction((title) => document.getElementById('article-title').textContent === title, {}, VIETNAMESE_TITLE);
  await press('.result .back-to:not([hidden])');
  await isCorrected();
  assert.deepEqual(problems, []);
});

test('the article is saved', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/plain': ORCHARD });
  await articleText();
  await page.$eval('#with-summary', (box) => box.click());
  const markdown = (await saved('#save-dialog [data-format=markdown]', 'The orchard that moved uphill.md')).toString();
  assert.match(markdown, /^# The orchard that moved uphill\n[^]*\n## Summary\n\n- /);
  assert.doesNotMatch(markdown, new RegExp(ORCHARD_CHAFF));
  const book = await saved('#save-dialog [data-format=epub]', 'The orchard that moved uphill.epub');
  assert.equal(book.subarray(30, 58).toString(), 'mimetypeapplication/epub+zip');
  assert.deepEqual(problems, []);
});

test('what is cleaned can be kept and found again', { timeout: TIMEOUT }, async () => {
  await openHistory();
  await press('#history-on');
  await page.keyboard.press('Escape');
  await paste({ 'text/plain': VIETNAMESE_TEXT });
  await articleText();
  await openHistory();
  await page.type('#history-search', 'dong ho');
  await page.waitForFunction((title) => document.getElementById('history-list').textContent.includes(title), {}, VIETNAMESE_TITLE);
  assert.deepEqual(problems, []);
});

test('the article is put right: its title in place, a part by a selection, and back', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/plain': ORCHARD });
  await articleText();
  await page.waitForSelector('.selection-menu');
  await press('#edit-head');
  await page.waitForSelector('#head-title');
  await page.$eval('#head-title', (field) => (field.value = ''));
  await page.type('#head-title', 'Uphill\n');
  await page.waitForFunction(() => document.getElementById('article-title').textContent === 'Uphill');
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('#article p')].find((each) => each.textContent.startsWith('Cold air'));
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection().selectAllChildren(paragraph);
  });
  await page.waitForSelector('.selection-menu button', { visible: true });
  await press('.selection-menu button:nth-of-type(2)');
  await page.waitForFunction(() => !document.getElementById('article').textContent.includes('Cold air'));
  await press('.correction-note:not([hidden]) button:enabled');
  await page.waitForFunction(() => document.getElementById('article').textContent.includes('Cold air'));
  assert.deepEqual(problems, []);
});

test('words are highlighted, in Markdown too, and are highlighted again after a reload', { timeout: TIMEOUT }, async () => {
  await paste({ 'text/plain': ORCHARD });
  await articleText();
  await page.waitForSelector('.selection-menu');
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('#article p')].find((each) => each.textContent.startsWith('Cold air'));
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection().setBaseAndExtent(paragraph.firstChild, 0, paragraph.firstChild, 'Cold air'.length);
  });
  await page.waitForSelector('.selection-menu button', { visible: true });
  await press('.selection-menu button');
  const isMarked = () => page.waitForFunction(() => document.querySelector('#article mark')?.textContent === 'Cold air');
  await isMarked();
  await press('#tab-markdown');
  await page.waitForFunction(() => document.getElementById('markdown').textContent.includes('==Cold air== runs downhill'));
  await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
  await page.reload();
  await isMarked();
  assert.deepEqual(problems, []);
});

test('a picture of an MHTML file is shown', { timeout: TIMEOUT }, async () => {
  const picture = (await readFile(new URL('../../www/public/icons/512.png', import.meta.url))).toString('base64');
  const file = join(downloads, 'picture.mhtml');
  const parts = [
    `Content-Type: text/html; charset=utf-8\r\n\r\n${ORCHARD.replace('https://images.hallbeck.example/slope.jpg', 'cid:slope@mhtml')}`,
    `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <slope@mhtml>\r\n\r\n${picture.replace(/.{76}/g, '$&\r\n')}`,
  ];
  const body = parts.map((part) => `--edge\r\n${part}\r\n`).join('');
  await writeFile(file, `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n${body}--edge--\r\n`);
  await (await page.$('#file')).uploadFile(file);
  await articleText();
  await page.waitForFunction(() => document.querySelector('#article figure img')?.naturalWidth === 512);
  assert.deepEqual(problems, []);
});

/** Waits until the service worker serves the page. */
const stored = () =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    }
  });

test('what another site sends as if it were shared waits for a click', { timeout: TIMEOUT }, async () => {
  await stored();
  await open(`${publisher.origin}/blank`.replace('127.0.0.1', 'localhost'));
  await page.evaluate(
    (action, text) => {
      const form = document.createElement('form');
      Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data' });
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'text', value: text }));
      document.body.append(form);
      form.submit();
    },
    `${site.address}share`,
    VIETNAMESE_TEXT,
  );
  await page.waitForSelector('#question button:enabled');
  assert.match(await textOf('#question'), /This was shared with unchaff/);
  assert.equal(await page.$eval('#result', (result) => result.hidden), true);
  await press('#question button:enabled');
  assert.match(await articleText(), new RegExp(VIETNAMESE_LINE));
  assert.deepEqual(problems, []);
});

// Last: it stops the server.
test('after one visit the site works without a connection', { timeout: TIMEOUT }, async () => {
  await stored();
  await site.close();
  await page.reload();
  await paste({ 'text/plain': VIETNAMESE_TEXT });
  assert.match(await articleText(), new RegExp(VIETNAMESE_LINE));
});
