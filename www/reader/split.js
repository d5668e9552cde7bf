/**
 * Splits an article's HTML into its blocks, the outermost elements. The core writes well-formed
 * HTML with `<` and `>` only in tags, so the tags can be counted. Nothing is built from the blocks
 * here. The browser's own parser and content.js process them later.
 */

const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
/** The elements of an article that have no end tag. */
const VOID = new Set(['br', 'hr', 'img']);

/**
 * @param {string} content
 * @returns {Generator<string>}
 */
export function* splitBlocks(content) {
  let from = 0;
  let depth = 0;
  for (const { 0: tag, 1: slash, 2: name, index } of content.matchAll(TAG)) {
    const isBetween = depth === 0;
    if (slash) depth = Math.max(depth - 1, 0);
    else if (!VOID.has(name)) depth += 1;
    // Text outside an element is a block too, but white space is not.
    const cuts = [isBetween ? index : null, depth === 0 ? index + tag.length : null];
    for (const cut of cuts) {
      if (cut === null) continue;
      const block = content.slice(from, cut);
      if (block.trim()) yield block;
      from = cut;
    }
  }
  const rest = content.slice(from);
  if (rest.trim()) yield rest;
}
