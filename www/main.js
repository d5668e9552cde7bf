/**
 * The page: takes an input, has it cleaned, shows the article or what went wrong.
 *
 *     input/controls (paste, drop, file, address) → run → worker-client → result-view → save/panel
 *                      └→ many files → batch/       └→ error-view             └→ history/
 */

import { byId } from './dom.js';
import { clearError, showError } from './error-view.js';
import { isHistoryOn } from './history/setting.js';
import { preferredLanguage, rememberLanguage, setLanguage, t } from './i18n/index.js';
import { resetInput, setUpInput, showMoreWays, takeAddress, takeFile } from './input/controls.js';
import { fromText, otherWay, payload } from './input/input.js';
import { currentProxy } from './input/proxy.js';
import { PageError } from './page-error.js';
import { countBlocks } from './panels.js';
import { keepOffline } from './pwa/register.js';
import { Settings } from './reader/settings.js';
import { ResultView } from './result-view.js';
import { setUpSaving } from './save/panel.js';
import { summaryOptions } from './summary/length.js';
import { Cleaner } from './worker-client.js';

const cleaner = new Cleaner();
const result = new ResultView({
  onOtherWay: readOtherWay,
  onSecondArticle: readSecondArticle,
  reread,
  say,
  settings: new Settings(),
});

/** The input whose article is shown. */
let shown = null;
/** Ends the job that runs; null while none does. @type {AbortController | null} */
let job = null;
/** Writes the error on the page once more, for a change of language. */
let renderError = clearError;
/** Takes the table of many files away, once there was one. */
let closeBatch = () => {};

/**
 * Runs one job, from an input to its article or to an error. A newer job ends an older one.
 *
 * @param {(signal: AbortSignal) => import('./input/input.js').PageInput | Promise<import('./input/input.js').PageInput>} getInput
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
    keepInHistory(article, input);
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
  const { type, url, charset, whole } = input;
  return cleaner.clean(payload(input), { type, url, charset, whole, ...summaryOptions(), ...options });
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
  say(t('done', { n: countBlocks(article.blocks).dropped }));
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
  setError(() => showError(known, { url, readOtherWay: otherWayOut(known, input), proxy: proxyOut(known, url) }));
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

/** What an error offers where the publisher refused: the proxy, or the place to name one. */
function proxyOut(error, url) {
  if (error.code !== 'fetch-refused') return undefined;
  const proxy = currentProxy();
  return proxy
    ? { label: t('fetchByProxy', { host: new URL(proxy).host }), run: () => takeAddress(url, proxy) }
    : { label: t('nameProxy'), run: showMoreWays };
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

/** Shows the table of many files. What it needs is loaded when it is needed. */
async function openFiles(files) {
  job?.abort();
  setError(clearError);
  const view = await load(() => import('./batch/view.js'));
  if (!view) return;
  closeBatch = view.closeBatch;
  await view.showBatch(files, { open: takeFile, say, fail: refuse });
}

async function openHistory() {
  const view = await load(() => import('./history/view.js'));
  await view?.showHistory({ open: showKept });
}

/** Shows an article from the history, with the page it came from. */
function showKept({ article, input }) {
  job?.abort();
  setError(clearError);
  shown = input;
  showArticle(article, input);
}

/** Keeps an article on this device, where the person wants that. A failure must not take the article away. */
async function keepInHistory(article, input) {
  if (!isHistoryOn()) return;
  try {
    const { keep } = await import('./history/store.js');
    await keep(article, input);
  } catch {
    refuse(new PageError('no-storage'));
  }
}

/** Loads a part of the site; says so where that fails. */
async function load(part) {
  try {
    return await part();
  } catch {
    refuse(new PageError('not-started'));
    return null;
  }
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
  closeBatch();
  resetInput();
}

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

byId('history').addEventListener('click', openHistory);

setLanguage(preferredLanguage());
setUpInput({ run, openFiles, refuse, say, cleaner });
setUpSaving({ article: () => result.article, say, fail: refuse });
cleaner.start();
keepOffline();
