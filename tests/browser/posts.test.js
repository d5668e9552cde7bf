/** A conversation: who says what, branches that fold, posts that are chosen. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, clipboard, downloadBy, saved, transfer, until, useSite } from './harness.js';
import { CHAT, THREAD, THREAD_VI } from './threads.js';

const onSite = useSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function show(page, html = THREAD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': html } });
  await articleText(page);
  await page.locator('.posts-bar').waitFor();
}

const post = (page, words) => page.locator('article.post', { has: page.locator(':scope > p', { hasText: words }) }).last();
const isInSight = (page, words) => page.locator('#article p', { hasText: words }).last().isVisible();
const shows = (page, words, isThere = true) =>
  page.waitForFunction(
    ([text, wanted]) => {
      const article = document.getElementById('article');
      return article.ariaBusy === 'false' && article.textContent.includes(text) === wanted;
    },
    [words, isThere],
  );
const bar = (page) => page.locator('.posts-bar p').innerText();

test(
  'each post shows its author and its time, inside the post that it answers',
  onSite({}, async (page) => {
    await show(page);
    assert.equal(await bar(page), '5 posts · 4 people');
    assert.equal(await page.locator('#article > .stretch > article.post').count(), 2);
    const headers = await page.locator('.post-header').allInnerTexts();
    assert.deepEqual(
      headers.map((words) => words.split(/\s*·\s*|\n/)[0].trim()),
      ['Mira Holt', 'Jonas', 'Mira Holt', 'Petra K.', 'ofenrohr'],
    );
    assert.equal(await page.locator('.post-header time').first().getAttribute('datetime'), '2024-03-05T20:11:00+00:00');
    assert.equal(await post(page, 'two layers of wool').evaluate((element) => element.parentElement.closest('.post') !== null), true);
  }),
);

for (const [what, html, words] of [
  ['Vietnamese', THREAD_VI, '5 posts · 4 people'],
  ['flat', CHAT, '4 posts · 2 people'],
]) {
  test(
    `a ${what} conversation has its bar`,
    onSite({}, async (page) => {
      await show(page, html);
      assert.equal(await bar(page), words);
      assert.equal(await page.locator('.post-fold').count(), Number(words[0]));
    }),
  );
}

test(
  'a branch folds with its answers, says how many they are, and unfolds, by keyboard too',
  onSite({}, async (page) => {
    await show(page);
    const fold = page.getByRole('button', { name: 'Post by Jonas and 2 answers' });
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    await fold.click();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    assert.equal(await isInSight(page, 'two layers of wool'), false);
    assert.equal(await isInSight(page, 'nails under the carpet'), true);
    assert.match(
      await page.locator('.post.folded > .post-header').evaluate((header) => getComputedStyle(header, '::after').content),
      /Put felt under.*2 answers/,
    );
    await fold.focus();
    await page.keyboard.press('Enter');
    assert.equal(await isInSight(page, 'two layers of wool'), true);
    await page.locator('.posts-bar').getByRole('button', { name: 'Fold all' }).click();
    assert.equal(await page.locator('#article p:visible:not(.post-header)').count(), 0);
    await page.locator('.posts-bar').getByRole('button', { name: 'Unfold all' }).click();
    assert.equal(await page.locator('.post.folded').count(), 0);
  }),
);

test(
  'what is folded goes into copies and files all the same, and onto paper',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('.post-fold').first().click();
    await page.locator('#copy').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/plain'), /two layers of wool/);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await isInSight(page, 'two layers of wool'), true);
    assert.equal(await page.locator('.posts-bar').isVisible(), false);
  }),
);

test(
  'a post that is left out goes out of the article, of copies and of every file; the answers to it stay, and Undo brings it back',
  onSite({}, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Leave out the post by Jonas' }).click();
    await shows(page, 'Put felt under', false);
    await shows(page, 'two layers of wool');
    assert.equal(await bar(page), '4 posts · 3 people · 1 left out');
    await page.locator('#copy').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    for (const type of ['text/plain', 'text/html']) {
      const copied = await clipboard(page, type);
      assert.ok(copied.includes('two layers of wool') && !copied.includes('Put felt under') && !copied.includes('Jonas'), type);
    }
    for (const format of ['markdown', 'html', 'text', 'json']) {
      const text = (await saved(page, format)).bytes.toString();
      const inPosts = format === 'json' ? JSON.stringify({ ...JSON.parse(text), blocks: [] }) : text;
      assert.ok(inPosts.includes('two layers of wool') && !inPosts.includes('Put felt under'), format);
    }
    await page.locator('.correction-note').getByRole('button', { name: 'Undo' }).click();
    await shows(page, 'Put felt under');
    assert.equal(await bar(page), '5 posts · 4 people');
  }),
);

test(
  'posts are left out one after the other by keyboard: the focus stays among them',
  onSite({}, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Leave out the post by Jonas' }).focus();
    await page.keyboard.press('Enter');
    await shows(page, 'Put felt under', false);
    await page.waitForFunction(() => document.activeElement.matches('.post-leave'));
    await page.keyboard.press('Enter');
    await shows(page, 'two layers of wool', false);
    assert.equal(await bar(page), '3 posts · 3 people · 2 left out');
  }),
);

test(
  'posts are chosen in a list, which says what is chosen after an undo too',
  onSite({}, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Choose posts' }).click();
    const dialog = page.locator('#posts-dialog');
    const ticks = () => dialog.locator('input').evaluateAll((boxes) => boxes.map(({ checked }) => Number(checked)).join(''));
    assert.equal(await dialog.locator('li').count(), 5);
    assert.match(await dialog.locator('li').nth(2).innerText(), /^Mira Holt.*\n?.*two layers of wool/s);
    await dialog.getByRole('button', { name: 'Only the first' }).click();
    await shows(page, 'nails under the carpet', false);
    assert.equal(await ticks(), '10000');
    await dialog.locator('input').nth(4).check();
    await shows(page, 'nails under the carpet');
    assert.equal(await ticks(), '10001');
    await page.keyboard.press('ControlOrMeta+z');
    await shows(page, 'nails under the carpet', false);
    await until(ticks, (found) => found === '10000', 'the list follows the undo');
    await dialog.getByRole('button', { name: 'All', exact: true }).click();
    await shows(page, 'two layers of wool');
    assert.equal(await ticks(), '11111');
    await dialog.locator('input').first().focus();
    await page.keyboard.press('Space');
    await shows(page, 'creak at night', false);
    await page.keyboard.press('Escape');
    assert.equal(await dialog.isVisible(), false);
  }),
);

test(
  'the last post cannot be left out',
  onSite({}, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Choose posts' }).click();
    await page.locator('#posts-dialog').getByRole('button', { name: 'Only the first' }).click();
    await shows(page, 'nails under the carpet', false);
    await page.locator('#posts-dialog input').first().click();
    await page.locator('#status', { hasText: 'At least one part' }).waitFor();
    await page.waitForFunction(() => document.querySelector('#posts-dialog input').checked);
    assert.ok(await isInSight(page, 'creak at night'));
  }),
);

test(
  'the choice is there again after a reload',
  onSite({}, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Leave out the post by Jonas' }).click();
    await shows(page, 'Put felt under', false);
    await page.waitForFunction(() => 'unchaff.tab.1' in sessionStorage);
    await page.reload();
    await articleText(page);
    await shows(page, 'Put felt under', false);
    await page.locator('.posts-bar p', { hasText: '1 left out' }).waitFor();
  }),
);

test(
  'an article that is no conversation has no bar',
  onSite({}, async (page) => {
    await show(page);
    await transfer(page, 'paste', {
      flavours: {
        'text/plain': `<article><h1>Tea</h1>${'<p>The kettle sang for an hour, and nobody in the house got up to take it off the stove.</p>'.repeat(6)}</article>`,
      },
    });
    await page.waitForFunction(() => document.getElementById('article').textContent.includes('kettle sang'));
    await page.locator('.posts-bar').waitFor({ state: 'hidden' });
  }),
);

test(
  'a finger hits every button of a post and every box of the list; nothing is wider than a phone',
  onSite(phone, async (page) => {
    await show(page);
    await page.getByRole('button', { name: 'Choose posts' }).tap();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.posts-bar button, .post-header button, #posts-dialog :is(button, label)')]
        .filter((target) => target.checkVisibility())
        .map((target) => [target.className || target.textContent, target.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
        .map(([name]) => name),
    );
    assert.deepEqual(small, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }),
);

test(
  'a book of a conversation has its posts',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#save').click();
    const { bytes } = await downloadBy(page, '#save-dialog [data-format=epub]');
    assert.ok(bytes.length > 1000);
  }),
);
