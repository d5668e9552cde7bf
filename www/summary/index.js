/** The summary: its length, its sentences, and the way to a sentence's place in the article. */

export { summaryOptions } from './length.js';
export { locate } from './locate.js';
export { SummaryView } from './summary-view.js';
