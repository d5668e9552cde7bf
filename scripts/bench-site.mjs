// Measures whether the site stays responsive while a large page is cleaned, written, viewed and
// corrected. It counts the tasks of the page's thread over 50 ms, and compares them with those of
// an idle page, because a busy machine causes such tasks too. It also measures the time. Then it
// measures how long a page of usual size takes from its paste to the article, and compares this
// with the browser's own parser and Readability, in the same browser and the same run.
//
//     npm run bench:site [-- MEGABYTES]
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { serveSite } from '../tests/browser/server.js';
import { setUpBrowser } from './browser.mjs';
import { main } from './run.mjs';

/**
 * Number of pages that are pasted one after another. The median counts, so that warming up does not
 * matter.
 */
const PASTES = 15;

await main(async () => {
  const megabytes = Number(process.argv[2] ?? 5);
  const site = await serveSite();
  const browser = await chromium.launch({ executablePath: setUpBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.locator('#sample').click();
  await page.locator('#article').waitFor();

  const measured = await page.evaluate(async (size) => {
    const tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
    }).observe({ type: 'longtask' });
    const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const title = document.getElementById('article-title');
    const article = document.getElementById('article');

    const item = '<li><a href="/related">Another story of the harbour</a></li>';
    const sentences = (n) =>
      Array.from({ length: 8 }, (_, at) => `On day ${n} boat ${n * 8 + at} came in with the tide, and the harbour kept its hours. `);
    const unit = (n) => `${n % 8 === 0 ? `<h2>Week ${n / 8}</h2>` : ''}<p>${sentences(n).join('')}</p>\n<ul>${item.repeat(4)}</ul>`;
    const count = Math.round((size * 1e6) / unit(1000).length);
    const html = `<article><h1>The harbour</h1>${Array.from({ length: count }, (_, n) => unit(n)).join('')}</article>`;
    const file = new File([html], 'large.html');
    await later(500);

    const start = performance.now();
    const carried = new DataTransfer();
    carried.items.add(file);
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
    await later();
    const progress = !document.getElementById('progress').hidden;
    const shown = await new Promise((resolve) => {
      new MutationObserver(() => {
        if (title.textContent === 'The harbour') resolve(performance.now());
      }).observe(title, { childList: true, characterData: true, subtree: true });
    });
    while (article.ariaBusy === 'true') await later(10);
    const whole = performance.now();
    await later(2000);
    const tabs = performance.now();
    for (const tab of ['markdown', 'article', 'text', 'removed']) {
      document.getElementById(`tab-${tab}`).click();
      await later(1000);
    }
    const corrected = performance.now();
    document.querySelector('#blocks input').click();
    await later(whole - start + 2000);
    const idle = performance.now();
    await later(10_000);
    const end = performance.now();

    const told = (from, to) => {
      const found = tasks.filter(({ startTime, duration }) => startTime >= from - duration && startTime < to);
      return `${found.length}, longest ${Math.round(Math.max(0, ...found.map(({ duration }) => duration)))} ms`;
    };
    return {
      'page, MB': Math.round(html.length / 1e5) / 10,
      'until its first screens are there, ms': Math.round(shown - start),
      'until all of it is there, ms': Math.round(whole - start),
      'progress was shown': progress,
      'long tasks while it is cleaned': told(start, shown - 100),
      'while it is written': told(shown - 100, tabs),
      'while the views are looked at': told(tabs, corrected),
      'after a correction': told(corrected, idle),
      'in 10 s of rest, for comparison': told(idle, end),
    };
  }, megabytes);
  for (const [what, value] of Object.entries(measured)) console.log(`${what.padEnd(38)} ${value}`);
  await comparePastes(browser, site.address);
  await browser.close();
  await site.close();
});

/**
 * Returns a page of 300 KB: different paragraphs with links and emphasis, lists of other pages
 * beside and between them, scripts and styles.
 */
function usualPage(number) {
  const boats = (n) =>
    Array.from({ length: 6 }, (_, at) => `Nobody counted boat ${n * 6 + at}, for it came back on day ${n} by itself. `).join('');
  const paragraph = (n) =>
    `<p>The tide came in and the <a href="/tide">tide went out</a>, and the harbour kept its <em>hours</em>. ${boats(n)}</p>\n`;
  const teaser = '<li class="teaser"><a href="/other"><img src="/small.jpg" alt=""><span>Another story of the harbour</span></a></li>';
  const menu = `<nav><ul>${'<li><a href="/section">Section</a></li>'.repeat(60)}</ul></nav>`;
  const script = `<script>${'window.settings = { depth: 4, width: 8 };'.repeat(2000)}</script>`;
  const part = (n) =>
    `<h2>Week ${n} of the harbour</h2>${Array.from({ length: 6 }, (_, at) => paragraph(n * 6 + at)).join('')}<ul>${teaser.repeat(4)}</ul>`;
  const side = `<aside>${teaser.repeat(150)}</aside>`;
  const head = `<title>Harbour ${number}</title>${script}`;
  return `<!doctype html><html><head>${head}</head><body>${menu}<article><h1>Harbour ${number}</h1>${Array.from({ length: 50 }, (_, n) => part(n)).join('')}</article>${side}</body></html>`;
}

async function comparePastes(browser, address) {
  const pages = Array.from({ length: PASTES }, (_, number) => usualPage(number));
  const site = await browser.newPage();
  await site.goto(address);
  const ours = await site.evaluate(async (pages) => {
    const title = document.getElementById('article-title');
    const times = [];
    for (const [number, html] of pages.entries()) {
      const painted = new Promise((resolve) => {
        const watcher = new MutationObserver(() => {
          if (title.textContent !== `Harbour ${number}`) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        });
        watcher.observe(title, { childList: true, characterData: true, subtree: true });
      });
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'Harbour');
      const start = performance.now();
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
      times.push((await painted) - start);
    }
    return times;
  }, pages);

  const plain = await browser.newPage();
  await plain.evaluate(await readFile(new URL('../node_modules/@mozilla/readability/Readability.js', import.meta.url), 'utf8'));
  const theirs = await plain.evaluate(async (pages) => {
    const times = [];
    for (const html of pages) {
      const start = performance.now();
      const { content } = new globalThis.Readability(new DOMParser().parseFromString(html, 'text/html')).parse();
      document.body.innerHTML = content;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - start);
    }
    return times;
  }, pages);

  const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  console.log(`\n${PASTES} pages of ${Math.round(pages[0].length / 1000)} KB, median from the paste to the painted article`);
  console.log(`${'the site, ms'.padEnd(36)} ${Math.round(median(ours))}`);
  console.log(`${'DOMParser and Readability, ms'.padEnd(36)} ${Math.round(median(theirs))}`);
}
