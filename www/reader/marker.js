/**
 * Marks a place in the article, such as the sentence that is read aloud, without changing its
 * elements.
 */

import { element } from '../shared/dom.js';

/**
 * @param {HTMLElement} article
 * @param {string} name the name of the highlight in CSS, and the class of the boxes
 * @returns {(range: Range | null) => void} marks a place and removes the previous mark
 */
export function makeMarker(article, name) {
  return globalThis.CSS?.highlights ? byHighlight(name) : byLayer(article, name);
}

function byHighlight(name) {
  return (range) => {
    if (range) CSS.highlights.set(name, new Highlight(range));
    else CSS.highlights.delete(name);
  };
}

/** Marks places by coloured boxes behind the text, for browsers without highlights. */
function byLayer(article, name) {
  const layer = element('div', { class: `mark-layer ${name}`, 'aria-hidden': 'true' });
  let marked = null;

  function draw() {
    const origin = layer.getBoundingClientRect();
    const boxes = [...(marked?.getClientRects() ?? [])].map(({ left, top, width, height }) => {
      const box = element('div');
      Object.assign(box.style, {
        left: `${left - origin.left}px`,
        top: `${top - origin.top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      return box;
    });
    layer.replaceChildren(...boxes);
  }

  // The lines move when the window or the settings change.
  new ResizeObserver(draw).observe(article);
  return (range) => {
    marked = range;
    // The layer comes before the text, so that it is behind the text.
    article.parentElement.prepend(layer);
    draw();
  };
}
