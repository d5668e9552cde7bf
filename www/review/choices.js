/**
 * What a person decided by hand on the parts of one page, over the automatic choice. Plain data.
 */
export class Choices {
  #automatic;
  /** @type {Map<number, boolean>} parts by number, and whether they are kept */
  #now = new Map();
  /** What was decided before each step, the oldest first. @type {Map<number, boolean>[]} */
  #past = [];

  /** @param {boolean[]} automatic for each part, whether it is kept by itself */
  constructor(automatic) {
    this.#automatic = automatic;
  }

  /** @returns {number} how many parts are not as the automatic choice has them */
  get size() {
    return this.#now.size;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  isByHand(part) {
    return this.#now.has(part);
  }

  isKept(part) {
    return this.#now.get(part) ?? this.#automatic[part];
  }

  /**
   * Keeps parts or throws them out, in one step. A part that is then as the automatic choice has it counts as untouched.
   *
   * @param {number[]} parts
   * @param {boolean} kept
   */
  set(parts, kept) {
    const next = new Map(this.#now);
    for (const part of parts) {
      if (this.#automatic[part] === kept) next.delete(part);
      else next.set(part, kept);
    }
    this.#past.push(this.#now);
    this.#now = next;
  }

  /** Takes every decision back, in one step. */
  reset() {
    this.#past.push(this.#now);
    this.#now = new Map();
  }

  /** @returns {number[]} the parts that the last step changed and that are now as before it */
  undo() {
    const undone = this.#now;
    this.#now = this.#past.pop() ?? new Map();
    const touched = new Set([...undone.keys(), ...this.#now.keys()]);
    return [...touched].filter((part) => undone.get(part) !== this.#now.get(part)).sort((a, b) => a - b);
  }

  /** @returns {[part: number, kept: boolean][]} the decisions in the order of the page */
  entries() {
    return [...this.#now].sort(([a], [b]) => a - b);
  }

  /** @returns {{ keep?: number[], drop?: number[] }} the decisions as clean() takes them */
  options() {
    const parts = this.entries();
    const of = (kept) => parts.filter(([, value]) => value === kept).map(([part]) => part);
    return parts.length > 0 ? { keep: of(true), drop: of(false) } : {};
  }
}
