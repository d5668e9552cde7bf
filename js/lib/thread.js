// One worker of a pool: made when the first call comes, and made anew after it was stopped. The functions are
// synchronous, so ending the worker is the only way to stop one.
import { messageOf, UnchaffError } from './error.js';

/**
 * @import { Functions } from './engine.js'
 * @import { Host } from './pool.js'
 */

/**
 * A function, and what it is given.
 *
 * @typedef {{ name: keyof Functions, args: unknown[] }} Call
 */

/**
 * What a worker answers to a call.
 *
 * @typedef {{ answer: unknown, error?: undefined } | { answer?: undefined, error: Pick<UnchaffError, 'code' | 'message'> }} Answer
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
   * Runs one call; no other may be running.
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

  /**
   * Ends the worker; the call that runs, if any, is rejected with `error`.
   *
   * @param {unknown} error
   */
  stop(error) {
    if (this.#worker) this.#host.end(this.#worker);
    this.#worker = undefined;
    this.#settle()?.reject(error);
  }

  /**
   * @param {Running} running
   * @param {Call} call
   * @param {number | undefined} timeLimit
   */
  async #send(running, call, timeLimit) {
    const module = await this.#loadModule();
    // It may have been stopped meanwhile.
    if (this.#running !== running) return;
    this.#worker ??= this.#start(module);
    this.#host.setBusy(this.#worker, true);
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
    // One that was ended has nothing more to say.
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
  #take({ answer, error }) {
    if (error?.code === 'internal') {
      this.stop(new UnchaffError(error.code, error.message));
      return;
    }
    if (this.#worker) this.#host.setBusy(this.#worker, false);
    const running = this.#settle();
    if (error) running?.reject(new UnchaffError(error.code, error.message));
    else running?.resolve(answer);
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
    return new UnchaffError('worker-failed', `The worker could not do it (${reason}). ${this.#host.advice}`, { cause: error });
  }
}
