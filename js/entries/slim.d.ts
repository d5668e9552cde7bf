import type { UrlLike } from 'unchaff';

export * from 'unchaff';

/** The module `unchaff/unchaff.wasm`: compiled, its bytes, where it lies, or a server's answer holding it. */
export type ModuleSource = CompiledModule | ArrayBuffer | ArrayBufferView<ArrayBuffer> | UrlLike | string | WasmResponse;

/** `WebAssembly.Module`, where the program's types have it. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : object;

/** The part of a server's answer that is read; fits `Response`. */
export interface WasmResponse {
  readonly ok: boolean;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Starts the module; the other functions work once the promise is fulfilled, and throw an `UnchaffError` with the code
 * `not-started` before. Later calls answer the same promise, whatever they are given; after a failure the next call
 * tries again.
 *
 * Rejected with an `UnchaffError`: `module-not-found` where the module cannot be had, `wasm-forbidden` where a policy forbids it.
 *
 * ```js
 * await init(new URL('/unchaff.wasm', location.href));
 * ```
 */
export function init(source: ModuleSource | Promise<ModuleSource>): Promise<void>;
