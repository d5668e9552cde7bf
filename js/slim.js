// The entry without the module, for hosts that bring it themselves: a worker, an edge runtime, a page that
// streams it. Call `init` once, then `clean` as ever.
import * as engine from './engine.js';
import { isStarted, start } from './engine.js';

export { UnchaffError } from './engine.js';

let starting;

/** Starts the module. Later calls answer the first one's promise; after a failure the next call tries again. */
export function init(source) {
  starting ??= compile(source).then(
    (module) => start(() => module),
    (error) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

export function clean(input, options) {
  demandStarted('clean');
  return engine.clean(input, options);
}

export function join(pages, options) {
  demandStarted('join');
  return engine.join(pages, options);
}

export function probablyReadable(page) {
  demandStarted('probablyReadable');
  return engine.probablyReadable(page);
}

export function summarize(text, options) {
  demandStarted('summarize');
  return engine.summarize(text, options);
}

export function keywords(text, options) {
  demandStarted('keywords');
  return engine.keywords(text, options);
}

function demandStarted(name) {
  if (!isStarted()) {
    throw new Error(`unchaff/slim is not started: call and await init(module) before ${name}().`);
  }
}

async function compile(given) {
  let source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) source = await fetch(source);
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) {
      throw new Error(`${source.url || 'The module'} was answered with status ${source.status}: check where unchaff.wasm is hosted.`);
    }
    source = await source.arrayBuffer();
  }
  return WebAssembly.compile(source);
}
