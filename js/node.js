// The entry for Node: the module lies beside this file and is compiled at the first call.
import { readFileSync } from 'node:fs';
import {
  clean as cleanPage,
  keywords as findKeywords,
  start,
  summarize as summarizeText,
  UnchaffError,
} from './engine.js';

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
  return new WebAssembly.Module(readFileSync(new URL('./unchaff.wasm', import.meta.url)));
}
