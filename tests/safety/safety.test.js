// No script of a page runs where an article is shown, in no place and in no browser. Without unchaff hundreds run, which shows that
// the test would see one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { open } from './browsers.js';
import { cleaned, raw } from './outputs.js';
import { ownPayloads } from './payloads.js';
import { BROWSERS, CONTEXTS, run } from './run.js';

const PAYLOADS = ownPayloads();

/** Payloads that run a script, without unchaff, at least: by context the number is near 260, in frames 350. */
const FEWEST = { div: 200, td: 200, template: 200, foreignObject: 200, noscript: 3, textarea: 3, srcdoc: 300, twice: 200 };

it('has hundreds of payloads, each once', () => {
  assert.ok(PAYLOADS.length >= 300);
  assert.equal(new Set(PAYLOADS.map(({ at, payload, id }) => at + payload.replaceAll(String(id), 'ID'))).size, PAYLOADS.length);
});

const outputs = { raw: PAYLOADS.flatMap(raw), clean: PAYLOADS.flatMap(cleaned) };

for (const name of BROWSERS) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await open(name);
    });
    after(() => browser?.close());

    it('runs hundreds of scripts of pages that nobody cleaned', async () => {
      const results = await run(browser, outputs.raw, { clicks: true });
      for (const context of CONTEXTS) {
        const { payloads, problems, requests } = results[context];
        assert.ok(payloads.size >= FEWEST[context], `${context}: ${payloads.size} payloads ran`);
        assert.ok(problems.length > 0, context);
        if (FEWEST[context] > 100) assert.ok(requests.length > 0, context);
      }
    });

    it('runs nothing of what unchaff gives, asks for nothing, finds nothing that no article has', async () => {
      const results = await run(browser, outputs.clean);
      for (const context of CONTEXTS) {
        const { executions, dialogs, requests, problems } = results[context];
        assert.deepEqual(
          { executions, dialogs, requests, problems: problems.slice(0, 20) },
          { executions: 0, dialogs: 0, requests: [], problems: [] },
          context,
        );
      }
    });
  });
}
