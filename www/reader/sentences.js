/**
 * An article's sentences with their places on the page, for reading aloud. What is not speech is left out: code,
 * formulas, the marks of footnotes, the readings beside Chinese signs, and the interface's own words.
 */

const SKIPPED = '.code-box, button, .image-label, .math, [role=doc-noteref], [role=doc-backlink], rt, rp';
/** Elements whose text never runs on into what stands beside them. */
const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, aside, section, div, td, th, caption, figcaption, figure';
/** Letters in one utterance: some browsers fall silent after about 15 seconds of one, at a slow speed sooner. */
const LONGEST = 220;
/** After these a full stop ends no sentence: initials, titles of one or two letters, a few of three. */
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
 * @returns {Range} the sentence's place; live ranges slow the page down, so each is made when it is needed
 */
export function rangeOf({ start, end }) {
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** Texts that no block interrupts, each as one string with the nodes that it comes from. */
function runsOf(root) {
  const runs = [];
  let block = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = /** @type {Element | Text} */ (walker.currentNode);
    if (node instanceof Element) {
      // What follows a nested block or a line break begins anew.
      if (node.localName === 'br' || node.matches(BLOCKS)) block = null;
      continue;
    }
    const own = node.parentElement.closest(BLOCKS);
    if (own !== block) runs.push({ text: '', nodes: [] });
    block = own;
    const run = runs.at(-1);
    run.nodes.push({ node, at: run.text.length });
    // A line break in the source is a space; the segmenter would end the sentence there.
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

/** A long sentence in parts: after a mark where a voice rests anyway, else between two words. */
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

/** The node and offset of a place in a run. Between two nodes a start is in the later one, an end in the earlier. */
function placeOf({ nodes }, at, isEnd) {
  const index = nodes.findLastIndex((each) => (isEnd ? each.at < at : each.at <= at));
  const { node, at: begin } = nodes[Math.max(index, 0)];
  return [node, at - begin];
}
