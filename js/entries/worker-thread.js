// What runs in a worker of the pool. Bundled into worker-script.js, one file without imports, so that any host can start
// it: as a module or a classic script, from an address or from a string.
//
// In:  { module } first, the compiled WebAssembly; then { name, args }, a function and what it is given
// Out: { ready: true } once the module runs; then { answer } or { error: { code, message, metadata } }, one a call
import { functionOn, start } from '../lib/engine.js';

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
const load = () => module;
const functions = {
  checkOptions: functionOn(load, 'checkOptions'),
  clean: functionOn(load, 'clean'),
  join: functionOn(load, 'join'),
  keywords: functionOn(load, 'keywords'),
  probablyReadable: functionOn(load, 'probablyReadable'),
  summarize: functionOn(load, 'summarize'),
  toMarkdown: functionOn(load, 'toMarkdown'),
  toText: functionOn(load, 'toText'),
};

/** Runs what every page runs once, so that the first page of a thread takes no longer than the next. */
const WARM_UP = '<title>Tea</title><p>Tea is a drink made of leaves, and the water for it has to be hot, but not too hot.</p>';

port.onmessage = ({ data }) => {
  if ('module' in data) port.postMessage(startOn(data.module));
  else port.postMessage(answerTo(data));
};

/**
 * @param {WebAssembly.Module} given
 * @returns {Answer}
 */
function startOn(given) {
  module = given;
  try {
    start(load);
    functions.clean(WARM_UP);
    return { ready: true };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

/**
 * @param {Call} call
 * @returns {Answer}
 */
function answerTo({ name, args }) {
  try {
    const run = /** @type {(...args: unknown[]) => unknown} */ (functions[name]);
    return { answer: run(...args) };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

/**
 * Returns what of an error can be sent.
 *
 * @param {unknown} error
 */
function failureOf(error) {
  const { code, message, metadata } = /** @type {import('unchaff').UnchaffError} */ (error);
  return { code, message, metadata };
}
