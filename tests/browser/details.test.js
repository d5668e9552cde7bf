import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, transfer, useSite } from './harness.js';
import { LISTING } from '../node/pages.js';
import { ORCHARD, VIETNAMESE_TEXT } from './pages.js';

const onSite = useSite();

const DATA = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'The orchard that moved uphill',
  author: [
    { '@type': 'Person', name: 'Ruth Ackland' },
    { '@type': 'Person', name: 'Tomos Bevan' },
  ],
  publisher: { '@type': 'Organization', name: 'Hallbeck Press' },
  articleSection: 'Farming',
  keywords: ['apples', 'frost'],
  license: 'https://license.example/by',
  isAccessibleForFree: false,
  image: { '@type': 'ImageObject', url: 'https://images.hallbeck.example/lead.jpg', width: 1600, height: 900 },
};
const RICH = ORCHARD.replace('<meta name="author" content="Ruth Ackland">', '').replace(
  '</head>',
  `<link rel="canonical" href="https://hallbeck.example/orchard"><link rel="next" href="https://hallbeck.example/orchard?page=2">
<script type="application/ld+json">${JSON.stringify(DATA)}</script></head>`,
);

async function show(page, text = RICH) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

/** What the details say, by term. */
const details = (page) =>
  page
    .locator('#details > div')
    .evaluateAll((rows) =>
      Object.fromEntries(rows.map((row) => [row.querySelector('dt').textContent, row.querySelector('dd').textContent])),
    );

test(
  'all that the page says of itself is in the details',
  onSite({}, async (page) => {
    await show(page);
    const told = await details(page);
    for (const [term, words] of [
      ['Authors', 'Ruth Ackland, Tomos Bevan'],
      ['Published', '2 May 2026'],
      ['Site', 'Hallbeck Courier'],
      ['Publisher', 'Hallbeck Press'],
      ['Section', 'Farming'],
      ['Tags', 'apples, frost'],
      ['Language', 'English'],
      ['Reading time', '1 min'],
      ['Access', 'Needs a subscription or payment'],
      ['Licence', 'https://license.example/by'],
      ['Address', 'https://hallbeck.example/orchard'],
      ['Next page', 'https://hallbeck.example/orchard?page=2'],
      ['Lead image', 'lead.jpg · 1,600 × 900 pixels'],
    ]) {
      assert.equal(told[term], words, term);
    }
    assert.match(told['Kind of page'], /^Article$/);
    assert.match(told.Length, /^\d+ words$/);
  }),
);

test(
  'the links of the article can be listed, and lead elsewhere',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#details summary').click();
    const link = page.locator('#details ul a');
    assert.equal(await link.innerText(), 'every reading they took');
    assert.equal(await link.getAttribute('href'), 'https://hallbeck.example/readings');
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  }),
);

test(
  'a list of articles is said to be one',
  onSite({}, async (page) => {
    await show(page, LISTING);
    assert.match((await details(page))['Kind of page'], /^List of links/);
    assert.ok(await page.locator('#is-listing').isVisible());
  }),
);

test(
  'what the page does not tell is not there',
  onSite({}, async (page) => {
    await show(page, VIETNAMESE_TEXT);
    const told = await details(page);
    for (const term of ['Author', 'Authors', 'Publisher', 'Section', 'Tags', 'Access', 'Licence', 'Next page', 'Lead image']) {
      assert.ok(!(term in told), term);
    }
    assert.match(told['Kind of page'], /^Article/);
    assert.ok(await page.locator('#is-listing').isHidden());
    assert.equal(told.Language, 'Vietnamese');
  }),
);

test(
  'the reading time is one rounded figure, in the words of the interface',
  onSite({ locale: 'vi-VN' }, async (page) => {
    const paragraph = VIETNAMESE_TEXT.split('\n\n')[2];
    await show(
      page,
      `<article><h1>Đồng hồ</h1>${`<p>${paragraph}</p>\n`.repeat(2)}${Array.from({ length: 30 }, (_, n) => `<p>Ngày ${n}. ${paragraph.slice(n)}</p>`).join('')}</article>`,
    );
    assert.match((await details(page))['Thời gian đọc'], /^(?:\d|\d*[05]) phút$/);
  }),
);

test(
  "a page's words in the other direction do not turn the line around",
  onSite({}, async (page) => {
    await show(page, RICH.replace('Hallbeck Courier', 'صحيفة الميناء'));
    const site = page.locator('#article-meta bdi', { hasText: 'صحيفة' });
    assert.equal(await site.evaluate((element) => getComputedStyle(element).unicodeBidi), 'isolate');
  }),
);

for (const width of [320, 390, 1280]) {
  test(
    `words without end stay within ${width} pixels`,
    onSite({ viewport: { width, height: 800 } }, async (page) => {
      const long = 'x'.repeat(300);
      await show(
        page,
        RICH.replaceAll('The orchard that moved uphill', long).replaceAll('Hallbeck Press', long).replaceAll('apples', long),
      );
      const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
      assert.ok(wide <= room, `${wide} pixels of content on a screen of ${room}`);
      assert.ok(await page.locator('#article-title').evaluate((title) => title.scrollWidth <= title.clientWidth));
    }),
  );
}
