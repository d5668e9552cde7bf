/** Corrections in the article itself: what Review loads once there is an article. */

export { makeNote } from './correction-note.js';
export { showHeadForm } from './head-form.js';
export { makeSelectionMenu } from './selection-menu.js';
