/** @import { ModuleSource } from 'unchaff/slim' */

/**
 * Compiles the module from what a host may have of it: bytes, its address, a server's answer, or a promise of these. A
 * compiled module is answered as it is.
 *
 * @param {ModuleSource | Promise<ModuleSource>} given
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileModule(given) {
  let source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === 'string' || source instanceof URL) source = await fetch(source);
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) {
      throw new Error(`${source.url || 'The module'} was answered with status ${source.status}: check where unchaff.wasm is hosted.`);
    }
    // Compiled while it arrives, and kept by the browser for the next visit; not every host names its type.
    if (source.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(source);
    source = await source.arrayBuffer();
  }
  return WebAssembly.compile(/** @type {ArrayBuffer | ArrayBufferView<ArrayBuffer>} */ (source));
}
