// What runs in a worker of the pool. Bundled into worker-script.js, one file without imports, so that any host can start
// it: as a module or a classic script, from an address or from a string.
//
// In:  { module } first, the compiled WebAssembly; then { name, args }, a function and what it is given
// Out: { answer } or { error: { code, message } }, one a call
import { functionsOn } from './engine.js';

// Node's workers have a port of their own, and no import that a classic script could have.
const port = globalThis.process?.getBuiltinModule?.('node:worker_threads')?.parentPort ?? globalThis;

let module;
const functions = functionsOn(() => module);

port.onmessage = ({ data }) => {
  if (data.module) module = data.module;
  else port.postMessage(answerTo(data));
};

function answerTo({ name, args }) {
  try {
    return { answer: functions[name](...args) };
  } catch ({ code, message }) {
    return { error: { code, message } };
  }
}
