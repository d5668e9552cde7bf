// The extension in Chromium: what its button, its menu and its shortcuts do on pages of all kinds.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
  '/hidden': {
    body: ORCHARD.replace(
      '<figure>',
      `<x-outer><p>Slotted words that the reader sees, although they stand beside the root.</p></x-outer>
<iframe src="/frame"></iframe><p>They wrote down that a &lt; b &amp; "c", and nobody could say what it meant in that year.</p>
<script>
const outer = document.querySelector('x-outer').attachShadow({ mode: 'open' });
outer.innerHTML = '<p>In the outer root the growers say that they would do it again next year.</p><slot></slot><x-inner></x-inner>';
outer.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = '<p>In the inner root their children say that it was cold and far too early.</p>';
</script><figure>`,
    ),
  },
  '/frame': { body: '<p>Words of the frame that stand in the middle of the article and belong to it.</p>' },
  '/file.pdf': { body: PDF, headers: { 'content-type': 'application/pdf' } },
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

  /** Clicks the button on a page, and "Read this page" in what that opens; gives the page that is opened then. */
  const read = async (page) => {
    const popup = await chromium.popup(page);
    return chromium.opened(() => press(popup));
  };

  /** The popup closes itself. */
  const press = (popup) => popup.evaluate(() => document.querySelector('#popup-read').click()).catch(() => {});

  /** Opens a page of the site, reads it, and gives both pages to the test. */
  const reading = (path, test) => async () => {
    const page = await chromium.browser.newPage();
    await page.goto(site.origin + path);
    const reader = await read(page);
    await test(reader, page);
    await reader.close();
    await page.close();
  };

  /** Opens a page, clicks the button on it, and gives the test what that opens. */
  const asked = (path, test) => async () => {
    const page = await chromium.browser.newPage();
    await page.goto(path.includes(':') ? path : site.origin + path);
    const popup = await chromium.popup(page);
    await test(popup, page);
    await popup.close().catch(() => {});
    await page.close();
  };
  const status = (popup, pattern) =>
    until(
      () => popup.$eval('#popup-status', (line) => line.textContent),
      (words) => pattern.test(words),
      `the popup says ${pattern}`,
    );

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
      const whole = await read(page);
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

  it(
    'offers no other way to read a page that was captured',
    reading('/orchard', async (reader) => {
      await text(reader);
      assert.equal(await reader.$eval('#other-way', (button) => button.checkVisibility()), false);
    }),
  );

  it(
    'offers no other way either where a captured page holds no article',
    reading('/empty', async (reader) => {
      await reader.waitForSelector('#error p');
      assert.equal(await reader.$$eval('#error button', (buttons) => buttons.length), 0);
    }),
  );

  it(
    'reads what stands in open shadow roots, in one another too, and in frames of the same origin',
    reading('/hidden', async (reader) => {
      const shown = await text(reader);
      for (const words of [ORCHARD_LINE, 'In the outer root', 'In the inner root', 'Slotted words', 'Words of the frame', 'a < b & "c"'])
        assert.ok(shown.includes(words), words);
    }),
  );

  it(
    'copies a page as Markdown from the button, without the reader',
    asked('/strict', async (popup) => {
      const before = (await chromium.browser.pages()).length;
      await popup.click('#popup-copy');
      await status(popup, /^Copied/);
      await popup.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'target' })));
      await popup.focus('#target');
      await popup.keyboard.down('Control');
      await popup.keyboard.press('V');
      await popup.keyboard.up('Control');
      const pasted = await until(
        () => popup.$eval('#target', (target) => target.value),
        (found) => found !== '',
        'it is pasted',
      );
      assert.ok(pasted.startsWith('# The orchard that moved uphill\n\n') && !pasted.includes(ORCHARD_CHAFF));
      assert.equal((await chromium.browser.pages()).length, before);
    }),
  );

  it(
    'saves a page as Markdown from the button, without the reader, by the template that was chosen there',
    asked('/orchard', async (popup) => {
      await popup.evaluate(() => {
        const places = { vault: '', folder: '' };
        const template = { preset: 'own', style: 'yaml', fields: 'who: {{author}}', name: 'On {{title}}', body: '{{content}}', ...places };
        localStorage.setItem('unchaff.template', JSON.stringify(template));
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          blob.text().then((text) => {
            document.body.dataset.saved = text;
          });
          return createObjectURL(blob);
        };
      });
      await popup.click('#popup-save');
      await status(popup, /On The orchard that moved uphill\.md/);
      await popup.waitForFunction(() => document.body.dataset.saved);
      assert.match(await popup.evaluate(() => document.body.dataset.saved), /^---\nwho: "Ruth Ackland"\n---\n\nWhen the third/);
      await popup.evaluate(() => localStorage.removeItem('unchaff.template'));
    }),
  );

  it(
    'opens beside the page where that is chosen, and remembers it',
    asked('/orchard', async (popup, page) => {
      await popup.click('[value=beside]');
      // The click of a person: only that opens a panel.
      const panel = await chromium.opened(() => popup.click('#popup-read').catch(() => {}));
      assert.ok((await text(panel)).includes(ORCHARD_LINE));
      assert.equal(await panel.evaluate(async () => (await chrome.tabs.getCurrent()) === undefined), true);
      await page.bringToFront();
      const again = await chromium.popup(page);
      assert.equal(await again.$eval('[value=beside]', (radio) => radio.checked), true);
      await chromium.inWorker(() => chrome.storage.local.remove('place'));
      await again.close().catch(() => {});
    }),
  );

  for (const [what, address, pattern] of [
    ['a page of the browser', 'chrome://version', /page of the browser itself/],
    ['a PDF', '/file.pdf', /This is a PDF/],
  ]) {
    it(
      `says why ${what} cannot be read, and what to do`,
      asked(address, async (popup) => {
        await popup.click('#popup-copy');
        await status(popup, pattern);
      }),
    );
  }

  it('says why an extension store cannot be read', async () => {
    const popup = await chromium.browser.newPage();
    await popup.goto(`chrome-extension://${chromium.id}/popup.html`);
    await popup.waitForSelector('.is-ready');
    await popup.evaluate(() => {
      chrome.scripting.executeScript = async () => {
        throw new Error('The extensions gallery cannot be scripted.');
      };
    });
    await popup.click('#popup-copy');
    await status(popup, /extension stores/);
    await popup.close();
  });

  it(
    'has a popup in which axe finds nothing, and every target is large enough for a finger',
    asked('/orchard', async (popup) => {
      await popup.evaluate(axe);
      assert.deepEqual(await popup.evaluate(async () => (await globalThis.axe.run(document)).violations.map(({ id }) => id)), []);
      const small = await popup.$$eval('button, label', (all) => all.filter((one) => one.getBoundingClientRect().height < 43.9).length);
      assert.equal(small, 0);
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
