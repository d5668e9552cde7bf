import { PageError } from '../errors/index.js';
import { startWorker } from '../shared/trusted-types.js';
import workerUrl from './zip-worker.js?worker&url';

/**
 * Packs files into a zip archive.
 *
 * @param {{ name: string, data: string | Uint8Array, stored?: boolean }[]} files in the order of
 *   the archive, with unique names; `stored` files are not compressed
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a zip archive; rejects with a `PageError`
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
