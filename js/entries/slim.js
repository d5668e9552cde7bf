// The entry without the module, for hosts that load it themselves: a worker, an edge runtime, a
// page that streams it. Call `init` once, then `clean` as usual.
import { compileModule } from '../lib/compile.js';
import { functionOn, start, startFailure } from '../lib/engine.js';
import { UnchaffError } from '../lib/error.js';

export { UnchaffError };

const load = () => {
  throw new UnchaffError('not-started', 'unchaff/slim is not started: call and await init(module) before its other functions.');
};

export const checkOptions = /* @__PURE__ */ functionOn(load, 'checkOptions');
export const clean = /* @__PURE__ */ functionOn(load, 'clean');
export const join = /* @__PURE__ */ functionOn(load, 'join');
export const keywords = /* @__PURE__ */ functionOn(load, 'keywords');
export const learnRules = /* @__PURE__ */ functionOn(load, 'learnRules');
export const probablyReadable = /* @__PURE__ */ functionOn(load, 'probablyReadable');
export const summarize = /* @__PURE__ */ functionOn(load, 'summarize');
export const toMarkdown = /* @__PURE__ */ functionOn(load, 'toMarkdown');
export const toText = /* @__PURE__ */ functionOn(load, 'toText');

/** @type {Promise<void> | undefined} */
let starting;

/**
 * Starts the module. Later calls return the promise of the first one. After a failure, the next
 * call tries again.
 *
 * @type {typeof import('unchaff/slim').init}
 */
export function init(source) {
  starting ??= compileModule(source)
    .then((module) => start(() => module))
    .catch((error) => {
      starting = undefined;
      throw startFailure(error);
    });
  return starting;
}
