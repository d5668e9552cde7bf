/**
 * Finds the place of a sentence in the elements of an article. The text of the elements and the
 * article's `textContent` differ in white space, and in text that only one of them has (captions,
 * notes, buttons). So both are compared without white space, and the nearest place with the same
 * characters is used.
 */

import { nextTask } from '../shared/next-task.js';

/** Elements whose text is not in `textContent`. */
const NOT_TEXT = 'figcaption, caption, [role=doc-endnotes], [role=doc-noteref], sup > a[href^="#"], button, [hidden], .image-label';
const SPACE = /\s+/g;
/** Maximum number of text nodes, and of characters, that are read in one task. */
const MOST_NODES = 2000;
const PIECE = 200_000;

/**
 * Finds a sentence.
 *
 * @param {Element} root the article's element
 * @param {string} textContent the article's text
 * @param {{ start: number, end: number }} sentence the place of the sentence in this text
 * @returns {Promise<Range | null>} `null` if the elements do not contain it
 */
export async function locate(root, textContent, { start, end }) {
  const { text, places } = await lettersOf(root);
  const letters = textContent.slice(start, end).replace(SPACE, '');
  if (!letters) return null;
  const at = nearest(text, letters, await countLetters(textContent.slice(0, start)));
  if (at < 0) return null;
  const range = document.createRange();
  range.setStart(...pointAt(places, at));
  const [node, offset] = pointAt(places, at + letters.length - 1);
  range.setEnd(node, offset + 1);
  return range;
}

/** Returns the characters without white space, and the position at which each text node begins. */
async function lettersOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const parts = [];
  const places = [];
  let length = 0;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const letters = node.data.replace(SPACE, '');
    if (!letters) continue;
    if (places.push({ node, start: length }) % MOST_NODES === 0) await nextTask();
    parts.push(letters);
    length += letters.length;
  }
  return { text: parts.join(''), places };
}

async function countLetters(text) {
  let count = 0;
  for (let from = 0; from < text.length; from += PIECE) {
    if (from > 0) await nextTask();
    count += text.slice(from, from + PIECE).replace(SPACE, '').length;
  }
  return count;
}

function nearest(text, letters, expected) {
  const before = text.lastIndexOf(letters, expected);
  const after = text.indexOf(letters, expected);
  if (before < 0 || after < 0) return Math.max(before, after);
  return expected - before <= after - expected ? before : after;
}

/**
 * Returns the text node that holds a character, and the offset of the character in it.
 *
 * @param {{ node: Text, start: number }[]} places
 * @param {number} letter
 * @returns {[Text, number]}
 */
function pointAt(places, letter) {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (places[middle].start <= letter) low = middle;
    else high = middle - 1;
  }
  const { node, start } = places[low];
  let left = letter - start;
  let offset = 0;
  for (; left > 0 || /\s/.test(node.data[offset]); offset += 1) {
    if (!/\s/.test(node.data[offset])) left -= 1;
  }
  return [node, offset];
}
