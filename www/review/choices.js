/**
 * What a person decided by hand on one page, over the automatic choice: which parts are kept, which are headings, the
 * title and other fields in their own words, and what is highlighted. Plain data, with every step to undo and to redo.
 *
 * @typedef {{ title?: string, authors?: string[], date?: string, source?: string, site?: string }} Fields empty for what the
 *   article is to have none of
 * @typedef {{ kept: Map<number, boolean>, headings: Map<number, boolean>, fields: Fields, highlights: Highlight[] }} State parts are
 *   named by their number
 * @typedef {import('./highlights.js').Highlight} Highlight
 */

import { overlaps, withMore } from './highlights.js';

export class Choices {
  #automatic;
  /** @type {State} */
  #now;
  /** The states before each step, the oldest first, and those that were undone. @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];

  /**
   * @param {boolean[]} automatic for each part, whether it is kept by itself
   * @param {Partial<State>} [before] what was decided on an earlier visit
   */
  constructor(automatic, { kept = new Map(), headings = new Map(), fields = {}, highlights = [] } = {}) {
    this.#automatic = automatic;
    this.#now = { kept, headings, fields, highlights };
  }

  /** What is decided now. @returns {State} */
  get state() {
    return this.#now;
  }

  /** @returns {number} how many decisions there are; a highlight decides nothing */
  get size() {
    const { kept, headings, fields } = this.#now;
    return new Set([...kept.keys(), ...headings.keys()]).size + Object.keys(fields).length;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  isByHand(part) {
    return this.#now.kept.has(part) || this.#now.headings.has(part);
  }

  isKept(part) {
    return this.#now.kept.get(part) ?? this.#automatic[part];
  }

  /**
   * Keeps parts or throws them out. A part that is then as the automatic choice has it counts as untouched.
   *
   * @param {number[]} parts
   * @param {boolean} kept
   */
  set(parts, kept) {
    this.#step({ kept: this.#with(parts, kept) });
  }

  /** Makes a part a heading, or a heading a part like others. A part that was left out is kept then. */
  setHeading(part, isHeading) {
    this.#step({ kept: this.#with([part], true), headings: new Map(this.#now.headings).set(part, isHeading) });
  }

  /**
   * Makes words the title.
   *
   * @param {string} title
   * @param {number} [part] the part that holds them and nothing else: it would say them twice
   */
  setTitle(title, part) {
    const kept = part === undefined ? this.#now.kept : this.#with([part], false);
    this.#step({ kept, fields: { ...this.#now.fields, title } });
  }

  /** @param {Fields} fields those that are to change */
  setFields(fields) {
    this.#step({ fields: { ...this.#now.fields, ...fields } });
  }

  /** Highlights some places. @param {Highlight[]} places */
  highlight(places) {
    this.#step({ highlights: withMore(this.#now.highlights, places) });
  }

  /** Takes away the highlights that some places touch. @param {Highlight[]} places */
  unhighlight(places) {
    this.#step({ highlights: this.#now.highlights.filter((highlight) => !places.some((place) => overlaps(highlight, place))) });
  }

  /** Returns `true` if some places touch a highlight. @param {Highlight[]} places */
  isHighlighted(places) {
    return this.#now.highlights.some((highlight) => places.some((place) => overlaps(highlight, place)));
  }

  /** Takes every decision back, in one step. Highlights stay. */
  reset() {
    this.#step({ kept: new Map(), headings: new Map(), fields: {} });
  }

  /** @returns {number[]} the parts that the last step changed and that are now as before it */
  undo() {
    return this.#go(this.#past, this.#future);
  }

  /** @returns {number[]} the parts that are now as they were before the last undo() */
  redo() {
    return this.#go(this.#future, this.#past);
  }

  /** Takes the last step back for good: nothing leads to it any more. */
  forget() {
    this.undo();
    this.#future.pop();
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
    this.#past.push(this.#now);
    this.#future = [];
    this.#now = { ...this.#now, ...changes };
  }

  #go(from, to) {
    const before = this.#now;
    if (from.length === 0) return [];
    to.push(before);
    this.#now = from.pop();
    const touched = new Set(['kept', 'headings'].flatMap((name) => [...before[name].keys(), ...this.#now[name].keys()]));
    const differs = (part) => ['kept', 'headings'].some((name) => before[name].get(part) !== this.#now[name].get(part));
    return [...touched].filter(differs).sort((a, b) => a - b);
  }
}
