// What the build makes, and what Vite makes of an address, as far as the hand-written scripts see it.

/** The glue that wasm-bindgen writes. Errors of the core are thrown as `{ code, message }`. */
declare module '*/bindings.js' {
  import type { AddressedPage, Article, CleanOptions, Corrections, Input, KeywordOptions, Rule, Sentence, SummarizeOptions } from 'unchaff';

  export function checkOptions(options?: CleanOptions | null): void;
  export function clean(input: Input, options?: CleanOptions | null): Article;
  export function join(pages: readonly (Input | AddressedPage)[], options?: CleanOptions | null): Article;
  export function keywords(text: string, options?: KeywordOptions | null): string[];
  export function learnRules(article: Pick<Article, 'blocks' | 'type' | 'title' | 'lang'>, corrections: Corrections): Rule[];
  export function probablyReadable(page: Input): boolean;
  export function toMarkdown(input: Input, options?: CleanOptions | null): string;
  export function toText(input: Input, options?: CleanOptions | null): string;
  export function summarize(text: string, options?: SummarizeOptions | null): Sentence[];
  export function initSync(given: { module: WebAssembly.Module }): void;
  export function __wbg_reset_state(): void;
}

/** The module in base64. */
declare module '*/wasm-inline.js' {
  const base64: string;
  export default base64;
}

/** The script of a pool's workers. */
declare module '*/worker-source.js' {
  const source: string;
  export default source;
}

/** The module as workerd hands it out: compiled. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*?url' {
  const address: string;
  export default address;
}

declare module '*?worker&url' {
  const address: string;
  export default address;
}

declare module '*?raw' {
  const text: string;
  export default text;
}

interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}

/** Styles of a part of the site that is loaded later. */
declare module '*.css';
