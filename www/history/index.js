/** The articles that are saved on this device. */

export { isHistoryOn } from './setting.js';

/** Loads the dialog when it is first needed. */
export const loadHistoryView = () => import('./view.js');

/** Loads the database when it is first needed. */
export const loadHistoryStore = () => import('./store.js');
