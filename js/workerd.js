// The entry for Cloudflare's workerd, where code may not compile WebAssembly: the host imports the module compiled.
import { functionsOn } from './engine.js';
import module from './unchaff.wasm';

export { UnchaffError } from './error.js';

export const { clean, join, keywords, probablyReadable, summarize } = functionsOn(() => module);
