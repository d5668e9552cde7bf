// The pool of workers where there are the Web's workers: pages, and other workers. The script of the workers travels in
// this one as a string and starts from a blob: address; where a content security policy forbids that, the program starts
// the workers itself (the option `worker`). The module is in a script of its own, loaded when the first page comes and
// only if the program brings no module: the one dynamic import of the package, harmless here because where dynamic
// imports are forbidden (service workers), so are workers.
import { Pool } from '../lib/pool.js';
import source from '../lib/worker-source.js';

export { UnchaffError } from '../lib/error.js';

/** @type {import('../lib/pool.js').Host<Worker>} */
const host = {
  advice:
    "A content security policy has to allow blob: in worker-src and 'wasm-unsafe-eval' in script-src; where it cannot, give the options worker and module.",
  async readModule() {
    const { readModule } = await import('../lib/module-inline.js');
    return readModule();
  },
  startWorker() {
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(address, { type: 'module', name: 'unchaff' });
    // It has its own hold on the script once it answers.
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    return worker;
  },
  listen(worker, onMessage, onFailure) {
    worker.onmessage = ({ data }) => onMessage(data);
    worker.onmessageerror = () => onFailure(new Error('an answer could not be read'));
    worker.onerror = (event) => {
      event.preventDefault();
      onFailure(new Error(event.message || 'its script could not be loaded'));
    };
  },
  setBusy() {},
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
