// The entry for Cloudflare's workerd, where code may not compile WebAssembly: the host imports the module compiled.
import * as engine from './engine.js';
import { start } from './engine.js';
import module from './unchaff.wasm';

export { UnchaffError } from './engine.js';

export function clean(input, options) {
  start(compiled);
  return engine.clean(input, options);
}

export function join(pages, options) {
  start(compiled);
  return engine.join(pages, options);
}

export function probablyReadable(page) {
  start(compiled);
  return engine.probablyReadable(page);
}

export function summarize(text, options) {
  start(compiled);
  return engine.summarize(text, options);
}

export function keywords(text, options) {
  start(compiled);
  return engine.keywords(text, options);
}

function compiled() {
  return module;
}
