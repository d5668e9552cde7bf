import { messageOf, UnchaffError } from './error.js';

/** @import { ModuleSource } from 'unchaff/slim' */

/**
 * Compiles the module from what a host may have of it: bytes, its address, a server's answer, or a promise of these. A
 * compiled module is answered as it is.
 *
 * @param {ModuleSource | Promise<ModuleSource>} given
 * @returns {Promise<WebAssembly.Module>}
 * @throws {UnchaffError} with the code `module-not-found` where the module cannot be had
 */
export async function compileModule(given) {
  let source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) source = await fetched(source);
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw notFound(`${source.url || 'The module'} was answered with status ${source.status}.`);
    if (source.bodyUsed) throw notFound('The body of the response was read before.');
    // Compiled while it arrives, and kept by the browser for the next visit; not every host names its type.
    if (source.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(source);
    source = await source.arrayBuffer();
  }
  if (!(typeof source === 'object' && source !== null && 'byteLength' in source)) {
    throw new UnchaffError(
      'invalid-option',
      'The argument source must be the module as bytes, a WebAssembly.Module, an address, a Response, or a promise of one of these.',
    );
  }
  return WebAssembly.compile(/** @type {ArrayBuffer | ArrayBufferView<ArrayBuffer>} */ (source));
}

/**
 * Asks a server for the module.
 *
 * @param {string | URL} address
 */
async function fetched(address) {
  if (/^file:/i.test(String(address))) {
    throw notFound(`${address} is a file, which fetch does not read. Give its bytes, for example by readFile of node:fs/promises.`);
  }
  try {
    return await fetch(address);
  } catch (error) {
    throw notFound(`${address} cannot be fetched (${messageOf(error)}).`, error);
  }
}

/**
 * @param {string} problem
 * @param {unknown} [cause]
 */
function notFound(problem, cause) {
  return new UnchaffError('module-not-found', `${problem} Check where unchaff.wasm is hosted.`, { cause });
}
