/** Shows a long text in pieces, so that the browser lays out only the visible ones. */

import { element } from '../shared/dom.js';

/** Number of characters of a piece, which is a few screens. */
const PIECE = 5000;

/**
 * Writes a text into an element.
 *
 * @param {HTMLElement} place
 * @param {string} text
 */
export function showSource(place, text) {
  const pieces = [];
  for (let from = 0; from < text.length; ) {
    // Pieces end at the end of a line. A cut inside a line would add a line break.
    const end = text.indexOf('\n', from + PIECE) + 1 || text.length;
    pieces.push(element('span', {}, text.slice(from, end)));
    from = end;
  }
  place.replaceChildren(...pieces);
}
