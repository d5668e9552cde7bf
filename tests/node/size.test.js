// A page far too large is refused before it is copied: in the module's memory, or into a worker.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { initSync } from '../../pkg/lib/bindings.js';
import { clean } from '../../pkg/entries/node.js';
import { CleanStream } from '../../pkg/entries/stream.js';
import { WorkerPool } from '../../pkg/entries/worker-node.js';
import { VIETNAMESE } from './pages.js';

const HUGE = 100 * 1024 * 1024;
const INPUTS = { bytes: new Uint8Array(HUGE), 'a buffer': new ArrayBuffer(HUGE), 'a string': 'x'.repeat(HUGE) };

for (const [kind, input] of Object.entries(INPUTS)) {
  describe(`${kind} of 100 MB`, () => {
    it('is refused before it is copied', (t) => {
      clean(VIETNAMESE);
      const { memory } = initSync();
      const before = memory.buffer.byteLength;
      const start = performance.now();
      assert.throws(() => clean(input), { code: 'input-too-large' });
      t.diagnostic(`${(performance.now() - start).toFixed(2)} ms`);
      assert.equal(initSync().memory, memory);
      assert.equal(memory.buffer.byteLength, before);
    });

    it('is refused by a pool before a worker is started', async () => {
      const pool = new WorkerPool({ size: 1, worker: () => assert.fail('a worker was started') });
      await assert.rejects(pool.clean(input), { code: 'input-too-large' });
      pool.close();
    });
  });
}

it('a stream is refused at the chunk that makes it too large', async () => {
  let asked = 0;
  const chunks = new ReadableStream({
    pull(controller) {
      asked += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  await assert.rejects(chunks.pipeTo(new CleanStream()), { code: 'input-too-large' });
  assert.ok(asked < 40, `${asked} MB were asked for`);
});

const SIGNATURES = {
  PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  PDF: [...Buffer.from('%PDF-1.7\n')],
  zip: [0x50, 0x4b, 0x03, 0x04, 0x14, 0],
  gzip: [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0],
};

for (const [kind, signature] of Object.entries(SIGNATURES)) {
  it(`${kind} is no text, whatever follows its signature`, () => {
    const bytes = Buffer.concat([Buffer.from(signature), Buffer.from(VIETNAMESE)]);
    assert.throws(() => clean(bytes), { code: 'not-text' });
  });
}
