import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, downloadBy, keepHistory, kept, saved, stored, transfer, until, useSite } from './harness.js';
import { ORCHARD, ORCHARD_LINE, VIETNAMESE_LINE, VIETNAMESE_TEXT } from './pages.js';
import { serveSite } from './server.js';

/** What each test's site answers in place of a built file. */
const changed = new Map();
const onSite = useSite(() => serveSite(changed));
const options = { offline: true };

test(
  'after one visit all of the site works without a connection',
  onSite(options, async (page) => {
    await stored(page);
    await page.context().setOffline(true);
    await page.reload();
    await transfer(page, 'paste', { flavours: { 'text/plain': VIETNAMESE_TEXT } });
    assert.match(await articleText(page), new RegExp(VIETNAMESE_LINE));
    // Parts that are loaded when they are needed.
    assert.match((await saved(page, 'epub')).name, /\.epub$/);
    await page.locator('#history').click();
    await page.locator('#history-empty', { hasText: 'History is off' }).waitFor();
    await page.keyboard.press('Escape');
    const archive = `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${ORCHARD}`;
    await page.locator('#file').setInputFiles([
      { name: 'a.mhtml', mimeType: '', buffer: Buffer.from(archive) },
      { name: 'b.html', mimeType: '', buffer: Buffer.from(ORCHARD) },
    ]);
    await page.locator('#batch-count', { hasText: '2 of 2 done, 0 failed' }).waitFor();
    assert.match((await downloadBy(page, '#batch-save [type=submit]')).name, /\.zip$/);
  }),
);

test(
  'a font is kept once it was chosen',
  onSite(options, async (page) => {
    const kept = () =>
      page.evaluate(async () => {
        const [name] = (await caches.keys()).filter((key) => key.startsWith('unchaff-build-'));
        return (await (await caches.open(name)).keys())
          .map(({ url }) => /andika-(\w+-\d+)/.exec(url)?.[1])
          .filter(Boolean)
          .sort();
      });
    await stored(page);
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
    await articleText(page);
    assert.deepEqual(await kept(), []);
    await page.getByRole('button', { name: 'Text and colours' }).click();
    await page.getByRole('radio', { name: 'Dyslexia-friendly' }).check();
    // The service worker keeps it after it has answered with it.
    await until(kept, (fonts) => fonts.join() === 'latin-400,latin-700', 'both weights are kept');
    await page.context().setOffline(true);
    await page.reload();
    assert.equal(await page.evaluate(async () => (await document.fonts.load('18px Andika', 'a')).length > 0), true);
  }),
);

test(
  'any address of the site opens it without a connection',
  onSite(options, async (page, { address }) => {
    await stored(page);
    await page.context().setOffline(true);
    await page.goto(`${address}index.html?url=https://publisher.example/story`);
    await page.locator('#status', { hasText: 'That is an address' }).waitFor();
  }),
);

test(
  'a new version is told, and comes only when it is wanted',
  onSite(options, async (page) => {
    await stored(page);
    const version = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('unchaff-build-')).sort());
    const [first] = await version();
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
    await articleText(page);
    await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
    try {
      changed.set('/sw.js', (source) => source.replace(/"version":"\w+"/, '"version":"next"'));
      await page.reload();
      await page.locator('#update').waitFor();
      assert.match(await page.locator('#update').innerText(), /A new version is ready/);
      assert.ok((await version()).includes(first), 'the old one still serves');
      await Promise.all([page.waitForEvent('load'), page.locator('#update-now').click()]);
      await until(
        () => page.evaluate(async () => (await caches.keys()).join()),
        (names) => names === 'unchaff-build-next',
        'the new version alone is kept',
      );
      assert.match(await articleText(page), new RegExp(ORCHARD_LINE), 'the article is still there');
      assert.equal(await page.locator('#update').isVisible(), false);
    } finally {
      changed.clear();
    }
  }),
);

test(
  'the first visit tells of no new version',
  onSite(options, async (page) => {
    await stored(page);
    assert.equal(await page.locator('#update').isVisible(), false);
  }),
);

test(
  'the installed site opens files',
  onSite(options, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'launchQueue', {
        value: {
          setConsumer(take) {
            window.launch = take;
          },
        },
      });
    });
    await page.reload();
    await keepHistory(page);
    await page.evaluate((html) => window.launch({ files: [{ getFile: async () => new File([html], 'orchard.html') }] }), ORCHARD);
    assert.match(await articleText(page), new RegExp(ORCHARD_LINE));
    assert.match((await kept(page, 1))[0].key, /^outside /);
  }),
);

test(
  'the site can be installed: its manifest and icons are there',
  onSite(options, async (page, { address }) => {
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
    for (const { src } of manifest.icons) {
      const status = await page.evaluate(async (url) => (await fetch(url)).status, new URL(src, address).href);
      assert.equal(status, 200, src);
    }
    const cdp = await page.context().newCDPSession(page);
    await stored(page);
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
      [],
    );
  }),
);
