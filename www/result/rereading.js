/** @import { Article, CleanOptions } from 'unchaff' */

/**
 * Reads the shown page again when a person changes how it should be read, by corrections or another
 * length of the summary. Only one reading runs at a time. Changes that are made in the meantime
 * share the next reading.
 */
export class Rereading {
  #read;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  /** The next reading, which has not begun yet. @type {Promise<Article> | null} */
  #waiting = null;
  /** @type {Promise<Article> | null} */
  #explained = null;

  /**
   * @param {(options: CleanOptions) => Promise<Article>} read reads the page with these options of
   *   `clean()`
   */
  constructor(read) {
    this.#read = read;
  }

  /**
   * Reads the page with other options.
   *
   * @param {() => CleanOptions} options returns the options of `clean()`, called when the reading
   *   begins
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
   * Reads the page with explanations, but only once.
   *
   * @returns {Promise<Article>} the automatically chosen article, with the influences on each
   *   block's verdict
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
