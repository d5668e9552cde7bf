/** What was removed, and corrections by hand. */

/** @typedef {import('./decisions.js').Decision} Decision */

export { Review } from './review.js';
