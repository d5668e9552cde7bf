// The queue before a pool's threads. What differs between hosts comes as `host`:
//
//   readModule()     the module, or a promise of it, as compileModule takes it
//   startWorker()    a worker that runs worker-script.js
//   advice           what to do when a worker fails
//   listen(worker, onMessage, onFailure), setBusy(worker, busy), end(worker)
import { compileModule } from './compile.js';
import { UnchaffError } from './error.js';
import { MAX_BYTES } from './limits.js';
import { Thread } from './thread.js';

/** Threads unless told: each holds memory of its own, and the program needs a core too. */
const MAX_DEFAULT_SIZE = 4;

/** The longest that timers take. */
const MAX_TIME_LIMIT = 2 ** 31 - 1;

const DOCUMENT_NODE = 9;

export class Pool {
  #source;
  #compiling;
  #timeLimit;
  #idle;
  #waiting = [];
  #running = new Map();
  #closed = false;

  constructor(host, { size = defaultSize(), timeLimit, module, worker } = {}) {
    if (!Number.isInteger(size) || size < 1) throw invalid('size', 'it has to be a whole number, 1 or more');
    this.#timeLimit = checkedLimit(timeLimit);
    this.#source = () => module ?? host.readModule();
    const own = worker ? { ...host, startWorker: worker } : host;
    this.#idle = Array.from({ length: size }, () => new Thread(own, () => this.#module()));
  }

  clean(input, options) {
    return this.#call('clean', options, (rest) => pageOf(input, rest));
  }

  join(pages, options) {
    return this.#call('join', options, (rest) => [Array.isArray(pages) ? pages.map(addressed) : pages, rest]);
  }

  probablyReadable(page, options) {
    return this.#call('probablyReadable', options, () => pageOf(page, { maxBytes: Infinity }).slice(0, 1));
  }

  summarize(text, options) {
    return this.#call('summarize', options, (rest) => [text, rest]);
  }

  keywords(text, options) {
    return this.#call('keywords', options, (rest) => [text, rest]);
  }

  close() {
    this.#closed = true;
    const error = new UnchaffError('closed', 'The pool was closed before the page was read.');
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    for (const thread of [...this.#idle, ...this.#running.values()]) thread.stop(error);
  }

  /** Queues a call; `argsOf` makes its arguments from the options that are not the pool's own. */
  async #call(name, options, argsOf) {
    const { signal, timeLimit, ...rest } = options ?? {};
    if (this.#closed) throw new UnchaffError('closed', 'The pool is closed. Make a new one.');
    signal?.throwIfAborted();
    const job = { name, args: argsOf(rest), timeLimit: checkedLimit(timeLimit) ?? this.#timeLimit };
    const done = new Promise((resolve, reject) => Object.assign(job, { resolve, reject }));
    const abort = () => this.#abort(job, signal.reason);
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
    while (this.#waiting.length > 0 && this.#idle.length > 0) this.#run(this.#waiting.shift(), this.#idle.pop());
  }

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

/** The arguments of `clean`, fit for a message: a document becomes its HTML, a view of bytes those bytes alone. */
function pageOf(input, options) {
  if (input?.nodeType === DOCUMENT_NODE) {
    return [input.documentElement?.outerHTML ?? '', { ...options, url: options.url ?? input.URL, type: 'html' }];
  }
  // A letter takes at least one byte.
  const bytes = (typeof input === 'string' ? input.length : input?.byteLength) ?? 0;
  const limit = options.maxBytes ?? MAX_BYTES;
  // Before anything is copied: the copy for the worker, too, takes time and memory.
  if (bytes > limit) throw tooLarge(bytes, limit);
  return [ArrayBuffer.isView(input) ? bytesOf(input) : input, options];
}

/** A page of `join` with its address. */
function addressed(page) {
  const { input, ...own } = page?.input === undefined ? { input: page } : page;
  const [html, { type, ...address }] = pageOf(input, own);
  return { input: html, ...address };
}

function bytesOf({ buffer, byteOffset, byteLength }) {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

function defaultSize() {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 2;
  return Math.max(1, Math.min(cores - 1, MAX_DEFAULT_SIZE));
}

function checkedLimit(timeLimit) {
  if (timeLimit === undefined || timeLimit === null) return undefined;
  if (!(timeLimit > 0 && timeLimit <= MAX_TIME_LIMIT)) throw invalid('timeLimit', 'it has to be a number of milliseconds above 0');
  return timeLimit;
}

function tooLarge(bytes, limit) {
  return new UnchaffError(
    'input-too-large',
    `The input has ${bytes} bytes and the limit is ${limit}. Give only the page that holds the article, or raise maxBytes.`,
  );
}

function invalid(name, problem) {
  return new UnchaffError('invalid-option', `The option ${name} cannot be used: ${problem}`);
}
