/** What outlives a reload: the pages of this tab, and what a person did to a page. */

export { forget, forgetAll, keyOf, recall, remember } from './memory.js';
export { TabPages } from './tab-pages.js';
