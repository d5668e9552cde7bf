/**
 * Which of the page's parts a selection in the article touches. The elements differ from the parts in white space, and in
 * what only the page adds (buttons, the marks of notes): so both are compared without white space, part after part.
 */

/** What stands in the elements and in no part. */
const NOT_TEXT = 'button, [hidden], .image-label, [role=doc-noteref], [role=doc-backlink]';
const SPACE = /\s+/g;
/** Letters that may stand between two parts and belong to none. */
const MOST_BETWEEN = 5000;

/**
 * @param {Element} root the article's element
 * @param {{ text: string, kept: boolean }[]} blocks the page's parts
 * @param {Range} range
 * @returns {{ part: number, isWhole: boolean }[]} the parts, and whether the selection has all of each
 */
export function selectedParts(root, blocks, range) {
  const { text, from, to } = lettersOf(root, range);
  const found = [];
  let at = 0;
  for (const [part, block] of blocks.entries()) {
    if (!block.kept) continue;
    const words = block.text.replace(SPACE, '');
    const start = text.indexOf(words, at);
    if (!words || start < 0 || start - at > MOST_BETWEEN) continue;
    at = start + words.length;
    if (start >= to) break;
    if (at > from) found.push({ part, isWhole: from <= start && at <= to });
  }
  return found;
}

/** The article's letters without white space, and from which to which of them the selection reaches. */
function lettersOf(root, range) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const parts = [];
  let length = 0;
  let [from, to] = [Infinity, 0];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const letters = node.data.replace(SPACE, '');
    if (range.intersectsNode(node)) {
      const before = (offset) => node.data.slice(0, offset).replace(SPACE, '').length;
      from = Math.min(from, length + (node === range.startContainer ? before(range.startOffset) : 0));
      to = length + (node === range.endContainer ? before(range.endOffset) : letters.length);
    }
    parts.push(letters);
    length += letters.length;
  }
  return { text: parts.join(''), from, to };
}
