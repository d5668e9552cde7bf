/** Articles too long to be written at once: they come in parts, and all that goes by their text waits for the whole. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, transfer, useSite } from './harness.js';
import { mount, onReader, update } from './reader-harness.js';

const onSite = useSite();
const reader = onReader();

const SUBJECTS = ['keeper', 'ferry', 'lamp', 'tide', 'market', 'bell', 'harbour'];
const VERBS = ['waited for', 'followed', 'forgot', 'carried', 'counted'];

/** No two paragraphs are alike. */
function paragraph(number) {
  const word = (list, step) => list[Math.floor(number / step) % list.length];
  const sentence = (n) =>
    `On day ${number} the ${word(SUBJECTS, 1 + n)} ${word(VERBS, 2 + n)} the ${word(SUBJECTS, 3 + n)} of pier ${number * 3 + n}.`;
  return [0, 1, 2, 3].map(sentence).join(' ');
}

const PARAGRAPHS = Array.from({ length: 3000 }, (_, number) => paragraph(number));
const CONTENT = PARAGRAPHS.map((text, number) =>
  number % 50 === 0 ? `<h2>Week ${number / 50}</h2>\n<p>${text}</p>` : `<p>${text}</p>`,
).join('\n');
const PAGE = `<!doctype html><html lang="en"><title>The log of the pier</title><body><article><h1>The log of the pier</h1>${CONTENT}</article></body></html>`;

/** An article as clean() answers it, as far as the reader looks. */
const article = (content) => ({ content, lang: 'en', dir: 'ltr', title: 'The log of the pier', readingTimeRange: [60, 90] });

const blocks = (page) => page.evaluate(() => [...document.querySelectorAll('#article > .stretch > *')].map((block) => block.outerHTML));
const whole = (page) => page.evaluate(() => window.reader.whole());

/** Clicks within the task that shows the article, when only its beginning is there. */
const showAnd = (page, content, act) =>
  page.evaluate(
    ([shown, source]) => {
      window.reader.show(shown);
      return new Function(`return (${source})()`)();
    },
    [article(content), act.toString()],
  );

test(
  'HTML is cut into its blocks',
  reader({}, async (page) => {
    const cut = (content) =>
      page.evaluate(async (html) => {
        const { splitBlocks } = await import('/reader/split.js');
        return [...splitBlocks(html)];
      }, content);
    for (const [content, expected] of [
      ['', []],
      ['<p>a</p>\n<hr>\n<p>b<br>c</p>\n', ['<p>a</p>', '<hr>', '<p>b<br>c</p>']],
      [
        '<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n<img src="https://a.example/i.png" alt="&lt;p&gt;">\n',
        ['<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>', '<img src="https://a.example/i.png" alt="&lt;p&gt;">'],
      ],
      ['loose <p>a</p> text', ['loose ', '<p>a</p>', ' text']],
      ['</p><p>a</p><ul><li>b', ['</p>', '<p>a</p>', '<ul><li>b']],
    ]) {
      assert.deepEqual(
        (await cut(content)).map((block) => block.trim()),
        expected.map((block) => block.trim()),
      );
    }
  }),
);

test(
  'the beginning of a long article is there at once, the whole soon after',
  reader({}, async (page) => {
    await mount(page, article('<p>Another.</p>'));
    const first = await showAnd(page, CONTENT, () => {
      const body = document.getElementById('article');
      return { count: body.querySelectorAll('p').length, busy: body.ariaBusy, height: body.offsetHeight > innerHeight };
    });
    assert.ok(first.count < PARAGRAPHS.length, `${first.count} paragraphs came at once`);
    assert.deepEqual([first.busy, first.height], ['true', true]);
    await whole(page);
    assert.equal(await page.locator('#article').getAttribute('aria-busy'), 'false');
    assert.deepEqual(await page.locator('#article p').allTextContents(), PARAGRAPHS);
    assert.equal(await page.locator('.reader-panel nav a').count(), 60);
  }),
);

test(
  'another article ends the writing of the one before',
  reader({}, async (page) => {
    await mount(page, article('<p>Before.</p>'));
    await page.evaluate(
      ([long, short]) => {
        window.reader.show(long);
        window.reader.show(short);
      },
      [article(CONTENT), article('<p>After.</p>')],
    );
    await whole(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.deepEqual(await blocks(page), ['<p>After.</p>']);
  }),
);

test(
  'a change while a long article is written ends in the changed article',
  reader({}, async (page) => {
    await mount(page, article('<p>Before.</p>'));
    const lines = CONTENT.split('\n');
    const changed = [...lines.slice(0, 40), '<p>Brought back.</p>', ...lines.slice(60)];
    await page.evaluate(
      ([long, corrected]) => {
        window.reader.show(long);
        window.reader.update(corrected);
      },
      [article(CONTENT), article(changed.join('\n'))],
    );
    await whole(page);
    const shown = (await blocks(page)).map((block) => block.replace(/ id="[^"]*"/, ''));
    assert.deepEqual(shown, changed);
  }),
);

test(
  'a correction in the midst of a long article leaves the rest of it as it is',
  reader({}, async (page) => {
    await mount(page, article(CONTENT));
    await whole(page);
    await page
      .locator('#article p')
      .nth(1500)
      .evaluate((block) => {
        window.stays = block;
        block.scrollIntoView();
      });
    const before = await page.evaluate(() => window.stays.getBoundingClientRect().top);
    const lines = CONTENT.split('\n');
    const left = lines.filter((_, at) => at < 100 || at >= 120);
    await update(page, article(left.join('\n')));
    await whole(page);
    assert.equal(await page.locator('#article .stretch > *').count(), left.length);
    assert.equal(await page.evaluate(() => window.stays.isConnected), true);
    const after = await page.evaluate(() => window.stays.getBoundingClientRect().top);
    assert.ok(Math.abs(after - before) <= 2, `from ${before} to ${after}`);
  }),
);

test(
  'what is printed is the whole',
  reader({}, async (page) => {
    await mount(page, article('<p>Before.</p>'));
    const count = await showAnd(page, CONTENT, () => {
      window.dispatchEvent(new Event('beforeprint'));
      return document.querySelectorAll('#article p').length;
    });
    assert.equal(count, PARAGRAPHS.length);
  }),
);

test(
  'the contents lead to a far section, and know where the reader is',
  reader({}, async (page) => {
    await mount(page, article(CONTENT));
    await whole(page);
    await page.keyboard.press('c');
    await page.locator('nav a', { hasText: 'Week 41' }).click();
    await page.waitForFunction(() => Math.abs(document.activeElement.getBoundingClientRect().top) < innerHeight / 2);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Week 41');
    await page.locator('nav a[aria-current]', { hasText: 'Week 41' }).waitFor({ state: 'attached' });
  }),
);

// Milliseconds from key to key: in each of these the view is somewhere else on its way.
for (const pause of [0, 150, 300]) {
  test(
    `keys ${pause} ms apart, faster than the view moves, go on from where it is going`,
    reader({}, async (page) => {
      await mount(page, article(CONTENT));
      await whole(page);
      for (const key of ['n', 'n', 'n', 'p']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(pause);
      }
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Week 1');
    }),
  );
}

test(
  'who turns back before the view has arrived goes on from where they are',
  reader({}, async (page) => {
    await mount(page, article(CONTENT));
    await whole(page);
    for (const key of ['n', 'n']) await page.keyboard.press(key);
    await page.waitForFunction(() => scrollY > 1000);
    await page.keyboard.press('Home');
    await page.waitForFunction(() => scrollY === 0);
    await page.keyboard.press('n');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Week 0');
  }),
);

test(
  'the time for a long article is told in hours',
  reader({}, async (page) => {
    await mount(page, { ...article(CONTENT), readingTimeRange: [281, 481] });
    assert.match(await page.locator('.reader-meta').innerText(), /about 6 hours to read/);
    await page
      .locator('#article p')
      .nth(20)
      .evaluate((block) => block.scrollIntoView());
    await page.locator('.time-left', { hasText: /^6 hours left$/ }).waitFor();
  }),
);

test(
  'the contents beside the text follow the reader',
  onSite({ viewport: { width: 1700, height: 700 } }, async (page) => {
    await transfer(page, 'paste', { flavours: { 'text/plain': PAGE } });
    await page.locator('#article[aria-busy=false] h2', { hasText: 'Week 30' }).evaluate((heading) => heading.scrollIntoView());
    await page.locator('nav a[aria-current]', { hasText: 'Week 30' }).waitFor();
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('nav a[aria-current]').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }),
);

test(
  'a far part of a long article is found by the browser, and copied',
  reader({}, async (page) => {
    await mount(page, article(CONTENT));
    await whole(page);
    assert.equal(await page.evaluate(() => window.find('On day 2900 the')), true);
    await page.waitForFunction(() => {
      const { top } = getSelection().getRangeAt(0).getBoundingClientRect();
      return top > 0 && top < innerHeight;
    });
    const copied = await page.evaluate(() => {
      getSelection().selectAllChildren(document.getElementById('article'));
      return getSelection().toString();
    });
    assert.ok(copied.includes(PARAGRAPHS[0]) && copied.includes(PARAGRAPHS[1500]) && copied.includes(PARAGRAPHS[2999]));
  }),
);

test(
  'a long page becomes a whole article, whose summary leads to its places',
  onSite({}, async (page) => {
    await transfer(page, 'paste', { flavours: { 'text/plain': PAGE } });
    await articleText(page);
    const sentence = page.locator('#summary-list button').last();
    const words = await sentence.innerText();
    await sentence.click();
    await page.waitForFunction((text) => document.activeElement.textContent.includes(text.slice(0, 30)), words);
    assert.equal(await page.locator('#article').getAttribute('aria-busy'), 'false');
    await page.waitForFunction(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }),
);
