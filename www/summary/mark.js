/**
 * Marks one place of the article: by the browser's own highlights, which leave the elements alone, or by `mark` elements
 * where there are none.
 */

const NAME = 'source-sentence';

/** The elements made for the mark that is shown. @type {HTMLElement[]} */
let marks = [];

/** @param {Range} range the place to mark; what was marked before no longer is */
export function mark(range) {
  unmark();
  if (CSS.highlights) CSS.highlights.set(NAME, new Highlight(range));
  else marks = textNodes(range).map(wrap);
}

export function unmark() {
  CSS.highlights?.delete(NAME);
  for (const element of marks) {
    const parent = element.parentNode;
    element.replaceWith(...element.childNodes);
    parent?.normalize();
  }
  marks = [];
}

/** Cuts the text nodes at the range's ends, and answers those within. */
function textNodes(range) {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const last = endContainer;
  last.splitText(endOffset);
  const first = startContainer.splitText(startOffset);
  const end = startContainer === endContainer ? first : last;
  const root = first.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  const nodes = [first];
  while (walker.currentNode !== end && walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.filter((node) => node.data.trim());
}

function wrap(node) {
  const element = document.createElement('mark');
  element.className = NAME;
  node.replaceWith(element);
  element.append(node);
  return element;
}
