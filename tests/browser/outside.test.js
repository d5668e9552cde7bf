/** What other sites can send to this one: forms like those of a share, messages to a window that they opened. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { articleText, errorText, keepHistory, kept, stored, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, TWO_ARTICLES, VIETNAMESE_LINE, VIETNAMESE_TEXT } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const BLANK = '<!doctype html><meta charset="utf-8"><title>A stranger</title>';

/** A page that says that this is its address. */
const canonical = (page, url) => page.replace('<head>', `<head><link rel="canonical" href="${url}">`);

let stranger;
/** The stranger's origin: another site, for another port of one host is the same. */
let foreign;
before(async () => {
  stranger = await servePages({
    '/': { body: BLANK },
    '/silent': { body: `${BLANK}<meta name="referrer" content="no-referrer">` },
    '/open': { body: canonical(ORCHARD, '/open'), headers: { 'access-control-allow-origin': '*' } },
  });
  foreign = stranger.origin.replace('127.0.0.1', 'localhost');
});
after(() => stranger.close());

const allowed = [() => foreign, () => stranger.origin];
const options = { offline: true, allowed };

/**
 * Sends a form as a page of another site can, without a click. A share of the system is the same POST; a browser without a
 * system around it can make no other.
 *
 * @param {[name: string, value: string, file?: string][]} fields
 */
async function send(page, address, fields, from = '/') {
  await stored(page);
  await page.goto(foreign + from);
  await page.evaluate(
    ([action, all]) => {
      const form = document.createElement('form');
      Object.assign(form, { action, method: 'post', enctype: 'multipart/form-data' });
      const files = new DataTransfer();
      for (const [name, value, file] of all) {
        const field = document.createElement('input');
        if (file) files.items.add(new File([value], file));
        else form.append(Object.assign(field, { type: 'hidden', name, value }));
      }
      const field = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true });
      field.files = files.files;
      form.append(field);
      document.body.append(form);
      form.submit();
    },
    [`${address}share`, fields],
  );
  await page.waitForURL(address);
}

const question = (page, words) => page.locator('#question', { hasText: words });
const answer = (page, words) => page.locator('#question button', { hasText: words }).click();

for (const from of ['/', '/silent']) {
  test(
    `a form of another site is shown, not cleaned, and gone when it is discarded (${from})`,
    onSite(options, async (page, { address }) => {
      await keepHistory(page);
      await send(page, address, [['files', ORCHARD, 'orchard.html']], from);
      await question(page, 'This was shared with unchaff').waitFor();
      assert.match(await page.locator('#question').innerText(), /orchard\.html \(\d\skB\)/);
      await page.waitForTimeout(300);
      assert.equal(await page.locator('#result').isVisible(), false);
      await answer(page, 'Discard');
      assert.equal(await page.locator('#question').innerText(), '');
      await page.locator('#paste:focus').waitFor();
      await page.reload();
      await page.locator('#paste').waitFor();
      assert.equal(await page.locator('#question').innerText(), '');
    }),
  );
}

test(
  'a shared file is cleaned after one click, and no share reaches the server',
  onSite(options, async (page, { address }) => {
    // The test's server has no such address: an answer from it would be an error on the page.
    await send(page, address, [['files', ORCHARD, 'orchard.html']]);
    await answer(page, 'Clean');
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'of a shared text the beginning is shown; it is cleaned after one click',
  onSite(options, async (page, { address }) => {
    await send(page, address, [['text', VIETNAMESE_TEXT]]);
    const shown = await question(page, 'Người thợ sửa đồng hồ').innerText();
    assert.ok(!shown.includes(VIETNAMESE_LINE));
    assert.match(shown, /…/);
    await page.locator('[data-language=vi]').click();
    await question(page, 'Nếu không phải do bạn chia sẻ').waitFor();
    await answer(page, 'Lọc lấy bài');
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
  }),
);

for (const [what, fields, expected] of [
  ['in its field', [['url', 'https://publisher.example/story']], 'https://publisher.example/story'],
  [
    'inside the text',
    [
      ['title', 'A story'],
      ['text', 'A story https://publisher.example/story'],
    ],
    'https://publisher.example/story',
  ],
]) {
  test(
    `a shared address, ${what}, waits to be fetched`,
    onSite(options, async (page, { address, requests }) => {
      await send(page, address, fields);
      await page.locator('#status', { hasText: 'That is an address' }).waitFor();
      assert.equal(await page.locator('#url').inputValue(), expected);
      assert.ok(!requests.some((url) => url.includes('publisher')));
      await page.reload();
      assert.equal(await page.locator('#url').inputValue(), '', 'it is taken once');
    }),
  );
}

test(
  'shared files wait in a list, and only the first are named',
  onSite(options, async (page, { address }) => {
    await keepHistory(page);
    await send(
      page,
      address,
      Array.from({ length: 8 }, (_, i) => ['files', ORCHARD, `${i}.html`]),
    );
    await question(page, 'and 3 more files').waitFor();
    assert.equal(await page.locator('#batch').isVisible(), false);
    await answer(page, 'Clean');
    await page.locator('#batch-count', { hasText: '8 of 8 done' }).waitFor();
    await page.locator('#batch-rows button').first().click();
    await articleText(page);
    assert.match((await kept(page, 1))[0].key, /^outside /);
  }),
);

for (const [what, fields] of [
  ['300 files', Array.from({ length: 300 }, (_, i) => ['files', ORCHARD, `${i}.html`])],
  ['more than 64 MB', Array.from({ length: 4 }, (_, i) => ['files', 'x'.repeat(17_000_000), `${i}.txt`])],
]) {
  test(
    `${what} are too much to share`,
    onSite(options, async (page, { address }) => {
      await send(page, address, fields);
      assert.match(await errorText(page), /at most 100 files are taken, 64 MB in all/);
      assert.equal(await page.locator('#batch').isVisible(), false);
      assert.equal(await page.locator('#question').innerText(), '');
      assert.equal(await page.evaluate(async () => (await caches.keys()).includes('unchaff-shared')), false);
    }),
  );
}

test(
  'a frame in another page shares nothing',
  onSite({ ...options, expected: /404|share/ }, async (page, { address }) => {
    await stored(page);
    // The same host, so that the frame has this site's service worker.
    await page.goto(stranger.origin);
    const answered = page.waitForResponse(`${address}share`);
    await page.evaluate((action) => {
      document.body.append(Object.assign(document.createElement('iframe'), { name: 'frame' }));
      const form = Object.assign(document.createElement('form'), {
        action,
        method: 'post',
        enctype: 'multipart/form-data',
        target: 'frame',
      });
      form.append(Object.assign(document.createElement('input'), { name: 'text', value: 'x' }));
      document.body.append(form);
      form.submit();
    }, `${address}share`);
    assert.equal((await answered).fromServiceWorker(), false);
    await page.goto(`${address}?shared`);
    await page.waitForURL(address);
    assert.equal(await page.evaluate(async () => (await caches.keys()).includes('unchaff-shared')), false);
    assert.equal(await page.locator('#question').innerText(), '');
  }),
);

/** Another page that names the same address. */
const forged = (url) => canonical(ORCHARD, url).replaceAll('orchard', 'forgery');

/** Has an article kept that the person fetched, and answers its address. */
async function keepFetched(page) {
  const url = `${stranger.origin}/open`;
  await keepHistory(page);
  await page.locator('#url').fill(url);
  await page.locator('#url').press('Enter');
  await articleText(page);
  await kept(page, 1);
  return url;
}

const titles = (entries) => entries.map(({ title }) => title);
const BOTH = ['The orchard that moved uphill', 'The forgery that moved uphill'];

test(
  "a shared page that names a kept article's address does not take its place",
  onSite(options, async (page, { address }) => {
    const url = await keepFetched(page);
    await send(page, address, [['files', forged(url), 'forged.html']]);
    await answer(page, 'Clean');
    await articleText(page);
    assert.deepEqual(titles(await kept(page, 2)), BOTH);
  }),
);

test(
  'nor does a page that its opener sends under that address; sent again, it is kept once',
  onSite({ allowed }, async (page, { address }) => {
    const url = await keepFetched(page);
    const [sender] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((to) => void window.open(to, '_blank', 'noopener'), `${stranger.origin}/`),
    ]);
    for (let n = 0; n < 2; n++) {
      const [popup] = await Promise.all([
        sender.waitForEvent('popup'),
        sender.evaluate((to) => void (window.site = open(to)), `${address}#from-page`),
      ]);
      await popup.locator('#status', { hasText: 'Waiting for the page' }).waitFor();
      await sender.evaluate(
        ([html, claimed]) => window.site.postMessage({ type: 'unchaff:page', html, url: claimed }, '*'),
        [forged(url), url],
      );
      await articleText(popup);
      await popup.waitForTimeout(300);
      assert.deepEqual(titles(await kept(popup, 2)), BOTH);
      await popup.close();
    }
  }),
);

test(
  'the same page from two senders is two articles, each with the address of its sender',
  onSite({ allowed }, async (page, { address }) => {
    await keepHistory(page);
    for (const [count, origin] of [stranger.origin, foreign].entries()) {
      const sender = await page.context().newPage();
      await sender.goto(`${origin}/`);
      const [popup] = await Promise.all([
        sender.waitForEvent('popup'),
        sender.evaluate((to) => void (window.site = open(to)), `${address}#from-page`),
      ]);
      await popup.locator('#status', { hasText: 'Waiting for the page' }).waitFor();
      await sender.evaluate(
        ([html, url]) => window.site.postMessage({ type: 'unchaff:page', html, url }, '*'),
        [ORCHARD, `${origin}/post`],
      );
      await articleText(popup);
      await kept(popup, count + 1);
      await popup.close();
      await sender.close();
    }
  }),
);

test(
  'a question does not answer while its window is behind another, nor right after it comes to the front',
  onSite(options, async (page, { address }) => {
    await send(page, address, [['text', 'Words that nobody here asked for.']]);
    await page.locator('#question button:enabled').first().waitFor();
    const isDisabledAfter = (type) =>
      page.evaluate((name) => {
        dispatchEvent(new Event(name));
        return document.querySelector('#question button').disabled;
      }, type);
    assert.equal(await isDisabledAfter('blur'), true);
    assert.equal(await isDisabledAfter('focus'), true);
    await page.locator('#question button:enabled').first().waitFor();
  }),
);

test(
  'what follows the first article of something from outside stays from outside',
  onSite(options, async (page, { address }) => {
    await keepHistory(page);
    await send(page, address, [['text', TWO_ARTICLES]]);
    await answer(page, 'Clean');
    await articleText(page);
    await kept(page, 1);
    await page.locator('#read-second').click();
    const entries = await kept(page, 2);
    assert.deepEqual(
      entries.map(({ key }) => key.split(' ')[0]),
      ['outside', 'outside'],
    );
  }),
);

test(
  'a large file from outside pushes nothing out of the history',
  onSite(options, async (page, { address }) => {
    await keepHistory(page);
    await transfer(page, 'paste', { flavours: { 'text/plain': VIETNAMESE_TEXT } });
    await articleText(page);
    await kept(page, 1);
    const line = (day) =>
      `<p>On day ${day} the keeper counted ${day * 3} boats, and wrote the hour of each beside its name in the book.</p>`;
    const large = `<!doctype html><title>The log</title><article>${Array.from({ length: 190_000 }, (_, day) => line(day)).join('')}</article>`;
    await send(page, address, [['files', large, 'large.html']]);
    await answer(page, 'Clean');
    await articleText(page);
    assert.match(await errorText(page), /too large for the history/);
    assert.equal(await page.locator('#result').isVisible(), true);
    await kept(page, 1);
  }),
);
