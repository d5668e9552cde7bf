/**
 * The controls for input: the text box, files and folders, drops, the address field, and what is
 * waiting when the site is opened. Each one calls `page.run` with a `PageInput`, or
 * `page.openFiles` with many files.
 */

import { byId } from '../shared/dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { PageError } from '../errors/index.js';
import { loadSample } from '../samples/index.js';
import { bookmarklet } from './bookmarklet.js';
import { acceptDrops } from './drop.js';
import { fetchPage, parseAddress } from './fetch-page.js';
import { filesOfDrop, pagesOf } from './files.js';
import { fromFile, fromText, fromTransfer } from './input.js';
import { currentProxy, isProxyRemembered, setProxy } from './proxy.js';
import { askAboutShare } from './share.js';
import { askAboutWords, isFew } from './stray.js';

const box = byId('paste');
const addressField = byId('url');

/**
 * The pasted input whose text is in the box, with the HTML that the box cannot show. It is
 * discarded when the text in the box is edited.
 */
let pasted = null;
let page;

/**
 * Sets up the controls, and takes an input that is waiting.
 *
 * @param {object} actions of the page
 * @param {typeof page.run} actions.run see page/index.js
 * @param {(files: File[], origin: import('./input.js').Origin) => void} actions.openFiles takes many files
 * @param {(error: PageError) => void} actions.refuse reports that an input cannot be taken
 * @param {(message: string) => void} actions.say
 * @param {() => boolean} actions.isReading returns true while an article is shown
 * @param {import('../cleaner/index.js').Cleaner} actions.cleaner
 * @param {typeof import('./arrive.js').takeArrivals} actions.takeArrivals
 */
export function setUpInput(actions) {
  page = actions;
  byId('bookmarklet').href = bookmarklet(location.origin + location.pathname);
  byId('proxy').value = currentProxy();
  byId('proxy-remember').checked = isProxyRemembered();
  acceptDrops(byId('drop-veil'), takeDrop);
  page.takeArrivals({
    address: (address) => showAddress(address, false),
    share: (share) => askAboutShare(share, { clean: () => takeShare(share), discard: () => box.focus() }),
    page: (input) => page.run(() => input),
    files: (files) => takeFiles(files, 'outside'),
    waiting: () => page.say(t('waitingForPage')),
    refuse: page.refuse,
  });
}

/** Empties the controls. */
export function resetInput() {
  byId('paste-form').reset();
  byId('url-form').reset();
  setPasted(null);
  box.focus();
}

/**
 * Opens a file as the page's input.
 *
 * @param {File} file
 * @param {import('./input.js').Origin} [origin]
 */
export async function takeFile(file, origin = 'file') {
  const isShown = await page.run(() => fromFile(file, page.cleaner, origin));
  if (!isShown) return;
  box.value = '';
  setPasted(null);
}

/**
 * Fetches a page from its publisher or through the proxy.
 *
 * @param {URL} url
 * @param {string} [proxy]
 */
export function takeAddress(url, proxy) {
  const { host } = proxy ? new URL(proxy) : url;
  page.run((signal) => fetchPage(url, signal, proxy), { message: t('fetching', { host }), url });
}

/** Opens the part of the page with the proxy and the bookmarklet, and scrolls to it. */
export function showMoreWays() {
  byId('more-ways').open = true;
  byId('more-ways').scrollIntoView();
  byId('proxy').focus({ preventScroll: true });
}

/** Takes a paste. Some programs add a picture of the text, so text takes precedence. */
function takePaste(data, isStray) {
  const input = fromTransfer(data);
  if (input && isStray && page.isReading() && isFew(input)) askAboutWords(String(input.text), () => takeWords(input));
  else if (input) takeWords(input);
  else takeFiles([...data.files]);
}

/** Takes a drop. Some programs add the name of a file as text, so the file takes precedence. */
async function takeDrop(data) {
  const input = fromTransfer(data);
  const files = await filesOfDrop(data);
  if (files.length > 0) takeFiles(files);
  else if (input) takeWords(input);
  else page.refuse(new PageError('nothing-dropped'));
}

/**
 * Opens one file, or the table of many.
 *
 * @param {File[]} files
 * @param {import('./input.js').Origin} [origin]
 */
function takeFiles(files, origin = 'file') {
  if (files.length === 1) takeFile(files[0], origin);
  else if (files.length > 1) page.openFiles(files, origin);
}

function takeShare({ text, files }) {
  if (files.length > 0) takeFiles(files, 'outside');
  else takeWords(fromText(text, 'outside'));
}

/**
 * Shows a text in the box and reads it. A text that is only an address goes into the address field.
 */
function takeWords(input) {
  const address = input.text.trim();
  if (/^https?:\/\/\S+$/i.test(address)) {
    showAddress(address);
    return;
  }
  box.value = input.text;
  setPasted(input);
  page.run(() => input);
}

/**
 * Puts an address into its field. It is fetched when the person confirms. An address from elsewhere
 * does not get the focus, because a key that is held down would then fetch it.
 */
function showAddress(address, takesFocus = true) {
  addressField.value = address;
  if (takesFocus) addressField.focus();
  page.say(t('addressPasted'));
}

function setPasted(input) {
  pasted = input;
  byId('paste-hint').hidden = !input || input.html === input.text;
}

function chosenFiles(field) {
  const files = [...field.files];
  // Clears the field, so that the same file can be chosen again.
  field.value = '';
  return files;
}

byId('paste-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = pasted ?? fromText(box.value);
  page.run(() => input);
});

byId('url-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const url = parseAddress(addressField.value);
  if (url) takeAddress(url);
  else page.refuse(new PageError('not-an-address'));
});

box.addEventListener('input', () => setPasted(null));

box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('paste-form').requestSubmit();
});

document.addEventListener('paste', (event) => {
  // Other fields handle their own pastes.
  if (event.target !== box && /** @type {Element} */ (event.target).matches?.('input, textarea')) return;
  // A paste into the middle of a text is an edit of that text.
  if (event.target === box && box.selectionEnd - box.selectionStart < box.value.length) return;
  event.preventDefault();
  // Text that is pasted outside the box may be meant for another window.
  takePaste(event.clipboardData, event.target !== box);
});

byId('choose-file').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', ({ target }) => takeFiles(chosenFiles(target)));

byId('choose-folder').addEventListener('click', () => byId('folder').click());
byId('folder').addEventListener('change', ({ target }) => {
  const pages = pagesOf(chosenFiles(target));
  if (pages.length > 0) takeFiles(pages);
  else page.refuse(new PageError('no-pages'));
});

byId('sample').addEventListener('click', async () => {
  try {
    takeWords(fromText(await loadSample(currentLanguage())));
  } catch {
    page.refuse(new PageError('not-started'));
  }
});

// The link is meant to be dragged to the bookmarks. A click on it here would read this page.
byId('bookmarklet').addEventListener('click', (event) => {
  event.preventDefault();
  byId('bookmarklet-hint').hidden = false;
});

byId('proxy-form').addEventListener('submit', (event) => {
  event.preventDefault();
  if (!setProxy(byId('proxy').value, byId('proxy-remember').checked)) page.refuse(new PageError('not-a-proxy'));
  else page.say(t(currentProxy() ? 'proxySet' : 'proxyNone'));
});
