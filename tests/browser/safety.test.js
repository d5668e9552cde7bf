import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { articleText, transfer, useSite } from './harness.js';
import { HOSTILE, ORCHARD } from './pages.js';
import { letThrough } from './policy.js';
import { servePages } from './server.js';

const onSite = useSite();

/** What no article may contain, whatever the page held. The reader itself puts a button to copy beside code. */
const FORBIDDEN =
  'script, style, svg, math, iframe, object, embed, form, input, button:not(.code-box > .copy-code), template, link, meta, base';

let images;
before(async () => {
  images = await servePages({ '/slope.png': { body: '', headers: { 'content-type': 'image/png' } } });
});
after(() => images.close());

async function assertHarmless(page) {
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.attacked), undefined);
  assert.equal(await page.locator('#article').locator(FORBIDDEN).count(), 0);
  const attributes = await page
    .locator('#result')
    .evaluate((root) =>
      [...root.querySelectorAll('#article *, #article-title *, #summary-list *, #details *, #blocks *')].flatMap((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ),
    );
  for (const attribute of attributes) assert.doesNotMatch(attribute, /^(?:on|style=|srcdoc=|href=(?!https?:|mailto:|tel:))/i);
}

for (const [way, flavours] of [
  ['as a copied page', { 'text/html': HOSTILE, 'text/plain': 'harbour' }],
  ['as source', { 'text/plain': HOSTILE }],
]) {
  test(
    `a hostile page ${way} runs nothing and asks for nothing`,
    onSite({}, async (page, { requests }) => {
      await transfer(page, 'paste', { flavours });
      assert.match(await articleText(page), /nothing moves in it but the tide/);
      for (const tab of ['markdown', 'text', 'removed', 'article']) await page.locator(`#tab-${tab}`).click();
      await assertHarmless(page);
      assert.deepEqual(
        requests.filter((url) => url.includes('attacker')),
        [],
      );
    }),
  );
}

test(
  'a hostile page read as plain text is only text',
  onSite({}, async (page) => {
    await transfer(page, 'paste', { flavours: { 'text/plain': HOSTILE } });
    await articleText(page);
    await page.locator('#other-way').click();
    await page.locator('#read-as', { hasText: 'plain text' }).waitFor();
    await assertHarmless(page);
  }),
);

test(
  'remote images are asked for only after the switch',
  onSite({ allowed: [() => images.origin] }, async (page, { requests }) => {
    const url = `${images.origin}/slope.png`;
    const html = ORCHARD.replace('https://images.hallbeck.example/slope.jpg', url);
    await transfer(page, 'paste', { flavours: { 'text/plain': html } });
    await articleText(page);
    assert.match(await page.locator('#article .image-label').innerText(), /Image: Young apple trees/);
    assert.equal(await page.locator('#article img').count(), 0);
    assert.ok(!requests.includes(url));

    const [request] = await Promise.all([page.waitForRequest(url), page.locator('#show-images').click()]);
    assert.equal((await request.allHeaders()).referer, undefined);
    await page.locator('#show-images', { hasText: 'Hide images' }).click();
    assert.equal(await page.locator('#article img').count(), 0);
  }),
);

test(
  'images are shown by themselves only after that was chosen, from then on in every article, and no more once it is taken back',
  onSite({ allowed: [() => images.origin] }, async (page, { requests }) => {
    const url = `${images.origin}/slope.png`;
    const html = ORCHARD.replace('https://images.hallbeck.example/slope.jpg', url);
    const show = async () => {
      await transfer(page, 'paste', { flavours: { 'text/plain': html } });
      await articleText(page);
    };
    const always = page.getByRole('checkbox', { name: 'Always show images' });
    await show();
    await page.getByRole('button', { name: 'Text and colours' }).click();
    assert.equal(await always.isChecked(), false);
    assert.ok(!requests.includes(url));
    await Promise.all([page.waitForRequest(url), always.check()]);
    await page.reload();
    await articleText(page);
    await page.locator('#article figure img').waitFor({ state: 'attached' });
    await page.locator('#show-images', { hasText: 'Hide images' }).click();
    assert.equal(await page.locator('#article img').count(), 0, 'those of this article can still be hidden');
    await page.getByRole('button', { name: 'Text and colours' }).click();
    await page.getByRole('button', { name: 'Reset' }).click();
    await always.uncheck();
    await page.locator('#start-over').click();
    await show();
    assert.equal(await page.locator('#article img').count(), 0);
  }),
);

test(
  'the policy holds: no inline script, no string to a parser, no eval',
  onSite({ expected: /Content Security Policy|Trusted/ }, async (page) => {
    assert.deepEqual(await page.evaluate(letThrough), []);
  }),
);
