/** Marks a place of the article, such as the sentence that is read aloud, without a change of its elements. */

import { element } from '../shared/dom.js';

/**
 * @param {HTMLElement} article
 * @param {string} name of the highlight in CSS, and the class of the boxes
 * @returns {(range: Range | null) => void} marks a place in place of the one before
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

/** For browsers without highlights: coloured boxes behind the text. */
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
    // Before the text, so that it lies behind.
    article.parentElement.prepend(layer);
    draw();
  };
}
