import { readFileSync } from 'node:fs';
import { messageOf, UnchaffError } from './error.js';

/** Returns the bytes of the module, which is a file beside this one. */
export function readModule() {
  try {
    return readFileSync(new URL('../unchaff.wasm', import.meta.url));
  } catch (error) {
    throw new UnchaffError(
      'module-not-found',
      `The module cannot be read (${messageOf(error)}). A bundler has to leave unchaff out of the bundle, as an external package: in Next by serverExternalPackages: ['unchaff'], in esbuild by --external:unchaff, in webpack by externals: ['unchaff'].`,
      { cause: error },
    );
  }
}
