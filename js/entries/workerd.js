// The entry for Cloudflare's workerd, where code may not compile WebAssembly: the host imports the module compiled.
import { functionsOn } from '../lib/engine.js';
import module from '../unchaff.wasm';

export { UnchaffError } from '../lib/error.js';

export const { checkOptions, clean, join, keywords, probablyReadable, summarize } = functionsOn(() => module);
