/** Corrections in the article itself. Review loads this code when there is an article. */

export { makeNote } from './correction-note.js';
export { showHeadForm } from './head-form.js';
export { makeSelectionMenu } from './selection-menu.js';
