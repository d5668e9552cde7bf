import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clean } from '../../pkg/entries/node.js';
import { cleanToLength } from '../../www/cleaner/summary-length.js';
import { articleText, clipboard, transfer, until, useSite } from './harness.js';
import { ORCHARD, TWO_ARTICLES, VIETNAMESE_TEXT } from './pages.js';
import { CINNAMON, HARBOUR } from './reader-pages.js';

const onSite = useSite();

async function show(page, text) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

/** Shows an article with a summary of nearly all of it. */
async function showMost(page, text = ORCHARD) {
  await show(page, text);
  await page.locator('#summary-length').selectOption('8');
  await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length === 8);
}

/** Waits until a text is marked in the article; white space in it may be of any kind. */
const marks = (page, text) =>
  page.waitForFunction(
    (words) => [...(CSS.highlights.get('unchaff-source') ?? [])].join('').replace(/\s+/g, ' ') === words,
    text.replace(/\s+/g, ' '),
  );

const sentences = (page) => page.locator('#summary-list .sentence');

test(
  'a click on a sentence goes to its place in the article and marks it',
  onSite({}, async (page) => {
    await showMost(page);
    await page.locator('#tab-text').click();
    const last = sentences(page).last();
    const text = await last.innerText();
    await last.click();
    await marks(page, text);
    assert.ok(await page.locator('#panel-article').isVisible());
    assert.ok(
      await page.locator('#article').evaluate(
        (article, words) => {
          const { activeElement } = document;
          return article.contains(activeElement) && activeElement.textContent.includes(words);
        },
        text.slice(0, 20),
      ),
    );
    assert.equal(await last.getAttribute('aria-current'), 'true');
  }),
);

test(
  'a link that a sentence begins with stays in the tab order',
  onSite({}, async (page) => {
    await showMost(page, ORCHARD.replace('Cold air runs', '<a href="https://hallbeck.example/air">Cold air</a> runs'));
    const sentence = sentences(page).filter({ hasText: 'Cold air' });
    const text = await sentence.innerText();
    assert.match(text, /^Cold air runs/);
    await sentence.click();
    await marks(page, text);
    assert.equal(await page.locator('#article a', { hasText: 'Cold air' }).evaluate((link) => link.tabIndex), 0);
  }),
);

test(
  'the mark moves on to the next sentence',
  onSite({}, async (page) => {
    await showMost(page);
    await sentences(page).first().click();
    await sentences(page).last().click();
    await marks(page, await sentences(page).last().innerText());
    assert.equal(await page.locator('#summary-list [aria-current]').count(), 1);
  }),
);

const SPLIT =
  'A hundred <em>metres <b>higher</b> the</em> trees stand\n above it, and the <a href="/april">difference</a> on a clear April morning can be ';
const WHOLE = 'A hundred metres higher the trees stand above it, and the difference on a clear April morning can be ';
const withInline = ORCHARD.replace(WHOLE, SPLIT);

test(
  'a sentence that spans inline elements is marked whole',
  onSite({}, async (page) => {
    await showMost(page, withInline);
    await sentences(page).filter({ hasText: 'clear April morning' }).click();
    await marks(page, `${WHOLE}four degrees, which is all that a flower needs.`);
  }),
);

test(
  'a browser without highlights shows boxes behind the sentence',
  onSite({}, async (page) => {
    await page.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
    await page.reload();
    await showMost(page, withInline);
    const text = await page.locator('#article').innerText();
    await sentences(page).filter({ hasText: 'clear April morning' }).click();
    const box = await page.locator('.unchaff-source div').first().boundingBox();
    const paragraph = await page.locator('#article p', { hasText: 'clear April morning' }).boundingBox();
    assert.ok(box.y >= paragraph.y && box.y + box.height <= paragraph.y + paragraph.height);
    assert.equal(await page.locator('#article').innerText(), text);
  }),
);

test(
  'the length can be chosen, and is remembered',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await page.locator('#summary-length').selectOption('1');
    await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length === 1);
    await page.locator('#summary-length').selectOption('5');
    await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length === 5);
    await page.locator('#summary-length').selectOption('0.2');
    await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length < 5);
    await page.reload();
    await show(page, ORCHARD);
    assert.equal(await page.locator('#summary-length').inputValue(), '0.2');
  }),
);

test(
  'a stored length that does not exist is not used',
  onSite({}, async (page) => {
    await page.evaluate(() => localStorage.setItem('unchaff.summary', '1e9'));
    await page.reload();
    await show(page, ORCHARD);
    assert.equal(await page.locator('#summary-length').inputValue(), 'medium');
  }),
);

test(
  'another length leaves the reader where they are',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    await page.locator('#tab-markdown').click();
    await page.locator('#summary-length').focus();
    await page.locator('#summary-length').selectOption('1');
    await page.waitForFunction(() => document.querySelectorAll('#summary-list li').length === 1);
    assert.ok(await page.locator('#panel-markdown').isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.id), 'summary-length');
  }),
);

test(
  "the publisher's own words are shown as such",
  onSite({}, async (page) => {
    const description = 'How the growers of Hallbeck carried two hundred apple trees up the slope to save the blossom from frost.';
    await show(page, ORCHARD.replace('</head>', `<meta name="description" content="${description}"></head>`));
    const first = page.locator('#summary-list li').first();
    assert.match(await first.innerText(), /the page’s own description/);
    assert.equal(await first.locator('button').count(), 0);
  }),
);

test(
  'keywords are shown',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    assert.ok((await page.locator('#keywords li').count()) > 2);
  }),
);

test(
  'a possible second article is told, and read on a click',
  onSite({}, async (page) => {
    await show(page, TWO_ARTICLES);
    assert.match(await page.locator('#second-article').innerText(), /There seems to be a second article.*Đội bóng chuyền nữ/s);
    await page.locator('#read-second').click();
    await page.locator('#article-title', { hasText: 'Đội bóng chuyền nữ' }).waitFor();
    const text = await articleText(page);
    assert.match(text, /thắng ba ván liền/);
    assert.doesNotMatch(text, /chợ nổi/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'article-title');
  }),
);

test(
  'where there is no second article nothing speaks of one',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    assert.ok(await page.locator('#second-article').isHidden());
  }),
);

test(
  'the length is chosen by feel: short, medium, long',
  onSite({}, async (page) => {
    await show(page, HARBOUR);
    const characters = async () => (await page.locator('#summary-list').innerText()).length;
    assert.equal(await page.locator('#summary-length').inputValue(), 'medium');
    const medium = await characters();
    await page.locator('#summary-length').selectOption({ label: 'Short' });
    const short = await until(characters, (n) => n < 0.7 * medium, 'the summary is shorter');
    assert.ok(short > 0.2 * medium, `${short} of ${medium}`);
    await page.locator('#summary-length').selectOption({ label: 'Long' });
    await until(characters, (n) => n > 1.5 * medium && n < 2.5 * medium, 'the summary is about twice as long');
  }),
);

for (const [summaryTimes, other] of [
  [0.5, ['The bridge is open again.', 'The toll is gone.']],
  [2, ['It rains.']],
]) {
  test(`a summary ${summaryTimes} times as long that would come out the other way is the one that fits`, () => {
    const answer = (summary) => ({ textContent: 'x'.repeat(3000), summary, summarySentences: summary.map((text) => ({ text })) });
    const made = cleanToLength((_, { summaryShare }) => answer(summaryShare ? other : ['The bridge is open again.']), 'x', {
      summaryTimes,
    });
    assert.deepEqual(made, answer(['The bridge is open again.']));
  });
}

const TALE =
  'The keeper of the lock wrote down each boat, its name and its freight, and at the end of the year she added up what had gone by. ';
const HUGE = `<h1>The lock</h1>${Array.from({ length: 90 }, (_, n) => `<p>In week ${n} it rained on ${(n * 7) % 5} days. ${TALE}</p>`).join('')}`;
for (const [what, page] of Object.entries({
  'a few words': '<p>The bridge is open again, and the toll is gone for good.</p>',
  'one long sentence': `<p>${'The bridge is open again, and the toll is gone, and the ferry sails, '.repeat(8)}and all is well.</p>`,
  'a short article': ORCHARD,
  'an article': HARBOUR,
  'a Vietnamese article': CINNAMON,
  'a Vietnamese paste': VIETNAMESE_TEXT,
  'a long article': HUGE,
  'a Thai paste': `${'แม่น้ำไหลผ่านเมืองเก่า และผู้คนพายเรือไปตลาดทุกเช้า '.repeat(12)}\n\n${'วัดริมน้ำตีระฆังตอนหกโมง '.repeat(9)}`,
})) {
  test(`short is never longer than medium, and medium never longer than long: ${what}`, () => {
    const [short, medium, long] = [0.5, 1, 2].map((summaryTimes) => cleanToLength(clean, page, { summaryTimes }));
    const lengths = [short, medium, long].map(({ summary }) => summary.join(' ').length);
    assert.ok(0 < lengths[0] && lengths[0] <= lengths[1] && lengths[1] <= lengths[2], String(lengths));
    for (const { summary, summarySentences, textContent } of [short, long]) {
      assert.deepEqual(
        summary,
        summarySentences.map(({ text }) => text),
      );
      for (const { text, start, end } of summarySentences) assert.equal(textContent.slice(start, end), text);
      assert.equal(textContent, medium.textContent);
    }
    assert.deepEqual({ ...short, summary: [], summarySentences: [] }, { ...medium, summary: [], summarySentences: [] });
  });
}

test(
  'the summary alone is copied, as a list',
  onSite({}, async (page) => {
    await show(page, ORCHARD);
    const told = await sentences(page).allInnerTexts();
    await page.locator('#summary-copy').click();
    await page.locator('#summary-copy', { hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(page, 'text/plain'), told.map((text) => `• ${text}`).join('\n'));
    assert.equal((await clipboard(page, 'text/html')).match(/<li>/g).length, told.length);
  }),
);
