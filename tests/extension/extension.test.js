// The extension in Chromium: what its button, its menu and its shortcuts do on pages of all kinds.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import MarkdownIt from 'markdown-it';

import { servePages } from '../browser/server.js';
import { letThrough } from '../browser/policy.js';
import { ORCHARD, ORCHARD_CHAFF, ORCHARD_LINE, VIETNAMESE_TEXT } from '../browser/pages.js';
import { until } from '../browser/harness.js';
import { startBrowser } from './harness.js';

const STRICT = {
  'content-security-policy': "default-src 'none'; sandbox allow-same-origin allow-scripts; require-trusted-types-for 'script'",
};
const [MENU, HEAD, ...REST] = VIETNAMESE_TEXT.split('\n\n');
const paragraphs = REST.slice(0, -1).map((part) => `<p>${part}</p>`);
const VIETNAMESE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Báo Góc Phố</title><nav>${MENU}</nav>
<article><h1>${HEAD.split('\n')[0]}</h1>${paragraphs.join('')}</article><footer>${REST.at(-1)}</footer></html>`;
/** Past 5 MB, most of it a script that says nothing. */
const LARGE = ORCHARD.replace('</head>', `<script>/*${'x'.repeat(5_500_000)}*/</script></head>`);

const PAGES = {
  '/orchard': { body: ORCHARD },
  '/markup': {
    body: ORCHARD.replaceAll('The orchard that moved uphill', '&lt;img src=x: onerror=top.ran(1)&gt; [x](javascript:top.ran(1))'),
  },
  '/strict': { body: ORCHARD, headers: STRICT },
  '/frames': { body: '<!doctype html><title>Frames</title><frameset cols="20%,80%"><frame src="/menu"><frame src="/orchard"></frameset>' },
  '/menu': { body: '<ul><li><a href="/">Home</a></ul>' },
  '/vietnamese': { body: VIETNAMESE },
  '/large': { body: LARGE },
  '/empty': { body: '<!doctype html><title>Empty</title>' },
};

describe('the extension in Chromium', () => {
  let chromium;
  let site;
  before(async () => {
    site = await servePages(PAGES);
    chromium = await startBrowser();
  });
  after(async () => {
    await chromium?.browser.close();
    await site?.close();
  });

  /** Opens a page of the site, clicks the button on it, and gives both pages to the test. */
  const reading = (path, test) => async () => {
    const page = await chromium.browser.newPage();
    await page.goto(site.origin + path);
    const reader = await chromium.opened(() => chromium.click(page));
    await test(reader, page);
    await reader.close();
    await page.close();
  };

  const tabOf = (page) => chromium.inWorker(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url), page.url());

  /** Chooses from the menu, on a page on which the button was clicked before: no driver can open a menu. */
  const choose = (menuItemId, tab) =>
    chromium.inWorker((item, tab) => chrome.contextMenus.onClicked.dispatch({ menuItemId: item }, tab), menuItemId, tab);

  const text = async (reader) => {
    await reader.waitForSelector('#article p', { visible: true });
    return reader.$eval('#article', (article) => article.innerText);
  };

  /** Reloads the extension's page once it has stored the article: before that the browser asks whether it may be left. */
  const reload = async (reader) => {
    await reader.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
    await reader.reload();
  };

  for (const path of ['/orchard', '/strict', '/frames', '/large']) {
    it(
      `shows the article of ${path}`,
      reading(path, async (reader) => {
        const shown = await text(reader);
        assert.ok(shown.includes(ORCHARD_LINE));
        assert.ok(!shown.includes(ORCHARD_CHAFF));
        assert.equal(await reader.$eval('#article-title', (title) => title.textContent), 'The orchard that moved uphill');
      }),
    );
  }

  it(
    'shows a Vietnamese article without its furniture',
    reading('/vietnamese', async (reader) => {
      const shown = await text(reader);
      assert.ok(shown.includes('ngồi yên trong mười phút để lắng nghe'));
      assert.ok(!shown.includes('Bình luận (3)'));
      assert.equal(await reader.$eval('#article', (article) => article.lang), 'vi');
    }),
  );

  it(
    'shows the page again after a reload, though its tab has gone on',
    reading('/orchard', async (reader, page) => {
      await text(reader);
      await page.goto(`${site.origin}/menu`);
      await reload(reader);
      assert.ok((await text(reader)).includes(ORCHARD_LINE));
    }),
  );

  it(
    'says what is wrong with a page that holds no article',
    reading('/empty', async (reader) => {
      await reader.waitForSelector('#error p');
      assert.match(await reader.$eval('#error', (error) => error.innerText), /No article was found|Không tìm thấy/);
    }),
  );

  it('says so where the tab cannot be read', async () => {
    const reader = await chromium.browser.newPage();
    await reader.goto(`chrome-extension://${chromium.id}/index.html?tab=999999&part=page`);
    await reader.waitForSelector('#error p');
    assert.match(await reader.$eval('#error', (error) => error.innerText), /tab/);
    await reader.close();
  });

  it(
    'keeps an article under the address of its tab, and a selection by its words',
    reading('/frames', async (reader, page) => {
      await text(reader);
      // A reload reads the captured page once more, now to be kept.
      await reader.evaluate(() => localStorage.setItem('unchaff.history', 'on'));
      await reload(reader);
      await text(reader);
      await page.goto(`${site.origin}/orchard`);
      const whole = await chromium.opened(() => chromium.click(page));
      await text(whole);
      await whole.close();
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('nav')));
      const selected = await chromium.opened(async () => choose('read-selection', await tabOf(page)));
      await selected.waitForSelector('#article li', { visible: true });
      const keys = () =>
        selected.evaluate(async () => {
          const { result: database } = await new Promise((resolve) => {
            const opening = indexedDB.open('unchaff');
            opening.onsuccess = () => resolve(opening);
          });
          const { result: entries } = await new Promise((resolve) => {
            const reading = database.transaction('entries').objectStore('entries').getAll();
            reading.onsuccess = () => resolve(reading);
          });
          database.close();
          return entries.map(({ key }) => key);
        });
      const wanted = [(key) => /^paste {2}[0-9a-f]{64}$/.test(key), (key) => key === `address ${site.origin}/frames`];
      await until(keys, (found) => wanted.every((isWanted) => found.some(isWanted)), 'both are kept');
      await selected.evaluate(() => localStorage.removeItem('unchaff.history'));
      await selected.close();
    }),
  );

  it(
    'reads all of a selection and nothing else',
    reading('/orchard', async (_first, page) => {
      await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('nav')));
      const reader = await chromium.opened(async () => choose('read-selection', await tabOf(page)));
      await reader.waitForSelector('#article li', { visible: true });
      const shown = await reader.$eval('#article', (article) => article.innerText);
      assert.ok(shown.includes(ORCHARD_CHAFF));
      assert.ok(!shown.includes(ORCHARD_LINE));
      await reader.close();
    }),
  );

  /** What the clipboard holds after "Copy as Markdown" on a page. */
  const copiedMarkdown = async (page) => {
    await page.browserContext().overridePermissions(site.origin, ['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    const tab = await tabOf(page);
    await choose('copy-markdown', tab);
    const badge = () => chromium.inWorker((id) => chrome.action.getBadgeText({ tabId: id }), tab.id);
    await until(badge, (words) => words !== '', 'the button tells what came of it');
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('textarea'), { id: 'target' }));
      document.querySelector('#target').focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('V');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('#target').value !== '');
    return page.$eval('#target', (target) => target.value);
  };

  it(
    'copies the page as Markdown',
    reading('/orchard', async (_first, page) => {
      const pasted = await copiedMarkdown(page);
      assert.ok(pasted.startsWith('# The orchard that moved uphill\n\n'));
      assert.ok(pasted.includes('## What the thermometers said'));
      assert.ok(!pasted.includes(ORCHARD_CHAFF));
    }),
  );

  it(
    'copies a title that is markup as text',
    reading('/markup', async (_first, page) => {
      const [heading] = new MarkdownIt({ html: true }).render(await copiedMarkdown(page)).split('</h1>');
      assert.match(heading, /^<h1>&lt;img src=x: onerror=/);
      assert.doesNotMatch(heading, /<(?!h1>)/);
    }),
  );

  it(
    'shows the article where nothing can be copied',
    reading('/strict', async (_first, page) => {
      const reader = await chromium.opened(async () => choose('copy-markdown', await tabOf(page)));
      assert.ok((await text(reader)).includes(ORCHARD_LINE));
      await reader.close();
    }),
  );

  it(
    'asks no server but the one of the pictures that the person wants',
    reading('/orchard', async (reader) => {
      const requests = [];
      reader.on('request', (request) => requests.push(request.url()));
      await reload(reader);
      await text(reader);
      assert.deepEqual(
        requests.filter((url) => !/^(?:chrome-extension|blob|data):/.test(url)),
        [],
      );
    }),
  );

  it(
    'has a foot without a link to the extension, which is there',
    reading('/orchard', async (reader) => {
      await text(reader);
      const links = await reader.$$eval('.foot a', (all) => all.map(({ href }) => href));
      assert.ok(links.length >= 3 && !links.some((href) => href.includes('extension')), String(links));
    }),
  );

  it(
    'lets no string become script or markup: no inline script, no parser, no other policy, no eval',
    reading('/orchard', async (reader) => {
      // Before that, the page may have no body.
      await text(reader);
      assert.deepEqual(await reader.evaluate(letThrough), []);
    }),
  );
});
