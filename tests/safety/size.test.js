// A page far too large is refused before it is copied into the module's memory, in browsers as in Node (tests/node/size.test.js).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { HARNESS, open } from './browsers.js';
import { BROWSERS } from './run.js';

const SCRIPT = readFileSync(new URL('../../pkg/unchaff.global.js', import.meta.url), 'utf8');
const KINDS = ['bytes', 'a buffer', 'a string'];

/** The refusals and how long they took, and whether the module's memory grew. Runs in the browser. */
async function refusals(script) {
  const HUGE = 100 * 1024 * 1024;
  const memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given) {
      const instance = new target(...given);
      memories.push(instance.exports.memory);
      return instance;
    },
  });
  (0, eval)(await (await fetch(script)).text());
  unchaff.clean('The ferry left the harbour at dawn with forty cars and four hundred people aboard.');
  const before = memories.map((memory) => memory.buffer.byteLength);
  const refused = [new Uint8Array(HUGE), new ArrayBuffer(HUGE), 'x'.repeat(HUGE)].map((input) => {
    const start = performance.now();
    try {
      unchaff.clean(input);
      return { code: 'none', milliseconds: performance.now() - start };
    } catch ({ code }) {
      return { code, milliseconds: performance.now() - start };
    }
  });
  return { refused, before, after: memories.map((memory) => memory.buffer.byteLength) };
}

for (const name of BROWSERS) {
  it(`${name} refuses 100 MB before they are copied`, async (t) => {
    const browser = await open(name);
    try {
      browser.outputs.set(`${HARNESS}unchaff.js`, SCRIPT);
      const page = await browser.page();
      const { refused, before, after } = await page.evaluate(refusals, 'unchaff.js');
      t.diagnostic(refused.map(({ milliseconds }, i) => `${KINDS[i]} ${milliseconds.toFixed(1)} ms`).join(', '));
      assert.deepEqual(
        refused.map(({ code }) => code),
        KINDS.map(() => 'input-too-large'),
      );
      assert.equal(before.length, 1);
      assert.deepEqual(after, before);
    } finally {
      await browser.close();
    }
  });
}
