export * from 'unchaff';

/** The module `unchaff/unchaff.wasm`: compiled, its bytes, where it lies, or a server's answer holding it. */
export type ModuleSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView<ArrayBuffer> | URL | string | Response;

/**
 * Starts the module; the other functions work once the promise is fulfilled, and throw an `UnchaffError` with the code
 * `not-started` before. Later calls answer the same promise, whatever they are given; after a failure the next call
 * tries again.
 *
 * ```js
 * await init(new URL('/unchaff.wasm', location.href));
 * ```
 */
export function init(source: ModuleSource | Promise<ModuleSource>): Promise<void>;
