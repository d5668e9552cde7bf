/** The dialog with all rules by site, to change, delete, export and import them. */

import { closeByBackdrop } from '../shared/dialog.js';
import { element } from '../shared/dom.js';
import { onLanguageChange, t } from '../i18n/index.js';
import { ACTIONS, CONDITIONS, importSites, sites, store } from './store.js';
import './rules.css';

const FILE_NAME = 'unchaff-rules.json';

let changed = () => {};
const dialog = element('dialog', { id: 'rules-dialog', 'aria-labelledby': 'rules-title' });
const status = element('p', { id: 'rules-status', role: 'status' });
document.body.append(dialog);
closeByBackdrop(dialog);
onLanguageChange(() => {
  if (dialog.open) render();
});

/** Opens the dialog. @param {() => void} onChange called after the rules have changed */
export function showList(onChange) {
  changed = onChange;
  status.textContent = '';
  render();
  dialog.showModal();
}

function render() {
  const all = sites();
  const file = element('input', {
    type: 'file',
    accept: '.json,application/json',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  file.addEventListener('change', () => take(/** @type {HTMLInputElement} */ (file)));
  const exportAll = button(t('rulesExport'), () => save(all));
  /** @type {HTMLButtonElement} */ (exportAll).disabled = all.length === 0;
  const close = element('form', { method: 'dialog' }, element('button', { class: 'quiet' }, t('close')));
  dialog.replaceChildren(
    element('h2', { id: 'rules-title' }, t('rules')),
    element('p', { class: 'hint' }, t('rulesNote')),
    ...all.map((site) => section(all, site)),
    ...(all.length > 0 ? [] : [element('p', {}, t('rulesEmpty'))]),
    status,
    element(
      'div',
      { class: 'actions' },
      button(t('rulesImport'), () => file.click()),
      exportAll,
      file,
      close,
    ),
  );
}

function section(all, site) {
  const heading = element('h3', { tabindex: '-1', dir: 'auto' }, site.name);
  const rows = site.rules.map((rule) => row(all, site, rule));
  return element('section', {}, heading, element('ul', { class: 'history-list' }, ...rows));
}

function row(all, site, rule) {
  const words = element('div', { dir: 'auto' }, sentence(rule));
  const edit = button(t('editHead'), () => item.replaceChildren(form(all, site, rule)));
  edit.setAttribute('aria-label', `${t('editHead')}: ${words.textContent}`);
  const remove = button(t('delete'), () => {
    site.rules.splice(site.rules.indexOf(rule), 1);
    keep(all, t('rulesDeleted'));
  });
  remove.setAttribute('aria-label', `${t('delete')}: ${words.textContent}`);
  const item = element('li', {}, words, edit, remove);
  return item;
}

/** Describes a rule in a sentence. */
function sentence({ action, path, under, text, example }) {
  const parts = [
    text && t('rule.text', { words: text }),
    under && (under === '{title}' ? t('rule.underTitle') : t('rule.under', { words: under })),
    path && t('rule.path', { words: named(path) }),
  ];
  const where = parts.filter(Boolean).join(', ');
  const words = `${t(`rule.${action}`)}: ${where}`;
  return example ? `${words} (${t('rule.example', { words: example })})` : words;
}

/** Returns the last element of a path that has a name, because it describes the path best. */
function named(path) {
  const steps = path.split(' > ');
  const step = steps.findLast((step) => /[#.]/.test(step)) ?? steps.at(-1);
  return step.replace(/^[^#.]*[#.]/, '').replaceAll('.', ' ');
}

function form(all, site, rule) {
  const fields = CONDITIONS.map((name) => {
    const input = element('input', { type: 'text', value: rule[name] ?? '', autocomplete: 'off', spellcheck: 'false', maxlength: '300' });
    return { name, input, row: element('label', {}, t(`rule.field.${name}`), input) };
  });
  const action = element(
    'select',
    {},
    ...ACTIONS.map((name) => element('option', { value: name, ...(name === rule.action && { selected: '' }) }, t(`rule.${name}`))),
  );
  const cancel = button(t('cancel'), render);
  const made = element(
    'form',
    { class: 'head-form' },
    element('label', {}, t('rule.field.action'), action),
    ...fields.map(({ row }) => row),
    element('p', { class: 'hint' }, t('rulesSigns')),
    element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary' }, t('doneEditing')), cancel),
  );
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = fields
      .map(({ name, input }) => [name, /** @type {HTMLInputElement} */ (input).value.trim()])
      .filter(([, value]) => value);
    if (given.length === 0) {
      tell(t('rulesNeed'));
      return;
    }
    const { example } = rule;
    site.rules[site.rules.indexOf(rule)] = {
      action: /** @type {HTMLSelectElement} */ (action).value,
      ...Object.fromEntries(given),
      ...(example && { example }),
    };
    keep(all, t('rulesChanged'));
  });
  queueMicrotask(() => action.focus());
  return made;
}

function keep(all, words) {
  const isKept = store(all);
  render();
  tell(isKept ? words : t('error.no-storage'));
  dialog.querySelector('h3, h2')?.setAttribute('tabindex', '-1');
  /** @type {HTMLElement | null} */ (dialog.querySelector('h3, h2'))?.focus();
  changed();
}

function save(all) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }));
  const link = element('a', { href: address, download: FILE_NAME });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  tell(t('saved', { name: FILE_NAME }));
}

async function take(input) {
  const [file] = input.files;
  if (!file) return;
  try {
    const n = importSites(await file.text());
    render();
    tell(t('rulesImported', { n }));
    changed();
  } catch {
    tell(t('rulesNoFile'));
  }
}

function tell(words) {
  status.textContent = words;
}

function button(words, act) {
  const made = element('button', { type: 'button' }, words);
  made.addEventListener('click', act);
  return made;
}
