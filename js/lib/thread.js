// One worker of a pool. It is started with the first call, and started again after it was stopped.
// The functions are synchronous, so a call can only be stopped by ending the worker.
import { messageOf, UnchaffError } from './error.js';

/**
 * @import { Functions } from './engine.js'
 * @import { Host } from './pool.js'
 */

/**
 * A function and its arguments. `learnRules` is not included, because it is too fast to need a
 * thread.
 *
 * @typedef {{ name: Exclude<keyof Functions, 'learnRules'>, args: unknown[] }} Call
 */

/**
 * A message from a worker. The first one says that the worker is ready. Then there is one for each
 * call.
 *
 * @typedef {{ ready: true } | { answer: unknown } | { error: Pick<UnchaffError, 'code' | 'message' | 'metadata'> }} Answer
 */

/**
 * A call that waits for its answer.
 *
 * @typedef {object} Running
 * @property {(answer: unknown) => void} resolve
 * @property {(reason: unknown) => void} reject
 * @property {ReturnType<typeof setTimeout> | undefined} timer
 */

/** @template {import('unchaff/worker').WorkerLike} Worker what the host starts */

export class Thread {
  #host;
  #loadModule;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {{ resolve: () => void, reject: (error: unknown) => void }} */
  #settleReady = { resolve() {}, reject() {} };
  isReady = false;
  /** @type {Running | undefined} */
  #running;

  /**
   * @param {Host<Worker>} host
   * @param {() => Promise<WebAssembly.Module>} loadModule
   */
  constructor(host, loadModule) {
    this.#host = host;
    this.#loadModule = loadModule;
  }

  /**
   * Runs one call. No other call may be running.
   *
   * @param {Call} call
   * @param {number | undefined} timeLimit in milliseconds
   * @returns {Promise<unknown>}
   */
  run(call, timeLimit) {
    return new Promise((resolve, reject) => {
      /** @type {Running} */
      const running = { resolve, reject, timer: undefined };
      this.#running = running;
      this.#send(running, call, timeLimit).catch((error) => {
        if (this.#running === running) this.stop(this.#failure(error));
      });
    });
  }

  /** Starts the worker, unless there is one, and waits until it can take a call. */
  async warmUp() {
    const module = await this.#loadModule();
    this.#worker ??= this.#start(module);
    if (!this.isReady) this.#host.setBusy(this.#worker, true);
    await this.#ready;
    if (this.#worker && !this.#running) this.#host.setBusy(this.#worker, false);
  }

  /**
   * Ends the worker. A running call is rejected with `error`.
   *
   * @param {unknown} error
   */
  stop(error) {
    if (this.#worker) this.#host.end(this.#worker);
    this.#worker = undefined;
    this.isReady = false;
    this.#settleReady.reject(error);
    this.#settle()?.reject(error);
  }

  /**
   * @param {Running} running
   * @param {Call} call
   * @param {number | undefined} timeLimit
   */
  async #send(running, call, timeLimit) {
    const module = await this.#loadModule();
    // The call may have been stopped in the meantime.
    if (this.#running !== running) return;
    this.#worker ??= this.#start(module);
    this.#host.setBusy(this.#worker, true);
    // The time limit applies to the page, so the time to start a thread does not count.
    await this.#ready;
    if (this.#running !== running) return;
    this.#worker.postMessage(call);
    if (timeLimit === undefined) return;
    const message = `The page took longer than ${timeLimit} ms. Raise timeLimit, or do without the page.`;
    running.timer = setTimeout(() => this.stop(new UnchaffError('timed-out', message)), timeLimit);
  }

  /**
   * @param {WebAssembly.Module} module
   * @returns {Worker}
   */
  #start(module) {
    const worker = this.#host.startWorker();
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject };
    });
    // A caller that waits for the thread gets the error. If no caller waits, the running call gets
    // it.
    this.#ready.catch(() => {});
    // Messages of a worker that was ended are ignored.
    /**
     * @template T
     * @param {(value: T) => void} work
     * @returns {(value: T) => void}
     */
    const ifAlive = (work) => (value) => {
      if (this.#worker === worker) work(value);
    };
    this.#host.listen(
      worker,
      ifAlive((/** @type {Answer} */ answer) => this.#take(answer)),
      ifAlive((error) => this.stop(this.#failure(error))),
    );
    worker.postMessage({ module });
    return worker;
  }

  /** @param {Answer} given */
  #take(given) {
    if ('ready' in given) {
      this.isReady = true;
      this.#settleReady.resolve();
      return;
    }
    const error = 'error' in given && errorOf(given.error);
    // An instance that failed before it was ready, or trapped, cannot be used again.
    if (error && (!this.isReady || error.code === 'internal')) {
      this.stop(error);
      return;
    }
    if (this.#worker) this.#host.setBusy(this.#worker, false);
    const running = this.#settle();
    if ('answer' in given) running?.resolve(given.answer);
    else running?.reject(error);
  }

  #settle() {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    return running;
  }

  /**
   * @param {unknown} error
   * @returns {UnchaffError}
   */
  #failure(error) {
    if (error instanceof UnchaffError) return error;
    const reason = messageOf(error ?? '') || 'no reason given';
    return new UnchaffError('worker-failed', `The worker failed (${reason}). ${this.#host.advice}`, { cause: error });
  }
}

/**
 * Recreates the error that a worker sent.
 *
 * @param {Pick<UnchaffError, 'code' | 'message' | 'metadata'>} sent
 */
function errorOf({ code, message, metadata }) {
  return new UnchaffError(code, message, { metadata });
}
