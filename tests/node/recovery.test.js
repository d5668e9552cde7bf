// After a trap, and after an exception that passed through the module, the next call works.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { initSync } from '../../pkg/lib/bindings.js';
import { clean, UnchaffError } from '../../pkg/entries/node.js';
import { WorkerPool } from '../../pkg/entries/worker-node.js';
import workerScript from '../../pkg/lib/worker-source.js';
import { VIETNAMESE } from './pages.js';
import { breakParsing, exhaust } from './traps.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
// Workers have no such function.
setFlagsFromString('--no-expose-gc');

const isInternal = (error) => error instanceof UnchaffError && error.code === 'internal' && error.cause instanceof Error;

it('a damaged instance is replaced', () => {
  const expected = clean(VIETNAMESE);
  // The instance is running, so this answers it as it is.
  const { memory } = initSync();
  new Uint8Array(memory.buffer).fill(0xff);
  assert.throws(() => clean(VIETNAMESE), isInternal);
  assert.notEqual(initSync().memory, memory);
  assert.deepEqual(clean(VIETNAMESE), expected);
});

it('an error of the page leaves the instance as it is', () => {
  clean(VIETNAMESE);
  const { memory } = initSync();
  assert.throws(() => clean(''), { code: 'empty-input' });
  assert.equal(initSync().memory, memory);
});

/** What a call gives and how long it takes, for whoever reads the log. */
function timed(t, call) {
  const start = performance.now();
  const answer = call();
  t.diagnostic(`the next call took ${(performance.now() - start).toFixed(1)} ms`);
  return answer;
}

it('a panic ends the instance, and the next call is right', (t) => {
  const expected = clean(VIETNAMESE);
  const { memory } = initSync();
  const mend = breakParsing();
  try {
    assert.throws(
      () => clean(VIETNAMESE, { jsonLd: true }),
      (error) => isInternal(error) && error.cause instanceof WebAssembly.RuntimeError,
    );
  } finally {
    mend();
  }
  assert.deepEqual(
    timed(t, () => clean(VIETNAMESE)),
    expected,
  );
  assert.notEqual(initSync().memory, memory);
});

it('no code of the caller runs inside the module: what it reads is read before', () => {
  const expected = clean(VIETNAMESE, { url: 'https://tin.example/a' });
  const { memory } = initSync();
  const options = {
    get url() {
      return clean(VIETNAMESE, { url: 'https://tin.example/a' }) && 'https://tin.example/a';
    },
  };
  const document = {
    nodeType: 9,
    get documentElement() {
      return { outerHTML: clean(VIETNAMESE) && VIETNAMESE };
    },
  };
  assert.deepEqual(clean(document, options), expected);
  assert.equal(initSync().memory, memory);
});

it('memory at its end ends the instance, gives the memory back, and the next call is right', async (t) => {
  const expected = clean(VIETNAMESE);
  const small = initSync().memory.buffer.byteLength;
  const old = new WeakRef(initSync().memory);
  exhaust(old.deref());
  assert.ok(old.deref().buffer.byteLength > 1024 ** 3);
  const large = `<p>${'đường dốc '.repeat(400_000)}</p>`;
  assert.throws(
    () => clean(large),
    (error) => isInternal(error) && error.cause instanceof WebAssembly.RuntimeError,
  );
  assert.deepEqual(
    timed(t, () => clean(VIETNAMESE)),
    expected,
  );
  assert.ok(initSync().memory.buffer.byteLength <= small);
  // A reference that was looked at lives to the end of its task.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  assert.equal(old.deref(), undefined);
});

/** What goes wrong in the first worker of a pool, by name: a script that runs before its own. */
const ACCIDENTS = {
  'a panic': { before: `(${breakParsing})()`, options: { jsonLd: true }, code: 'internal' },
  'memory at its end': {
    before: `const { Instance } = WebAssembly;
      WebAssembly.Instance = class {
        constructor(...given) {
          const instance = new Instance(...given);
          (${exhaust})(instance.exports.memory);
          return instance;
        }
      };`,
    code: 'internal',
  },
  'an exit': {
    // Stands before the worker's own listener, so it ends before it can answer.
    before: `require('node:worker_threads').parentPort.on('message', () => process.exit(1))`,
    code: 'worker-failed',
  },
};

for (const [name, { before, options, code }] of Object.entries(ACCIDENTS)) {
  it(`in a pool, ${name} ends the worker, and the next call is right`, async () => {
    let started = 0;
    const pool = new WorkerPool({
      size: 1,
      worker() {
        started += 1;
        return new Worker(started === 1 ? `${before};${workerScript}` : workerScript, { eval: true });
      },
    });
    try {
      await assert.rejects(pool.clean(VIETNAMESE, options), { name: 'UnchaffError', code });
      assert.deepEqual(await pool.clean(VIETNAMESE), clean(VIETNAMESE));
      assert.equal(started, 2);
    } finally {
      pool.close();
    }
  });
}
