/**
 * Cleans many files, a few at a time, each in a worker. A failure of one file does not affect the
 * others.
 *
 * @typedef {object} Row
 * @property {File} file
 * @property {'waiting' | 'reading' | 'done' | 'failed' | 'cancelled'} state
 * @property {import('unchaff').Article} [article] without its blocks, because they are as large as
 *   the page and only an opened page needs them
 * @property {PageError} [error]
 */

import { fromFile, payload } from '../input/index.js';
import { PageError } from '../errors/index.js';
import { Cleaner } from '../cleaner/index.js';

/**
 * Maximum number of workers. Each one holds the module and a page, which takes some 100 MB for a
 * large page.
 */
const MAX_WORKERS = 4;

export class Batch {
  /** @type {Row[]} */
  rows;
  #next = 0;
  #isCancelled = false;
  #cleaners = [];
  #onChange;

  /**
   * @param {File[]} files
   * @param {(row: Row) => void} onChange called whenever a row's state has changed
   */
  constructor(files, onChange) {
    this.rows = files.map((file) => ({ file, state: 'waiting' }));
    this.#onChange = onChange;
  }

  /** Works until every file is cleaned or has failed, or until `cancel()` is called. */
  async run() {
    // One core is reserved for the page.
    const workers = Math.min(MAX_WORKERS, Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1), this.rows.length);
    this.#cleaners = Array.from({ length: workers }, () => new Cleaner());
    await Promise.all(this.#cleaners.map((cleaner) => this.#work(cleaner)));
  }

  /** Ends the running work. Waiting files are not started. */
  cancel() {
    this.#isCancelled = true;
    for (const cleaner of this.#cleaners) cleaner.stop();
    for (const row of this.rows) if (row.state === 'waiting') this.#change(row, { state: 'cancelled' });
  }

  async #work(cleaner) {
    while (!this.#isCancelled && this.#next < this.rows.length) {
      const row = this.rows[this.#next++];
      this.#change(row, { state: 'reading' });
      this.#change(row, await read(row.file, cleaner));
    }
    cleaner.stop();
  }

  #change(row, values) {
    Object.assign(row, values);
    this.#onChange(row);
  }
}

/** Cleans one file. @returns {Promise<Partial<Row>>} the changes to the file's row */
async function read(file, cleaner) {
  try {
    const input = await fromFile(file, cleaner);
    const { type, url, charset } = input;
    const { blocks, ...article } = await cleaner.clean(payload(input), { type, url, charset });
    return { state: 'done', article };
  } catch (error) {
    if (error.code === 'cancelled') return { state: 'cancelled' };
    return { state: 'failed', error: error instanceof PageError ? error : new PageError('internal') };
  }
}
