/**
 * A person's decisions on one page, which take precedence over the automatic choice: which parts
 * are kept, which are headings, the title and other fields in the person's own words, and
 * highlights. The data is plain, and every step can be undone and redone.
 *
 * @typedef {{ title?: string, authors?: string[], date?: string, source?: string, site?: string }}
 *   Fields an empty value removes the field from the article
 * @typedef {{ kept: Map<number, boolean>, headings: Map<number, boolean>, fields: Fields, highlights: Highlight[] }} State
 *   parts are identified by their numbers
 * @typedef {{ now: State, past: State[], future: State[] }} Course `past` holds the states before
 *   each step, the oldest first, and `future` the states that were undone. The objects are never
 *   changed: each step makes new ones
 * @typedef {import('./highlights.js').Highlight} Highlight
 */

import { overlaps, withMore } from './highlights.js';

export class Choices {
  #automatic;
  /** @type {Course} */
  #course;

  /**
   * @param {boolean[]} automatic for each part, whether the automatic choice keeps it
   * @param {Partial<State>} [before] the decisions of an earlier visit
   */
  constructor(automatic, { kept = new Map(), headings = new Map(), fields = {}, highlights = [] } = {}) {
    this.#automatic = automatic;
    this.#course = { now: { kept, headings, fields, highlights }, past: [], future: [] };
  }

  /** Returns the current decisions. @returns {State} */
  get state() {
    return this.#now;
  }

  /**
   * Returns the current decisions with the steps to undo and redo, for `goBackTo()`.
   *
   * @returns {Course}
   */
  get course() {
    return this.#course;
  }

  /** Restores earlier decisions, including the steps to undo and redo. @param {Course} course */
  goBackTo(course) {
    this.#course = course;
  }

  /** @returns {number} the number of decisions; highlights do not count */
  get size() {
    const { kept, headings, fields } = this.#now;
    return new Set([...kept.keys(), ...headings.keys()]).size + Object.keys(fields).length;
  }

  get canUndo() {
    return this.#course.past.length > 0;
  }

  get canRedo() {
    return this.#course.future.length > 0;
  }

  isByHand(part) {
    return this.#now.kept.has(part) || this.#now.headings.has(part);
  }

  isKept(part) {
    return this.#now.kept.get(part) ?? this.#automatic[part];
  }

  /**
   * Keeps parts or leaves them out. A part that then agrees with the automatic choice counts as
   * unchanged.
   *
   * @param {number[]} parts
   * @param {boolean} kept
   */
  set(parts, kept) {
    this.#step({ kept: this.#with(parts, kept) });
  }

  /**
   * Turns a part into a heading, or a heading into an ordinary part. A part that was left out is
   * then kept.
   */
  setHeading(part, isHeading) {
    this.#step({ kept: this.#with([part], true), headings: new Map(this.#now.headings).set(part, isHeading) });
  }

  /**
   * Sets the title.
   *
   * @param {string} title
   * @param {number} [part] the part that consists of the title; it is left out, because the title
   *   would appear twice
   */
  setTitle(title, part) {
    const kept = part === undefined ? this.#now.kept : this.#with([part], false);
    this.#step({ kept, fields: { ...this.#now.fields, title } });
  }

  /** @param {Fields} fields the fields to change */
  setFields(fields) {
    this.#step({ fields: { ...this.#now.fields, ...fields } });
  }

  /** Adds highlights at some places. @param {Highlight[]} places */
  highlight(places) {
    this.#step({ highlights: withMore(this.#now.highlights, places) });
  }

  /** Removes the highlights that overlap some places. @param {Highlight[]} places */
  unhighlight(places) {
    this.#step({ highlights: this.#now.highlights.filter((highlight) => !places.some((place) => overlaps(highlight, place))) });
  }

  /** Returns `true` if at least one place overlaps a highlight. @param {Highlight[]} places */
  isHighlighted(places) {
    return this.#now.highlights.some((highlight) => places.some((place) => overlaps(highlight, place)));
  }

  /** Reverts all decisions in one step. Highlights stay. */
  reset() {
    this.#step({ kept: new Map(), headings: new Map(), fields: {} });
  }

  /** @returns {number[]} the parts that the last step had changed */
  undo() {
    const { now, past, future } = this.#course;
    return past.length > 0 ? this.#go({ now: past.at(-1), past: past.slice(0, -1), future: [...future, now] }) : [];
  }

  /** @returns {number[]} the parts that the last `undo()` had changed */
  redo() {
    const { now, past, future } = this.#course;
    return future.length > 0 ? this.#go({ now: future.at(-1), past: [...past, now], future: future.slice(0, -1) }) : [];
  }

  /** @returns {{ keep?: number[], drop?: number[], headings?: [part: number, isHeading: boolean][], highlights?: Highlight[] }} */
  options() {
    const { kept, headings, highlights } = this.#now;
    const of = (value) => [...kept.keys()].filter((part) => kept.get(part) === value).sort((a, b) => a - b);
    return {
      ...(kept.size > 0 && { keep: of(true), drop: of(false) }),
      ...(headings.size > 0 && { headings: [...headings] }),
      ...(highlights.length > 0 && { highlights }),
    };
  }

  #with(parts, kept) {
    const next = new Map(this.#now.kept);
    for (const part of parts) {
      if (this.#automatic[part] === kept) next.delete(part);
      else next.set(part, kept);
    }
    return next;
  }

  /** @param {Partial<State>} changes */
  #step(changes) {
    this.#course = { now: { ...this.#now, ...changes }, past: [...this.#course.past, this.#now], future: [] };
  }

  /** @param {Course} course */
  #go(course) {
    const before = this.#now;
    this.#course = course;
    const touched = new Set(['kept', 'headings'].flatMap((name) => [...before[name].keys(), ...this.#now[name].keys()]));
    const differs = (part) => ['kept', 'headings'].some((name) => before[name].get(part) !== this.#now[name].get(part));
    return [...touched].filter(differs).sort((a, b) => a - b);
  }

  get #now() {
    return this.#course.now;
  }
}
