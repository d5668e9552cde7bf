// The queue before a pool's threads.
import { compileModule } from './compile.js';
import { UnchaffError } from './error.js';
import { MAX_BYTES } from './limits.js';
import { Thread } from './thread.js';

/**
 * @import { AddressedPage, CleanOptions, Input, KeywordOptions, SummarizeOptions } from 'unchaff'
 * @import { ModuleSource } from 'unchaff/slim'
 * @import { CallOptions, PoolOptions, WorkerPool } from 'unchaff/worker'
 * @import { Answer, Call } from './thread.js'
 */

/**
 * What differs between hosts.
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
 * A call and what waits for it.
 *
 * @typedef {object} Job
 * @property {Call['name']} name
 * @property {unknown[]} args
 * @property {number | undefined} timeLimit
 * @property {(answer: unknown) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/** The options of a pool, and those of a call that are the pool's own. */
const POOL_OPTIONS = ['size', 'timeLimit', 'module', 'worker'];
const CALL_OPTIONS = ['signal', 'timeLimit'];

/** Threads unless told: each holds memory of its own, and the program needs a core too. */
const MAX_DEFAULT_SIZE = 4;

/** The longest that timers take. */
const MAX_TIME_LIMIT = 2 ** 31 - 1;

const DOCUMENT_NODE = 9;

/**
 * @template {import('unchaff/worker').WorkerLike} Worker
 * @implements {WorkerPool}
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
  #closed = false;

  /**
   * @param {Host<Worker>} host
   * @param {PoolOptions} [options]
   */
  constructor(host, options = {}) {
    refuseOthers(options, POOL_OPTIONS);
    const { size = defaultSize(), timeLimit, module, worker } = options;
    if (!Number.isInteger(size) || size < 1) throw invalid('size', 'it has to be a whole number, 1 or more');
    this.#timeLimit = checkedLimit(timeLimit);
    this.#source = () => module ?? host.readModule();
    // The program's workers are those of its host.
    const own = worker ? { ...host, startWorker: /** @type {() => Worker} */ (worker) } : host;
    this.#idle = Array.from({ length: size }, () => new Thread(own, () => this.#module()));
  }

  /** @type {WorkerPool['clean']} */
  clean(input, options) {
    return this.#call('clean', options, (rest) => pageOf(input, rest));
  }

  /** @type {WorkerPool['join']} */
  join(pages, options) {
    return this.#call('join', options, (rest) => [Array.isArray(pages) ? pages.map(addressed) : pages, rest]);
  }

  /** @type {WorkerPool['probablyReadable']} */
  probablyReadable(page, options) {
    return this.#call('probablyReadable', options, () => {
      refuseOthers(options, CALL_OPTIONS);
      return pageOf(page, { maxBytes: Infinity }).slice(0, 1);
    });
  }

  /** @type {WorkerPool['summarize']} */
  summarize(text, options) {
    return this.#call('summarize', options, (rest) => [text, rest]);
  }

  /** @type {WorkerPool['keywords']} */
  keywords(text, options) {
    return this.#call('keywords', options, (rest) => [text, rest]);
  }

  close() {
    this.#closed = true;
    const error = new UnchaffError('closed', 'The pool was closed before the page was read.');
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    for (const thread of [...this.#idle, ...this.#running.values()]) thread.stop(error);
  }

  /**
   * Queues a call.
   *
   * @template {CallOptions} Options
   * @template Found
   * @param {Call['name']} name
   * @param {Options | null | undefined} options
   * @param {(rest: Omit<Options, keyof CallOptions>) => unknown[]} argsOf makes the arguments from the options that are not the pool's
   * @returns {Promise<Found>}
   */
  async #call(name, options, argsOf) {
    const { signal, timeLimit, ...rest } = options ?? /** @type {Options} */ ({});
    if (this.#closed) throw new UnchaffError('closed', 'The pool is closed. Make a new one.');
    signal?.throwIfAborted();
    const job = /** @type {Job} */ ({ name, args: argsOf(rest), timeLimit: checkedLimit(timeLimit) ?? this.#timeLimit });
    const done = /** @type {Promise<Found>} */ (new Promise((resolve, reject) => Object.assign(job, { resolve, reject })));
    const abort = () => this.#abort(job, signal?.reason);
    signal?.addEventListener('abort', abort);
    this.#waiting.push(job);
    this.#next();
    try {
      return await done;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Gives what waits to idle threads. */
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
    } catch (error) {
      job.reject(error);
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
      job.reject(reason);
    }
  }

  /** The compiled module, made once for all threads; after a failure the next call tries again. */
  #module() {
    this.#compiling ??= compileModule(this.#source()).catch((error) => {
      this.#compiling = undefined;
      throw error;
    });
    return this.#compiling;
  }
}

/**
 * The arguments of `clean`, fit for a message: a document becomes its HTML, a view of bytes those bytes alone.
 *
 * @template {CleanOptions} Options
 * @param {Input} input
 * @param {Options} options
 * @returns {[Input, Options]}
 */
function pageOf(input, options) {
  if (isDocument(input)) {
    return [input.documentElement?.outerHTML ?? '', { ...options, url: options.url ?? input.URL, type: 'html' }];
  }
  // A letter takes at least one byte.
  const bytes = (typeof input === 'string' ? input.length : input?.byteLength) ?? 0;
  const limit = options.maxBytes ?? MAX_BYTES;
  // Before anything is copied: the copy for the worker, too, takes time and memory.
  if (bytes > limit) throw tooLarge(bytes, limit);
  return [ArrayBuffer.isView(input) ? bytesOf(input) : input, options];
}

/**
 * Returns `true` for a document. Told by its node type, not its class: one of another frame or of jsdom has another class.
 *
 * @param {unknown} input
 * @returns {input is import('unchaff').DocumentLike}
 */
function isDocument(input) {
  return typeof input === 'object' && input !== null && 'nodeType' in input && input.nodeType === DOCUMENT_NODE;
}

/**
 * @param {Input | AddressedPage} page
 * @returns {page is AddressedPage}
 */
function isAddressed(page) {
  return typeof page === 'object' && page !== null && 'input' in page && page.input !== undefined;
}

/**
 * A page of `join` with its address.
 *
 * @param {Input | AddressedPage} page
 * @returns {Input | AddressedPage}
 */
function addressed(page) {
  const { input, ...own } = isAddressed(page) ? page : { input: page };
  const [html, { type, ...address }] = pageOf(input, /** @type {CleanOptions} */ (own));
  return { input: html, ...address };
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

/**
 * Refuses options that do not exist, so that a misspelt name is never ignored.
 *
 * @param {object | null | undefined} options
 * @param {string[]} known
 */
function refuseOthers(options, known) {
  const other = Object.keys(options ?? {}).find((name) => !known.includes(name));
  if (other !== undefined) throw invalid(other, `there is no such option. Known are: ${known.join(', ')}.`);
}

/** @param {number | null | undefined} timeLimit */
function checkedLimit(timeLimit) {
  if (timeLimit === undefined || timeLimit === null) return undefined;
  if (!(timeLimit > 0 && timeLimit <= MAX_TIME_LIMIT)) throw invalid('timeLimit', 'it has to be a number of milliseconds above 0');
  return timeLimit;
}

/**
 * @param {number} bytes
 * @param {number} limit
 */
function tooLarge(bytes, limit) {
  return new UnchaffError(
    'input-too-large',
    `The input has ${bytes} bytes and the limit is ${limit}. Give only the page that holds the article, or raise maxBytes.`,
  );
}

/**
 * @param {string} name
 * @param {string} problem
 */
function invalid(name, problem) {
  return new UnchaffError('invalid-option', `The option ${name} cannot be used: ${problem}`);
}
