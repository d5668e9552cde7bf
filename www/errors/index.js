/** The error that the other folders throw, and its message on the page. */

export { clearError, showError } from './error-view.js';
export { PageError } from './page-error.js';
