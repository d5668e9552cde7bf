import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, downloadBy, keepHistory, kept, openHistory, saved, transfer, useSite } from './harness.js';
import { HOSTILE, ORCHARD, ORCHARD_BODY, VIETNAMESE_TEXT } from './pages.js';

const onSite = useSite();

test(
  "in a whole session nothing is asked for but the site's own files",
  onSite({ offline: true }, async (page, { requests, address }) => {
    await page.locator('#sample').click();
    await articleText(page);
    await transfer(page, 'paste', { flavours: { 'text/html': ORCHARD_BODY, 'text/plain': 'The orchard' } });
    await articleText(page);
    for (const tab of ['markdown', 'text', 'removed', 'article']) await page.locator(`#tab-${tab}`).click();
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
    await transfer(page, 'paste', { flavours: { 'text/plain': HOSTILE } });
    await articleText(page);

    await keepHistory(page);
    await transfer(page, 'paste', { flavours: { 'text/plain': ORCHARD } });
    await articleText(page);
    await kept(page, 1);
    for (const format of ['markdown', 'html', 'text', 'json', 'epub']) await saved(page, format);
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    await transfer(page, 'drop', {
      files: [
        { name: 'a.html', mime: 'text/html', content: ORCHARD },
        { name: 'b.txt', mime: 'text/plain', content: VIETNAMESE_TEXT },
      ],
    });
    await page.locator('#batch-count', { hasText: '2 of 2' }).waitFor();
    await downloadBy(page, '#batch-save [type=submit]');
    await openHistory(page);
    await page.locator('#history-list button.link').first().click();
    await page.locator('#history-dialog').waitFor({ state: 'hidden' });
    await articleText(page);
    await page.goto(`${address}?url=https://publisher.example/story`);
    await page.locator('#status', { hasText: 'That is an address' }).waitFor();
    await page.locator('[data-language=vi]').click();
    await page.reload();
    await page.locator('#paste').waitFor();

    const strays = requests.filter((url) => !url.startsWith(address) && !/^(?:blob|data):/.test(url));
    assert.deepEqual(strays, []);
    // The link's own address is the only one that carries anything.
    const telling = requests.filter((url) => new URL(url).search && !url.includes('?url='));
    assert.deepEqual(telling, []);
  }),
);
