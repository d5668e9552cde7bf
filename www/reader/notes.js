/**
 * Footnotes. A reference opens its note beside it. From there, a link leads to the note at the end
 * of the article, and the note leads back to the reference.
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { iconButton, named, textButton } from './controls.js';
import { goTo } from './move.js';
import { placeAt } from './popovers.js';

/**
 * @param {HTMLElement} article
 * @returns {{ panel: HTMLElement, close: () => void }}
 */
export function makeNotes(article) {
  const text = element('div', { class: 'note-text' });
  const panel = element(
    'div',
    { class: 'note-panel', popover: '', role: 'dialog', tabindex: '-1' },
    iconButton('close', 'reader.close', () => panel.hidePopover()),
    text,
    textButton('reader.toNote', () => leave()),
  );
  /** The reference that was opened last, and the note that the panel shows. */
  let mark = null;
  let shown = null;

  function noteOf(link) {
    // content.js has checked the ids.
    return article.querySelector(link.getAttribute('href'));
  }

  function open(link, note) {
    // This is checked before the text that may contain the link is replaced.
    const isInside = panel.contains(link);
    panel.ariaLabel = t('reader.note', { number: link.textContent });
    text.lang = article.lang;
    text.dir = article.dir;
    text.replaceChildren(...copyOf(note).childNodes);
    shown = note;
    // A note may refer to another one. The panel then stays where it is.
    if (!isInside) {
      mark = link;
      if (!panel.matches(':popover-open')) panel.showPopover();
      placeAt(panel, link.getBoundingClientRect());
    }
    panel.focus({ preventScroll: true });
  }

  function leave() {
    panel.hidePopover();
    if (shown.isConnected) goTo(shown, 'center');
  }

  function onClick(event) {
    const link = event.target.closest('a[role]');
    // A click with a modifier key asks the browser for a new tab or window.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = noteOf(link);
    event.preventDefault();
    if (!target) return;
    if (link.role === 'doc-noteref') {
      open(link, target);
    } else {
      const cameFrom = mark?.isConnected && mark.getAttribute('href') === `#${link.closest('li')?.id}` ? mark : null;
      goTo(cameFrom ?? target.querySelector('a') ?? target, 'center');
    }
  }

  article.addEventListener('click', onClick);
  text.addEventListener('click', onClick);
  return {
    panel,
    close: () => {
      if (panel.matches(':popover-open')) panel.hidePopover();
      mark = null;
    },
  };
}

/**
 * Gives an accessible name to the arrows that lead back.
 *
 * @param {HTMLElement[]} blocks new blocks of an article
 */
export function nameBacklinks(blocks) {
  for (const link of blocks.flatMap((block) => [
    .../** @type {NodeListOf<HTMLElement>} */ (block.querySelectorAll('[role=doc-backlink]')),
  ])) {
    named('reader.backToText', link);
  }
}

/**
 * Returns the note's content without the link back, and without ids, because the note itself has
 * them.
 */
function copyOf(note) {
  const copy = note.cloneNode(true);
  for (const link of copy.querySelectorAll('[role=doc-backlink]')) link.remove();
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id');
  return copy;
}
