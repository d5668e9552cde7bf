/** The dialog of saved articles: the switch, the search and the list. */

import { closeByBackdrop } from '../shared/dialog.js';
import { byId, element } from '../shared/dom.js';
import { intl, onLanguageChange, t } from '../i18n/index.js';
import { PageError } from '../errors/index.js';
import { saveAll } from '../save/index.js';
import { isHistoryOn, setHistory } from './setting.js';
import { forget, forgetAll, load, search } from './store.js';

const dialog = byId('history-dialog');
let page;
/** The number of the latest search. The results of earlier ones that arrive later are not shown. */
let asked = 0;
/** @type {import('./store.js').Entry[]} */
let shown = [];

/**
 * Opens the dialog.
 *
 * @param {object} actions of the page
 * @param {() => Promise<void>} actions.settled resolves when no article is being saved
 * @param {(article: import('unchaff').Article | null) => void} actions.onForget called with the
 *   deleted article, or with `null` if all were deleted
 * @param {(kept: { article: import('unchaff').Article, input: import('../input/index.js').PageInput }) => void} actions.open shows an article
 */
export function showHistory(actions) {
  page = actions;
  byId('history-on').checked = isHistoryOn();
  byId('history-search').value = '';
  tell('');
  dialog.showModal();
  return refresh();
}

async function refresh() {
  const own = ++asked;
  await attempt(async () => {
    await page.settled();
    const found = await search(byId('history-search').value);
    if (own !== asked) return;
    shown = found;
    render();
  });
}

function render() {
  byId('history-list').replaceChildren(...shown.map(item));
  const isSearch = byId('history-search').value.trim() !== '';
  byId('history-empty').textContent = t(isSearch ? 'historyNotFound' : isHistoryOn() ? 'historyEmpty' : 'historyOff');
  byId('history-empty').hidden = shown.length > 0;
  byId('history-tools').hidden = shown.length === 0;
}

function item(entry) {
  const title = entry.title || t('untitled');
  const date = intl('DateTimeFormat', { dateStyle: 'medium', timeStyle: 'short' }).format(entry.savedAt);
  const open = element('button', { type: 'button', class: 'link', lang: entry.lang, dir: 'auto' }, title);
  open.addEventListener('click', () =>
    attempt(async () => {
      const kept = await load(entry.id);
      if (!kept) return refresh();
      dialog.close();
      page.open(kept);
    }),
  );
  const remove = element('button', { type: 'button', class: 'quiet', 'aria-label': t('deleteNamed', { title }) }, t('delete'));
  remove.addEventListener('click', () =>
    attempt(async () => {
      const kept = await load(entry.id);
      await forget(entry.id);
      if (kept) page.onForget(kept.article);
      tell(t('deleted', { title }));
      await refresh();
      byId('history-search').focus();
    }),
  );
  const about = element('span', { class: 'hint' }, [entry.site, date].filter(Boolean).join(' · '));
  return element('li', {}, element('div', {}, open, about), remove);
}

/**
 * Runs work that may fail because the browser denies access to its database, for example in a
 * private window.
 */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    tell(t(error instanceof PageError ? `error.${error.code}` : 'error.no-storage'));
  }
}

function tell(words) {
  byId('history-status').textContent = words;
}

closeByBackdrop(dialog);
onLanguageChange(() => {
  if (dialog.open) render();
});

byId('history-search').addEventListener('input', refresh);

byId('history-on').addEventListener('change', () => {
  const box = byId('history-on');
  if (!setHistory(box.checked)) {
    box.checked = false;
    tell(t('error.no-storage'));
  }
  render();
});

byId('history-save').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(async () => {
    tell(t('packing'));
    const articles = [];
    for (const { id } of shown) articles.push((await load(id))?.corrected);
    tell(
      t('saved', {
        name: await saveAll(articles.filter(Boolean), /** @type {import('../save/index.js').Format} */ (byId('history-format').value)),
      }),
    );
  });
});

byId('history-clear').addEventListener('click', () => {
  byId('history-sure').hidden = false;
  byId('history-sure-no').focus();
});

byId('history-sure-no').addEventListener('click', () => {
  byId('history-sure').hidden = true;
  byId('history-clear').focus();
});

byId('history-sure-yes').addEventListener('click', () =>
  attempt(async () => {
    await forgetAll();
    page.onForget(null);
    byId('history-sure').hidden = true;
    tell(t('historyCleared'));
    await refresh();
    byId('history-search').focus();
  }),
);
