/** Many files at once. */

/** Loads the table when it is first needed. */
export const loadBatchView = () => import('./view.js');
