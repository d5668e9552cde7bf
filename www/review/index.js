/**
 * The removed parts, and corrections by hand.
 *
 * @typedef {import('./decisions.js').Decision} Decision
 * @typedef {{ decisions?: Decision[], headings?: Decision[], highlights?: Decision[], fields?: import('./choices.js').Fields }} Memory
 *   a person's decisions on a page, by the words of its parts
 * @typedef {import('./rewriting.js').Changes} Changes
 */

export { Review } from './review.js';

/** Loads the code for headings and highlights, when it is first needed. */
export const loadRewriting = () => import('./rewriting.js');
