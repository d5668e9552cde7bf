/**
 * The page takes an input, has it cleaned, and shows the article or an error. It connects the other
 * folders. None of them imports it.
 *
 *     input/ (paste, drop, file, address) → run → cleaner/ → result/ → save/
 *       └→ many files → batch/              └→ errors/         └→ history/
 */

import { loadBatchView } from '../batch/index.js';
import { Cleaner } from '../cleaner/index.js';
import { clearError, PageError, showError } from '../errors/index.js';
import { isHistoryOn, loadHistoryStore, loadHistoryView } from '../history/index.js';
import { preferredLanguage, rememberLanguage, setLanguage, t } from '../i18n/index.js';
import {
  aboutFetched,
  currentProxy,
  otherWay,
  partOf,
  payload,
  resetInput,
  setUpInput,
  showMoreWays,
  takeAddress,
  takeFile,
} from '../input/index.js';
import { Settings } from '../reader/index.js';
import { ResultView } from '../result/index.js';
import { hasRules, loadRules } from '../rules/index.js';
import { setUpSaving } from '../save/index.js';
import { forget, forgetAll, keyOf, recall, remember, TabPages } from '../session/index.js';
import { byId, element } from '../shared/dom.js';
import { ask, withdraw } from '../shared/question.js';
import { summaryOptions } from '../summary/index.js';

const cleaner = new Cleaner();
const result = new ResultView({
  onOtherWay: readOtherWay,
  onSecondArticle: readSecondArticle,
  onCorrected: keepCorrection,
  reread,
  say,
  settings: new Settings(),
});

const pages = new TabPages(goTo);

/** The input of the article that is shown. */
let shown = null;
/** The key under which the person's changes to the shown page are remembered. */
let shownKey = null;
/**
 * The rules that were applied to the shown page, if any.
 *
 * @type {import('../rules/index.js').Ruled | false | undefined}
 */
let site;
/** Settles when nothing is being saved to the history. The history's list waits for it. */
let keeping = Promise.resolve();
/** @type {ReturnType<typeof setUpSaving>} */
let saving;
/** Ends the running job; `null` if no job is running. @type {AbortController | null} */
let job = null;
/** Writes the error on the page again, after a change of language. */
let renderError = clearError;
/** Removes the table of many files, if there was one. */
let closeBatch = () => {};

/**
 * Starts the page.
 *
 * @param {object} host the functions that differ between the site and the extension
 * @param {typeof import('../input/index.js').takeArrivals} host.takeArrivals takes an input that is
 *   waiting when the page opens
 */
export function start({ takeArrivals }) {
  byId('start-over').addEventListener('click', startOver);

  byId('cancel').addEventListener('click', () => {
    job?.abort();
    say(t('cancelled'));
    // The button that had the focus is gone.
    byId('clean').focus();
  });

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-language]'))) {
    button.addEventListener('click', () => {
      setLanguage(button.dataset.language);
      rememberLanguage();
      say('');
      renderError();
      if (result.article) result.render();
    });
  }

  byId('history').addEventListener('click', openHistory);
  byId('rules').addEventListener('click', async () => (await load(loadRules))?.openList(() => readAnew()));

  setLanguage(preferredLanguage());
  const { waiting } = pages;
  setUpInput({
    run,
    openFiles,
    refuse,
    say,
    cleaner,
    takeArrivals: waiting === null ? takeArrivals : async () => {},
    isReading: () => shown !== null,
  });
  saving = setUpSaving({ article: () => result.article, say, fail: refuse });
  cleaner.start();
  if (waiting !== null) goTo(waiting);

  addEventListener('pagehide', saveMemory);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveMemory();
  });
}

/**
 * Runs one job, which leads from an input to an article or an error. A newer job ends an older one.
 *
 * @param {(signal: AbortSignal) => import('../input/index.js').PageInput | Promise<import('../input/index.js').PageInput>} getInput
 * @param {{ message?: string, url?: URL, id?: number, isSame?: boolean }} [about] the message to
 *   show until the input has arrived; the address of the input; the number of a page that the tab has
 *   shown before; whether the input is the shown page, read in another way
 * @returns {Promise<boolean>} `true` if the article is shown; `false` if it is not, and the
 *   previous article stays
 */
async function run(getInput, { message = t('working'), url, id, isSame } = {}) {
  job?.abort();
  const own = new AbortController();
  job = own;
  own.signal.addEventListener('abort', () => cleaner.cancel());
  clearNotes();
  setWorking(true);
  say(message);
  // On a phone, the progress is shown in the place of the article.
  if (matchMedia('(max-width: 40rem)').matches) byId('status').parentElement.scrollIntoView();
  let input;
  try {
    input = await getInput(own.signal);
    own.signal.throwIfAborted();
    say(t('working'));
    const plain = await read(input);
    const key = await keyOf(plain);
    const ruled = hasRules() && (await (await loadRules()).readByRules(plain, input, read));
    const article = ruled ? ruled.article : plain;
    own.signal.throwIfAborted();
    setWorking(false);
    showArticle(article, input, key, ruled);
    if (id === undefined) pages.add(input, article.title, isSame);
    else pages.show(id, article.title);
    if (!pages.isKept(pages.shown)) track(keepInHistory(article, input));
    return true;
  } catch (error) {
    if (!own.signal.aborted) fail(error, input, url);
    return false;
  } finally {
    if (job === own) {
      job = null;
      setWorking(false);
    }
  }
}

const learn = (article, corrections) => cleaner.learn(article, corrections);

function read(input, options) {
  const { type, url, charset, whole } = input;
  return cleaner.clean(payload(input), { type, url, charset, whole, ...summaryOptions(), ...options });
}

/**
 * Reads the input of the shown article again, or other HTML in its place, unless another page is
 * being read.
 */
async function reread(options, content) {
  if (job) throw new PageError('cancelled');
  if (content === undefined) return read(shown, { ...(site && { rules: site.rules }), ...options });
  return read({ ...shown, type: 'html', html: content, charset: undefined }, options);
}

function showArticle(article, input, key, ruled) {
  saveMemory();
  shown = input;
  site = ruled;
  shownKey = key;
  document.body.classList.add('has-result');
  byId('start-over').hidden = false;
  result.show(article, input, recall(key));
  // Saving is loaded after the article is shown. Without a connection, it is loaded when it is
  // used.
  saving.load();
  tellRules();
  say(t('done', { n: result.counts.dropped }));
}

/** Shows which rules changed the page, or offers to make rules. */
async function tellRules(isCorrected) {
  byId('site-rules').replaceChildren();
  if (!site && !isCorrected) return;
  const { tell } = await loadRules();
  const { article, corrections } = result;
  if (article) tell({ article, corrections: isCorrected && corrections, input: shown, site, read, learn, readAnew, say });
}

/** Reads the shown page again after its rules have changed. */
function readAnew(input = shown) {
  if (input) run(() => input, { isSame: true });
}

/** Shows a page that the tab has shown before, or none. */
function goTo(id) {
  if (id === null) close();
  else run(() => pages.input(id), { id });
}

/** Remembers the person's changes to the shown page. */
function saveMemory() {
  if (shown) remember(shownKey, result.memory, isHistoryOn());
}

/** Remembers a correction, and updates the article in the history if it is saved there. */
function keepCorrection() {
  saveMemory();
  tellRules(true);
  if (isHistoryOn()) track(amendHistory());
}

async function amendHistory() {
  try {
    const { amend } = await loadHistoryStore();
    await amend(result.article, shown);
  } catch {
    // The history already reported this when the article was to be saved.
  }
}

/**
 * Makes the history's list wait until something is saved.
 *
 * @param {Promise<void>} work a promise
 *   that is never rejected
 */
function track(work) {
  keeping = Promise.all([keeping, work]).then(() => {});
}

function hideArticle() {
  saveMemory();
  shown = null;
  document.body.classList.remove('has-result');
  result.hide();
}

/** Reports an error. The previous article stays. */
function fail(error, input, url) {
  say('');
  const known = error instanceof PageError ? error : new PageError('internal');
  const told = url ? aboutFetched(known, url) : known;
  setError(() => showError(told, { url, again: againOut(told, url), readOtherWay: otherWayOut(known, input), proxy: proxyOut(told, url) }));
}

/** Reports that an input cannot be taken, and leaves the page unchanged. */
function refuse(error) {
  job?.abort();
  say('');
  setError(() => showError(error));
}

/**
 * Returns the button for reading the same input in the other way. That may find an article where
 * this way found none.
 */
function otherWayOut(error, input) {
  if (!input || input.isCaptured || !['nothing-readable', 'internal'].includes(error.code)) return undefined;
  // If the core chose the type, it was HTML, because plain text always has something to read.
  const readAs = input.type === 'text' ? 'text' : 'html';
  return {
    label: t(readAs === 'html' ? 'readAsTextInstead' : 'readAsHtmlInstead'),
    run: () => run(() => otherWay(input, readAs)),
  };
}

/** Returns the button to try again, if that may succeed. */
function againOut(error, url) {
  if (!['fetch-timeout', 'fetch-unreachable', 'fetch-broken', 'offline'].includes(error.code) || !url) return undefined;
  return { label: t('tryAgain'), run: () => takeAddress(url) };
}

/**
 * Returns the button for a page that the publisher refused. It uses the proxy, or leads to the
 * place to set one up.
 */
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

/** Removes messages and questions about the previous input. */
function clearNotes() {
  setError(clearError);
  withdraw();
}

function say(message) {
  byId('status').textContent = message;
}

function setWorking(isWorking) {
  document.body.classList.toggle('is-working', isWorking);
  byId('progress').hidden = !isWorking;
  byId('cancel').hidden = !isWorking;
  byId('result').setAttribute('aria-busy', String(isWorking));
}

/** Shows the table of many files. */
async function openFiles(files, origin) {
  job?.abort();
  clearNotes();
  const view = await load(loadBatchView);
  if (!view) return;
  closeBatch = view.closeBatch;
  await view.showBatch(files, { open: (file) => takeFile(file, origin), say, fail: refuse });
}

async function openHistory() {
  const view = await load(loadHistoryView);
  await view?.showHistory({
    settled: () => keeping,
    open: showKept,
    onForget: async (article) => (article ? forget(await keyOf(article)) : forgetAll()),
  });
}

/** Shows an article from the history, with its original page. */
async function showKept({ article, input }) {
  job?.abort();
  clearNotes();
  showArticle(article, input, await keyOf(article));
  pages.add(input, article.title);
  pages.setKept(pages.shown);
}

/**
 * Saves an article on this device, if the person has turned that on. A failure must not remove the
 * article from the page.
 *
 * @param {import('unchaff').Article} article
 * @param {import('../input/index.js').PageInput} input
 * @param {number} [mayDelete] how many of the oldest articles the person agreed to delete
 */
async function keepInHistory(article, input, mayDelete = 0) {
  if (!isHistoryOn()) return;
  const id = pages.shown;
  try {
    const { keep } = await loadHistoryStore();
    const excess = await keep(article, input, { mayDelete });
    if (excess > mayDelete) {
      if (shown === input) askToDelete(excess, article, input);
      return;
    }
    pages.setKept(id);
    if (mayDelete > 0) say(t('keptInHistory'));
  } catch (error) {
    if (shown === input) setError(() => showError(error instanceof PageError ? error : new PageError('no-storage')));
  }
}

/** Asks whether the oldest articles of a full history may be deleted to save the shown one. */
function askToDelete(n, article, input) {
  const answered = (act) => () => {
    // The buttons are gone.
    byId('article-title').focus({ preventScroll: true });
    act();
  };
  ask({
    render: () => ({ about: [element('p', {}, t('historyFull', { n }))], yes: t('historyMakeRoom', { n }), no: t('historyKeepOld') }),
    yes: answered(() => track(keepInHistory(article, input, n))),
    no: answered(() => say(t('notKept'))),
    isLoss: true,
  });
}

/** Loads a part of the site. Reports an error if that fails. */
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
  run(() => input, { isSame: true });
}

/** Reads the text after the first article as a page of its own. */
function readSecondArticle() {
  const { blocks, secondArticle } = result.article;
  const input = partOf(
    shown,
    blocks
      .slice(secondArticle.block)
      .map((block) => block.text)
      .join('\n\n'),
  );
  run(() => input);
}

function startOver() {
  close();
  closeBatch();
  resetInput();
}

/** Closes the article. The tab keeps it, so the person can go back. */
function close() {
  job?.abort();
  hideArticle();
  clearNotes();
  say('');
  byId('start-over').hidden = true;
  pages.leave();
}
