/** Starts the extension's page: that of the site, with another arrival. The browser keeps the files, so no service worker does. */

import { start } from '../www/page/index.js';
import { takeArrivals } from './arrive.js';

start({ takeArrivals });
