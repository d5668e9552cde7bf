/**
 * Applies changes that are not a choice of parts: parts that became headings, headings that became
 * ordinary parts, and highlights. The elements are changed in the article's HTML, and the core
 * writes all formats again from it. HTML that the core has written once results in the same
 * article.
 */

import { parseInert } from '../shared/trusted-types.js';
import { markHighlights } from './highlights.js';

/**
 * The mark around a highlight in Markdown, as in Obsidian and other programs. The core's Markdown
 * has no syntax for highlights.
 */
const MARKDOWN_MARK = '==';
/**
 * Marks the places of highlights until the core has read the HTML. It consists of letters, which
 * the core neither drops nor escapes.
 */
const SIGN = 'unchaffmark';

/** @typedef {{ headings?: [part: number, isHeading: boolean][], highlights?: import('./highlights.js').Highlight[] }} Changes */

/**
 * @param {import('unchaff').Article} article
 * @param {Changes} changes
 * @param {(content: string) => Promise<import('unchaff').Article>} read reads HTML and keeps all of
 *   it
 * @returns {Promise<import('unchaff').Article>}
 */
export async function rewritten(article, { headings = [], highlights = [] }, read) {
  const { body } = parseInert(article.content);
  for (const [part, isHeading] of headings) {
    const element = find(body, article.blocks, part, isHeading ? 'p, li' : 'h1, h2, h3, h4, h5, h6');
    if (element?.localName === 'li') divide(element, renamed(element, 'h2'));
    else element?.replaceWith(renamed(element, isHeading ? 'h2' : 'p'));
  }
  const sign = unusedSign(article.content);
  markHighlights(body, article.blocks, highlights, sign);
  const { content, markdown, textContent, length } = await read(body.innerHTML);
  const text = textContent.replaceAll(sign, '');
  return {
    ...article,
    content: content.replaceAll(sign, ''),
    markdown: markdown.replaceAll(sign, MARKDOWN_MARK),
    textContent: text,
    length: length - (textContent.length - text.length),
  };
}

/** Returns a mark that does not occur in a text. */
function unusedSign(text) {
  let sign = SIGN;
  while (text.includes(sign)) sign += 'x';
  return sign;
}

/**
 * Returns the element that holds a part. If several have the same words, it is the one with as many
 * such elements before it as the part has such parts before it.
 */
function find(body, blocks, part, selector) {
  const words = letters(blocks[part].text);
  const isSame = (block) => block.kept && letters(block.text) === words;
  const before = blocks.slice(0, part).filter(isSame).length;
  const found = [...body.querySelectorAll(selector)].filter((element) => letters(element.textContent) === words);
  return found[before] ?? found[0];
}

function renamed(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  return made;
}

/** Replaces an item by a heading, between the two halves of its list. */
function divide(item, heading) {
  const list = item.parentElement;
  const rest = /** @type {Element} */ (list.cloneNode(false));
  while (item.nextSibling) rest.append(item.nextSibling);
  item.remove();
  list.after(heading, rest);
  for (const half of [list, rest]) if (half.childElementCount === 0) half.remove();
}

function letters(text) {
  return text.replace(/\s+/g, '');
}
