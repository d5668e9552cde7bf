import { readFileSync } from 'node:fs';

/** The bytes of the module, which lies beside this file. */
export function readModule() {
  return readFileSync(new URL('./unchaff.wasm', import.meta.url));
}
