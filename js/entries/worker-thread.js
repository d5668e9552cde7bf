// What runs in a worker of the pool. Bundled into worker-script.js, one file without imports, so that any host can start
// it: as a module or a classic script, from an address or from a string.
//
// In:  { module } first, the compiled WebAssembly; then { name, args }, a function and what it is given
// Out: { answer } or { error: { code, message } }, one a call
import { functionsOn } from '../lib/engine.js';

/** @import { Answer, Call } from '../lib/thread.js' */

/**
 * What a worker answers through, in Node and on the Web.
 *
 * @typedef {object} Port
 * @property {(message: { data: { module: WebAssembly.Module } | Call }) => void} onmessage
 * @property {(answer: Answer) => void} postMessage
 */

// Node's workers have a port of their own, and no import that a classic script could have.
const port = /** @type {Port} */ (
  /** @type {unknown} */ (globalThis.process?.getBuiltinModule?.('node:worker_threads')?.parentPort ?? globalThis)
);

/** @type {WebAssembly.Module} */
let module;
const functions = functionsOn(() => module);

port.onmessage = ({ data }) => {
  if ('module' in data) module = data.module;
  else port.postMessage(answerTo(data));
};

/**
 * @param {Call} call
 * @returns {Answer}
 */
function answerTo({ name, args }) {
  try {
    const run = /** @type {(...args: unknown[]) => unknown} */ (functions[name]);
    return { answer: run(...args) };
  } catch (error) {
    const { code, message } = /** @type {import('unchaff').UnchaffError} */ (error);
    return { error: { code, message } };
  }
}
