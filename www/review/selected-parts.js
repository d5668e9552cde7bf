/**
 * Finds the page's parts that a selection in the article touches. The elements and the parts differ
 * in white space, and in text that only this page adds (buttons, footnote references). So both are
 * compared without white space, one part after the other.
 */

/** Text in the elements that is in no part. */
const NOT_TEXT = 'button, [hidden], .image-label, [role=doc-noteref], [role=doc-backlink]';
const SPACE = /\s+/g;
/** Maximum number of characters between two parts that belong to none. */
const MOST_BETWEEN = 5000;

/**
 * @param {Element} root the article's element
 * @param {{ text: string, kept: boolean }[]} blocks the page's parts
 * @param {Range} range
 * @returns {{ part: number, isWhole: boolean, from: number, to: number }[]} the parts; for each,
 *   whether the selection covers it completely, and the selected range of its characters
 */
export function selectedParts(root, blocks, range) {
  const nodes = textNodes(root);
  let [from, to] = [Infinity, 0];
  for (const { node, start, letters } of nodes) {
    if (!range.intersectsNode(node)) continue;
    const before = (offset) => node.data.slice(0, offset).replace(SPACE, '').length;
    from = Math.min(from, start + (node === range.startContainer ? before(range.startOffset) : 0));
    to = start + (node === range.endContainer ? before(range.endOffset) : letters.length);
  }
  const text = nodes.map(({ letters }) => letters).join('');
  return placesOfParts(text, blocks, to)
    .filter(({ end }) => end > from)
    .map(({ part, start, end }) => ({
      part,
      isWhole: from <= start && end <= to,
      from: Math.max(from, start) - start,
      to: Math.min(to, end) - start,
    }));
}

/**
 * Finds the kept parts in the article's characters.
 *
 * @param {string} text the characters of the article
 * @param {{ text: string, kept: boolean }[]} blocks the page's parts
 * @param {number} [to] parts after this position are not searched for
 * @returns {{ part: number, start: number, end: number }[]}
 */
export function placesOfParts(text, blocks, to = text.length) {
  const found = [];
  let at = 0;
  for (const [part, block] of blocks.entries()) {
    if (!block.kept) continue;
    const words = block.text.replace(SPACE, '');
    const start = text.indexOf(words, at);
    if (!words || start < 0 || start - at > MOST_BETWEEN) continue;
    if (start >= to) break;
    at = start + words.length;
    found.push({ part, start, end: at });
  }
  return found;
}

/**
 * Returns the text nodes of an article, each with its characters and the number of characters
 * before it.
 *
 * @param {Element} root
 * @returns {{ node: Text, letters: string, start: number }[]}
 */
export function textNodes(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return /** @type {Element} */ (node).matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found = [];
  let start = 0;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const letters = node.data.replace(SPACE, '');
    if (!letters) continue;
    found.push({ node, letters, start });
    start += letters.length;
  }
  return found;
}
