// The entry for Cloudflare's workerd. Code there must not compile WebAssembly, so the host imports
// the compiled module.
import { functionOn } from '../lib/engine.js';
import module from '../unchaff.wasm';

export { UnchaffError } from '../lib/error.js';

const load = () => module;

export const checkOptions = /* @__PURE__ */ functionOn(load, 'checkOptions');
export const clean = /* @__PURE__ */ functionOn(load, 'clean');
export const join = /* @__PURE__ */ functionOn(load, 'join');
export const keywords = /* @__PURE__ */ functionOn(load, 'keywords');
export const learnRules = /* @__PURE__ */ functionOn(load, 'learnRules');
export const probablyReadable = /* @__PURE__ */ functionOn(load, 'probablyReadable');
export const summarize = /* @__PURE__ */ functionOn(load, 'summarize');
export const toMarkdown = /* @__PURE__ */ functionOn(load, 'toMarkdown');
export const toText = /* @__PURE__ */ functionOn(load, 'toText');
