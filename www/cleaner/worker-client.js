/**
 * The page's side of the worker. Only one request runs at a time: a new request cancels the one
 * before. The cleaner is synchronous, so cancelling means ending the worker and starting another
 * one.
 */

import workerUrl from './worker.js?worker&url';
import { PageError } from '../errors/index.js';
import { startWorker } from '../shared/trusted-types.js';

/** Runs one request at a time in a worker of its own. */
export class Cleaner {
  #worker = null;
  #lastId = 0;
  /**
   * The running request, with the article's blocks that have arrived so far.
   *
   * @type {{ id: number, blocks: object[], resolve: Function, reject: Function } | null}
   */
  #running = null;

  /** Loads the worker before the first request. */
  start() {
    this.#worker ??= this.#newWorker();
  }

  /**
   * Cleans a page.
   *
   * @param {string | Uint8Array} input
   * @param {import('unchaff').CleanOptions & { summaryTimes?: number }} options the options of
   *   `clean()`, see `cleanToLength()`
   * @returns {Promise<import('unchaff').Article>} the article; rejects with a `PageError`, whose
   *   code is `cancelled` if a newer request or `cancel()` ended this one
   */
  clean(input, options) {
    return this.#request({ call: 'clean', input, options });
  }

  /**
   * Takes the page out of an MHTML file.
   *
   * @param {Uint8Array} input an MHTML file
   * @returns {Promise<{ page: Uint8Array, type: 'html' | 'auto', url?: string, charset?: string }>}
   *   the page in the file; rejects like `clean()`
   */
  unpack(input) {
    return this.#request({ call: 'unpack', input });
  }

  /**
   * Makes rules from corrections.
   *
   * @param {Parameters<typeof import('unchaff').learnRules>[0]} article
   * @param {import('unchaff').Corrections} corrections
   * @returns {Promise<import('unchaff').Rule[]>} rejects like `clean()`
   */
  async learn({ blocks, type, title, lang }, corrections) {
    const { rules } = await this.#request({ call: 'learn', article: { blocks, type, title, lang }, corrections });
    return rules;
  }

  /** Ends the running request, if any. */
  cancel() {
    if (!this.#running) return;
    const { reject } = this.#running;
    this.#running = null;
    this.#discard();
    this.start();
    reject(new PageError('cancelled'));
  }

  /** Ends the worker for good. */
  stop() {
    this.#running?.reject(new PageError('cancelled'));
    this.#running = null;
    this.#discard();
  }

  #request(request) {
    this.cancel();
    this.start();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#running = { id, blocks: [], resolve, reject };
      this.#worker.postMessage({ id, ...request });
    });
  }

  #newWorker() {
    const worker = startWorker(workerUrl);
    worker.onmessage = ({ data }) => this.#settle(data);
    // The script did not load, or ended without an answer.
    worker.onerror = (event) => {
      event.preventDefault();
      this.#settle({ id: this.#running?.id, blocks: undefined, answer: undefined, error: { code: 'not-started' } });
    };
    return worker;
  }

  #settle({ id, blocks: some, answer, error }) {
    // The next request tries to load the module again.
    if (error?.code === 'not-started') this.#discard();
    if (!this.#running || this.#running.id !== id) return;
    const { blocks, resolve, reject } = this.#running;
    if (some) {
      blocks.push(...some);
      return;
    }
    this.#running = null;
    if (error) reject(new PageError(error.code, {}, error.metadata));
    else resolve({ ...answer, blocks });
  }

  #discard() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
