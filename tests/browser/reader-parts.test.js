import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { button, focused, harbour, mount, onReader, SVG_PICTURE } from './reader-harness.js';
import { servePages } from './server.js';

const onPage = onReader();
let pictures;
before(async () => {
  pictures = await servePages({ '/gauge.png': SVG_PICTURE, '/steps.png': SVG_PICTURE });
});
after(() => pictures.close());
const local = { allowed: [() => pictures.origin] };

/** The film's picture is somebody else's: no test asks for it. */
const withPictures = () => {
  const article = harbour(pictures.origin);
  return { ...article, content: article.content.replace(/<img src="https:[^>]*>/, '') };
};

test(
  'pictures open in full size, one after the other, and the focus comes back to the last',
  onPage(local, async (page, { requests }) => {
    await mount(page, withPictures());
    assert.equal(await page.locator('.picture').count(), 0);
    assert.deepEqual(
      requests.filter((url) => url.startsWith(pictures.origin)),
      [],
    );

    await button(page, 'Show 2 images').click();
    await page.getByRole('button', { name: 'Enlarge the image: A brass gauge' }).click();
    const picture = page.locator('.lightbox img');
    assert.equal(await page.getByRole('dialog', { name: 'Image 1 of 2' }).isVisible(), true);
    assert.match(await picture.getAttribute('src'), /gauge\.png$/);
    assert.equal(await page.locator('.lightbox figcaption').innerText(), 'The gauge of 1911, the morning after.');
    await page.keyboard.press('ArrowRight');
    assert.match(await picture.getAttribute('src'), /steps\.png$/);
    await button(page, 'Next image').click();
    assert.match(await picture.getAttribute('src'), /gauge\.png$/);
    await button(page, 'Previous image').click();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.lightbox').isVisible(), false);
    // The browser tells of the closing in a task of its own.
    await page.locator('.picture[aria-label*="Wet steps"]:focus').waitFor();
  }),
);

test(
  'hidden pictures are no part of the full size',
  onPage(local, async (page, { requests }) => {
    const inline = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const content = `<p><img src="${inline}" alt="a"></p><p><img src="${pictures.origin}/gauge.png" alt="b"></p>`;
    await mount(page, { ...harbour(), content });
    await page.locator('.picture').click();
    assert.equal(await page.getByRole('dialog', { name: 'Image 1 of 1' }).isVisible(), true);
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.locator('.lightbox img').getAttribute('src'), inline);
    assert.equal(await button(page, 'Next image').count(), 0);
    assert.deepEqual(
      requests.filter((url) => url.startsWith(pictures.origin)),
      [],
    );
  }),
);

test(
  'a picture in a link leads where the link leads',
  onPage({}, async (page) => {
    const inline = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    await mount(page, { ...harbour(), content: `<p><a href="https://a.example/"><img src="${inline}" alt="a"></a></p>` });
    assert.equal(await page.locator('#article a > img').count(), 1);
    assert.equal(await page.locator('.picture').count(), 0);
  }),
);

test(
  'code is copied as it is',
  onPage({}, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await mount(page, harbour());
    await page.locator('.code-box').hover();
    await button(page, 'Copy').click();
    await page.locator('.copy-code', { hasText: 'Copied' }).waitFor();
    assert.deepEqual(await page.evaluate(() => window.said), ['Copied']);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^from collections import defaultdict\n\nhighest = /);
    assert.match(copied, /\n {4}month = day/);
    assert.doesNotMatch(copied, /Copy/);
  }),
);

test(
  'what is too wide scrolls by itself and by keyboard, the rest is no stop',
  onPage({ viewport: { width: 360, height: 740 } }, async (page) => {
    await mount(page, harbour());
    const table = page.getByRole('region', { name: 'Table' });
    await table.waitFor();
    assert.equal(await table.getAttribute('tabindex'), '0');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, String(wide));
    await page.setViewportSize({ width: 1280, height: 740 });
    await table.waitFor({ state: 'detached' });
    assert.equal(await page.locator('.table-box').getAttribute('tabindex'), null);
  }),
);

test(
  'on paper there is the article, and where its links lead',
  onPage({ colorScheme: 'dark' }, async (page) => {
    await mount(page, harbour());
    await page.evaluate(() => window.settings.change({ theme: 'sepia' }));
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.reader-bar', '.copy-code', '.image-label', '[role=doc-backlink]', '.speech-bar']) {
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    }
    const after = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').content);
    assert.match(await after('#article a[href="https://selwick.example/tides"]'), /https:\/\/selwick\.example\/tides/);
    assert.equal(await after('#article [role=doc-noteref]'), 'none');
    assert.equal(await page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor), 'rgb(255, 255, 255)');
  }),
);

test(
  'the keys do what their list says',
  onPage({ reducedMotion: 'reduce' }, async (page) => {
    await mount(page, harbour());
    const size = () => page.locator('#article').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.keyboard.press('+');
    assert.ok((await size()) > before);
    await page.keyboard.press('-');
    assert.equal(await size(), before);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    assert.equal(await focused(page), 'How the numbers are kept');
    await page.keyboard.press('p');
    assert.equal(await focused(page), 'The gauge that stopped');
    await page.keyboard.press('c');
    assert.equal(await page.getByRole('dialog', { name: 'Contents' }).isVisible(), true);
    assert.equal(await focused(page), 'The gauge that stopped');
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    assert.equal(await page.getByRole('dialog', { name: 'Text and colours' }).isVisible(), true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    assert.equal(await list.locator('dt').count(), 11);
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    assert.equal(await list.isVisible(), false);
  }),
);

test(
  'keys are left alone in fields, with modifier keys, without the reader, and when turned off',
  onPage({}, async (page) => {
    await mount(page, harbour());
    const size = () => page.locator('html').evaluate((element) => element.style.getPropertyValue('--reader-size'));
    const field = await page.evaluateHandle(() => document.body.appendChild(document.createElement('input')));
    await field.focus();
    await page.keyboard.type('+?');
    assert.equal(await field.evaluate((input) => input.value), '+?');
    await field.evaluate((input) => input.remove());

    await page.keyboard.press('Alt++');
    assert.equal(await size(), '1');
    await page.locator('.reader').evaluate((reader) => {
      reader.hidden = true;
    });
    await page.keyboard.press('+');
    assert.equal(await size(), '1');
    await page.locator('.reader').evaluate((reader) => {
      reader.hidden = false;
    });

    await button(page, 'Keyboard shortcuts').click();
    await page.getByRole('checkbox', { name: 'Use these shortcuts' }).uncheck();
    await button(page, 'Close').click();
    await page.keyboard.press('+');
    assert.equal(await size(), '1');
    await page.keyboard.press('?');
    assert.equal(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).isVisible(), false);
  }),
);
