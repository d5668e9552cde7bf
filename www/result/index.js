/** The views of an article, and its metadata. */

export { ResultView } from './result-view.js';
