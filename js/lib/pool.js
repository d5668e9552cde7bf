// The queue of calls to a pool, and the distribution of calls to its threads.
import { checkOptions } from './arguments.js';
import { compileModule } from './compile.js';
import { startFailure } from './engine.js';
import { UnchaffError } from './error.js';
import { plainArguments } from './input.js';
import { MAX_BYTES, tooLarge } from './limits.js';
import { CLEAN_OPTIONS, invalidOption, KEYWORD_OPTIONS, refuseUnknown, SUMMARIZE_OPTIONS } from './option-names.js';
import { Thread } from './thread.js';

/**
 * @import { AddressedPage, CleanOptions, Input } from 'unchaff'
 * @import { ModuleSource } from 'unchaff/slim'
 * @import { AbortSignalLike, CallOptions, PoolOptions, WorkerPool } from 'unchaff/worker'
 * @import { Answer, Call } from './thread.js'
 */

/**
 * The functions that differ between Node and the Web.
 *
 * @template {import('unchaff/worker').WorkerLike} Worker
 * @typedef {object} Host
 * @property {string} advice what to do when a worker fails
 * @property {() => ModuleSource | Promise<ModuleSource>} readModule
 * @property {() => Worker} startWorker starts a worker that runs worker-script.js
 * @property {(worker: Worker, onMessage: (answer: Answer) => void, onFailure: (error: unknown) => void) => void} listen
 * @property {(worker: Worker, busy: boolean) => void} setBusy
 * @property {(worker: Worker) => void} end
 */

/**
 * A call, with the functions that settle its promise.
 *
 * @typedef {object} Job
 * @property {Call['name']} name
 * @property {unknown[]} args
 * @property {number | undefined} timeLimit
 * @property {(answer: unknown) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/** The options of a pool, and the options that a pool adds to each of its functions. */
const POOL_OPTIONS = ['size', 'timeLimit', 'module', 'worker'];
const CALL_OPTIONS = ['signal', 'timeLimit'];

/**
 * The options of each function in a pool.
 *
 * @satisfies {Record<Exclude<Call['name'], 'checkOptions'>, readonly string[]>}
 */
const OPTIONS_OF = {
  clean: [...CLEAN_OPTIONS, ...CALL_OPTIONS],
  join: [...CLEAN_OPTIONS, ...CALL_OPTIONS],
  toMarkdown: [...CLEAN_OPTIONS, ...CALL_OPTIONS],
  toText: [...CLEAN_OPTIONS, ...CALL_OPTIONS],
  probablyReadable: CALL_OPTIONS,
  summarize: [...SUMMARIZE_OPTIONS, ...CALL_OPTIONS],
  keywords: [...KEYWORD_OPTIONS, ...CALL_OPTIONS],
};

/**
 * Maximum number of threads by default. Each thread has memory of its own, and the program needs a
 * core too.
 */
const MAX_DEFAULT_SIZE = 4;

/** The longest time that timers accept. */
const MAX_TIME_LIMIT = 2 ** 31 - 1;

/**
 * @template {import('unchaff/worker').WorkerLike} Worker
 * @implements {Omit<WorkerPool, typeof Symbol.dispose>}
 */
export class Pool {
  #source;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #compiling;
  #timeLimit;
  #idle;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Map<Job, Thread<Worker>>} */
  #running = new Map();
  /**
   * The calls that each signal may stop. A signal gets a single listener even if many calls share
   * it, because hosts warn about many listeners.
   *
   * @type {Map<AbortSignalLike, { jobs: Set<Job>, abort: () => void }>}
   */
  #signals = new Map();
  #threads;
  #done = 0;
  #failed = 0;
  #closed = false;

  /**
   * @param {Host<Worker>} host
   * @param {PoolOptions} [options]
   */
  constructor(host, options) {
    checkOptions(options);
    refuseUnknown(options, POOL_OPTIONS);
    const { size = defaultSize(), timeLimit, module, worker } = options ?? {};
    if (!Number.isInteger(size) || size < 1) throw invalidOption('size', 'it must be a whole number, 1 or more.');
    if (worker && typeof worker !== 'function') throw invalidOption('worker', 'it must be a function that starts a worker.');
    this.#timeLimit = checkedLimit(timeLimit);
    this.#source = () => module ?? host.readModule();
    // The caller's function to start a worker replaces that of the host.
    const own = worker ? { ...host, startWorker: /** @type {() => Worker} */ (worker) } : host;
    this.#threads = Array.from({ length: size }, () => new Thread(own, () => this.#module()));
    this.#idle = [...this.#threads];
  }

  get stats() {
    return {
      size: this.#threads.length,
      ready: this.#threads.filter((thread) => thread.isReady).length,
      running: this.#running.size,
      waiting: this.#waiting.length,
      done: this.#done,
      failed: this.#failed,
    };
  }

  async warmUp() {
    if (this.#closed) throw closedError();
    await Promise.all(this.#threads.map((thread) => thread.warmUp()));
  }

  /**
   * @param {Input} input
   * @param {(CleanOptions & CallOptions) | null} [options]
   * @returns {Promise<import('unchaff').ExplainedArticle & import('unchaff').ArticleWithJsonLd>}
   *   with the fields that the options ask for
   */
  clean(input, options) {
    return this.#call('clean', input, options);
  }

  /** @type {WorkerPool['join']} */
  join(pages, options) {
    return this.#call('join', pages, options);
  }

  /** @type {WorkerPool['toMarkdown']} */
  toMarkdown(input, options) {
    return this.#call('toMarkdown', input, options);
  }

  /** @type {WorkerPool['toText']} */
  toText(input, options) {
    return this.#call('toText', input, options);
  }

  /** @type {WorkerPool['probablyReadable']} */
  probablyReadable(page, options) {
    return this.#call('probablyReadable', page, options);
  }

  /** @type {WorkerPool['summarize']} */
  summarize(text, options) {
    return this.#call('summarize', text, options);
  }

  /** @type {WorkerPool['keywords']} */
  keywords(text, options) {
    return this.#call('keywords', text, options);
  }

  close() {
    this.#closed = true;
    const error = new UnchaffError('closed', 'The pool was closed before the page was read.');
    this.#failed += this.#waiting.length;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    for (const thread of this.#threads) thread.stop(error);
  }

  // Older hosts do not have the symbol, and nothing there uses this method.
  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }

  /**
   * Queues a call.
   *
   * @template Found
   * @param {keyof typeof OPTIONS_OF} name
   * @param {unknown} first the first argument of the function
   * @param {CallOptions | null | undefined} options the options of the call and of the function
   * @returns {Promise<Found>}
   */
  async #call(name, first, options) {
    if (this.#closed) throw closedError();
    checkOptions(options);
    refuseUnknown(options, OPTIONS_OF[name]);
    const { signal, timeLimit, ...rest } = options ?? {};
    const args = sendable(name, plainArguments(name, first, rest));
    checkSignal(signal);
    signal?.throwIfAborted();
    const job = /** @type {Job} */ ({ name, args, timeLimit: checkedLimit(timeLimit) ?? this.#timeLimit });
    const done = /** @type {Promise<Found>} */ (new Promise((resolve, reject) => Object.assign(job, { resolve, reject })));
    if (signal) this.#listen(signal, job);
    this.#waiting.push(job);
    this.#next();
    try {
      return await done;
    } finally {
      if (signal) this.#forget(signal, job);
    }
  }

  /**
   * Lets a signal stop a call.
   *
   * @param {AbortSignalLike} signal
   * @param {Job} job
   */
  #listen(signal, job) {
    let shared = this.#signals.get(signal);
    if (!shared) {
      /** @type {Set<Job>} */
      const jobs = new Set();
      shared = { jobs, abort: () => [...jobs].forEach((job) => this.#abort(job, signal.reason)) };
      this.#signals.set(signal, shared);
      signal.addEventListener('abort', shared.abort);
    }
    shared.jobs.add(job);
  }

  /**
   * @param {AbortSignalLike} signal
   * @param {Job} job
   */
  #forget(signal, job) {
    const shared = this.#signals.get(signal);
    shared?.jobs.delete(job);
    if (!shared || shared.jobs.size > 0) return;
    signal.removeEventListener('abort', shared.abort);
    this.#signals.delete(signal);
  }

  /** Passes waiting calls to idle threads. */
  #next() {
    while (this.#idle.length > 0) {
      const job = this.#waiting.shift();
      if (!job) return;
      this.#run(job, /** @type {Thread<Worker>} */ (this.#idle.pop()));
    }
  }

  /**
   * @param {Job} job
   * @param {Thread<Worker>} thread
   */
  async #run(job, thread) {
    this.#running.set(job, thread);
    try {
      job.resolve(await thread.run({ name: job.name, args: job.args }, job.timeLimit));
      this.#done++;
    } catch (error) {
      job.reject(error);
      this.#failed++;
    }
    this.#running.delete(job);
    this.#idle.push(thread);
    this.#next();
  }

  /**
   * @param {Job} job
   * @param {unknown} reason
   */
  #abort(job, reason) {
    const thread = this.#running.get(job);
    if (thread) {
      thread.stop(reason);
    } else {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      this.#failed++;
      job.reject(reason);
    }
  }

  /**
   * Returns the compiled module, which is made once for all threads. After a failure, the next call
   * tries again.
   */
  #module() {
    this.#compiling ??= compileModule(this.#source()).catch((error) => {
      this.#compiling = undefined;
      throw startFailure(error);
    });
    return this.#compiling;
  }
}

/**
 * Rejects a page that is too large before it is copied, because copying takes time and memory.
 * Returns the arguments in a form that a message can hold. Of a view of bytes, only the bytes in
 * the view are sent.
 *
 * @param {Call['name']} name
 * @param {[unknown, unknown]} args
 * @returns {unknown[]}
 */
function sendable(name, [first, options]) {
  switch (name) {
    case 'keywords':
    case 'summarize':
      return [first, options];
    case 'join':
      return [
        /** @type {AddressedPage[]} */ (first).map(({ input, ...own }) => ({ input: sendableInput(input, options), ...own })),
        options,
      ];
    case 'probablyReadable':
      return [sendableInput(first, { maxBytes: Infinity })];
    default:
      return [sendableInput(first, options), options];
  }
}

/**
 * @param {unknown} input
 * @param {unknown} options
 */
function sendableInput(input, options) {
  const page = /** @type {string | ArrayBuffer | ArrayBufferView} */ (input);
  // A character takes at least one byte.
  const bytes = typeof page === 'string' ? page.length : page.byteLength;
  const limit = /** @type {CleanOptions} */ (options).maxBytes ?? MAX_BYTES;
  if (bytes > limit) throw tooLarge(limit);
  return ArrayBuffer.isView(page) ? bytesOf(page) : page;
}

/**
 * @param {ArrayBufferView} view
 * @returns {Uint8Array}
 */
function bytesOf({ buffer, byteOffset, byteLength }) {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

function defaultSize() {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
  return Math.max(1, Math.min(cores - 1, MAX_DEFAULT_SIZE));
}

/** @param {number | null | undefined} timeLimit */
function checkedLimit(timeLimit) {
  if (timeLimit === undefined || timeLimit === null) return undefined;
  if (!(timeLimit > 0 && timeLimit <= MAX_TIME_LIMIT)) {
    throw invalidOption('timeLimit', `it must be a number of milliseconds above 0, got ${timeLimit}.`);
  }
  return timeLimit;
}

/** @param {unknown} signal */
function checkSignal(signal) {
  if (signal === undefined || signal === null) return;
  if (typeof signal !== 'object' || !('aborted' in signal)) {
    throw invalidOption('signal', 'it must be an AbortSignal, such as the signal of an AbortController.');
  }
}

function closedError() {
  return new UnchaffError('closed', 'The pool is closed. Make a new one.');
}
