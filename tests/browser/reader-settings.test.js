import assert from 'node:assert/strict';
import { test } from 'node:test';

import { until } from './harness.js';
import { button, cinnamon, harbour, mount, onReader, update } from './reader-harness.js';

const onPage = onReader();
const root = (page) => page.locator('html');
const styleOf = (page, selector, name) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element)[property], name);
const choose = async (page, name) => {
  if (!(await page.locator('.reader-choices.theme').isVisible())) await button(page, 'Text and colours').click();
  await page.getByRole('radio', { name, exact: true }).check();
};

test(
  'each theme colours the page, and is remembered',
  onPage({ colorScheme: 'light' }, async (page) => {
    await mount(page, harbour());
    const seen = [await styleOf(page, 'html', 'backgroundColor')];
    for (const [name, value] of [
      ['Dark', 'dark'],
      ['Sepia', 'sepia'],
      ['High contrast', 'contrast'],
    ]) {
      await choose(page, name);
      assert.equal(await root(page).getAttribute('data-theme'), value);
      seen.push(await styleOf(page, 'html', 'backgroundColor'));
    }
    assert.equal(new Set(seen).size, 4, seen.join(' '));
    await page.reload();
    assert.equal(await root(page).getAttribute('data-theme'), 'contrast');
    assert.equal(await page.locator('meta[name=theme-color]').first().getAttribute('content'), 'rgb(255, 255, 255)');
  }),
);

test(
  'the automatic theme follows the system, in its colours and its contrast',
  onPage({ colorScheme: 'dark' }, async (page) => {
    const dark = await styleOf(page, 'html', 'backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    assert.notEqual(await styleOf(page, 'html', 'backgroundColor'), dark);
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await page.locator('html[data-theme=contrast]').waitFor();
    assert.equal(await styleOf(page, 'html', 'backgroundColor'), 'rgb(0, 0, 0)');
    await page.emulateMedia({ contrast: 'no-preference' });
    await page.locator('html:not([data-theme])').waitFor();
  }),
);

test(
  "a chosen theme outranks the system's",
  onPage({ colorScheme: 'dark', contrast: 'more' }, async (page) => {
    await mount(page, harbour());
    await choose(page, 'Light');
    assert.equal(await root(page).getAttribute('data-theme'), 'light');
    assert.equal(await styleOf(page, 'html', 'backgroundColor'), 'rgb(250, 248, 243)');
  }),
);

test(
  'size, line length and line spacing go up and down, and stop at the ends',
  onPage({}, async (page) => {
    await mount(page, harbour());
    await button(page, 'Text and colours').click();
    for (const [property, less, more, level] of [
      ['fontSize', 'Smaller text', 'Larger text', 'Text size'],
      ['maxWidth', 'Shorter lines', 'Longer lines', 'Line length'],
      ['lineHeight', 'Less space between lines', 'More space between lines', 'Line spacing'],
    ]) {
      const before = parseFloat(await styleOf(page, '#article', property));
      await button(page, more).click();
      assert.ok(parseFloat(await styleOf(page, '#article', property)) > before, property);
      while ((await button(page, less).getAttribute('aria-disabled')) === 'false') await button(page, less).click();
      assert.ok(parseFloat(await styleOf(page, '#article', property)) < before, property);
      // The button keeps the focus, and does nothing more.
      await page.keyboard.press('Enter');
      assert.match(await page.getByRole('group', { name: level }).innerText(), /1 of/);
    }
  }),
);

test(
  'reset brings the first look back',
  onPage({}, async (page) => {
    await mount(page, harbour());
    const before = await styleOf(page, '#article', 'fontSize');
    await button(page, 'Text and colours').click();
    await button(page, 'Larger text').click();
    await choose(page, 'Sepia');
    await choose(page, 'Justified');
    assert.equal(await styleOf(page, '#article p', 'textAlign'), 'justify');
    await button(page, 'Reset').click();
    assert.equal(await styleOf(page, '#article', 'fontSize'), before);
    assert.equal(await styleOf(page, '#article p', 'textAlign'), 'start');
    assert.equal(await page.getByRole('radio', { name: 'Automatic' }).isChecked(), true);
  }),
);

test(
  'the dyslexia-friendly font is loaded when it is chosen, with the letters that the text has',
  onPage({}, async (page, { requests }) => {
    const fonts = () =>
      requests
        .filter((url) => url.includes('.woff2'))
        .map((url) => /andika-([\w-]+)\.woff2/.exec(url)[1])
        .sort();
    await mount(page, cinnamon());
    await button(page, 'Text and colours').click();
    assert.deepEqual(fonts(), []);
    await choose(page, 'Dyslexia-friendly');
    const wanted = ['latin-400-normal', 'latin-700-normal', 'vietnamese-400-normal', 'vietnamese-700-normal'];
    await until(fonts, (loaded) => loaded.length >= wanted.length, 'the fonts are loaded');
    await page.waitForFunction(() => document.fonts.check('18px Andika', 'Mùa bóc quế'));
    assert.deepEqual(fonts(), wanted);
  }),
);

for (const stored of ['{', '7', '{"theme":"pink","size":"3","font":null,"voices":[1],"rate":99}']) {
  test(
    `a broken memory does no harm: ${stored}`,
    onPage({}, async (page) => {
      await page.evaluate((value) => localStorage.setItem('unchaff.reader', value), stored);
      await page.reload();
      await mount(page, harbour());
      const { theme, font, size, rate } = await page.evaluate(() => window.settings.values);
      assert.deepEqual({ theme, font, size, rate }, { theme: 'auto', font: 'serif', size: 1, rate: 1 });
    }),
  );
}

test(
  'a change in one tab reaches the other',
  onPage({}, async (page) => {
    await mount(page, harbour());
    const other = await page.context().newPage();
    await other.goto(page.url());
    await mount(other, harbour());
    await choose(other, 'Dark');
    await page.locator('html[data-theme=dark]').waitFor();
  }),
);

test(
  'the alignment is named by the side where the lines of the article begin',
  onPage({}, async (page) => {
    await mount(page, harbour());
    await button(page, 'Text and colours').click();
    assert.ok(await page.getByRole('radio', { name: 'Aligned left', exact: true }).isVisible());
    await update(page, { ...harbour(), dir: 'rtl' });
    assert.ok(await page.getByRole('radio', { name: 'Aligned right', exact: true }).isVisible());
  }),
);
