/**
 * Runs the cleaner away from the page, so that the page answers while a large input is read.
 *
 * In:  { id, call: 'clean', input, options }, what clean() takes, or { id, call: 'unpack', input }, an MHTML file
 * Out: { id, answer } or { id, error: { code } }
 */

import { clean, init } from '../pkg/slim.js';
import wasmUrl from '../pkg/unchaff.wasm?url';

const ready = init(wasmUrl);
// The first request reports a failure; before one, nobody waits for it.
ready.catch(() => {});

const calls = {
  clean: async ({ input, options }) => {
    await ready.catch(() => {
      throw Object.assign(new Error('The module was not loaded.'), { code: 'not-started' });
    });
    return clean(input, options);
  },
  unpack: async ({ input }) => {
    const { unpack } = await import('./input/mhtml.js').catch(() => {
      throw Object.assign(new Error('The reader of MHTML was not loaded.'), { code: 'not-started' });
    });
    return unpack(input);
  },
};

self.onmessage = async ({ data: { id, call, ...request } }) => {
  try {
    self.postMessage({ id, answer: await calls[call](request) });
  } catch (error) {
    self.postMessage({ id, error: { code: error.code ?? 'internal' } });
  }
};
