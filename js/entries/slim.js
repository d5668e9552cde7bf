// The entry without the module, for hosts that bring it themselves: a worker, an edge runtime, a page that
// streams it. Call `init` once, then `clean` as ever.
import { compileModule } from '../lib/compile.js';
import { functionsOn, start } from '../lib/engine.js';
import { UnchaffError } from '../lib/error.js';

export { UnchaffError };

export const { checkOptions, clean, join, keywords, probablyReadable, summarize } = functionsOn(() => {
  throw new UnchaffError('not-started', 'unchaff/slim is not started: call and await init(module) before its other functions.');
});

/** @type {Promise<void> | undefined} */
let starting;

/**
 * Starts the module. Later calls answer the first one's promise; after a failure the next call tries again.
 *
 * @type {typeof import('unchaff/slim').init}
 */
export function init(source) {
  starting ??= compileModule(source).then(
    (module) => start(() => module),
    (error) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}
