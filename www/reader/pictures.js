/**
 * Shows pictures in full size, one after the other. Only pictures that the article shows are
 * included. A remote picture that was not loaded is not in the article, and this code makes no
 * requests of its own.
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { iconButton } from './controls.js';

/** A picture narrower than this number of pixels is an ornament. */
const SMALLEST = 48;

/**
 * Turns the pictures of new blocks into buttons. Pictures inside a link are left out, because a
 * click follows the link.
 *
 * @param {HTMLElement[]} blocks
 */
export function addPictureButtons(blocks) {
  for (const image of blocks.flatMap((block) => [...block.querySelectorAll('img')])) {
    if (image.closest('a, button') || Number(image.getAttribute('width') ?? SMALLEST) < SMALLEST) continue;
    const label = image.alt ? t('reader.enlargeOf', { alt: image.alt }) : t('reader.enlarge');
    const button = element('button', { type: 'button', class: 'picture', 'aria-label': label, 'aria-haspopup': 'dialog' });
    image.replaceWith(button);
    button.append(image);
  }
}

/**
 * @param {HTMLElement} article
 * @returns {{ dialog: HTMLDialogElement }}
 */
export function makeLightbox(article) {
  const picture = element('img', { alt: '' });
  const caption = element('figcaption');
  const previous = iconButton('back', 'reader.previousPicture', () => move(-1));
  const next = iconButton('forward', 'reader.nextPicture', () => move(1));
  const close = iconButton('close', 'reader.close', () => dialog.close());
  const dialog = element('dialog', { class: 'lightbox' }, element('figure', {}, picture, caption), previous, next, close);
  picture.referrerPolicy = 'no-referrer';
  /** @type {HTMLImageElement[]} */
  let all = [];
  let at = 0;

  function show(index) {
    at = index;
    const image = all[at];
    picture.src = image.currentSrc || image.src;
    picture.alt = image.alt;
    const words = image.closest('figure')?.querySelector('figcaption')?.textContent || image.alt;
    caption.textContent = words;
    caption.hidden = !words;
    caption.lang = article.lang;
    caption.dir = article.dir;
    dialog.ariaLabel = t('reader.pictureOf', { n: at + 1, all: all.length });
  }

  function move(by) {
    if (all.length > 1) show((at + by + all.length) % all.length);
  }

  article.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('.picture');
    if (!button) return;
    all = [.../** @type {NodeListOf<HTMLImageElement>} */ (article.querySelectorAll('.picture > img'))];
    previous.hidden = all.length < 2;
    next.hidden = previous.hidden;
    show(all.indexOf(/** @type {HTMLImageElement} */ (button.firstElementChild)));
    dialog.showModal();
  });
  dialog.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(by);
  });
  dialog.addEventListener('click', (event) => {
    // A click beside the picture closes the dialog.
    if (event.target === dialog || event.target === picture.parentElement) dialog.close();
  });
  dialog.addEventListener('close', () => {
    picture.removeAttribute('src');
    // The browser returns the focus to the picture that was opened first. It is moved to the one
    // that was shown last.
    all[at]?.closest('button')?.focus();
  });

  return { dialog };
}
