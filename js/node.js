// The entry for Node: the module lies beside this file and is compiled at the first call.
import { functionsOn } from './engine.js';
import { readModule } from './module-node.js';

export { UnchaffError } from './error.js';

export const { clean, join, keywords, probablyReadable, summarize } = functionsOn(
  () => new WebAssembly.Module(readModule()),
);
