/** Marks the sentence that is read aloud, without a change of the article's elements. */

import { element } from '../dom.js';

const NAME = 'unchaff-spoken';

/**
 * @param {HTMLElement} article
 * @returns {(range: Range | null) => void} marks a place in place of the one before
 */
export function makeMarker(article) {
  return globalThis.CSS?.highlights ? byHighlight() : byLayer(article);
}

function byHighlight() {
  return (range) => {
    if (range) CSS.highlights.set(NAME, new Highlight(range));
    else CSS.highlights.delete(NAME);
  };
}

/** For browsers without highlights: coloured boxes behind the text. */
function byLayer(article) {
  const layer = element('div', { class: 'spoken-layer', 'aria-hidden': 'true' });
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
