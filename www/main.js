/**
 * The page: takes an input, has it cleaned, shows the article or what went wrong.
 *
 *     paste, drop, file, sample ──────────┐
 *     address → fetch-page → bytes ───────┴→ run → worker-client → result-view
 *                                              └→ error-view
 */

import { byId } from './dom.js';
import { acceptDrops } from './drop.js';
import { clearError, showError } from './error-view.js';
import { fetchPage, parseAddress } from './fetch-page.js';
import { currentLanguage, preferredLanguage, rememberLanguage, setLanguage, t } from './i18n/index.js';
import { fromFile, fromText, fromTransfer, otherWay, payload } from './input.js';
import { PageError } from './page-error.js';
import { countBlocks } from './panels.js';
import { Settings } from './reader/settings.js';
import { ResultView } from './result-view.js';
import { SAMPLES } from './samples/index.js';
import { summaryOptions } from './summary/length.js';
import { Cleaner } from './worker-client.js';

const box = byId('paste');
const addressField = byId('url');
const cleaner = new Cleaner();
const result = new ResultView({
  onOtherWay: readOtherWay,
  onSecondArticle: readSecondArticle,
  reread,
  say,
  settings: new Settings(),
});

/** What was pasted into the box, with the HTML that the box cannot show; an edit of the box drops it. */
let pasted = null;
/** The input whose article is shown. */
let shown = null;
/** Ends the job that runs; null while none does. @type {AbortController | null} */
let job = null;
/** Writes the error on the page once more, for a change of language. */
let renderError = clearError;

/**
 * Runs one job, from an input to its article or to an error. A newer job ends an older one.
 *
 * @param {(signal: AbortSignal) => import('./input.js').PageInput | Promise<import('./input.js').PageInput>} getInput
 * @param {{ message?: string, url?: URL }} [about] what to say until the input is there, and the address it is from
 */
async function run(getInput, { message = t('working'), url } = {}) {
  job?.abort();
  const own = new AbortController();
  job = own;
  own.signal.addEventListener('abort', () => cleaner.cancel());
  setError(clearError);
  setWorking(true);
  say(message);
  let input;
  try {
    input = await getInput(own.signal);
    own.signal.throwIfAborted();
    say(t('working'));
    const article = await read(input);
    shown = input;
    showArticle(article, input);
  } catch (error) {
    if (!own.signal.aborted) fail(error, input, url);
  } finally {
    if (job === own) {
      job = null;
      setWorking(false);
    }
  }
}

function read(input, options) {
  const { type, url, charset } = input;
  return cleaner.clean(payload(input), { type, url, charset, ...summaryOptions(), ...options });
}

/** Reads the input of the shown article again. Another page that is on its way goes before. */
async function reread(options) {
  if (job) throw new PageError('cancelled');
  return read(shown, options);
}

function showArticle(article, input) {
  document.body.classList.add('has-result');
  byId('start-over').hidden = false;
  result.show(article, input);
  say(t('done', { title: article.title || t('untitled'), n: countBlocks(article.blocks).dropped }));
}

function hideArticle() {
  shown = null;
  document.body.classList.remove('has-result');
  result.hide();
}

function fail(error, input, url) {
  hideArticle();
  say('');
  const known = error instanceof PageError ? error : new PageError('internal');
  setError(() => showError(known, { url, readOtherWay: otherWayOut(known, input) }));
}

/** Says that an input cannot be taken, and leaves the page as it is. */
function refuse(error) {
  job?.abort();
  say('');
  setError(() => showError(error));
}

/** The button that an error offers: reading the same input the other way may find what this way did not. */
function otherWayOut(error, input) {
  if (!input || !['nothing-readable', 'internal'].includes(error.code)) return undefined;
  // Where the core decided, it saw HTML: plain text always leaves something to read.
  const readAs = input.type === 'text' ? 'text' : 'html';
  return {
    label: t(readAs === 'html' ? 'readAsTextInstead' : 'readAsHtmlInstead'),
    run: () => run(() => otherWay(input, readAs)),
  };
}

function setError(render) {
  renderError = render;
  render();
}

function say(message) {
  byId('status').textContent = message;
}

function setWorking(isWorking) {
  byId('progress').hidden = !isWorking;
  byId('cancel').hidden = !isWorking;
  byId('result').setAttribute('aria-busy', String(isWorking));
}

/** Takes what was pasted. Programs put a picture of the words beside them: the words go first. */
function takePaste(data) {
  const input = fromTransfer(data);
  if (input) takeWords(input);
  else if (data.files.length > 0) takeFile(data.files[0]);
}

/** Takes what was dropped. Programs name a file in words beside it: the file goes first. */
function takeDrop(data) {
  const input = fromTransfer(data);
  if (data.files.length > 0) takeFile(data.files[0]);
  else if (input) takeWords(input);
  else refuse(new PageError('nothing-dropped'));
}

/** Shows the words in the box and reads them. A lone address goes to its own field instead. */
function takeWords(input) {
  const address = input.text.trim();
  if (/^https?:\/\/\S+$/i.test(address)) {
    addressField.value = address;
    addressField.focus();
    say(t('addressPasted'));
    return;
  }
  box.value = input.text;
  setPasted(input);
  run(() => input);
}

function takeFile(file) {
  box.value = '';
  setPasted(null);
  run(() => fromFile(file));
}

function setPasted(input) {
  pasted = input;
  byId('paste-hint').hidden = !input || input.html === input.text;
}

function readOtherWay() {
  const input = otherWay(shown, result.article.type);
  run(() => input);
}

/** Reads what follows the first article of a paste. */
function readSecondArticle() {
  const { blocks, secondArticle } = result.article;
  const text = blocks.slice(secondArticle.block).map((block) => block.text).join('\n\n');
  run(() => ({ ...fromText(text), type: 'text' }));
}

function startOver() {
  job?.abort();
  hideArticle();
  setError(clearError);
  say('');
  byId('start-over').hidden = true;
  byId('paste-form').reset();
  byId('url-form').reset();
  setPasted(null);
  box.focus();
}

byId('paste-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = pasted ?? fromText(box.value);
  run(() => input);
});

byId('url-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const url = parseAddress(addressField.value);
  if (!url) {
    refuse(new PageError('not-an-address'));
    return;
  }
  run((signal) => fetchPage(url, signal), { message: t('fetching', { host: url.host }), url });
});

box.addEventListener('input', () => setPasted(null));

box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId('paste-form').requestSubmit();
});

document.addEventListener('paste', (event) => {
  if (event.target === addressField) return;
  // A paste into the middle of a text is an edit of it.
  if (event.target === box && box.selectionEnd - box.selectionStart < box.value.length) return;
  event.preventDefault();
  takePaste(event.clipboardData);
});

acceptDrops(byId('drop-veil'), takeDrop);

byId('choose-file').addEventListener('click', () => byId('file').click());

byId('file').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  // The same file can be chosen again.
  target.value = '';
  if (file) takeFile(file);
});

byId('sample').addEventListener('click', () => {
  takeWords(fromText(SAMPLES[currentLanguage()]));
});

byId('start-over').addEventListener('click', startOver);

byId('cancel').addEventListener('click', () => {
  job?.abort();
  say(t('cancelled'));
  // The button that had the focus is gone.
  byId('clean').focus();
});

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    setLanguage(button.dataset.language);
    rememberLanguage();
    say('');
    renderError();
    if (result.article) result.render();
  });
}

setLanguage(preferredLanguage());
cleaner.start();
