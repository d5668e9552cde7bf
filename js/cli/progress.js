// Shows the progress of a long run on one line of the terminal, which is overwritten each time.

/** Milliseconds between two updates. The line changes often enough to show that the run goes on. */
const INTERVAL = 200;

/** Counts pages, and shows the count if `stream` is a terminal. */
export class Progress {
  #stream;
  #pages = 0;
  #failed = 0;
  #start = performance.now();
  #shown = 0;

  /** @param {{ isTTY?: boolean, write(text: string): unknown }} stream */
  constructor(stream) {
    this.#stream = stream;
  }

  /** @param {boolean} failed */
  add(failed) {
    this.#pages++;
    if (failed) this.#failed++;
    if (this.#stream.isTTY && performance.now() - this.#shown > INTERVAL) this.#show('');
  }

  /** Shows the final count. */
  end() {
    if (this.#stream.isTTY && this.#pages > 0) this.#show('\n');
  }

  /** @param {string} ending */
  #show(ending) {
    this.#shown = performance.now();
    const rate = (this.#pages / ((this.#shown - this.#start) / 1000)).toFixed(1);
    this.#stream.write(`\r${this.#pages} pages, ${this.#failed} failed, ${rate} a second\x1b[K${ending}`);
  }
}
