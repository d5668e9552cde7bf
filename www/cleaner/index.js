/** The package, run away from the page. */

export { Cleaner } from './worker-client.js';
