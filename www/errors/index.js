/** What can go wrong: the error that the other folders throw, and the words for it on the page. */

export { clearError, showError } from './error-view.js';
export { PageError } from './page-error.js';
