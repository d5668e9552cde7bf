/** What was removed, and corrections by hand. */

export { Review } from './review.js';
