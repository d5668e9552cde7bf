/**
 * Finds the sentences of an article and their places on the page, for reading aloud. Parts that are
 * not speech are left out: code, formulas, footnote references, the pronunciations beside Chinese
 * characters, and the interface's own text.
 */

const SKIPPED = '.code-box, button, .image-label, .math, [role=doc-noteref], [role=doc-backlink], rt, rp';
/** Elements whose text is never continued by the text beside them. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, aside, section, div, td, th, caption, figcaption, figure';
/**
 * Maximum number of letters in one utterance. Some browsers stop after about 15 seconds of one
 * utterance, and a slow voice gets there sooner.
 */
const LONGEST = 220;
/**
 * A full stop after these does not end a sentence: initials, titles of one or two letters, and some
 * of three.
 */
const ABBREVIATION = /(?:^|[\s(])(?:\p{Lu}\p{L}?|\p{Lu}{3}|Mrs|ThS)\.\s*$/u;

/**
 * @typedef {object} Sentence
 * @property {string} text
 * @property {[Text, number]} start
 * @property {[Text, number]} end
 */

/**
 * @param {HTMLElement} root
 * @param {string} language a BCP 47 tag
 * @returns {Sentence[]} in the order of the page
 */
export function sentencesOf(root, language) {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return runsOf(root).flatMap((run) => split(run, segmenter));
}

/**
 * @param {Sentence} sentence
 * @returns {Range} the place of the sentence. Live ranges slow the page down, so each one is made
 *   only when it is needed
 */
export function rangeOf({ start, end }) {
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** Returns texts that no block interrupts, each as one string with the nodes that it comes from. */
function runsOf(root) {
  const runs = [];
  let block = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = /** @type {Element | Text} */ (walker.currentNode);
    if (node instanceof Element) {
      // A new text begins after a nested block or a line break.
      if (node.localName === 'br' || node.matches(BLOCKS)) block = null;
      continue;
    }
    const own = node.parentElement.closest(BLOCKS);
    if (own !== block) runs.push({ text: '', nodes: [] });
    block = own;
    const run = runs.at(-1);
    run.nodes.push({ node, at: run.text.length });
    // A line break in the source counts as a space. The segmenter would otherwise end the sentence
    // there.
    run.text += node.data.replace(/\s/g, ' ');
  }
  return runs;
}

function split(run, segmenter) {
  const sentences = [];
  let from = 0;
  for (const { index, segment } of segmenter.segment(run.text)) {
    const end = index + segment.length;
    if (end < run.text.length && ABBREVIATION.test(run.text.slice(from, end))) continue;
    for (const part of parts(run.text, from, end)) {
      const text = run.text.slice(...part);
      if (/[\p{L}\p{N}]/u.test(text)) sentences.push({ text, start: placeOf(run, part[0], false), end: placeOf(run, part[1], true) });
    }
    from = end;
  }
  return sentences;
}

/**
 * Yields the parts of a long sentence. It is divided after a mark where a voice pauses anyway, or
 * else between two words.
 */
function* parts(text, from, end) {
  let rest = from;
  while (end - rest > LONGEST) {
    const window = text.slice(rest, rest + LONGEST);
    const pause = window.search(/[,;:–—،、，；][^,;:–—،、，；]*$/);
    const cut = pause > 0 ? pause + 1 : window.lastIndexOf(' ');
    const next = rest + (cut > 0 ? cut : LONGEST);
    yield trimmed(text, rest, next);
    rest = next;
  }
  yield trimmed(text, rest, end);
}

function trimmed(text, from, end) {
  const part = text.slice(from, end);
  return [from + part.length - part.trimStart().length, end - part.length + part.trimEnd().length];
}

/**
 * Returns the node and offset of a place in a run. At the border of two nodes, a start is in the
 * later node and an end in the earlier one.
 */
function placeOf({ nodes }, at, isEnd) {
  const index = nodes.findLastIndex((each) => (isEnd ? each.at < at : each.at <= at));
  const { node, at: begin } = nodes[Math.max(index, 0)];
  return [node, at - begin];
}
