/**
 * The editor of a template, with a preview for the current article that is updated while a person
 * types.
 */

import { t } from '../i18n/index.js';
import { closeByBackdrop } from '../shared/dialog.js';
import { element } from '../shared/dom.js';
import { fill, NAMES, problems } from './language.js';
import { PRESETS } from './presets.js';
import { chosenTemplate } from './store.js';

/**
 * How many characters of the preview are shown. The parts that the template writes are at the top.
 */
const PREVIEW = 4000;
const STYLES = ['yaml', 'properties'];
/** The fields of the editor, with the number of lines that each needs. */
const INPUTS = { name: 1, fields: 7, body: 6, vault: 1, folder: 1 };

/**
 * Shows the editor.
 *
 * @param {import('unchaff').Article} article for the preview
 * @param {{ onSave: (template: import('./store.js').Chosen) => void, onClose: () => void }} actions
 */
export function showEditor(article, { onSave, onClose }) {
  const before = chosenTemplate() ?? { ...PRESETS.plain, preset: 'plain', vault: '', folder: '' };
  const presets = element(
    'div',
    { class: 'actions', role: 'group', 'aria-labelledby': 'template-begin' },
    ...Object.keys(PRESETS).map((value) => element('button', { type: 'button', value }, t(`template.${value}`))),
  );
  /** @type {Record<string, HTMLInputElement | HTMLTextAreaElement>} */
  const inputs = Object.fromEntries(Object.entries(INPUTS).map(([name, lines]) => [name, input(name, lines)]));
  const style = element(
    'select',
    { id: 'template-style' },
    ...STYLES.map((value) => element('option', { value }, t(`template.style.${value}`))),
  );
  const unknown = element('p', { class: 'hint', role: 'status' });
  const fileName = element('p', { class: 'template-file' });
  const preview = element('pre', { class: 'template-preview', tabindex: '0', role: 'region', 'aria-labelledby': 'template-preview-title' });
  const save = element('button', { type: 'submit', class: 'primary' }, t('template.save'));
  const cancel = element('button', { type: 'button', class: 'quiet' }, t('cancel'));
  const form = element(
    'form',
    { class: 'template-form' },
    element(
      'div',
      { class: 'template-fields' },
      element('p', { id: 'template-begin', class: 'template-begin' }, t('template.begin')),
      presets,
      ...labelled('name'),
      ...labelled('fields'),
      element('label', { for: 'template-style' }, t('template.style')),
      style,
      ...labelled('body'),
      help(),
      ...labelled('vault'),
      ...labelled('folder'),
    ),
    element(
      'div',
      { class: 'template-result' },
      element('h3', { id: 'template-preview-title' }, t('template.preview')),
      fileName,
      preview,
      unknown,
    ),
    element('div', { class: 'actions template-end' }, save, cancel),
  );
  const dialog = element(
    'dialog',
    { id: 'template-dialog', 'aria-labelledby': 'template-title' },
    element('h2', { id: 'template-title' }, t('template.title')),
    form,
  );
  document.body.append(dialog);
  closeByBackdrop(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  cancel.addEventListener('click', () => dialog.close());
  presets.addEventListener('click', ({ target }) => {
    const preset = PRESETS[/** @type {HTMLButtonElement} */ (target).value];
    if (preset) put(preset);
  });
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSave({ ...template(), preset: presetOf(template()) });
    dialog.close();
  });
  put(before);
  dialog.showModal();

  function put(values) {
    for (const [name, field] of Object.entries(inputs)) field.value = values[name] ?? field.value;
    style.value = values.style;
    show();
  }

  function template() {
    const values = /** @type {Omit<import('./store.js').Chosen, 'preset' | 'style'>} */ (
      Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]))
    );
    return { ...values, style: /** @type {import('./language.js').FieldStyle} */ (style.value) };
  }

  function show() {
    const { name, text } = fill(article, template(), { fallbackName: t('fallbackName') });
    fileName.textContent = `${name}.md`;
    preview.textContent = text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
    const names = problems(template());
    unknown.textContent = names.length > 0 ? t('template.unknown', { names: names.map((word) => `{{${word}}}`).join(', ') }) : '';
    for (const button of presets.querySelectorAll('button')) button.ariaPressed = String(button.value === presetOf(template()));
  }

  function labelled(name) {
    return [element('label', { for: `template-${name}` }, t(`template.${name}`)), inputs[name]];
  }
}

function input(name, lines) {
  const common = { id: `template-${name}`, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' };
  return lines > 1 ? element('textarea', { ...common, rows: String(lines) }) : element('input', { ...common, type: 'text' });
}

/** Returns the preset that a template equals in all that concerns the file. */
function presetOf(template) {
  const isSame = (preset) => ['name', 'fields', 'body', 'style'].every((part) => preset[part] === template[part]);
  return Object.keys(PRESETS).find((name) => isSame(PRESETS[name])) ?? 'own';
}

function help() {
  const items = NAMES.flatMap((name) => [
    element('dt', {}, element('code', {}, `{{${name}}}`)),
    element('dd', {}, t(`template.is.${name}`)),
  ]);
  return element(
    'details',
    { class: 'template-help' },
    element('summary', {}, t('template.help')),
    element('dl', {}, ...items),
    element('p', { class: 'hint' }, t('template.helpRules', { example: '{{date|DD.MM.YYYY}}' })),
  );
}
