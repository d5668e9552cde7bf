import assert from 'node:assert/strict';
import { test } from 'node:test';

import { articleText, useSite } from './harness.js';
import { serveSources } from './server.js';

const onSite = useSite(serveSources);

test('the site that `npm start` serves works under the same policy as the built one', onSite({}, async (page) => {
  await page.locator('#sample').click();
  assert.match(await articleText(page), /For eleven summers nobody in Aldersby heard a swift/);
}));
