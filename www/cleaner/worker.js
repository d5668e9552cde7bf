/**
 * Runs the cleaner outside the page's thread, so that the page stays responsive while a large input
 * is read.
 *
 * In:  { id, call: 'clean', input, options }, what cleanToLength() takes, { id, call: 'unpack', input }, an MHTML file, or
 *      { id, call: 'learn', article, corrections }, what learnRules() takes
 * Out: { id, answer } or { id, error: { code } }. Before the answer, { id, blocks } with the next of the article's blocks:
 *      what arrives in one message is unpacked in one task of the page
 */

import { clean, init, learnRules } from '../../pkg/entries/slim.js';
import wasmUrl from '../../pkg/unchaff.wasm?url';
import { putBack, takeOut } from './pictures.js';
import { cleanToLength } from './summary-length.js';
import { PAGE, TEXT } from './warm-up.js';

const ready = init(wasmUrl);
// A failure is reported with the first request. Before that, nothing waits for it.
ready
  .then(() =>
    warmUp([
      { input: PAGE, type: 'html' },
      { input: TEXT, type: 'text' },
    ]),
  )
  .catch(() => {});

/** `true` after a request has arrived. Then there is no time left to warm up. */
let isAsked = false;

const calls = {
  clean: async ({ input, options }) => {
    await ready.catch(() => {
      throw Object.assign(new Error('The module was not loaded.'), { code: 'not-started' });
    });
    if (options.type === 'text') return cleanToLength(clean, input, options);
    const { page, pictures } = takeOut(input);
    return putBack(cleanToLength(clean, page, options), pictures);
  },
  learn: ({ article, corrections }) => ({ rules: learnRules(article, corrections) }),
  unpack: async ({ input }) => {
    const { unpack } = await import('./mhtml.js').catch(() => {
      throw Object.assign(new Error('The reader of MHTML was not loaded.'), { code: 'not-started' });
    });
    return unpack(input);
  },
};

/**
 * Cleans each input in a separate task, so that a request has to wait for one input at most.
 *
 * @param {{ input: string, type: 'html' | 'text' }[]} inputs
 */
function warmUp([next, ...rest]) {
  setTimeout(() => {
    if (isAsked || !next) return;
    clean(next.input, { type: next.type });
    warmUp(rest);
  });
}

/** Maximum number of blocks in one message. */
const MOST_BLOCKS = 1000;

self.onmessage = async ({ data: { id, call, ...request } }) => {
  isAsked = true;
  try {
    const { blocks = [], ...answer } = await calls[call](request);
    for (let from = 0; from < blocks.length; from += MOST_BLOCKS) {
      self.postMessage({ id, blocks: blocks.slice(from, from + MOST_BLOCKS) });
    }
    self.postMessage({ id, answer });
  } catch (error) {
    self.postMessage({ id, error: { code: error.code ?? 'internal', metadata: error.metadata } });
  }
};
