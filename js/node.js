// The entry for Node: the module lies beside this file and is compiled at the first call.
import { readFileSync } from 'node:fs';
import * as engine from './engine.js';
import { start } from './engine.js';

export { UnchaffError } from './engine.js';

export function clean(input, options) {
  start(compile);
  return engine.clean(input, options);
}

export function join(pages, options) {
  start(compile);
  return engine.join(pages, options);
}

export function probablyReadable(page) {
  start(compile);
  return engine.probablyReadable(page);
}

export function summarize(text, options) {
  start(compile);
  return engine.summarize(text, options);
}

export function keywords(text, options) {
  start(compile);
  return engine.keywords(text, options);
}

function compile() {
  return new WebAssembly.Module(readFileSync(new URL('./unchaff.wasm', import.meta.url)));
}
