/** Shows a long text as it is, in pieces: the browser lays out those in sight alone. */

import { element } from '../shared/dom.js';

/** Characters of a piece; a few screens. */
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
    // Pieces end with a line: a cut elsewhere would break it.
    const end = text.indexOf('\n', from + PIECE) + 1 || text.length;
    pieces.push(element('span', {}, text.slice(from, end)));
    from = end;
  }
  place.replaceChildren(...pieces);
}
