import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAILED_REQUEST, articleText, errorText, transfer, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const open = { 'access-control-allow-origin': '*' };

let publisher;
before(async () => {
  publisher = await servePages({
    '/open': { body: ORCHARD, headers: open },
    '/latin': {
      body: Buffer.from(ORCHARD.replace('<meta charset="utf-8">', '').replaceAll('clear April', 'clear \u00e9t\u00e9'), 'latin1'),
      headers: { ...open, 'content-type': 'text/html; charset=windows-1252' },
    },
    '/shell': {
      body: '<!doctype html><meta charset="utf-8"><title>Phà sang đảo</title><meta name="author" content="Lê Thu Hà"><div id="app"></div>',
      headers: open,
    },
    '/slow': { hang: true },
  });
});
after(() => publisher.close());

const allowed = [() => publisher.origin];

async function fetchAddress(page, url) {
  await page.locator('#url').fill(url);
  await page.locator('#url').press('Enter');
}

test(
  'a page whose publisher allows it is fetched by its address',
  onSite({ allowed }, async (page) => {
    await fetchAddress(page, `${publisher.origin}/open`);
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.match(await page.locator('#read-as').innerText(), /127\.0\.0\.1/);
  }),
);

test(
  'the charset that the server names is used',
  onSite({ allowed }, async (page) => {
    await fetchAddress(page, `${publisher.origin}/latin`);
    assert.match(await articleText(page), /clear été morning/);
  }),
);

test(
  'a page without an article says its title and author all the same',
  onSite({ allowed }, async (page) => {
    await fetchAddress(page, `${publisher.origin}/shell`);
    const words = await errorText(page);
    assert.match(words, /No article was found/);
    assert.match(words, /The page says of itself: Phà sang đảo · Lê Thu Hà/);
  }),
);

test(
  'without a connection the page says so',
  onSite({ expected: FAILED_REQUEST, allowed }, async (page) => {
    await page.context().setOffline(true);
    await fetchAddress(page, `${publisher.origin}/open`);
    assert.match(await errorText(page), /no connection to the internet/);
  }),
);

for (const typed of ['', 'not an address', 'javascript:alert(1)', 'file:///etc/hosts', 'ftp://example.com/', 'word']) {
  test(
    `"${typed}" is no address, and nothing is requested`,
    onSite({}, async (page) => {
      await fetchAddress(page, typed);
      assert.match(await errorText(page), /not the address of a web page/);
      assert.equal(await page.locator('#url').inputValue(), typed);
    }),
  );
}

test(
  'fetching can be cancelled',
  onSite({ allowed, expected: FAILED_REQUEST }, async (page) => {
    await fetchAddress(page, `${publisher.origin}/slow`);
    await page.locator('#cancel').click();
    assert.equal(await page.locator('#status').innerText(), 'Cancelled.');
    assert.equal(await page.locator('#error').innerText(), '');
  }),
);

test(
  'an empty box is answered with what to do',
  onSite({}, async (page) => {
    await page.locator('#paste-form [type=submit]').click();
    assert.match(await errorText(page), /nothing to read yet/);
  }),
);

test(
  'a picture is no page, and a new input clears the error',
  onSite({}, async (page) => {
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
    await page.locator('#file').setInputFiles({ name: 'photo.html', mimeType: 'text/html', buffer: png });
    assert.match(await errorText(page), /not a web page or text/);
    await page.locator('#sample').click();
    await articleText(page);
    assert.equal(await page.locator('#error').innerText(), '');
  }),
);

test(
  'a page without an article keeps the paste and offers the other way',
  onSite({}, async (page) => {
    const html = '<nav><a href="https://example.com/">Home</a></nav>';
    await transfer(page, 'paste', { flavours: { 'text/html': html, 'text/plain': ORCHARD.replace(/<[^>]*>/g, '\n') } });
    assert.match(await errorText(page), /No article was found/);
    assert.match(await page.locator('#paste').inputValue(), new RegExp(ORCHARD_LINE));
    await page.locator('#error button').click();
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  }),
);

test(
  'a file over the limit is refused before it is read',
  onSite({}, async (page) => {
    await page.evaluate(() => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(33 * 1024 * 1024)], 'large.html'));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    });
    assert.match(await errorText(page), /more than 32 MB/);
  }),
);

test(
  'a cleaner that did not load is loaded again',
  onSite({ expected: FAILED_REQUEST }, async (page) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.reload();
    await page.locator('#sample').click();
    assert.match(await errorText(page), /could not be loaded/);
    await page.unroute('**/*.wasm');
    await page.locator('#clean').click();
    assert.match(await articleText(page), /For eleven summers/);
  }),
);

test(
  'a drop without file or text says what to drop',
  onSite({}, async (page) => {
    await transfer(page, 'drop', {});
    assert.match(await errorText(page), /no file or text/);
  }),
);
