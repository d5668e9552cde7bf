// One worker of a pool: made when the first call comes, and made anew after it was stopped. The functions are
// synchronous, so ending the worker is the only way to stop one.
import { UnchaffError } from './error.js';

export class Thread {
  #host;
  #loadModule;
  #worker;
  #running;

  /** `host` as in pool.js; `loadModule` answers a promise of the compiled module. */
  constructor(host, loadModule) {
    this.#host = host;
    this.#loadModule = loadModule;
  }

  /** Runs one call, `{ name, args }`, on which nothing else may be running. `timeLimit` is in milliseconds. */
  run(call, timeLimit) {
    return new Promise((resolve, reject) => {
      const running = { resolve, reject, timer: undefined };
      this.#running = running;
      this.#send(running, call, timeLimit).catch((error) => {
        if (this.#running === running) this.stop(this.#failure(error));
      });
    });
  }

  /** Ends the worker; the call that runs, if any, is rejected with `error`. */
  stop(error) {
    if (this.#worker) this.#host.end(this.#worker);
    this.#worker = undefined;
    this.#settle()?.reject(error);
  }

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

  #start(module) {
    const worker = this.#host.startWorker();
    // One that was ended has nothing more to say.
    const ifAlive = (work) => (value) => {
      if (this.#worker === worker) work(value);
    };
    this.#host.listen(
      worker,
      ifAlive((answer) => this.#take(answer)),
      ifAlive((error) => this.stop(this.#failure(error))),
    );
    worker.postMessage({ module });
    return worker;
  }

  #take({ answer, error }) {
    if (error?.code === 'internal') {
      this.stop(new UnchaffError(error.code, error.message));
      return;
    }
    this.#host.setBusy(this.#worker, false);
    const { resolve, reject } = this.#settle();
    if (error) reject(new UnchaffError(error.code, error.message));
    else resolve(answer);
  }

  #settle() {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    return running;
  }

  #failure(error) {
    if (error instanceof UnchaffError) return error;
    const reason = error?.message || 'no reason given';
    return new UnchaffError('worker-failed', `The worker could not do it (${reason}). ${this.#host.advice}`, { cause: error });
  }
}
