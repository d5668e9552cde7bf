import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FAILED_REQUEST, articleText, errorText, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE } from './pages.js';
import { servePages } from './server.js';

const onSite = useSite();
const open = { 'access-control-allow-origin': '*' };

let publisher;
let proxy;
before(async () => {
  // A page that forbids every script but its own few.
  const policy = { 'content-security-policy': "default-src 'none'; script-src 'nonce-x'" };
  const page = ORCHARD.replace(/<img [^>]*>/, '').replace('https://hallbeck.example/readings', '/readings');
  publisher = await servePages({
    '/strict': { body: page, headers: policy },
    '/alone': { body: page, headers: { ...policy, 'cross-origin-opener-policy': 'same-origin' } },
    '/open': { body: ORCHARD, headers: open },
    '/closed': { body: ORCHARD },
  });
  const asked = encodeURIComponent(`${publisher.origin}/closed`);
  proxy = await servePages({ [`/get?url=${asked}`]: { body: ORCHARD, headers: open } });
});
after(() => Promise.all([publisher.close(), proxy.close()]));

const allowed = [() => publisher.origin, () => proxy.origin];

test(
  'an address in a link waits in its field; it is fetched by a click',
  onSite({ allowed }, async (page, { requests, address }) => {
    const url = `${publisher.origin}/open`;
    for (const link of [`?url=${encodeURIComponent(url)}`, `#url=${encodeURIComponent(url)}`]) {
      await page.goto('about:blank');
      await page.goto(address + link);
      await page.locator('#status', { hasText: 'That is an address' }).waitFor();
      assert.equal(await page.locator('#url').inputValue(), url);
      // A key that is held down would fetch it.
      assert.equal(await page.locator('#url:focus').count(), 0);
      assert.equal(new URL(page.url()).search + new URL(page.url()).hash, '');
      assert.ok(!requests.includes(url));
    }
    await page.locator('#url-form [type=submit]').click();
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
  }),
);

/** Runs the bookmarklet on a page, as a click on the bookmark does, and answers the window that it opens. */
async function clickBookmarklet(page, address) {
  const href = await page.locator('#bookmarklet').getAttribute('href');
  await page.goto(address);
  const code = decodeURIComponent(href.slice('javascript:'.length));
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate(code)]);
  return popup;
}

test(
  'the bookmarklet hands over the page as the browser shows it, whatever its policy',
  onSite({ allowed }, async (page) => {
    const popup = await clickBookmarklet(page, `${publisher.origin}/strict`);
    assert.match(await articleText(popup), new RegExp(ORCHARD_LINE));
    assert.equal(await popup.locator('#article a').first().getAttribute('href'), `${publisher.origin}/readings`);
    assert.equal(new URL(popup.url()).hash, '');
    assert.equal(await popup.evaluate(() => window.opener), null);
  }),
);

test(
  'where the page cannot hand itself over, the site says so',
  onSite({ allowed }, async (page) => {
    const popup = await clickBookmarklet(page, `${publisher.origin}/alone`);
    assert.match(await errorText(popup), /couldn’t be sent here/);
  }),
);

test(
  'the bookmarklet gives the page to the site alone',
  onSite({ allowed }, async (page) => {
    const href = await page.locator('#bookmarklet').getAttribute('href');
    await page.goto(`${publisher.origin}/strict`);
    const given = await page.evaluate(
      async (code) => {
        let posted = 0;
        window.open = () => window;
        const { postMessage } = window;
        window.postMessage = () => (posted += 1);
        // Its own window, but not the site's origin.
        (0, eval)(code);
        postMessage.call(window, 'unchaff:ready', '*');
        await new Promise((resolve) => setTimeout(resolve, 50));
        return posted;
      },
      decodeURIComponent(href.slice('javascript:'.length)),
    );
    assert.equal(given, 0);
  }),
);

test(
  'a page is taken from the opener alone, and under its own address',
  onSite({ allowed }, async (page, { address: site }) => {
    await page.goto(`${publisher.origin}/strict`);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => void (window.site = open(address)), `${site}#from-page`),
    ]);
    await popup.locator('#status', { hasText: 'Waiting for the page' }).waitFor();
    // From the window itself: another page, which must not take the place of the opener's.
    const other = ORCHARD.replace(ORCHARD_LINE, 'this page came from a stranger');
    await popup.evaluate((html) => window.postMessage({ type: 'unchaff:page', html, url: 'https://bank.example/' }, '*'), other);
    // From the opener, under another's address.
    await page.evaluate((html) => window.site.postMessage({ type: 'unchaff:page', html, url: 'https://bank.example/' }, '*'), ORCHARD);
    assert.match(await articleText(popup), new RegExp(ORCHARD_LINE));
    assert.doesNotMatch(await popup.locator('#result').innerText(), /bank\.example/);
  }),
);

test(
  'without the mark in the address no page is taken',
  onSite({ allowed }, async (page, { address: site }) => {
    await page.goto(`${publisher.origin}/strict`);
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.evaluate((address) => void (window.site = open(address)), site)]);
    await popup.locator('#paste').waitFor();
    await page.evaluate((html) => window.site.postMessage({ type: 'unchaff:page', html, url: location.href }, '*'), ORCHARD);
    await popup.waitForTimeout(100);
    assert.equal(await popup.locator('#result').isVisible(), false);
  }),
);

test(
  'a click on the bookmarklet says what to do with it',
  onSite({}, async (page) => {
    await page.locator('#more-ways summary').click();
    await page.locator('#bookmarklet').click();
    assert.equal(await page.locator('#bookmarklet-hint').isVisible(), true);
  }),
);

async function nameProxy(page, address, remember = false) {
  if (!(await page.locator('#more-ways').getAttribute('open'))) await page.locator('#more-ways').evaluate((ways) => (ways.open = true));
  await page.locator('#proxy').fill(address);
  await page.locator('#proxy-remember').setChecked(remember);
  await page.locator('#proxy-form [type=submit]').click();
}

test(
  'a proxy is asked only once it is named, and only by its button',
  onSite({ allowed, expected: FAILED_REQUEST }, async (page, { requests }) => {
    const url = `${publisher.origin}/closed`;
    await page.locator('#url').fill(url);
    await page.locator('#url').press('Enter');
    assert.match(await errorText(page), /Set up a proxy/);
    await page.locator('#error button').click();
    await page.locator('#proxy:focus').waitFor();

    await nameProxy(page, `${proxy.origin}/get?url=`);
    await page.locator('#url').fill(url);
    await page.locator('#url').press('Enter');
    assert.match(await errorText(page), /The proxy you choose will see the address/);
    assert.ok(!requests.some((request) => request.startsWith(proxy.origin)));

    await page.locator('#error button', { hasText: new URL(proxy.origin).host }).click();
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.ok(requests.some((request) => request.startsWith(proxy.origin)));
  }),
);

test(
  'the proxy is remembered only on request',
  onSite({}, async (page) => {
    await nameProxy(page, 'https://proxy.example/?url=');
    await page.locator('#status', { hasText: 'will be offered' }).waitFor();
    await page.reload();
    assert.equal(await page.locator('#proxy').inputValue(), '');
    await nameProxy(page, 'https://proxy.example/?url=', true);
    await page.locator('#status', { hasText: 'will be offered' }).waitFor();
    await page.reload();
    assert.equal(await page.locator('#proxy').inputValue(), 'https://proxy.example/?url=');
    await nameProxy(page, '');
    await page.locator('#status', { hasText: 'No proxy' }).waitFor();
    await page.reload();
    assert.equal(await page.locator('#proxy').inputValue(), '');
  }),
);

for (const address of ['proxy', 'javascript:alert(1)//', 'ftp://proxy.example/', 'https://user@proxy.example/']) {
  test(
    `"${address}" is no proxy`,
    onSite({}, async (page) => {
      await nameProxy(page, address);
      assert.match(await errorText(page), /not the address of a proxy/);
    }),
  );
}
