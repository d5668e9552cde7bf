/**
 * Highlights are places in the page's parts that a person marked. Positions are counted in
 * characters without white space, because the white space of the elements and of the parts differs.
 *
 * @typedef {{ part: number, from: number, to: number }} Highlight positions in a part; `to` is
 *   exclusive
 */

import { placesOfParts, textNodes } from './selected-parts.js';

/** Elements that can be inside a mark. */
const INLINE = 'a, em, strong, sub, sup, del, ins, mark, abbr, span, kbd, code, ruby';
/** Elements that a mark can only enclose as a whole. */
const WHOLE = 'code, kbd, .math.inline, sup, ruby';
/** Elements that cannot be marked. */
const NEVER = 'pre, .math.display';

/** Returns `true` if two highlights overlap. @param {Highlight} a @param {Highlight} b */
export function overlaps(a, b) {
  return a.part === b.part && a.from < b.to && b.from < a.to;
}

/**
 * Adds highlights. Overlapping ones are merged.
 *
 * @param {Highlight[]} highlights
 * @param {Highlight[]} more
 * @returns {Highlight[]}
 */
export function withMore(highlights, more) {
  return more.reduce((all, added) => {
    const joined = all.filter((other) => overlaps(other, added));
    const [from, to] = [Math.min(...[added, ...joined].map((each) => each.from)), Math.max(...[added, ...joined].map((each) => each.to))];
    return [...all.filter((other) => !joined.includes(other)), { part: added.part, from, to }];
  }, highlights);
}

/**
 * Puts marks into an article.
 *
 * @param {Element} root the article's element
 * @param {{ text: string, kept: boolean }[]} blocks the page's parts
 * @param {Highlight[]} highlights
 * @param {string} sign written at the beginning and at the end of each mark
 */
export function markHighlights(root, blocks, highlights, sign) {
  if (highlights.length === 0) return;
  const nodes = textNodes(root);
  const text = nodes.map(({ letters }) => letters).join('');
  const places = new Map(placesOfParts(text, blocks).map((place) => [place.part, place]));
  const found = highlights.flatMap(({ part, from, to }) => {
    const place = places.get(part);
    return place ? [[place.start + from, Math.min(place.start + to, place.end)]] : [];
  });
  // The last place comes first, because a cut moves only the text after it.
  for (const [from, to] of found.sort((a, b) => b[0] - a[0])) wrap(cut(nodes, from, to), sign);
}

/** Returns text nodes that hold exactly the given characters. Divides nodes where necessary. */
function cut(nodes, from, to) {
  const isTouched = ({ start, letters }) => start < to && start + letters.length > from;
  const touched = nodes.filter((each) => isTouched(each) && !each.node.parentElement.closest(NEVER));
  return touched.map((each, at) => {
    const { node, start, letters } = each;
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, letters.length)];
    // White space inside the mark is marked too, but not at its ends.
    const end = at < touched.length - 1 ? node.data.length : offsetOf(node.data, last - 1) + 1;
    const begin = at > 0 ? 0 : offsetOf(node.data, first);
    if (end < node.data.length) node.splitText(end);
    if (begin === 0) return node;
    each.letters = letters.slice(0, first);
    return node.splitText(begin);
  });
}

/** Puts marks around text nodes, as few as possible. */
function wrap(texts, sign) {
  const chosen = new Set(texts);
  const isWhole = (element) => textNodes(element).every(({ node }) => chosen.has(node));
  const marks = [];
  let mark = null;
  for (const text of texts) {
    if (mark?.contains(text)) continue;
    let top = text.parentElement.closest(WHOLE) ?? text;
    while (top.parentElement.matches(INLINE) && isWhole(top.parentElement)) top = top.parentElement;
    const between = mark?.nextSibling;
    if (between && between !== top && between instanceof Text && !between.data.trim() && between.nextSibling === top) mark.append(between);
    if (mark?.nextSibling !== top) {
      mark = text.ownerDocument.createElement('mark');
      marks.push(mark);
      top.before(mark);
    }
    mark.append(top);
  }
  for (const made of marks) {
    putSpaceOut(made);
    made.prepend(sign);
    made.append(sign);
  }
}

/**
 * Moves the white space at the ends of a mark outside, because Markdown does not accept a mark that
 * ends with a space.
 */
function putSpaceOut(mark) {
  const [first, last] = [mark.firstChild, mark.lastChild];
  if (first.nodeType === Node.TEXT_NODE) {
    const words = first.data.trimStart();
    mark.before(first.data.slice(0, first.data.length - words.length));
    first.data = words;
  }
  if (last.nodeType === Node.TEXT_NODE) {
    const words = last.data.trimEnd();
    mark.after(last.data.slice(words.length));
    last.data = words;
  }
}

/** Returns the offset of a character in a text, whose white space does not count. */
function offsetOf(text, letter) {
  let offset = 0;
  for (let left = letter; left > 0 || /\s/.test(text[offset]); offset += 1) {
    if (!/\s/.test(text[offset])) left -= 1;
  }
  return offset;
}
