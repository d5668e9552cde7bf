// The code that runs in a worker of the pool. It is bundled into worker-script.js, a file without
// imports, so that any host can start it: as a module or a classic script, from an address or from
// a string.
//
// In:  first { module }, the compiled WebAssembly; then { name, args }, a function and its
// arguments Out: { ready: true } once the module runs; then for each call { answer } or { error: {
// code, message, metadata } }
import { functionOn, start } from '../lib/engine.js';

/** @import { Answer, Call } from '../lib/thread.js' */

/**
 * The port through which a worker sends its answers, in Node and on the Web.
 *
 * @typedef {object} Port
 * @property {(message: { data: { module: WebAssembly.Module } | Call }) => void} onmessage
 * @property {(answer: Answer) => void} postMessage
 */

// Workers in Node use a port of their own. A classic script cannot import it.
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

/** Cleans a small page, so that the first real page of a thread takes no longer than the next. */
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
 * Returns the parts of an error that can be sent to another thread.
 *
 * @param {unknown} error
 */
function failureOf(error) {
  const { code, message, metadata } = /** @type {import('unchaff').UnchaffError} */ (error);
  return { code, message, metadata };
}
