// Draws the site's icons from www/public/icon.svg. Run after a change of it; the results are in the repository.
//
//     node scripts/icons.mjs
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { setUpBrowser } from './browser.mjs';
import { main, ROOT } from './run.mjs';

/** Systems cut a maskable icon to their shape: all that matters lies in the middle four fifths. */
const ICONS = [
  { name: '192.png', size: 192 },
  { name: '512.png', size: 512 },
  { name: 'maskable.png', size: 512, share: 0.64, paper: '#faf8f3' },
  { name: 'apple-touch.png', size: 180, share: 0.8, paper: '#faf8f3' },
];

await main(async () => {
  const folder = join(ROOT, 'www/public');
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  mkdirSync(join(folder, 'icons'), { recursive: true });
  const browser = await chromium.launch({ executablePath: setUpBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const { name, size, share = 1, paper = 'transparent' } of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${paper}"><img src="${address}" width="${size * share}" height="${size * share}">`,
    );
    await page.locator('img').evaluate((image) => image.decode());
    await page.screenshot({ path: join(folder, 'icons', name), omitBackground: true });
  }
  await browser.close();
});
