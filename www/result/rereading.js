/** @import { Article, CleanOptions } from 'unchaff' */

/**
 * Reads the shown page again when a person changes what is asked of it: parts by hand, the summary's length. One reading
 * runs at a time. Changes that come meanwhile share one reading after it.
 */
export class Rereading {
  #read;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  /** The reading that has not begun yet. @type {Promise<Article> | null} */
  #waiting = null;
  /** @type {Promise<Article> | null} */
  #explained = null;

  /** @param {(options: CleanOptions) => Promise<Article>} read reads the page with these options of clean() */
  constructor(read) {
    this.#read = read;
  }

  /**
   * Reads the page with other options.
   *
   * @param {() => CleanOptions} options of clean(), asked for when the reading begins
   * @returns {Promise<Article>} the article
   */
  article(options) {
    this.#waiting ??= this.#enqueue(() => {
      this.#waiting = null;
      return this.#read(options());
    });
    return this.#waiting;
  }

  /**
   * Reads the page with explanations. It is read once.
   *
   * @returns {Promise<Article>} the article as it is chosen automatically, with what moved the verdict on each block
   */
  explained() {
    this.#explained ??= this.#enqueue(() => this.#read({ explain: true }));
    this.#explained.catch(() => {
      this.#explained = null;
    });
    return this.#explained;
  }

  /**
   * @param {() => Promise<Article>} job
   * @returns {Promise<Article>}
   */
  #enqueue(job) {
    const done = this.#queue.then(() => job());
    this.#queue = done.catch(() => {});
    return done;
  }
}
