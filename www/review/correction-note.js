/**
 * The message about a correction that was made in the article, with buttons to undo and redo it.
 */

import { element } from '../shared/dom.js';
import { onLanguageChange, t } from '../i18n/index.js';

/**
 * @param {{ undo: () => void, redo: () => void, canUndo: () => boolean, canRedo: () => boolean }} actions
 * @returns {{ show: () => void, update: () => void, hide: () => void }} call `update()` after each
 *   step
 */
export function makeNote({ undo, redo, canUndo, canRedo }) {
  const words = element('p');
  const [undoButton, redoButton, closeButton] = [undo, redo, hide].map((act) => {
    const made = element('button', { type: 'button', class: 'quiet' });
    made.addEventListener('click', act);
    return made;
  });
  const note = element('div', { class: 'update correction-note', hidden: '', role: 'region' }, words, undoButton, redoButton, closeButton);
  document.body.append(note);

  function update() {
    undoButton.disabled = !canUndo();
    redoButton.disabled = !canRedo();
  }
  function hide() {
    note.hidden = true;
  }
  function render() {
    note.ariaLabel = t('correct');
    words.textContent = t('correctionMade');
    undoButton.textContent = t('undo');
    redoButton.textContent = t('redo');
    closeButton.textContent = t('close');
    update();
  }
  onLanguageChange(render);
  render();
  return {
    show() {
      note.hidden = false;
      update();
    },
    update,
    hide,
  };
}
