/** Runs the package in a worker. */

export { Cleaner } from './worker-client.js';
