// Runs the module's functions and keeps the module alive: the part that all entries share.
//
// A trap (a panic in Rust, memory at its end) leaves the instance's memory in an unknown state. Such an instance is
// never used again: the next call runs on a new one, made from the compiled module that the glue keeps.
import * as bindings from './bindings.js';
import { messageOf, UnchaffError } from './error.js';

/**
 * The functions of the package.
 *
 * @typedef {Pick<typeof import('unchaff'), 'checkOptions' | 'clean' | 'join' | 'keywords' | 'probablyReadable' | 'summarize'>} Functions
 */

let started = false;

/**
 * The package's functions, on a module that `load` answers, compiled, at the first call. All entries of a program share
 * one instance.
 *
 * @param {() => WebAssembly.Module} load
 * @returns {Functions}
 */
export function functionsOn(load) {
  /** @type {typeof guarded} */
  const run = (call) => {
    start(load);
    return guarded(call);
  };
  return {
    checkOptions: (options) => run(() => bindings.checkOptions(options)),
    clean: (input, options) => run(() => bindings.clean(input, options)),
    join: (pages, options) => run(() => bindings.join(pages, options)),
    keywords: (text, options) => run(() => bindings.keywords(text, options)),
    probablyReadable: (page) => run(() => bindings.probablyReadable(page)),
    summarize: (text, options) => run(() => bindings.summarize(text, options)),
  };
}

/**
 * Makes the instance, unless there is one.
 *
 * @param {() => WebAssembly.Module} load
 */
export function start(load) {
  if (started) return;
  try {
    bindings.initSync({ module: load() });
  } catch (thrown) {
    if (thrown instanceof UnchaffError) throw thrown;
    throw new UnchaffError(
      'internal',
      `WebAssembly could not be started (${messageOf(thrown)}). A page with a content security policy has to allow 'wasm-unsafe-eval'.`,
      { cause: thrown },
    );
  }
  started = true;
}

/**
 * Runs a call, and makes a new instance after a trap.
 *
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
function guarded(call) {
  try {
    return call();
  } catch (thrown) {
    if (isFailure(thrown)) throw new UnchaffError(thrown.code, thrown.message);
    bindings.__wbg_reset_state();
    throw new UnchaffError(
      'internal',
      'The page could not be read because of a mistake in unchaff. Please report it with the page; other pages are not affected.',
      { cause: thrown },
    );
  }
}

/**
 * Returns `true` if the core threw it: a plain object, after which the instance is in order.
 *
 * @param {unknown} thrown
 * @returns {thrown is { code: import('unchaff').ErrorCode, message: string }}
 */
function isFailure(thrown) {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' && !(thrown instanceof Error);
}
