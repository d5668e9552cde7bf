/** Moves the view, with the focus, so that eyes, keyboard and screen reader arrive at the same place, or holds it. */

/**
 * @param {HTMLElement} target
 * @param {ScrollLogicalPosition} block where it stands in the window afterwards
 */
export function goTo(target, block = 'start') {
  if (!target.matches('a, button')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block, behavior: motion() });
}

/** @returns {ScrollBehavior} smooth for those who have not asked for less motion */
export function motion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Where reading begins, in pixels under the window's top: the bar is above. */
const READING_LINE = 60;

/**
 * Changes the page and leaves the reader where they are, in the middle of a block too. Not every browser holds the view
 * by itself.
 *
 * @param {HTMLElement} article
 * @param {() => void} change
 * @returns {boolean} false where the view began above the article: there was no place to keep
 */
export function keepPlace(article, change) {
  const anchors = visibleFrom(article);
  const before = anchors.map((element) => element.getBoundingClientRect());
  change();
  const at = anchors.findIndex((element) => element.isConnected);
  if (at < 0) return false;
  const after = anchors[at].getBoundingClientRect();
  // The share of the block that is read; a block below the line is not begun.
  const share = Math.max(READING_LINE - before[at].top, 0) / (before[at].height || 1);
  const moved = after.top - before[at].top + share * (after.height - before[at].height);
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
  return true;
}

/** The blocks from the first one in view; none while the view begins above the article. */
function visibleFrom(article) {
  if (article.getBoundingClientRect().top >= 0) return [];
  const blocks = [...article.children];
  const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > READING_LINE);
  return first < 0 ? [] : blocks.slice(first);
}
