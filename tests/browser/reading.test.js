import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, FAILED_REQUEST, transfer, useSite } from './harness.js';
import { ORCHARD } from './pages.js';
import { CINNAMON, HARBOUR } from './reader-pages.js';

const onSite = useSite();

async function read(page, html) {
  await transfer(page, 'paste', { flavours: { 'text/plain': html } });
  await articleText(page);
}

const AROUND = ['.top', '.foot', '.input', '#summary', '.toolbar', '.details', '.read-as'];
const assertAround = async (page, isVisible) => {
  for (const selector of AROUND) assert.equal(await page.locator(selector).first().isVisible(), isVisible, selector);
};

test(
  'everything around the article can be put away and comes back, and the reader stays where they are',
  onSite({}, async (page) => {
    await read(page, HARBOUR);
    await page.getByRole('button', { name: 'Show only the article' }).click();
    await assertAround(page, false);
    assert.equal(await page.locator('#article-title').isVisible(), true);
    assert.equal(await page.evaluate(() => scrollY), 0);

    const heading = page.getByRole('heading', { name: 'A new spring' });
    await heading.evaluate((element) => element.scrollIntoView());
    const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await page.getByRole('button', { name: 'Show everything again' }).click();
    await assertAround(page, true);
    assert.ok(Math.abs((await top()) - before) < 2);
  }),
);

test(
  'where the window has the room, the contents stand beside the text',
  onSite({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
    await read(page, HARBOUR);
    const button = page.getByRole('button', { name: 'Contents' });
    const list = page.getByRole('navigation', { name: 'Contents' });
    assert.equal(await button.isVisible(), true);
    assert.equal(await list.isVisible(), false);
    await page.keyboard.press('f');
    assert.equal(await button.isVisible(), false);
    await list.getByRole('link', { name: 'A new spring' }).click();
    await list.locator('[aria-current]', { hasText: 'A new spring' }).waitFor();
    const [side, text] = await Promise.all([list.boundingBox(), page.locator('#article').boundingBox()]);
    assert.ok(side.x >= 0 && side.x + side.width <= text.x, `${side.x} + ${side.width}, text at ${text.x}`);

    await page.setViewportSize({ width: 900, height: 900 });
    await button.waitFor();
    assert.equal(await list.isVisible(), false);
    await page.keyboard.press('Escape');
    await assertAround(page, true);
  }),
);

test(
  'with only the article shown, an input that fails is still told',
  onSite({}, async (page) => {
    await read(page, ORCHARD);
    await page.keyboard.press('f');
    await transfer(page, 'drop', { files: [{ name: 'a.png', mime: 'image/png', content: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR' }] });
    await page.locator('#error p').first().waitFor();
    assert.equal(await page.locator('.input').isVisible(), false);
    assert.equal(await page.locator('#article').isVisible(), true);
  }),
);

test(
  'on paper there is nothing but the title and the article',
  onSite({}, async (page) => {
    await read(page, HARBOUR);
    await page.emulateMedia({ media: 'print' });
    await assertAround(page, false);
    for (const selector of ['#status', '.reader-bar']) assert.equal(await page.locator(selector).isVisible(), false, selector);
    for (const selector of ['#article-title', '#article-meta', '#article'])
      assert.equal(await page.locator(selector).isVisible(), true, selector);
  }),
);

for (const view of ['markdown', 'text', 'removed']) {
  test(
    `from the view "${view}" too, the article is printed`,
    onSite({}, async (page) => {
      await read(page, HARBOUR);
      await page.locator(`#tab-${view}`).click();
      await page.emulateMedia({ media: 'print' });
      await assertAround(page, false);
      assert.equal(await page.locator('#article').isVisible(), true);
      assert.equal(await page.locator(`#panel-${view}`).isVisible(), false);
    }),
  );
}

test(
  'paper gets the article with the corrections of the moment',
  onSite({}, async (page) => {
    await read(page, ORCHARD);
    await page.locator('#tab-removed').click();
    await page.locator('.part', { hasText: 'Cold air' }).locator('input').uncheck();
    await page.locator('#status', { hasText: 'The article now has' }).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.doesNotMatch(await page.locator('#article').evaluate((article) => article.textContent), /Cold air/);
  }),
);

test(
  "the tab's title is the article's, and the site's own without one",
  onSite({}, async (page) => {
    await read(page, ORCHARD);
    assert.equal(await page.title(), 'The orchard that moved uphill · unchaff');
    await page.locator('[data-language=vi]').click();
    assert.equal(await page.title(), 'The orchard that moved uphill · unchaff');
    await page.locator('#start-over').click();
    assert.match(await page.title(), /^unchaff: giữ bài viết/);
  }),
);

test(
  'no figure of a probability is shown but in the review',
  onSite({}, async (page) => {
    await read(page, ORCHARD);
    for (const view of ['article', 'markdown', 'text']) {
      await page.locator(`#tab-${view}`).click();
      for (const part of ['.result-head', '.details', '.body'])
        assert.doesNotMatch(await page.locator(part).innerText(), /\d\s?%/, `${view} ${part}`);
    }
    await page.locator('#tab-removed').click();
    await page.locator('.part-verdict', { hasText: '%' }).first().waitFor();
  }),
);

test(
  "the reader's words follow the language of the interface, the article stays as it is",
  onSite({}, async (page) => {
    await read(page, CINNAMON);
    const text = await page.locator('#article').innerText();
    await page.getByRole('button', { name: 'Text and colours' }).waitFor();
    await page.locator('[data-language=vi]').click();
    const button = page.getByRole('button', { name: 'Chữ và màu sắc' });
    assert.equal(await button.getAttribute('title'), 'Chữ và màu sắc');
    assert.match(await page.locator('.time-left').innerText(), /phút/);
    await button.click();
    assert.equal(await page.getByRole('radio', { name: 'Giấy vàng' }).count(), 1);
    assert.match(await page.getByRole('group', { name: 'Cỡ chữ' }).innerText(), /3\/9/);
    assert.equal(await page.locator('#article').innerText(), text);
  }),
);

test(
  "the theme is there before the page's own script",
  onSite({ colorScheme: 'light', expected: FAILED_REQUEST }, async (page) => {
    await page.evaluate(() => localStorage.setItem('unchaff.reader', '{"theme":"dark"}'));
    await page.route(/index-.*\.js$/, (route) => route.abort());
    await page.reload();
    assert.equal(await page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor), 'rgb(23, 22, 19)');
  }),
);

test(
  'the settings are those of the last visit before an article is shown',
  onSite({ colorScheme: 'light' }, async (page) => {
    await read(page, ORCHARD);
    await page.keyboard.press('t');
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.reload();
    assert.equal(await page.locator('html').evaluate((root) => getComputedStyle(root).colorScheme), 'dark');
    assert.equal(await page.locator('body').evaluate((body) => getComputedStyle(body).color), 'rgb(233, 228, 216)');
  }),
);
