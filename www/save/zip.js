import { PageError } from '../page-error.js';
import { startWorker } from '../trusted-types.js';
import workerUrl from './zip-worker.js?worker&url';

/**
 * @param {{ name: string, data: string | Uint8Array, stored?: boolean }[]} files in the archive's order, under unique
 *   names; stored: not compressed
 * @returns {Promise<Uint8Array>} a zip archive; rejects with a PageError
 */
export function zip(files) {
  const worker = startWorker(workerUrl);
  return new Promise((resolve, reject) => {
    const fail = () => reject(new PageError('not-saved'));
    worker.onmessage = ({ data }) => (data ? resolve(data) : fail());
    worker.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    worker.postMessage({ files });
  }).finally(() => worker.terminate());
}
