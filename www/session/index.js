/** Data that survives a reload: the pages of this tab, and a person's changes to a page. */

export { forget, forgetAll, keyOf, recall, remember } from './memory.js';
export { TabPages } from './tab-pages.js';
