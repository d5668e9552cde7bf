// The entry for browsers, bundlers and other hosts: the module travels inside a script as base64, so that one import
// is all it takes, and is compiled at the first call.
import {
  clean as cleanPage,
  keywords as findKeywords,
  start,
  summarize as summarizeText,
  UnchaffError,
} from './engine.js';
import base64 from './wasm-inline.js';

export { UnchaffError };

export function clean(input, options) {
  start(compile);
  return cleanPage(input, options);
}

export function summarize(text, options) {
  start(compile);
  return summarizeText(text, options);
}

export function keywords(text, options) {
  start(compile);
  return findKeywords(text, options);
}

function compile() {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new WebAssembly.Module(bytes);
}
