/**
 * Keeps an article's blocks on the page in step with its content. A block that stays is left alone, so that a change of
 * the article (a part brought back, images turned on) moves neither the reader's place nor the selection, the focus or
 * the voice.
 */

import { buildBlock } from './content.js';
import { keepPlace } from './move.js';

/**
 * @param {HTMLElement} article
 * @returns {(blocks: Element[], options: import('./content.js').ContentOptions, variant: string) => HTMLElement[]}
 *   shows blocks in place of those shown before, and answers those that it made. The variant names what else images
 *   depend on, such as the language
 */
export function makeBlocks(article) {
  /** What each child of the article was made from. @type {string[]} */
  let shown = [];

  return (blocks, options, variant) => {
    const wanted = blocks.map((block) => `${needsVariant(block) ? variant : ''}${block.outerHTML}`);
    const start = commonStart(shown, wanted);
    const end = commonEnd(shown, wanted, start);
    const elements = [...article.children];
    const place = elements[shown.length - end] ?? null;
    const made = blocks.slice(start, blocks.length - end).map((block) => buildBlock(block, options));

    keepPlace(article, () => {
      for (const element of elements.slice(start, shown.length - end)) element.remove();
      for (const element of made) article.insertBefore(element, place);
    });
    shown = wanted;
    return made;
  };
}

/** Only images have words of the interface that are written once, and depend on whether they are loaded. */
function needsVariant(block) {
  return block.localName === 'img' || block.querySelector('img') !== null;
}

function commonStart(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function commonEnd(a, b, start) {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}
