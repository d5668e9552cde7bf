/** Panels over the page: opened by a button, closed by it, by Escape or by a click elsewhere. */

import { element } from '../shared/dom.js';
import { named } from './controls.js';

/** Distance from the window's edges and from what a panel belongs to, in pixels. */
const GAP = 8;

/**
 * @param {HTMLButtonElement} button
 * @param {string} key the panel's name
 * @param {...Node} children
 * @returns {HTMLElement} a panel under the button; it goes into the document wherever the button is
 */
export function panel(button, key, ...children) {
  const made = named(key, element('div', { class: 'reader-panel', popover: '', role: 'dialog' }, ...children));
  button.popoverTargetElement = made;
  made.addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'open') return;
    made.style.maxHeight = `${innerHeight - 2 * GAP}px`;
    // Placed after the layout, when its size is known, and before the first paint.
    requestAnimationFrame(() => placeUnder(made, button.getBoundingClientRect()));
  });
  return made;
}

/** Under its button where there is room, else as far down as the window reaches. */
function placeUnder(made, { left, bottom }) {
  const { width, height } = made.getBoundingClientRect();
  made.style.top = `${Math.max(GAP, Math.min(bottom + GAP, innerHeight - height - GAP))}px`;
  made.style.left = `${within(left, width)}px`;
}

/**
 * Puts an open popover under a place in the text, or above it where there is more room. It scrolls with the text.
 *
 * @param {HTMLElement} popover
 * @param {DOMRect} place
 */
export function placeAt(popover, place) {
  const { width, height } = popover.getBoundingClientRect();
  const below = place.bottom + GAP;
  const fits = below + height <= innerHeight || place.top < innerHeight / 2;
  const top = fits ? below : Math.max(place.top - height - GAP, GAP);
  popover.style.top = `${top + scrollY}px`;
  popover.style.left = `${within(place.left, width) + scrollX}px`;
}

/** The nearest place to the wished one where the whole width is in the window. */
function within(left, width) {
  return Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP));
}
