/**
 * Starts the extension's page. It is the site's page with another source of pages. The browser
 * stores the files, so there is no service worker.
 */

import { addWords } from '../www/i18n/index.js';
import { start } from '../www/page/index.js';
import { onTemplateChosen } from '../www/template/index.js';
import { takeArrivals } from './arrive.js';
import { words } from './words.js';

addWords(words);
// The background script has no page. It reads the template from this storage.
onTemplateChosen((template) => chrome.storage.local.set({ template }));
start({ takeArrivals });
