// The entry for Cloudflare's workerd, where code may not compile WebAssembly: the host imports the module compiled.
import {
  clean as cleanPage,
  keywords as findKeywords,
  start,
  summarize as summarizeText,
  UnchaffError,
} from './engine.js';
import module from './unchaff.wasm';

export { UnchaffError };

export function clean(input, options) {
  start(compiled);
  return cleanPage(input, options);
}

export function summarize(text, options) {
  start(compiled);
  return summarizeText(text, options);
}

export function keywords(text, options) {
  start(compiled);
  return findKeywords(text, options);
}

function compiled() {
  return module;
}
