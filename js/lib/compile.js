import { messageOf, UnchaffError } from './error.js';

/** @import { ModuleSource } from 'unchaff/slim' */

/**
 * Compiles the module. It may be given as bytes, an address, a server's response, or a promise of
 * one of these. A compiled module is returned unchanged.
 *
 * @param {ModuleSource | Promise<ModuleSource>} given
 * @returns {Promise<WebAssembly.Module>}
 * @throws {UnchaffError} with the code `module-not-found` if the module cannot be loaded
 */
export async function compileModule(given) {
  let source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) source = await fetched(source);
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw notFound(`${source.url || 'The module'} was answered with status ${source.status}.`);
    if (source.bodyUsed) throw notFound('The body of the response was read before.');
    // The module is compiled while it arrives, and the browser caches it for the next visit. This
    // needs a media type, which not every host sends.
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
 * Fetches the module from a server.
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
