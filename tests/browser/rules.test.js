/** Rules: what is put right on one page of a site is put right on its others. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, downloadBy, useSite } from './harness.js';
import { has } from './selection.js';
import { html, learn, leaveOut, line, PAGES, paste, plain } from './site-pages.js';

const onSite = useSite();

const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('unchaff.rules')));

test(
  'what is left out of one page is left out of the next page of its site',
  onSite({}, async (page) => {
    await learn(page);
    assert.equal(
      await line(page)
        .innerText()
        .then((words) => words.split('\n')[0]),
      'Kept as 1 rule for lantern.example.',
    );
    await paste(page, html(PAGES[1], 1));
    await has(page, PAGES[1].end);
    assert.ok(!(await articleText(page)).includes(PAGES[1].note));
    assert.match(await line(page).innerText(), /1 rule for lantern\.example was used/);
  }),
);

test(
  'the offer stands in the word on the correction, which is in sight',
  onSite({}, async (page) => {
    await leaveOut(page);
    await page.locator('.correction-note').getByRole('button', { name: 'Do the same on lantern.example’s pages from now on' }).click();
    await line(page)
      .getByText(/^Kept as 1 rule/)
      .waitFor();
    assert.equal(await page.locator('.note-offer').count(), 0);
  }),
);

test(
  'the rules can be switched off for the page at hand, and on again',
  onSite({}, async (page) => {
    await learn(page);
    await paste(page, html(PAGES[1], 1));
    await line(page).getByRole('button', { name: 'Read this page without them' }).click();
    await has(page, PAGES[1].note);
    await line(page).getByRole('button', { name: 'Use them again' }).click();
    await has(page, PAGES[1].note, false);
  }),
);

test(
  'pasted text is known by the lines of its site',
  onSite({}, async (page) => {
    await learn(page, plain);
    await paste(page, plain(PAGES[1], 1));
    await has(page, PAGES[1].end);
    assert.ok(!(await articleText(page)).includes(PAGES[1].note));
  }),
);

test(
  'an author that was put right is found on the next page',
  onSite({}, async (page) => {
    await paste(page, plain(PAGES[0], 0));
    await page.locator('#edit-head').click();
    await page.locator('#head-authors').fill(PAGES[0].author);
    await page.locator('#head-form [type=submit]').click();
    await line(page)
      .getByRole('button', { name: /^Do the same/ })
      .click();
    await line(page)
      .getByText(/^Kept as 1 rule/)
      .waitFor();
    await paste(page, plain(PAGES[1], 1));
    await page.locator('#article-meta', { hasText: PAGES[1].author }).waitFor();
    assert.deepEqual((await stored(page))[0].rules[0].text, 'words and pictures …');
  }),
);

test(
  'a page of another site is read without the rules',
  onSite({}, async (page) => {
    await learn(page);
    await paste(page, html(PAGES[1], 1).replace('lantern', 'candle'));
    await has(page, PAGES[1].note);
    assert.equal(await line(page).innerText(), '');
  }),
);

test(
  'rules are listed in words, changed and deleted',
  onSite({}, async (page) => {
    await learn(page);
    await line(page).getByRole('button', { name: 'All rules' }).click();
    const dialog = page.locator('#rules-dialog');
    assert.match(
      await dialog.innerText(),
      /lantern\.example\s+Leave out: the part “support-note” of the page \(as in “The paper is paid for/i,
    );
    await dialog.getByRole('button', { name: /^Edit: Leave out/ }).click();
    await dialog.getByLabel('Words of the line').fill('Read more …');
    await dialog.getByLabel('Place on the page').fill('');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.getByText('The rule is changed.').waitFor();
    assert.deepEqual(
      (await stored(page))[0].rules.map(({ action, text, path }) => [action, text, path]),
      [['drop', 'Read more …', undefined]],
    );
    await dialog.getByRole('button', { name: /^Delete: / }).click();
    await dialog.getByText('The rule is deleted.').waitFor();
    assert.equal(await stored(page), null);
  }),
);

test(
  'rules are exported and imported as JSON',
  onSite({}, async (page) => {
    await learn(page);
    await line(page).getByRole('button', { name: 'All rules' }).click();
    const { name, bytes } = await downloadBy(page, '#rules-dialog .actions button:nth-of-type(2)');
    assert.equal(name, 'unchaff-rules.json');
    const [site] = JSON.parse(bytes.toString());
    assert.equal(site.name, 'lantern.example');
    const dialog = page.locator('#rules-dialog');
    await dialog.getByRole('button', { name: /^Delete: / }).click();
    await dialog.getByText('The rule is deleted.').waitFor();
    await dialog.locator('input[type=file]').setInputFiles({ name: 'rules.json', mimeType: 'application/json', buffer: bytes });
    await dialog.getByText('1 rule is imported.').waitFor();
    assert.deepEqual((await stored(page))[0].rules, site.rules);
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[{"name":1}]') });
    await dialog.getByText('This file has no rules.').waitFor();
  }),
);

test(
  'nothing of the rules is loaded before a correction',
  onSite({}, async (page, { requests }) => {
    await paste(page, html(PAGES[0], 0));
    await has(page, PAGES[0].note);
    assert.ok(!requests.some((url) => /\/(?:rules|list)-/.test(url)), requests.join('\n'));
  }),
);

test(
  'the offer and the list are in Vietnamese',
  onSite({ locale: 'vi' }, async (page) => {
    await leaveOut(page, html, 'Bỏ phần này');
    await line(page).getByRole('button', { name: 'Từ nay làm như vậy trên mọi trang của lantern.example' }).click();
    await line(page).getByRole('button', { name: 'Mọi quy tắc' }).click();
    await page.getByRole('heading', { name: 'Quy tắc cho từng trang web' }).waitFor();
    assert.match(await page.locator('#rules-dialog').innerText(), /Bỏ: phần “support-note” của trang/);
  }),
);
