// The pool of workers in Node. An idle thread does not keep the program alive.
import { Worker } from 'node:worker_threads';
import { readModule } from '../lib/module-node.js';
import { Pool } from '../lib/pool.js';
import source from '../lib/worker-source.js';

export { UnchaffError } from '../lib/error.js';

/** @type {import('../lib/pool.js').Host<Worker>} */
const host = {
  advice: 'Is there memory enough for another thread? A smaller size needs less.',
  readModule,
  startWorker() {
    return new Worker(source, { eval: true, name: 'unchaff' });
  },
  listen(worker, onMessage, onFailure) {
    worker.on('message', onMessage);
    worker.on('messageerror', onFailure);
    worker.on('error', onFailure);
    worker.on('exit', () => onFailure(new Error('it ended')));
  },
  setBusy(worker, busy) {
    if (busy) worker.ref();
    else worker.unref();
  },
  end(worker) {
    worker.terminate();
  },
};

/** @extends {Pool<Worker>} */
export class WorkerPool extends Pool {
  /** @param {import('unchaff/worker').PoolOptions} [options] */
  constructor(options) {
    super(host, options);
  }
}
