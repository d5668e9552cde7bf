// The entry for browsers, bundlers and other hosts. The WebAssembly module is compressed inside a
// script, so a single import is enough. It is compiled at the first call.
import { functionOn } from '../lib/engine.js';
import { readModule } from '../lib/module-inline.js';

export { UnchaffError } from '../lib/error.js';

const load = () => new WebAssembly.Module(readModule());

export const checkOptions = /* @__PURE__ */ functionOn(load, 'checkOptions');
export const clean = /* @__PURE__ */ functionOn(load, 'clean');
export const join = /* @__PURE__ */ functionOn(load, 'join');
export const keywords = /* @__PURE__ */ functionOn(load, 'keywords');
export const learnRules = /* @__PURE__ */ functionOn(load, 'learnRules');
export const probablyReadable = /* @__PURE__ */ functionOn(load, 'probablyReadable');
export const summarize = /* @__PURE__ */ functionOn(load, 'summarize');
export const toMarkdown = /* @__PURE__ */ functionOn(load, 'toMarkdown');
export const toText = /* @__PURE__ */ functionOn(load, 'toText');
