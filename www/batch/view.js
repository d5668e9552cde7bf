/**
 * The table of many files. Each row shows the state of a file and a button to open it. Another
 * button saves all articles.
 */

import { byId, element } from '../shared/dom.js';
import { has, onLanguageChange, t } from '../i18n/index.js';
import { PageError } from '../errors/index.js';
import { saveAll } from '../save/index.js';
import { Batch } from './batch.js';

/** Maximum number of files at once. Their articles are kept in memory until they are saved. */
const MAX_FILES = 1000;

/** @type {Batch | null} */
let batch = null;
/** @type {Map<import('./batch.js').Row, HTMLElement>} */
let lines = new Map();
let page;
onLanguageChange(render);

/**
 * Shows the table and starts the work. Ends the previous batch.
 *
 * @param {File[]} files
 * @param {object} actions of the page
 * @param {(file: File) => void} actions.open shows a file's article
 * @param {(message: string) => void} actions.say
 * @param {(error: PageError) => void} actions.fail
 */
export async function showBatch(files, actions) {
  closeBatch();
  page = actions;
  if (files.length > MAX_FILES) {
    page.fail(new PageError('too-many-files', { n: files.length, max: MAX_FILES }));
    return;
  }
  const own = new Batch(files, (row) => {
    if (batch === own) change(row);
  });
  batch = own;
  lines = new Map(own.rows.map((row) => [row, element('tr')]));
  byId('batch-rows').replaceChildren(...lines.values());
  setOpen(true);
  render();
  byId('batch-title').focus({ preventScroll: true });
  byId('batch').scrollIntoView();
  await own.run();
  if (batch === own) finish();
}

/** Ends the work and removes the table. */
export function closeBatch() {
  batch?.cancel();
  batch = null;
  lines.clear();
  setOpen(false);
}

function setOpen(isOpen) {
  byId('batch').hidden = !isOpen;
  document.body.classList.toggle('has-batch', isOpen);
}

function change(row) {
  writeLine(row);
  writeProgress();
}

function finish() {
  writeProgress();
  page.say(byId('batch-count').textContent);
}

function render() {
  if (!batch) return;
  for (const row of batch.rows) writeLine(row);
  writeProgress();
}

function writeLine(row) {
  const { file, state, article } = row;
  const name = element('span', { class: 'file-name' }, file.webkitRelativePath || file.name);
  const what = article ? [element('span', { lang: article.lang ?? '', dir: 'auto' }, article.title || t('untitled')), name] : [name];
  const line = lines.get(row);
  line.className = state;
  line.replaceChildren(element('th', { scope: 'row' }, ...what), element('td', {}, stateWords(row)), element('td', {}, ...openButton(row)));
}

function stateWords({ state, error }) {
  if (!error) return t(`batch.${state}`);
  // A row has no room for advice, so shorter words are used if there are any.
  const key = [`batchError.${error.code}`, `error.${error.code}`, 'error.internal'].find(has);
  return t(key, error.values);
}

function openButton({ file, article }) {
  if (!article) return [];
  const button = element('button', { type: 'button', 'aria-label': t('openNamed', { title: article.title || file.name }) }, t('open'));
  button.addEventListener('click', () => page.open(file));
  return [button];
}

function writeProgress() {
  const count = (...states) => batch.rows.filter(({ state }) => states.includes(state)).length;
  const [total, done, failed] = [batch.rows.length, count('done'), count('failed')];
  const left = count('waiting', 'reading');
  const bar = byId('batch-progress');
  bar.max = total;
  bar.value = total - left;
  bar.hidden = left === 0;
  byId('batch-cancel').hidden = left === 0;
  byId('batch-save').hidden = done === 0 || left > 0;
  byId('batch-count').textContent = t('batchCount', { done, total, failed });
}

byId('batch-cancel').addEventListener('click', () => {
  batch?.cancel();
  page.say(t('cancelled'));
  byId('batch-title').focus();
});

byId('batch-close').addEventListener('click', closeBatch);

byId('batch-save').addEventListener('submit', async (event) => {
  event.preventDefault();
  const articles = batch.rows.flatMap(({ article }) => article ?? []);
  page.say(t('packing'));
  try {
    page.say(t('saved', { name: await saveAll(articles, /** @type {import('../save/index.js').Format} */ (byId('batch-format').value)) }));
  } catch (error) {
    page.fail(error instanceof PageError ? error : new PageError('not-saved'));
  }
});
