/** The site without a connection. `sw.js` is the service worker, which `plugin.js` writes beside the built site. */

export { keepOffline } from './register.js';
