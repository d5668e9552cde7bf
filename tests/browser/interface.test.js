import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { articleText, errorText, transfer, useSite } from './harness.js';
import { ORCHARD, VIETNAMESE_TEXT } from './pages.js';

const onSite = useSite();
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function assertFitsWidth(page) {
  const { wide, width } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, width: innerWidth }));
  assert.ok(wide <= width, `${wide} pixels of content on a screen of ${width}`);
}

for (const locale of ['en-GB', 'vi-VN']) {
  test(
    `nothing is wider than a phone (${locale})`,
    onSite({ ...phone, locale }, async (page) => {
      await assertFitsWidth(page);
      const long = 'x'.repeat(300);
      const cells = '<td>wide cell of a table</td>'.repeat(20);
      const wide = `<p>The longest word of the valley is ${long}, and it is written on the gate of the upper orchard in letters as tall as a child.</p>
      <pre>${long}</pre><table><tr>${cells}</tr><tr>${cells}</tr></table><h2>`;
      await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD.replace('<h2>', wide) } });
      await articleText(page);
      for (const tab of ['article', 'markdown', 'text', 'removed']) {
        await page.locator(`#tab-${tab}`).click();
        await assertFitsWidth(page);
      }
      await page.locator('#url').fill('not an address');
      await page.locator('#url').press('Enter');
      await errorText(page);
      await assertFitsWidth(page);
    }),
  );
}

test(
  'a Vietnamese browser gets the Vietnamese interface',
  onSite({ locale: 'vi-VN' }, async (page) => {
    assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
    assert.equal(await page.locator('h1').first().innerText(), 'Giữ bài viết. Bỏ phần thừa.');
    await transfer(page, 'paste', { flavours: { 'text/plain': VIETNAMESE_TEXT } });
    await articleText(page);
    assert.match(await page.locator('#read-as').innerText(), /Đã đọc dưới dạng văn bản thuần/);
    assert.match(await page.locator('#article-meta').innerText(), /đọc khoảng 1 phút/);
  }),
);

test(
  'the chosen language is remembered',
  onSite({}, async (page) => {
    await page.locator('[data-language=vi]').click();
    await page.reload();
    assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
    assert.equal(await page.locator('[data-language=vi]').getAttribute('aria-pressed'), 'true');
  }),
);

test(
  "a change of language rewrites the article's surroundings and the error",
  onSite({}, async (page) => {
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
    await articleText(page);
    await page.locator('[data-language=vi]').click();
    assert.match(await page.locator('#article-meta').innerText(), /2 tháng 5, 2026/);
    await page.locator('#start-over').click();
    await page.locator('#paste-form [type=submit]').click();
    assert.match(await errorText(page), /Chưa có gì để đọc/);
    await page.locator('[data-language=en]').click();
    assert.match(await errorText(page), /nothing to read yet/);
  }),
);

test(
  'the page can be used by keyboard: skip link, tabs, buttons',
  onSite({}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#paste:focus').waitFor();
    await page.keyboard.insertText(ORCHARD);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await articleText(page);

    const focused = () => page.evaluate(() => document.activeElement.id);
    while ((await focused()) !== 'tab-article') await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-markdown');
    assert.equal(await page.locator('#panel-markdown').isVisible(), true);
    assert.equal(await page.locator('#panel-article').isVisible(), false);
    await page.keyboard.press('End');
    assert.equal(await focused(), 'tab-removed');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'tab-article');
    await page.keyboard.press('Tab');
    assert.notEqual(await focused(), 'tab-markdown', 'one tab is in the tab order');
  }),
);

test(
  'every control has a name',
  onSite({}, async (page) => {
    await page.locator('#sample').click();
    await articleText(page);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, textarea, [role=tabpanel], progress')]
        .filter((control) => !control.hidden && control.type !== 'file')
        .filter((control) => {
          const labels = [...(control.labels ?? [])].map((label) => label.textContent);
          const by = document.getElementById(control.getAttribute('aria-labelledby'))?.textContent;
          return ![control.textContent, control.ariaLabel, by, ...labels].some((name) => name?.trim());
        })
        .map((control) => control.outerHTML),
    );
    assert.deepEqual(nameless, []);
  }),
);

for (const [locale, privacy, names] of [
  ['en-GB', 'stays in this browser', ['Source code', 'Licence: MIT or Apache 2.0', 'Browser extension', 'npm package']],
  ['vi-VN', 'không rời khỏi trình duyệt', ['Mã nguồn', 'Giấy phép: MIT hoặc Apache 2.0', 'Tiện ích cho trình duyệt', 'Gói npm']],
]) {
  test(
    `the foot says how privacy is checked, and leads to the source, the licence, the extension and the package (${locale})`,
    onSite({ locale }, async (page) => {
      const foot = page.locator('.foot');
      assert.match(await foot.locator('p').innerText(), new RegExp(`${privacy}.*F12.*Network`));
      assert.deepEqual(await foot.locator('a').allInnerTexts(), names);
      const { version } = JSON.parse(await readFile(new URL('../../js/package.json', import.meta.url), 'utf8'));
      assert.ok((await foot.innerText()).includes(version));
      for (const link of await foot.locator('a').all()) {
        assert.match(await link.getAttribute('href'), /^https:\/\/(?:github\.com\/unchaff\/unchaff|www\.npmjs\.com\/package\/unchaff)/);
        assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
      }
    }),
  );
}

test(
  'a link of the foot into the source leads to a file that is there',
  onSite({}, async (page) => {
    for (const link of await page.locator('.foot a[href*="/blob/main/"]').all()) {
      const [, path] = (await link.getAttribute('href')).split('/blob/main/');
      assert.ok((await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')).length > 0, path);
    }
  }),
);

test(
  'what the site does is shown in three pictures, which say nothing to a screen reader and go with an article',
  onSite({}, async (page) => {
    const pictures = page.locator('.promise-picture');
    assert.equal(await pictures.count(), 3);
    for (const picture of await pictures.all()) {
      assert.equal(await picture.getAttribute('aria-hidden'), 'true');
      assert.ok(await picture.isVisible());
    }
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
    await articleText(page);
    assert.equal(await pictures.first().isVisible(), false);
  }),
);
