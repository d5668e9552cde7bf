// The pool of workers for hosts with the Web's workers: pages, and other workers. The workers'
// script is embedded in this one as a string and starts from a `blob:` address. If a content
// security policy forbids that, the program can start the workers itself (option `worker`). The
// module is in a separate script, which is loaded with the first page unless the program provides a
// module. This is the only dynamic import of the package. It is harmless, because hosts that forbid
// dynamic imports (service workers) forbid workers too.
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
    // After its first answer, the worker has loaded the script and no longer needs the address.
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
