// The pool of workers in Node. A thread that waits does not keep the program alive.
import { Worker } from 'node:worker_threads';
import { readModule } from './module-node.js';
import { Pool } from './pool.js';
import source from './worker-source.js';

export { UnchaffError } from './error.js';

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

export class WorkerPool extends Pool {
  constructor(options) {
    super(host, options);
  }
}
