/**
 * The summary on a narrow screen, where it is above the article. It is folded to its first
 * sentence, until the person unfolds it or opens it from the bar at the bottom, over the text. On a
 * wide screen, the styles show all of it.
 */

import { byId } from '../shared/dom.js';
import { onLanguageChange, t } from '../i18n/index.js';

/**
 * @param {(change: () => void) => void} hold changes the page and keeps the reader's place
 * @returns {{ fold: () => void, close: () => void }} call `fold()` for another article; `close()`
 *   closes the sheet
 */
export function makeFold(hold) {
  const [box, foldButton, sheetButton] = [byId('summary'), byId('summary-fold'), byId('show-summary')];

  const render = () => {
    const isFolded = box.classList.contains('folded');
    foldButton.textContent = t(isFolded ? 'summaryMore' : 'summaryLess');
    foldButton.setAttribute('aria-expanded', String(!isFolded));
    sheetButton.setAttribute('aria-expanded', String(box.classList.contains('sheet')));
  };
  const set = (name, isOn) => {
    hold(() => box.classList.toggle(name, isOn));
    render();
  };
  const close = () => {
    if (box.classList.contains('sheet')) set('sheet', false);
  };

  foldButton.addEventListener('click', () => set('folded', !box.classList.contains('folded')));
  sheetButton.addEventListener('click', () => {
    set('sheet', !box.classList.contains('sheet'));
    if (box.classList.contains('sheet')) byId('summary-title').focus({ preventScroll: true });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.classList.contains('sheet')) return;
    close();
    sheetButton.focus({ preventScroll: true });
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !box.contains(target) && !sheetButton.contains(target)) close();
  });
  onLanguageChange(render);

  return {
    fold() {
      box.classList.remove('sheet');
      box.classList.add('folded');
      render();
    },
    close,
  };
}
