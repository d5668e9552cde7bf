// `npm run screenshots [FOLDER] [PART OF A NAME]` writes views of the built site as PNG files, for
// inspection and for the README. Needs `www/dist/`.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { serveSite } from '../tests/browser/server.js';
import { findBrowser } from './browser.mjs';
import { main, ROOT } from './run.mjs';

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

/** The views by name, each with the steps that lead to it from the start page. */
const VIEWS = {
  start: async () => {},
  result: (page) => showSample(page),
  top: async (page) => {
    await showSample(page);
    await page.evaluate(() => scrollTo(0, 0));
  },
  removed: async (page) => {
    await showSample(page);
    await page.locator('#tab-removed').click();
    await page.locator('.part').first().waitFor();
    // The most interesting part: a doubtful one that was left out, if there is one.
    const [number] = await page.locator('.part').evaluateAll((parts) => {
      const rank = ({ classList }) => 2 * !classList.contains('doubtful') + !classList.contains('dropped');
      return parts.sort((a, b) => rank(a) - rank(b)).map((part) => part.dataset.part);
    });
    const part = page.locator(`.part[data-part="${number}"]`);
    await part.locator('input').click();
    await part.locator('.why').click();
    await part.locator('.part-why :is(dl, p)').waitFor();
    await part.evaluate((row) => row.scrollIntoView({ block: 'center' }));
  },
  summary: async (page) => {
    await showSample(page);
    await page.locator('.sentence').last().click();
    await page.locator('#result').evaluate((result) => result.scrollIntoView());
  },
  details: async (page) => {
    await showSample(page);
    await page.locator('.details').evaluate((details) => details.scrollIntoView());
  },
  reading: async (page) => {
    await showSample(page);
    await page.keyboard.press('f');
  },
  settings: async (page) => {
    await showSample(page);
    await page.locator('#panel-article').evaluate((panel) => panel.scrollIntoView());
    await page.keyboard.press('t');
    await page.locator('.reader-panel:popover-open').waitFor();
  },
  error: async (page) => {
    await page.locator('#url').fill('not an address');
    await page.locator('#url').press('Enter');
    await page.locator('#error p').first().waitFor();
  },
};

await main(async () => {
  const [, , folderName = join(ROOT, 'screenshots'), wanted = ''] = process.argv;
  const folder = resolve(folderName);
  await mkdir(folder, { recursive: true });
  const site = await serveSite();
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath: findBrowser(), args: root ? ['--no-sandbox'] : [] });
  try {
    for (const [screen, options] of Object.entries(SCREENS)) {
      for (const colorScheme of ['light', 'dark']) {
        for (const locale of ['en-GB', 'vi-VN']) {
          const context = await browser.newContext({ ...options, colorScheme, locale });
          for (const [view, show] of Object.entries(VIEWS)) {
            const name = `${view}-${screen}-${colorScheme}-${locale.slice(0, 2)}`;
            if (!name.includes(wanted)) continue;
            const page = await context.newPage();
            await page.goto(site.address);
            await show(page);
            await page.screenshot({ path: join(folder, `${name}.png`) });
            await page.close();
          }
          await context.close();
        }
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  console.log(`Screenshots are in ${folder}`);
});

async function showSample(page) {
  await page.locator('#sample').click();
  await page.locator('#result').waitFor();
  await page.locator('#progress').waitFor({ state: 'hidden' });
}
