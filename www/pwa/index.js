/**
 * Makes the site work without a connection. `sw.js` is the service worker. `plugin.js` writes it
 * beside the built site.
 */

export { keepOffline } from './register.js';
