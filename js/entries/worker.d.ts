/// <reference lib="esnext.disposable" />
import type {
  AddressedPage,
  Article,
  ArticleWithJsonLd,
  CleanOptions,
  ExplainedArticle,
  Input,
  KeywordOptions,
  Sentence,
  SummarizeOptions,
} from 'unchaff';
import type { ModuleSource } from 'unchaff/slim';

export { type Article, type CleanOptions, type ErrorCode, type Input, UnchaffError } from 'unchaff';

/** The part of a worker that a pool uses: fits the Web's `Worker` and that of `node:worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** What can be chosen for a pool. */
export interface PoolOptions {
  /** Most threads at once. By default a thread fewer than there are cores, at least one and at most four. */
  size?: number;
  /** Milliseconds that a page may take, from when a thread that is ready begins it; no limit by default. */
  timeLimit?: number | null;
  /** The module `unchaff/unchaff.wasm`, for programs that host it; by default the package brings it. */
  module?: ModuleSource | Promise<ModuleSource>;
  /**
   * Starts a worker that runs `unchaff/worker-script`; called once a thread, and again after one was stopped. By default
   * the package starts them from a string: in pages from a `blob:` address, which a content security policy may forbid.
   */
  worker?: () => WorkerLike;
}

/** The part of a signal that is used; fits `AbortSignal`. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What a pool has done and does. */
export interface PoolStats {
  /** Threads that the pool may have. */
  readonly size: number;
  /** Threads that run and can take a page at once. */
  readonly ready: number;
  /** Calls that a thread works on. */
  readonly running: number;
  /** Calls that wait for a thread. */
  readonly waiting: number;
  /** Calls that were answered. */
  readonly done: number;
  /** Calls that were rejected once they were queued. */
  readonly failed: number;
}

/** What every function of a pool takes besides its own options. */
export interface CallOptions {
  /** Stops the call: the promise is rejected with the signal's reason, and the thread ended if it has begun. */
  signal?: AbortSignalLike | null;
  /** Instead of the pool's own. */
  timeLimit?: number | null;
}

/**
 * Threads that clean pages away from the page or server that asks. Threads start when they are needed. One that takes too
 * long, is no longer wanted or fails is ended, and a new one takes its place; the others go on.
 *
 * ```js
 * const pool = new WorkerPool({ timeLimit: 5000 });
 * const article = await pool.clean(html, { url, signal });
 * pool.close();
 * ```
 *
 * The functions are those of `unchaff`, as promises. They are rejected with its errors, and with the codes `timed-out`,
 * `worker-failed` and `closed`.
 */
export class WorkerPool {
  /** @throws {UnchaffError} with the code `invalid-option` */
  constructor(options?: PoolOptions);
  clean(input: Input, options: CleanOptions & CallOptions & { explain: true }): Promise<ExplainedArticle>;
  clean(input: Input, options: CleanOptions & CallOptions & { jsonLd: true }): Promise<ArticleWithJsonLd>;
  clean(input: Input, options?: (CleanOptions & CallOptions) | null): Promise<Article>;
  toMarkdown(input: Input, options?: (CleanOptions & CallOptions) | null): Promise<string>;
  toText(input: Input, options?: (CleanOptions & CallOptions) | null): Promise<string>;
  join(pages: readonly (Input | AddressedPage)[], options?: (CleanOptions & CallOptions) | null): Promise<Article>;
  probablyReadable(page: Input, options?: CallOptions | null): Promise<boolean>;
  summarize(text: string, options?: (SummarizeOptions & CallOptions) | null): Promise<Sentence[]>;
  keywords(text: string, options?: (KeywordOptions & CallOptions) | null): Promise<string[]>;
  /** What the pool has done and does, as numbers of this moment. */
  readonly stats: PoolStats;
  /** Starts all threads and readies them, so that the first pages take no longer than the next. */
  warmUp(): Promise<void>;
  /** Ends all threads. Calls that run or wait are rejected with the code `closed`, and so are later ones. */
  close(): void;
  /** As `close`, for `using`. */
  [Symbol.dispose](): void;
}
