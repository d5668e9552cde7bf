// Runs the module's functions and keeps the module alive: the part that all entries share.
//
// A trap (a panic in Rust, memory at its end) leaves the instance's memory in an unknown state. Such an instance is
// never used again: the next call runs on a new one, made from the compiled module that the glue keeps.
import * as bindings from './bindings.js';

/** What every failure of this package throws. `code` is its stable name; `message` says what to do. */
export class UnchaffError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
}
Object.defineProperty(UnchaffError.prototype, 'name', { value: 'UnchaffError' });

let started = false;

/** Makes the instance at the first call. `load` answers the compiled module. */
export function start(load) {
  if (started) return;
  try {
    bindings.initSync({ module: load() });
  } catch (thrown) {
    throw new UnchaffError(
      'internal',
      `WebAssembly could not be started (${thrown.message}). A page with a content security policy has to allow 'wasm-unsafe-eval'.`,
      { cause: thrown },
    );
  }
  started = true;
}

export function isStarted() {
  return started;
}

export function clean(input, options) {
  return run(() => bindings.clean(input, options));
}

export function join(pages, options) {
  return run(() => bindings.join(pages, options));
}

export function probablyReadable(page) {
  return run(() => bindings.probablyReadable(page));
}

export function summarize(text, options) {
  return run(() => bindings.summarize(text, options));
}

export function keywords(text, options) {
  return run(() => bindings.keywords(text, options));
}

function run(call) {
  try {
    return call();
  } catch (thrown) {
    // The core's own errors come as plain objects; the instance is in order.
    if (typeof thrown?.code === 'string' && !(thrown instanceof Error)) {
      throw new UnchaffError(thrown.code, thrown.message);
    }
    bindings.__wbg_reset_state();
    throw new UnchaffError(
      'internal',
      'The page could not be read because of a mistake in unchaff. Please report it with the page; other pages are not affected.',
      { cause: thrown },
    );
  }
}
