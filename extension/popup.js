/**
 * The popup of the extension's button. It offers to read the page, or to take its article without
 * opening the reader.
 */

import { addWords, has, preferredLanguage, setLanguage, t } from '../www/i18n/index.js';
import { download } from '../www/save/download.js';
import { markdownFile } from '../www/save/markdown.js';
import { byId } from '../www/shared/dom.js';
import { articleOf } from './article.js';
import { choosePlace, chosenPlace, hasPlaceBeside, openReader } from './open.js';
import { words } from './words.js';

addWords(words);
setLanguage(preferredLanguage());

/** @type {import('./open.js').Place} */
let place = 'tab';
const [[tab]] = await Promise.all([chrome.tabs.query({ active: true, currentWindow: true }), showPlace()]);

byId('popup-read').addEventListener('click', async () => {
  await openReader(tab, 'page', place);
  window.close();
});
byId('popup-copy').addEventListener('click', () =>
  take(async ({ text }) => {
    await navigator.clipboard.writeText(text);
    return t('copied');
  }),
);
byId('popup-save').addEventListener('click', () =>
  take(async ({ name, text }) => {
    download(`${name}.md`, 'text/markdown', text);
    return t('saved', { name: `${name}.md` });
  }),
);
document.body.classList.add('is-ready');

/** Takes the article out of the tab, and shows the result of `use`. */
async function take(use) {
  byId('popup-status').className = '';
  say(t('working'));
  try {
    say(await use(await markdownFile(await articleOf(tab.id, 'page'))));
  } catch (error) {
    byId('popup-status').className = 'popup-error';
    say(t(has(`error.${error.code}`) ? `error.${error.code}` : 'error.tab-unreadable', error.values));
  }
}

function say(message) {
  byId('popup-status').textContent = message;
}

async function showPlace() {
  place = await chosenPlace();
  byId('popup-place').hidden = !hasPlaceBeside();
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name=place]'))) {
    radio.checked = radio.value === place;
    radio.addEventListener('change', () => {
      place = /** @type {import('./open.js').Place} */ (radio.value);
      choosePlace(place);
    });
  }
}
