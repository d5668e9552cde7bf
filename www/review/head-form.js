/**
 * The form in place of an article's head, in which a person corrects title, author, date, source
 * and site.
 */

import { byId, element } from '../shared/dom.js';
import { t } from '../i18n/index.js';

/** Matches separators between authors. */
const SEPARATOR = /\s*[,;、，]\s*/;

/**
 * Shows the form, in the language of the interface.
 *
 * @param {import('unchaff').Article} article
 * @param {(fields: import('./choices.js').Fields) => void} onSave called with the changed fields
 */
export function showHeadForm(article, onSave) {
  byId('head-form')?.remove();
  const head = byId('article-head');
  const before = {
    title: article.title ?? '',
    authors: article.authors.join(', '),
    date: /^\d{4}-\d\d-\d\d/.exec(article.publishedTime ?? '')?.[0] ?? '',
    source: article.source ?? '',
    site: article.siteName ?? '',
  };
  const inputs = {
    title: field('title', t('fieldTitle'), element('textarea', { rows: '2' })),
    authors: field('authors', t('fieldAuthors'), element('input', { type: 'text' })),
    date: field('date', t('detailPublished'), element('input', { type: 'date' })),
    source: field('source', t('detailSource'), element('input', { type: 'text' })),
    site: field('site', t('detailSite'), element('input', { type: 'text' })),
  };
  for (const [name, { input }] of Object.entries(inputs)) input.value = before[name];
  const cancel = element('button', { type: 'button' }, t('cancel'));
  const form = element(
    'form',
    { id: 'head-form', class: 'head-form' },
    // The heading with the title is hidden while the form is shown.
    element('h1', { class: 'visually-hidden' }, t('correct')),
    ...Object.values(inputs).map(({ row }) => row),
    element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary' }, t('doneEditing')), cancel),
  );

  const close = () => {
    form.remove();
    head.hidden = false;
    byId('edit-head').focus({ preventScroll: true });
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const now = Object.fromEntries(Object.entries(inputs).map(([name, { input }]) => [name, input.value.replace(/\s+/g, ' ').trim()]));
    const changed = Object.entries(now).filter(([name, value]) => value !== before[name]);
    close();
    if (changed.length === 0) return;
    onSave(Object.fromEntries(changed.map(([name, value]) => [name, name === 'authors' ? value.split(SEPARATOR).filter(Boolean) : value])));
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    // A title has only one line, so Enter does not add another.
    else if (event.key === 'Enter' && event.target === inputs.title.input) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  cancel.addEventListener('click', close);
  head.hidden = true;
  head.after(form);
  inputs.title.input.focus();
}

/** @param {string} name @param {string} words @param {HTMLInputElement | HTMLTextAreaElement} input */
function field(name, words, input) {
  input.id = `head-${name}`;
  input.autocomplete = 'off';
  return { input, row: element('div', { class: `field-${name}` }, element('label', { for: input.id }, words), input) };
}
