/**
 * The summary: its length, its sentences, and links from its sentences to their places in the
 * article.
 */

export { summaryOptions } from './length.js';
export { locate } from './locate.js';
export { SummaryView } from './summary-view.js';
