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

/**
 * The part of a worker that a pool uses. Fits the Web's `Worker` and that of `node:worker_threads`.
 */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/** The options of a pool. */
export interface PoolOptions {
  /**
   * Maximum number of threads. The default is one less than the number of cores, but at least one
   * and at most four.
   */
  size?: number;
  /**
   * How many milliseconds a page may take, counted from when a ready thread begins it. There is no
   * limit by default.
   */
  timeLimit?: number | null;
  /**
   * The module `unchaff/unchaff.wasm`, for programs that host it themselves. By default, the module
   * of the package is used.
   */
  module?: ModuleSource | Promise<ModuleSource>;
  /**
   * Starts a worker that runs `unchaff/worker-script`. It is called once for each thread, and again
   * after a thread was stopped. By default, the package starts workers from a string. In pages this
   * needs a `blob:` address, which a content security policy may forbid.
   */
  worker?: () => WorkerLike;
}

/** The part of a signal that is used. Fits `AbortSignal`. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The state of a pool, and its counts of calls. */
export interface PoolStats {
  /** Threads that the pool may have. */
  readonly size: number;
  /** Threads that are running and can take a page at once. */
  readonly ready: number;
  /** Calls that a thread is working on. */
  readonly running: number;
  /** Calls that are waiting for a thread. */
  readonly waiting: number;
  /** Calls that were answered. */
  readonly done: number;
  /** Calls that were rejected after they had been queued. */
  readonly failed: number;
}

/** The options of every function of a pool besides the function's own. */
export interface CallOptions {
  /**
   * Stops the call. The promise is rejected with the signal's reason. If a thread has begun the
   * call, the thread is ended.
   */
  signal?: AbortSignalLike | null;
  /** Replaces the time limit of the pool. */
  timeLimit?: number | null;
}

/**
 * A pool of threads that clean pages, so that the main thread is not blocked. Threads start when
 * they are needed. A thread is ended and replaced if it fails, exceeds the time limit, or works on
 * a call that was aborted. The other threads continue.
 *
 * ```js
 * const pool = new WorkerPool({ timeLimit: 5000 });
 * const article = await pool.clean(html, { url, signal });
 * pool.close();
 * ```
 *
 * The functions are those of `unchaff`, but return promises. These are rejected with the same
 * errors, and with the codes `timed-out`, `worker-failed` and `closed`.
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
  /** The current state of the pool, and its counts of calls so far. */
  readonly stats: PoolStats;
  /** Starts all threads, so that the first pages take no longer than the next. */
  warmUp(): Promise<void>;
  /** Ends all threads. Running, waiting and later calls are rejected with the code `closed`. */
  close(): void;
  /** Does the same as `close`, for `using`. */
  [Symbol.dispose](): void;
}
