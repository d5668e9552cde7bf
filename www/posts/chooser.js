/** The list for choosing posts. It has a checkbox for each post, indented by the post's depth. */

import { t } from '../i18n/index.js';
import { closeByBackdrop } from '../shared/dialog.js';
import { element } from '../shared/dom.js';
import { partsOf } from './parts.js';

/** How many characters of a post are shown, so that it can be recognized. */
const EXCERPT = 120;
/** Maximum number of indented levels. More would leave no room on a phone. */
const LEVELS = 6;

/** @param {{ choose: (parts: number[], kept: boolean) => Promise<void>, isKept: (part: number) => boolean }} page */
export function makeChooser({ choose: change, isKept }) {
  const title = element('h2', { id: 'posts-title' });
  const note = element('p', { class: 'hint' });
  const list = element('ul', { class: 'posts-list', 'aria-labelledby': 'posts-title' });
  const [allButton, firstButton] = ['all', 'first'].map(() => element('button', { type: 'button' }));
  const close = element('button', { class: 'quiet' });
  const dialog = element(
    'dialog',
    { id: 'posts-dialog', 'aria-labelledby': 'posts-title' },
    title,
    note,
    element('div', { class: 'actions' }, allButton, firstButton),
    list,
    element('form', { method: 'dialog' }, close),
  );
  document.body.append(dialog);
  closeByBackdrop(dialog);

  /** @type {import('./parts.js').Posts} */
  let posts = [];
  /** @type {{ kept: boolean }[]} */
  let blocks = [];

  allButton.addEventListener('click', () => choose([...posts.keys()], true));
  firstButton.addEventListener('click', () => choose([...posts.keys()].slice(1), false));
  list.addEventListener('change', ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    choose([Number(box.value)], box.checked);
  });

  /** Keeps posts or leaves them out, in one step. */
  async function choose(numbers, kept) {
    const parts = numbers.flatMap((at) => partsOf(posts, at, blocks)).filter((part) => isKept(part) !== kept);
    if (parts.length > 0) await change(parts, kept);
    tick();
  }

  const isChosen = (at) => partsOf(posts, at, blocks).some(isKept);

  /** Makes the checkboxes show the current state, also after an undo. */
  function tick() {
    for (const box of list.querySelectorAll('input')) box.checked = isChosen(Number(box.value));
  }

  function item({ author, shownTime, publishedTime, depth, text }, at) {
    const box = element('input', { type: 'checkbox', value: String(at) });
    const level = depth > 0 ? element('span', { class: 'visually-hidden' }, ` (${t('posts.depth', { n: depth + 1 })})`) : '';
    const head = element('strong', {}, author ?? t('posts.nobody'));
    const time = shownTime ?? publishedTime;
    const words = element('span', {}, head, level, ...(time ? [` · ${time}`] : []), element('br'), text.slice(0, EXCERPT));
    const row = element('li', {}, element('label', { class: 'check' }, box, words));
    row.style.setProperty('--level', String(Math.min(depth, LEVELS)));
    return row;
  }

  return {
    choose,
    open() {
      title.textContent = t('posts.choose');
      note.textContent = t('posts.chooseNote');
      allButton.textContent = t('posts.all');
      firstButton.textContent = t('posts.firstOnly');
      close.textContent = t('close');
      list.replaceChildren(...posts.map(item));
      tick();
      dialog.showModal();
    },
    close: () => dialog.close(),
    update(nextPosts, nextBlocks) {
      [posts, blocks] = [nextPosts, nextBlocks];
      tick();
    },
  };
}
