import type { UrlLike } from 'unchaff';

export * from 'unchaff';

/**
 * The module `unchaff/unchaff.wasm`: compiled, as bytes, as an address, or as a server's response.
 */
export type ModuleSource = CompiledModule | ArrayBuffer | ArrayBufferView<ArrayBuffer> | UrlLike | string | WasmResponse;

/** `WebAssembly.Module`, if the program's types have it. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** The part of a server's response that is read. Fits `Response`. */
export interface WasmResponse {
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Starts the module. The other functions work once the promise is fulfilled. Before that, they
 * throw an `UnchaffError` with the code `not-started`. Later calls return the same promise and
 * ignore their argument. After a failure, the next call tries again.
 *
 * The promise is rejected with an `UnchaffError`. Its code is `module-not-found` if the module
 * cannot be loaded, and `wasm-forbidden` if a policy forbids WebAssembly.
 *
 * ```js
 * await init(new URL('/unchaff.wasm', location.href));
 * ```
 */
export function init(source: ModuleSource | Promise<ModuleSource>): Promise<void>;
