/**
 * Panels over the page. A button opens them. The button, Escape or a click elsewhere closes them.
 */

import { element } from '../shared/dom.js';
import { named } from './controls.js';

/** Distance of a panel from the window's edges and from the element it belongs to, in pixels. */
const GAP = 8;

/**
 * @param {HTMLButtonElement} button
 * @param {string} key the panel's name
 * @param {...Node} children
 * @returns {HTMLElement} a panel under the button; it can be put into the document together with
 *   the button
 */
export function panel(button, key, ...children) {
  const made = named(key, element('div', { class: 'reader-panel', popover: '', role: 'dialog' }, ...children));
  button.popoverTargetElement = made;
  made.addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'open') return;
    made.style.maxHeight = `${innerHeight - 2 * GAP}px`;
    // The panel is placed after layout, when its size is known, and before the first paint.
    requestAnimationFrame(() => placeUnder(made, button.getBoundingClientRect()));
  });
  return made;
}

/** Places a panel under its button if there is room, and otherwise as low as the window allows. */
function placeUnder(made, { left, bottom }) {
  const { width, height } = made.getBoundingClientRect();
  made.style.top = `${Math.max(GAP, Math.min(bottom + GAP, innerHeight - height - GAP))}px`;
  made.style.left = `${within(left, width)}px`;
}

/**
 * Places an open popover under a place in the text, or above it if there is more room. The popover
 * scrolls with the text.
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

/** Returns the position nearest to the wanted one at which the whole width is inside the window. */
function within(left, width) {
  return Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP));
}
