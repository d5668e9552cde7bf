/** Starts the site. The extension starts the same page from a script of its own, extension/main.js. */

import { takeArrivals } from './input/index.js';
import { start } from './page/index.js';
import { keepOffline } from './pwa/index.js';

start({ takeArrivals });
keepOffline();
