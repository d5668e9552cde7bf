/**
 * The menu for a selection in the article: highlight it, remove it, remove everything from there
 * on, make it a heading or the title.
 */

import { element } from '../shared/dom.js';
import { currentLanguage, t } from '../i18n/index.js';
import { canBeHeading } from './heading-words.js';
import { selectedParts } from './selected-parts.js';

/** Distance from the selection, and from the window's edges, in pixels. */
const GAP = 8;

/**
 * @param {HTMLElement} article the element of the article
 * @param {object} actions
 * @param {() => { text: string, kept: boolean }[]} actions.parts returns the page's parts with the
 *   current decisions
 * @param {(parts: number[]) => void} actions.onRemove
 * @param {(part: number) => void} actions.onRemoveFrom
 * @param {(part: number, isHeading: boolean) => void} actions.onHeading
 * @param {(title: string, part?: number) => void} actions.onTitle
 * @param {(places: import('./highlights.js').Highlight[]) => boolean} actions.isHighlighted returns
 *   `true` if one of them is highlighted
 * @param {(places: import('./highlights.js').Highlight[]) => void} actions.onHighlight
 */
export function makeSelectionMenu(article, { parts, onRemove, onRemoveFrom, onHeading, onTitle, isHighlighted, onHighlight }) {
  const menu = element('div', { class: 'selection-menu', popover: 'manual', role: 'toolbar' });
  article.after(menu);
  let isDragging = false;
  let isAsked = false;
  /** The current text of the buttons. */
  let shown = '';

  const hide = () => menu.matches(':popover-open') && menu.hidePopover();

  /** @returns {Range | null} */
  function selection() {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0 || !article.checkVisibility()) return null;
    const range = chosen.getRangeAt(0);
    return article.contains(range.commonAncestorContainer) ? range : null;
  }

  function update() {
    const range = selection();
    const all = parts();
    const chosen = range ? selectedParts(article, all, range) : [];
    if (chosen.length === 0) return hide();
    const words = String(getSelection()).replace(/\s+/g, ' ').trim();
    const [first] = chosen;
    const isHeading = Boolean(elementOf(range.startContainer).closest('h1, h2, h3, h4, h5, h6'));
    const isSingle = chosen.length === 1;
    const numbers = chosen.map(({ part }) => part);
    // The buttons are not replaced as long as their text stays the same. A button that is replaced
    // between press and release gets no click.
    const isMarked = isHighlighted(chosen);
    const key = JSON.stringify([currentLanguage(), chosen, isHeading, words, isMarked]);
    if (key !== shown) {
      shown = key;
      menu.ariaLabel = t('correct');
      const heading = isSingle && (isHeading || canBeHeading(all[first.part].text));
      menu.replaceChildren(
        button(t(isMarked ? 'noHighlight' : 'highlight'), () => onHighlight(chosen.map(({ part, from, to }) => ({ part, from, to })))),
        button(t('removeParts', { n: numbers.length }), () => onRemove(numbers)),
        button(t('removeFrom'), () => onRemoveFrom(first.part)),
        ...(heading ? [button(t(isHeading ? 'noHeading' : 'makeHeading'), () => onHeading(first.part, !isHeading))] : []),
        ...(isSingle ? [button(t('makeTitle'), () => onTitle(words, first.isWhole ? first.part : undefined))] : []),
      );
    }
    if (!menu.matches(':popover-open')) menu.showPopover();
    place(range);
  }

  function place(range) {
    const rects = range.getClientRects();
    const { left, bottom } = rects[rects.length - 1] ?? range.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const top = Math.max(GAP, Math.min(bottom + GAP, innerHeight - height - GAP));
    menu.style.top = `${top}px`;
    menu.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP))}px`;
  }

  function button(words, act) {
    const made = element('button', { type: 'button' }, words);
    made.addEventListener('click', () => {
      getSelection().removeAllRanges();
      hide();
      act();
    });
    return made;
  }

  // A press on a button would remove the selection before the click.
  menu.addEventListener('pointerdown', (event) => event.preventDefault());
  menu.addEventListener('mousedown', (event) => event.preventDefault());

  /** Updates the menu once per frame, and not while the mouse is still selecting. */
  function ask() {
    if (isAsked || isDragging) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!isDragging) update();
    });
  }
  document.addEventListener('selectionchange', ask);
  document.addEventListener(
    'scroll',
    () => {
      const range = menu.matches(':popover-open') && selection();
      if (range) place(range);
    },
    { passive: true },
  );
  document.addEventListener('pointerdown', ({ pointerType, target }) => {
    isDragging = pointerType === 'mouse' && target instanceof Node && !menu.contains(target);
  });
  document.addEventListener('pointerup', () => {
    isDragging = false;
    ask();
  });
}

function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}
