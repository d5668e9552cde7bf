/** What axe-core finds in each view and theme, and what it cannot see: the focus, zoom, forced colours. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { articleText, errorText, fillHistory, keepHistory, openHistory, transfer, useSite } from './harness.js';
import { ORCHARD, TWO_ARTICLES, VIETNAMESE_TEXT } from './pages.js';
import { selectFrom } from './selection.js';
import { html, leaveOut, line } from './site-pages.js';
import { THREAD } from './threads.js';

const onSite = useSite();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function show(page, text = ORCHARD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

async function showReview(page) {
  await show(page);
  await page.locator('#tab-removed').click();
  await page.locator('.part input').first().click();
  await page.locator('.part .why').first().click();
  await page.locator('.part-why dl').waitFor();
}

/** Each view, and how to come to it from the start. */
const VIEWS = {
  start: async () => {},
  article: (page) => show(page),
  'plain text': (page) => show(page, VIETNAMESE_TEXT),
  Markdown: async (page) => {
    await show(page);
    await page.locator('#tab-markdown').click();
  },
  removed: showReview,
  'marked sentence': async (page) => {
    await show(page);
    if (await page.locator('#summary-fold').isVisible()) await page.locator('#summary-fold').click();
    await page.locator('.sentence').last().click();
  },
  'summary from below': async (page) => {
    await show(page);
    if (await page.locator('#show-summary').isVisible()) await page.locator('#show-summary').click();
  },
  'offer of rules': (page) => leaveOut(page, html, /^(?:Remove this part|Bỏ phần này)$/),
  'list of rules': async (page) => {
    await leaveOut(page, html, /^(?:Remove this part|Bỏ phần này)$/);
    await line(page).locator('button').first().click();
    await line(page)
      .locator('button', { hasText: /^(?:All rules|Mọi quy tắc)$/ })
      .click();
    await page.locator('#rules-dialog[open] li').first().waitFor();
  },
  'form of the head': async (page) => {
    await show(page);
    await page.locator('#edit-head').click();
    await page.locator('#head-form').waitFor();
  },
  'selection in the article': async (page) => {
    await show(page);
    await page.locator('.selection-menu').waitFor({ state: 'attached' });
    const first = await page.evaluate(() => {
      const paragraph = document.querySelector('#article p');
      getSelection().selectAllChildren(paragraph);
      return paragraph.textContent;
    });
    await page.locator('.selection-menu button', { hasText: /^(?:Remove this part|Bỏ phần này)$/ }).click();
    await page.locator('.correction-note').waitFor();
    // A selection made before the article is drawn again would go with the old one.
    await page.waitForFunction((text) => document.querySelector('#article p').textContent !== text, first);
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#article p')));
    await page.locator('.selection-menu button').first().waitFor();
  },
  'highlighted text': async (page) => {
    await show(page);
    await page.locator('.selection-menu').waitFor({ state: 'attached' });
    await selectFrom(page, 'four degrees', 'every reading');
    await page.locator('.selection-menu button', { hasText: /^(?:Highlight|Tô sáng)$/ }).click();
    await page.locator('#article mark', { hasText: 'every reading' }).waitFor();
  },
  'what else can be done with a part': async (page) => {
    await show(page);
    await page.locator('#tab-removed').click();
    await page.locator('.part .more').first().click();
  },
  'second article': async (page) => {
    await show(page, TWO_ARTICLES);
    await page.locator('#second-article').waitFor();
  },
  'ways in': (page) => page.locator('#more-ways summary').click(),
  'choice of formats': async (page) => {
    await show(page);
    await page.locator('#save').click();
  },
  'choice of a template': async (page) => {
    await show(page);
    await page.locator('#save').click();
    await page.locator('#template-edit').click();
    await page.locator('.template-help summary').click();
  },
  conversation: async (page) => {
    await show(page, THREAD);
    await page.locator('.post-fold').nth(1).click();
  },
  'choice of posts': async (page) => {
    await show(page, THREAD);
    await page.locator('.posts-bar button').last().click();
    await page.locator('#posts-dialog[open]').waitFor();
  },
  history: openHistory,
  'full history': async (page) => {
    await keepHistory(page);
    await fillHistory(page, 502);
    await show(page);
    await page.locator('#question button:enabled').first().waitFor();
  },
  error: async (page) => {
    await page.locator('#url').fill('not an address');
    await page.locator('#url').press('Enter');
    await errorText(page);
  },
};
const THEMES = ['light', 'dark', 'sepia', 'contrast'];
/** The rules on what a theme changes, of those that run by default. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** The page's content security policy allows no foreign script: it is put in by the debugger. */
async function violations(page, rules = {}) {
  await page.evaluate(axe);
  const { passes, violations: found } = await page.evaluate((options) => globalThis.axe.run(document, options), rules);
  assert.ok(passes.some(({ id }) => id === 'color-contrast'));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

for (const [view, reach] of Object.entries(VIEWS)) {
  test(
    `axe finds nothing in the view "${view}", in any theme`,
    onSite({ reducedMotion: 'reduce' }, async (page) => {
      await reach(page);
      for (const theme of THEMES) {
        await page.evaluate((name) => {
          document.documentElement.dataset.theme = name;
        }, theme);
        assert.deepEqual(await violations(page, theme === THEMES[0] ? {} : COLOURS), [], theme);
      }
    }),
  );

  test(
    `axe finds nothing in the view "${view}" on a phone, in Vietnamese`,
    onSite({ viewport: { width: 390, height: 844 }, locale: 'vi-VN', reducedMotion: 'reduce' }, async (page) => {
      await reach(page);
      assert.deepEqual(await violations(page), []);
    }),
  );
}

test(
  'everything can be reached by keyboard, and shows that it has the focus',
  onSite({}, async (page) => {
    await showReview(page);
    const wanted = await page.evaluate(() => {
      const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
      const reachable = controls.filter(
        (control) =>
          control.checkVisibility({ visibilityProperty: true }) &&
          !control.disabled &&
          control.tabIndex >= 0 &&
          !control.closest('#review-filter'),
      );
      reachable.forEach((control, at) => {
        control.dataset.wanted = at;
      });
      document.activeElement.blur();
      return reachable.length;
    });
    const seen = new Set();
    const invisible = [];
    for (let step = 0; step < wanted + 20 && seen.size < wanted; step += 1) {
      await page.keyboard.press('Tab');
      const [at, ring, name] = await page.evaluate(() => {
        const { activeElement: control } = document;
        const shown =
          control.type === 'radio' ? control.nextElementSibling : (control.closest('#paste-form:has(textarea:focus)') ?? control);
        return [control.dataset.wanted, getComputedStyle(shown).outlineStyle, control.outerHTML.slice(0, 120)];
      });
      if (at === undefined) continue;
      seen.add(at);
      if (ring === 'none') invisible.push(name);
    }
    assert.equal(seen.size, wanted);
    assert.deepEqual(invisible, []);
  }),
);

test(
  'at twice the size nothing has to be scrolled sideways',
  onSite({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, async (page) => {
    await showReview(page);
    for (const tab of ['removed', 'article', 'markdown', 'text']) {
      await page.locator(`#tab-${tab}`).click();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), tab);
    }
  }),
);

test(
  'with forced colours the choice of a filter, a tab and a part can be told',
  onSite({ forcedColors: 'active' }, async (page) => {
    await showReview(page);
    const style = (selector, property) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element)[name], property);
    assert.notEqual(
      await style('#review-filter :checked + span', 'backgroundColor'),
      await style('#review-filter :not(:checked) + span', 'backgroundColor'),
    );
    assert.notEqual(
      await style('[role=tab][aria-selected=true]', 'borderBottomColor'),
      await style('[role=tab][aria-selected=false]', 'borderBottomColor'),
    );
    assert.equal(await style('.part input', 'appearance'), 'auto');
  }),
);

test(
  'what changes is told to screen readers',
  onSite({}, async (page) => {
    await showReview(page);
    const region = page.locator('#status');
    assert.equal(await region.getAttribute('role'), 'status');
    await page.locator('.part input').nth(1).click();
    await page.locator('#status', { hasText: /The article now has \d+ parts; \d+ are left out\./ }).waitFor();
  }),
);
