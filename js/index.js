// The entry for browsers, bundlers and other hosts: the module travels inside a script as base64, so that one import
// is all it takes, and is compiled at the first call.
import * as engine from './engine.js';
import { start } from './engine.js';
import base64 from './wasm-inline.js';

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
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new WebAssembly.Module(bytes);
}
