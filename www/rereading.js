/**
 * Reads the shown page anew when a person changes what is asked of it: parts by hand, the summary's length. One reading
 * at a time; what changes while one runs is read once after it, all together.
 */
export class Rereading {
  #read;
  #queue = Promise.resolve();
  /** The reading that has not begun yet. @type {Promise<object> | null} */
  #waiting = null;
  /** @type {Promise<object> | null} */
  #explained = null;

  /** @param {(options: object) => Promise<object>} read reads the page with these options of clean() */
  constructor(read) {
    this.#read = read;
  }

  /**
   * @param {() => object} options of clean(), asked for when the reading begins
   * @returns {Promise<object>} the article
   */
  article(options) {
    this.#waiting ??= this.#enqueue(() => {
      this.#waiting = null;
      return this.#read(options());
    });
    return this.#waiting;
  }

  /** @returns {Promise<object>} the article as it is chosen automatically, with what moved the verdict on each block; read once */
  explained() {
    this.#explained ??= this.#enqueue(() => this.#read({ explain: true }));
    this.#explained.catch(() => {
      this.#explained = null;
    });
    return this.#explained;
  }

  #enqueue(job) {
    const done = this.#queue.then(job);
    this.#queue = done.catch(() => {});
    return done;
  }
}
