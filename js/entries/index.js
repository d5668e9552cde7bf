// The entry for browsers, bundlers and other hosts: the module travels inside a script as base64, so that one import
// is all it takes, and is compiled at the first call.
import { functionsOn } from '../lib/engine.js';
import { readModule } from '../lib/module-inline.js';

export { UnchaffError } from '../lib/error.js';

export const { checkOptions, clean, join, keywords, probablyReadable, summarize } = functionsOn(() => new WebAssembly.Module(readModule()));
