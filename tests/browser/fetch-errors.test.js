/** What is said of a page that could not be fetched is true of this failure and of this device. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAILED_REQUEST, errorText, useSite } from './harness.js';
import { ORCHARD } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const open = { 'access-control-allow-origin': '*' };

let publisher;
/** An address where no server is. */
let nowhere;
before(async () => {
  publisher = await servePages({
    '/closed': { body: ORCHARD, headers: { 'x-content-type-options': 'nosniff' } },
    '/gone': { body: 'Gone', status: 410, headers: open },
    '/login': { body: 'Log in', status: 403, headers: open },
    '/broken': { body: 'Oh', status: 503, headers: open },
    '/odd': { body: 'Tea', status: 418, headers: open },
    '/empty': { body: '', headers: open },
    '/paper': { body: '%PDF-1.7', headers: { ...open, 'content-type': 'application/pdf' } },
    '/photo': { body: 'x', headers: { ...open, 'content-type': 'image/png' } },
    '/film': { body: 'x', headers: { ...open, 'content-type': 'video/mp4' } },
    '/hidden-film': {
      body: Buffer.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0, 0, 0, 0, 1, 2, 3, 0, 0]),
      headers: { ...open, 'content-type': 'text/html' },
    },
    '/bare': { body: '<!doctype html><nav><a href="/">Home</a></nav>', headers: open },
    '/slow': { hang: true },
  });
  const gone = await servePages({});
  nowhere = gone.origin;
  await gone.close();
});
after(() => publisher.close());

const options = { allowed: [() => publisher.origin, () => nowhere], expected: FAILED_REQUEST };

async function failToFetch(page, url) {
  await page.locator('#url').fill(url);
  await page.locator('#url').press('Enter');
  return errorText(page);
}

const steps = (page) => page.locator('#error li').allInnerTexts();

for (const [path, words, isHelped] of [
  ['/closed', /127\.0\.0\.1:\d+ doesn’t let other sites read its pages/, true],
  ['/gone', /127\.0\.0\.1:\d+ has no page at this address \(error 410\)/, false],
  ['/login', /127\.0\.0\.1:\d+ refused to send this page \(error 403\)/, true],
  ['/broken', /127\.0\.0\.1:\d+ has trouble of its own right now \(error 503\)/, false],
  ['/odd', /127\.0\.0\.1:\d+ answered with error 418/, false],
  ['/empty', /127\.0\.0\.1:\d+ sent an empty page/, false],
  ['/paper', /127\.0\.0\.1:\d+ sent a PDF/, false],
  ['/photo', /127\.0\.0\.1:\d+ sent a picture/, false],
  ['/film', /127\.0\.0\.1:\d+ sent a file that is neither/, false],
  ['/hidden-film', /127\.0\.0\.1:\d+ sent a file that is neither/, false],
  ['/bare', /No article was found in the page that 127\.0\.0\.1:\d+ sent/, true],
]) {
  test(
    `${path} is told by its own words`,
    onSite(options, async (page) => {
      assert.match(await failToFetch(page, publisher.origin + path), words);
      assert.equal((await steps(page)).length > 0, isHelped);
      assert.equal(await page.locator('#error a[href^="http://127"]').getAttribute('href'), publisher.origin + path);
      assert.equal(await page.locator('#url').inputValue(), publisher.origin + path);
    }),
  );
}

test(
  'a host that is not there is told from one that refuses, and can be asked again',
  onSite(options, async (page) => {
    assert.match(await failToFetch(page, `${nowhere}/story`), /could not be reached.*typing mistakes/s);
    const [request] = await Promise.all([
      page.waitForRequest(`${nowhere}/story`),
      page.locator('#error').getByRole('button', { name: 'Try again' }).click(),
    ]);
    assert.equal(request.method(), 'GET');
    await errorText(page);
  }),
);

test(
  'a server that keeps silent is given up after 20 seconds',
  onSite(options, async (page) => {
    await page.clock.install();
    await page.locator('#url').fill(`${publisher.origin}/slow`);
    await Promise.all([page.waitForRequest(`${publisher.origin}/slow`), page.locator('#url').press('Enter')]);
    await page.clock.fastForward(5_000);
    assert.equal(await page.locator('#error').innerText(), '');
    await page.clock.fastForward(15_500);
    assert.match(await errorText(page), /127\.0\.0\.1:\d+ did not answer within 20 seconds/);
  }),
);

test(
  'at a desk the steps are keys, the bookmark, the extension with a link to it, and a file',
  onSite(options, async (page) => {
    await failToFetch(page, `${publisher.origin}/closed`);
    const told = await steps(page);
    assert.equal(told.length, 4);
    assert.match(told[0], /Ctrl\+A.*Ctrl\+C.*Ctrl\+V/);
    assert.match(told.join(' '), /bookmark.*extension.*HTML file/s);
    assert.match(await page.locator('#error li a').getAttribute('href'), /docs\/extension\.md$/);
  }),
);

test(
  'on a phone there is no talk of keys, bookmarks bars and files',
  onSite({ ...options, hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, async (page) => {
    await failToFetch(page, `${publisher.origin}/closed`);
    const told = await steps(page);
    assert.equal(told.length, 1);
    assert.match(told[0], /touch and hold/);
    assert.doesNotMatch(await page.locator('#error').innerText(), /Ctrl|bookmark|drop/);
  }),
);

test(
  'the words follow the language',
  onSite({ ...options, locale: 'vi-VN' }, async (page) => {
    assert.match(await failToFetch(page, `${publisher.origin}/closed`), /không cho trang khác đọc.*chọn một trong các cách/s);
    await page.locator('[data-language=en]').click();
    assert.match(await page.locator('#error').innerText(), /doesn’t let other sites read/);
  }),
);
