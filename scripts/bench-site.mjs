// Measures whether the site answers while a large page is cleaned: long tasks of the page's thread, and the time that it takes.
//
//     npm run bench:site [-- MEGABYTES]
import { chromium } from 'playwright-core';
import { serveSite } from '../tests/browser/server.js';
import { setUpBrowser } from './browser.mjs';
import { main } from './run.mjs';

await main(async () => {
  const megabytes = Number(process.argv[2] ?? 5);
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: setUpBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.locator('#sample').click();
  await page.locator('#article').waitFor();

  const measured = await page.evaluate(async (size) => {
    const item = '<li><a href="/related">Another story of the harbour</a></li>';
    const paragraph = `<p>${'The tide came in and the tide went out, and the harbour kept its hours. '.repeat(8)}</p>\n`;
    const unit = paragraph + `<ul>${item.repeat(4)}</ul>`;
    const html = `<article><h1>The harbour</h1>${unit.repeat((size * 1e6) / unit.length)}</article>`;
    const tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
    }).observe({ type: 'longtask' });

    const title = document.getElementById('article-title');
    const start = performance.now();
    const carried = new DataTransfer();
    carried.items.add(new File([html], 'large.html'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    await new Promise((resolve) => setTimeout(resolve));
    const progress = !document.getElementById('progress').hidden;
    const shown = await new Promise((resolve) => {
      new MutationObserver(() => {
        if (title.textContent === 'The harbour') resolve(performance.now());
      }).observe(title, { childList: true, characterData: true, subtree: true });
    });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const longest = (list) => Math.round(Math.max(0, ...list.map(({ duration }) => duration)));
    // The article is seen at the end of the task that writes it, give or take a rounding.
    const isWriting = ({ startTime, duration }) => startTime + duration > shown - 50;
    const cleaning = tasks.filter((task) => !isWriting(task));
    const writing = tasks.filter(isWriting);
    return {
      'page, MB': Math.round(html.length / 1e5) / 10,
      'until the article is there, ms': Math.round(shown - start),
      'progress was shown': progress,
      'long tasks while it is cleaned': cleaning.length,
      'longest of them, ms': longest(cleaning),
      'long tasks while it is written': writing.length,
      'longest of those, ms': longest(writing),
    };
  }, megabytes);
  for (const [what, value] of Object.entries(measured)) console.log(`${what.padEnd(36)} ${value}`);
  await browser.close();
  await site.close();
});
