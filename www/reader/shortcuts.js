/**
 * Single-key shortcuts, and the list of them. They are not active while a person writes, or
 * together with a modifier key, because such combinations belong to browsers and screen readers.
 * They can be turned off (WCAG 2.1.4).
 */

import { element } from '../shared/dom.js';
import { iconButton, words } from './controls.js';

const WRITING = 'input:not([type=radio], [type=checkbox], [type=range], [type=button]), textarea, select, [contenteditable]';

/**
 * @param {Record<string, { key: string, run: () => void }>} actions by the character that a person
 *   types; `key` is the key of the description in i18n/
 * @param {{ settings: import('./settings.js').Settings, isActive: () => boolean }} options
 *   `isActive` returns `true` while the reader is in view
 * @returns {{ button: HTMLButtonElement, dialog: HTMLDialogElement }} the list, and the button that shows it
 */
export function makeShortcuts(actions, { settings, isActive }) {
  const button = iconButton('help', 'reader.shortcuts', () => dialog.showModal());
  button.classList.add('for-keyboards');
  const all = { ...actions, '?': { key: 'reader.key.help', run: () => dialog.showModal() } };
  const rows = Object.entries(all).map(([sign, { key }]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, sign)), words(key, 'dd')),
  );
  const enabled = element('input', { type: 'checkbox' });
  const title = words('reader.shortcuts', 'h2', { id: 'reader-shortcuts' });
  const dialog = element(
    'dialog',
    { class: 'shortcuts', 'aria-labelledby': title.id },
    iconButton('close', 'reader.close', () => dialog.close()),
    title,
    element('dl', {}, ...rows),
    element('label', {}, enabled, words('reader.useShortcuts')),
  );
  enabled.addEventListener('change', () => settings.change({ shortcuts: enabled.checked }));
  const refresh = () => {
    enabled.checked = settings.values.shortcuts;
  };
  settings.addEventListener('changed', refresh);
  refresh();

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (
      !settings.values.shortcuts ||
      !isActive() ||
      /** @type {Element} */ (event.target).closest(WRITING) ||
      document.querySelector('dialog[open]')
    )
      return;
    const action = all[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action.run();
  });
  return { button, dialog };
}
