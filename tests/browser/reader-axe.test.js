import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { button, cinnamon, harbour, mount, onReader } from './reader-harness.js';

const onPage = onReader();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the rules of accessibility find, with the element. Best practices are rules too here. */
async function violations(page) {
  // In steps of the test's own, for the page's policy forbids scripts that are not the site's.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
}

const STATES = {
  'the article': () => {},
  'the settings': (page) => page.keyboard.press('t'),
  'the contents': (page) => page.keyboard.press('c'),
  'a note': (page) => page.locator('[role=doc-noteref]').first().click(),
  'the shortcuts': (page) => page.keyboard.press('?'),
};

for (const [theme, colorScheme] of [['light'], ['dark'], ['sepia'], ['contrast', 'light'], ['contrast', 'dark']]) {
  test(
    `nothing stands in anybody's way: ${theme}${colorScheme ? `, ${colorScheme}` : ''}`,
    onPage({ colorScheme, reducedMotion: 'reduce' }, async (page) => {
      await mount(page, harbour());
      await page.evaluate((value) => window.settings.change({ theme: value }), theme);
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        assert.deepEqual(await violations(page), [], state);
        await page.keyboard.press('Escape');
      }
    }),
  );
}

test(
  'nor in Vietnamese, with larger text, at the width of a zoomed page',
  onPage({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, async (page) => {
    await mount(page, cinnamon(), 'vi');
    await page.evaluate(() => window.settings.change({ size: 2.5, font: 'clear' }));
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 640, String(wide));
    await button(page, 'Chữ và màu sắc').click();
    assert.deepEqual(await violations(page), []);
  }),
);

test(
  'forced colours keep every control visible',
  onPage({ forcedColors: 'active' }, async (page) => {
    await mount(page, harbour());
    await button(page, 'Text and colours').click();
    assert.deepEqual(await violations(page), []);
    const outline = await page
      .locator('.reader-choices label:has(:checked)')
      .first()
      .evaluate((label) => getComputedStyle(label).outlineStyle);
    assert.equal(outline, 'solid');
  }),
);
