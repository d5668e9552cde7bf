// Draws the icons of the site and the extension from www/public/icon.svg. Run it after that file
// has changed. The results are in the repository.
//
//     node scripts/icons.mjs
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { setUpBrowser } from './browser.mjs';
import { main, ROOT } from './run.mjs';

/**
 * Systems cut a maskable icon to their own shape. So everything important is in the middle four
 * fifths.
 */
const ICONS = [
  { path: 'www/public/icons/192.png', size: 192 },
  { path: 'www/public/icons/512.png', size: 512 },
  { path: 'www/public/icons/maskable.png', size: 512, share: 0.64, paper: '#faf8f3' },
  { path: 'www/public/icons/apple-touch.png', size: 180, share: 0.8, paper: '#faf8f3' },
  { path: 'extension/icons/48.png', size: 48 },
  { path: 'extension/icons/96.png', size: 96 },
  { path: 'extension/icons/128.png', size: 128 },
];

await main(async () => {
  const svg = readFileSync(join(ROOT, 'www/public/icon.svg'), 'utf8');
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const browser = await chromium.launch({ executablePath: setUpBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const { path, size, share = 1, paper = 'transparent' } of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${paper}"><img src="${address}" width="${size * share}" height="${size * share}">`,
    );
    await page.locator('img').evaluate((image) => image.decode());
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    await page.screenshot({ path: join(ROOT, path), omitBackground: true });
  }
  await browser.close();
});
