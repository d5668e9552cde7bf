// After a trap, and after an exception that passed through the module, the next call works.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { initSync } from '../../pkg/bindings.js';
import { clean, UnchaffError } from '../../pkg/node.js';
import { VIETNAMESE } from './pages.js';

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

it('an instance that an exception passed through is replaced', () => {
  const { memory } = initSync();
  const document = {
    nodeType: 9,
    get documentElement() {
      throw new RangeError('no such luck');
    },
  };
  assert.throws(() => clean(document), isInternal);
  assert.notEqual(initSync().memory, memory);
  assert.ok(clean(VIETNAMESE).title);
});

it('an error of the page leaves the instance as it is', () => {
  clean(VIETNAMESE);
  const { memory } = initSync();
  assert.throws(() => clean(''), { code: 'empty-input' });
  assert.equal(initSync().memory, memory);
});
