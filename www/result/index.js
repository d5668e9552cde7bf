/** The article in its views, with the details. */

export { ResultView } from './result-view.js';
