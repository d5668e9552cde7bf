/**
 * Updates the blocks on the page when the article's content changes. Unchanged blocks are not
 * touched. So a change of the article (a part is restored, images are turned on) does not move the
 * reader's place, the selection, the focus or the voice. A long article is written in slices, the
 * first screens before the rest. Each slice has its own box, so that the browser lays out only the
 * visible ones (see `.long` in article.css).
 *
 *     article > .stretch > block
 */

import { element } from '../shared/dom.js';
import { buildBlock, parseBlocks } from './content.js';
import { keepPlace } from './move.js';
import { splitBlocks } from './split.js';

/**
 * Number of characters of HTML in one slice. This is a few screens, and takes even a slow phone
 * less than a twentieth of a second.
 */
const SLICE = 25_000;
/** Maximum number of blocks that are cut out of the HTML in one task. */
const MOST_CUT = 4000;
/** An article with more characters of HTML takes a browser too long to lay out at once. */
const LONG = 250_000;

/**
 * @param {HTMLElement} article
 * @returns {(content: string, options: import('./content.js').ContentOptions, variant: string) => Generator<{ made: HTMLElement[], isLast: boolean }>}
 *   shows new content slice by slice, and yields the blocks that were made. `variant` names
 *   everything else that images depend on, such as the language
 */
export function makeBlocks(article) {
  /** The HTML that each block was made from. @type {WeakMap<Element, string>} */
  const sources = new WeakMap();

  return function* show(content, options, variant) {
    const blocks = [];
    for (const block of splitBlocks(content)) {
      if (blocks.push(block) % MOST_CUT === 0) yield { made: [], isLast: false };
    }
    const wanted = blocks.map((block) => `${needsVariant(block) ? variant : ''}${block}`);
    article.classList.toggle('long', content.length > LONG);
    const shown = [...article.querySelectorAll(':scope > .stretch > *')];
    const sourcesShown = shown.map((element) => sources.get(element));
    const start = commonStart(sourcesShown, wanted);
    const end = commonEnd(sourcesShown, wanted, start);
    const old = shown.slice(start, shown.length - end);
    const after = shown[shown.length - end] ?? null;
    const last = wanted.length - end;

    for (let from = start; from < last || old.length > 0; ) {
      const to = endOfSlice(blocks, from, last);
      const isLast = to === last;
      const made = parseBlocks(blocks.slice(from, to)).map((block) => buildBlock(block, options));
      made.forEach((block, at) => sources.set(block, wanted[from + at]));
      // Old blocks are removed while new ones are added. So the page never becomes so short that
      // the reader's place is lost.
      const gone = old.splice(0, isLast ? old.length : made.length);
      const place = gone[0] ?? old[0] ?? after;
      const replace = () => {
        if (place) place.before(...made);
        else if (made.length > 0) article.append(element('div', { class: 'stretch' }, ...made));
        for (const block of gone) remove(block);
      };
      const leaving = new Set(gone);
      keepPlace(article, replace, (block) => !leaving.has(block));
      from = to;
      yield { made, isLast };
    }
  };
}

function endOfSlice(blocks, from, last) {
  let to = from;
  for (let length = 0; to < last && length < SLICE; to += 1) length += blocks[to].length;
  return to;
}

function remove(block) {
  const stretch = block.parentElement;
  block.remove();
  if (!stretch.firstElementChild) stretch.remove();
}

/**
 * Returns `true` if a block depends on the variant. Only images do: they contain words of the
 * interface and depend on whether they are loaded.
 */
function needsVariant(block) {
  return block.includes('<img');
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
