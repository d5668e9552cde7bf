// The entry for Node: the module lies beside this file and is compiled at the first call.
import { functionsOn } from '../lib/engine.js';
import { readModule } from '../lib/module-node.js';

export { UnchaffError } from '../lib/error.js';

export const { checkOptions, clean, join, keywords, probablyReadable, summarize } = functionsOn(() => new WebAssembly.Module(readModule()));
