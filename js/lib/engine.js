// Runs the functions of the module, and recovers from failures. All entries share this part.
//
// A trap (a panic in Rust, or no memory left) leaves the instance's memory in an unknown state.
// Such an instance is never used again: the next call runs on a new one, made from the compiled
// module that the glue keeps.
import {
  __wbg_reset_state,
  checkOptions,
  clean,
  initSync,
  join,
  keywords,
  learnRules,
  probablyReadable,
  summarize,
  toMarkdown,
  toText,
} from './bindings.js';
import { messageOf, UnchaffError } from './error.js';
import { plainArguments } from './input.js';
import { metadataOf } from './metadata.js';

/**
 * The functions of the package.
 *
 * @typedef {Pick<typeof import('unchaff'), 'checkOptions' | 'clean' | 'join' | 'keywords' | 'learnRules' | 'probablyReadable' | 'summarize' | 'toMarkdown' | 'toText'>} Functions
 */

/**
 * The functions of the module. They take strings, bytes and plain objects.
 *
 * @type {Record<keyof Functions, (first: any, second: any) => unknown>}
 */
const UNCHECKED = { checkOptions, clean, join, keywords, learnRules, probablyReadable, summarize, toMarkdown, toText };

/** Matches the messages of browsers when a content security policy forbids WebAssembly. */
const FORBIDDEN = /unsafe-eval|content security policy|blocked by CSP/i;

let started = false;

/**
 * Returns a function of the package. At the first call, `load` provides the compiled module. All
 * entries of a program share one instance. Making the function has no side effects, so a bundler
 * can leave out functions that a program does not import.
 *
 * @template {keyof Functions} Name
 * @param {() => WebAssembly.Module} load
 * @param {Name} name
 * @returns {Functions[Name]}
 */
export function functionOn(load, name) {
  /**
   * @param {unknown} first
   * @param {unknown} second
   */
  const run = (first, second) => {
    const [plainFirst, plainSecond] = plainArguments(name, first, second);
    start(load);
    return guarded(() => UNCHECKED[name](plainFirst, plainSecond));
  };
  return /** @type {Functions[Name]} */ (run);
}

/**
 * Creates the instance, unless there is one.
 *
 * @param {() => WebAssembly.Module} load
 */
export function start(load) {
  if (started) return;
  if (typeof TextDecoder === 'undefined' || typeof TextEncoder === 'undefined') {
    throw new UnchaffError(
      'internal',
      'This host has no TextDecoder and TextEncoder. In Jest with jsdom, set both on globalThis from node:util in a file of setupFiles.',
    );
  }
  try {
    initSync({ module: load() });
  } catch (thrown) {
    throw startFailure(thrown);
  }
  started = true;
}

/**
 * Returns the error for a module that could not be compiled or instantiated.
 *
 * @param {unknown} thrown
 * @returns {UnchaffError}
 */
export function startFailure(thrown) {
  if (thrown instanceof UnchaffError) return thrown;
  const reason = messageOf(thrown);
  if (typeof WebAssembly === 'undefined') {
    return new UnchaffError('wasm-forbidden', 'This host has no WebAssembly, or its settings turn it off.', { cause: thrown });
  }
  if (FORBIDDEN.test(reason)) {
    return new UnchaffError(
      'wasm-forbidden',
      `The page's content security policy forbids WebAssembly (${reason}). It has to have 'wasm-unsafe-eval' in script-src.`,
      { cause: thrown },
    );
  }
  return new UnchaffError('internal', `WebAssembly could not be started (${reason}). Is unchaff.wasm complete and of the same version?`, {
    cause: thrown,
  });
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
    if (isFailure(thrown)) {
      const { code, message, metadata } = thrown;
      throw new UnchaffError(code, message, metadata && { metadata: metadataOf(metadata) });
    }
    __wbg_reset_state();
    throw new UnchaffError(
      'internal',
      'The page could not be read because of an error in unchaff. Please report it with the page; other pages are not affected.',
      { cause: thrown },
    );
  }
}

/**
 * Returns `true` if the core threw this error. It is then a plain object, and the instance can
 * still be used.
 *
 * @param {unknown} thrown
 * @returns {thrown is { code: import('unchaff').ErrorCode, message: string, metadata?: import('unchaff').Article }}
 */
function isFailure(thrown) {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' && !(thrown instanceof Error);
}
