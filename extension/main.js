/** Starts the extension's page: that of the site, with another arrival. The browser keeps the files, so no service worker does. */

import { addWords } from '../www/i18n/index.js';
import { start } from '../www/page/index.js';
import { onTemplateChosen } from '../www/template/index.js';
import { takeArrivals } from './arrive.js';
import { words } from './words.js';

addWords(words);
// The script without a page has no other place to find it.
onTemplateChosen((template) => chrome.storage.local.set({ template }));
start({ takeArrivals });
