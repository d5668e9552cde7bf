/**
 * What a person decided by hand on one page, over the automatic choice: which parts are kept, which are headings, the
 * title and other fields in their own words, and what is highlighted. Plain data, with every step to undo and to redo.
 *
 * @typedef {{ title?: string, authors?: string[], date?: string, source?: string, site?: string }} Fields empty for what the
 *   article is to have none of
 * @typedef {{ kept: Map<number, boolean>, headings: Map<number, boolean>, fields: Fields, highlights: Highlight[] }} State parts are
 *   named by their number
 * @typedef {{ now: State, past: State[], future: State[] }} Course past are the states before each step, the oldest first, future those
 *   that were undone. No part of it changes: each step makes a new one
 * @typedef {import('./highlights.js').Highlight} Highlight
 */

import { overlaps, withMore } from './highlights.js';

export class Choices {
  #automatic;
  /** @type {Course} */
  #course;

  /**
   * @param {boolean[]} automatic for each part, whether it is kept by itself
   * @param {Partial<State>} [before] what was decided on an earlier visit
   */
  constructor(automatic, { kept = new Map(), headings = new Map(), fields = {}, highlights = [] } = {}) {
    this.#automatic = automatic;
    this.#course = { now: { kept, headings, fields, highlights }, past: [], future: [] };
  }

  /** What is decided now. @returns {State} */
  get state() {
    return this.#now;
  }

  /** What is decided now, with the ways back and forth, for goBackTo(). @returns {Course} */
  get course() {
    return this.#course;
  }

  /** Makes everything as it was, the steps to undo and to redo too. @param {Course} course */
  goBackTo(course) {
    this.#course = course;
  }

  /** @returns {number} how many decisions there are; a highlight decides nothing */
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
    const { now, past, future } = this.#course;
    return past.length > 0 ? this.#go({ now: past.at(-1), past: past.slice(0, -1), future: [...future, now] }) : [];
  }

  /** @returns {number[]} the parts that are now as they were before the last undo() */
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
