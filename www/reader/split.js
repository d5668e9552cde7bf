/**
 * Cuts an article's HTML into its blocks, the elements that stand in no other. The core writes HTML that is well formed,
 * with `<` and `>` in tags alone, so that the tags can be counted. Nothing is built from them here: the blocks go to the
 * browser's own parser, and through content.js.
 */

const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;
/** The elements of an article that have no end. */
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
    // A loose text is a block too; white space is none.
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
