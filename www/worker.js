/**
 * Runs the cleaner away from the page, so that the page answers while a large input is read.
 *
 * In:  { id, input, options }, what clean() takes
 * Out: { id, article } or { id, error: { code } }
 */

import { clean, init } from '../pkg/slim.js';
import wasmUrl from '../pkg/unchaff.wasm?url';

const ready = init(wasmUrl);
// The first request reports a failure; before one, nobody waits for it.
ready.catch(() => {});

self.onmessage = async ({ data: { id, input, options } }) => {
  try {
    await ready;
  } catch {
    self.postMessage({ id, error: { code: 'not-started' } });
    return;
  }
  try {
    self.postMessage({ id, article: clean(input, options) });
  } catch (error) {
    self.postMessage({ id, error: { code: error.code ?? 'internal' } });
  }
};
