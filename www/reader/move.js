/**
 * Moves the view together with the focus, so that eyes, keyboard and screen reader arrive at the
 * same place. Also keeps the view at its place.
 */

/** Maximum number of screens over which the view scrolls smoothly. For a longer way, it jumps. */
const MOST_SCREENS = 10;

/** How many pixels an element may be off after the view moved to it. */
export const ARRIVED = 4;

/** The element to whose start the view is moving. `null` once it has arrived. @type {HTMLElement | null} */
let goal = null;
// If a jump interrupts smooth scrolling, there can be several `scrollend` events: Chromium finishes
// the interrupted movement and comes back.
addEventListener('scrollend', () => {
  if (goal && isAtStartOf(goal)) goal = null;
});
// If the person moves the view by hand, the goal is given up. Keys that the reader handles do not
// count.
for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
  addEventListener(
    act,
    (event) => {
      if (!event.defaultPrevented) goal = null;
    },
    { passive: true },
  );
}

/**
 * Returns `true` if the view is where `goTo` would lead. At the end of the page, the view cannot
 * move further.
 */
function isAtStartOf(target) {
  const { scrollHeight, clientHeight } = document.documentElement;
  const line = parseFloat(getComputedStyle(target).scrollMarginBlockStart);
  return Math.abs(target.getBoundingClientRect().top - line) <= ARRIVED || scrollY + clientHeight >= scrollHeight - 1;
}

/** Returns `true` if the view is moving to an element. */
export const isOnTheWayTo = (target) => target === goal;

/**
 * @param {HTMLElement} target
 * @param {ScrollLogicalPosition} block the position of the element in the window afterwards
 */
export function goTo(target, block = 'start') {
  if (!target.matches('a, button')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const isFar = Math.abs(target.getBoundingClientRect().top) > MOST_SCREENS * innerHeight;
  const behavior = isFar ? 'instant' : motion();
  // Not every browser reports the end of a movement.
  goal = block === 'start' && 'onscrollend' in window ? target : null;
  target.scrollIntoView({ block, behavior });
}

/** @returns {ScrollBehavior} `smooth`, unless the person asked the system for less motion */
export function motion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** The line at which reading begins, in pixels below the top of the window. The bar is above it. */
const READING_LINE = 60;

/**
 * Changes the page and keeps the reader's place, also in the middle of a block. Not every browser
 * does this by itself.
 *
 * @param {HTMLElement} article
 * @param {() => void} change
 * @param {(block: Element) => boolean} [stays] returns `true` for blocks that still exist after the
 *   change
 * @returns {boolean} `false` if the view began above the article, where there is no place to keep
 */
export function keepPlace(article, change, stays = () => true) {
  let anchor = firstInView(article);
  while (anchor && !stays(anchor)) anchor = nextBlock(anchor);
  const before = anchor?.getBoundingClientRect();
  change();
  if (!anchor) return false;
  const after = anchor.getBoundingClientRect();
  // The share of the block that has been read. A block below the line has not been begun.
  const share = Math.max(READING_LINE - before.top, 0) / (before.height || 1);
  const moved = after.top - before.top + share * (after.height - before.height);
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
  return true;
}

/**
 * @returns {{ block: number, share: number } | null} the block that is being read and the share of
 *   it that has been read; `null` above the article
 */
export function placeIn(article) {
  const block = firstInView(article);
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  return { block: blocksOf(article).indexOf(block), share: Math.max(READING_LINE - top, 0) / (height || 1) };
}

/** Goes to the place that `placeIn()` returned. */
export function goToPlace(article, { block, share }) {
  const target = blocksOf(article)[block];
  if (!target) return;
  const { top, height } = target.getBoundingClientRect();
  window.scrollBy({ top: top + share * height - READING_LINE, behavior: 'instant' });
}

function blocksOf({ children }) {
  return [...children].flatMap((stretch) => [...stretch.children]);
}

/** Returns the first block in view, or nothing while the view begins above the article. */
function firstInView(article) {
  if (article.getBoundingClientRect().top >= 0) return null;
  const firstOf = ({ children }) =>
    children[firstWhere(children.length, (at) => children[at].getBoundingClientRect().bottom > READING_LINE)];
  const stretch = firstOf(article);
  return stretch ? (firstOf(stretch) ?? nextBlock(stretch.lastElementChild)) : null;
}

function nextBlock(block) {
  return block.nextElementSibling ?? block.parentElement.nextElementSibling?.firstElementChild ?? null;
}

/**
 * Finds a place in a list by binary search, because asking the browser for the position of every
 * item would take long.
 *
 * @param {number} length the length of a list; `isMeant` returns `false` for its first part and
 *   `true` for the rest
 * @param {(at: number) => boolean} isMeant
 * @returns {number} where the rest begins; the length if `isMeant` is always `false`
 */
export function firstWhere(length, isMeant) {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isMeant(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
