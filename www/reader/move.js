/** Moves the view, with the focus, so that eyes, keyboard and screen reader arrive at the same place, or holds it. */

/** Screens that the view glides over; what is further off would fly by for nothing. */
const MOST_SCREENS = 10;

/** Pixels that an element may be off after the view went to it. */
export const ARRIVED = 4;

/** The element to whose start the view is moving. `null` once it has arrived. @type {HTMLElement | null} */
let goal = null;
// A jump out of a glide has more than one end: Chromium goes on for what the glide had left, and comes back.
addEventListener('scrollend', () => {
  if (goal && isAtStartOf(goal)) goal = null;
});
// A person who moves the view by hand goes elsewhere. Keys that mean something here are taken.
for (const act of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
  addEventListener(
    act,
    (event) => {
      if (!event.defaultPrevented) goal = null;
    },
    { passive: true },
  );
}

/** Whether the view stands where going to an element leads; at the end of the page that can be no further. */
function isAtStartOf(target) {
  const { scrollHeight, clientHeight } = document.documentElement;
  const line = parseFloat(getComputedStyle(target).scrollMarginBlockStart);
  return Math.abs(target.getBoundingClientRect().top - line) <= ARRIVED || scrollY + clientHeight >= scrollHeight - 1;
}

/** Whether the view is on its way to an element. */
export const isOnTheWayTo = (target) => target === goal;

/**
 * @param {HTMLElement} target
 * @param {ScrollLogicalPosition} block where it stands in the window afterwards
 */
export function goTo(target, block = 'start') {
  if (!target.matches('a, button')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const isFar = Math.abs(target.getBoundingClientRect().top) > MOST_SCREENS * innerHeight;
  const behavior = isFar ? 'instant' : motion();
  // Not every browser tells the end of a move.
  goal = block === 'start' && 'onscrollend' in window ? target : null;
  target.scrollIntoView({ block, behavior });
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
 * @param {(block: Element) => boolean} [stays] which blocks are still there after the change
 * @returns {boolean} false where the view began above the article: there was no place to keep
 */
export function keepPlace(article, change, stays = () => true) {
  let anchor = firstInView(article);
  while (anchor && !stays(anchor)) anchor = nextBlock(anchor);
  const before = anchor?.getBoundingClientRect();
  change();
  if (!anchor) return false;
  const after = anchor.getBoundingClientRect();
  // The share of the block that is read; a block below the line is not begun.
  const share = Math.max(READING_LINE - before.top, 0) / (before.height || 1);
  const moved = after.top - before.top + share * (after.height - before.height);
  if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
  return true;
}

/** @returns {{ block: number, share: number } | null} the block that is read and how much of it; null above the article */
export function placeIn(article) {
  const block = firstInView(article);
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  return { block: blocksOf(article).indexOf(block), share: Math.max(READING_LINE - top, 0) / (height || 1) };
}

/** Goes to where placeIn() said that the reader was. */
export function goToPlace(article, { block, share }) {
  const target = blocksOf(article)[block];
  if (!target) return;
  const { top, height } = target.getBoundingClientRect();
  window.scrollBy({ top: top + share * height - READING_LINE, behavior: 'instant' });
}

function blocksOf({ children }) {
  return [...children].flatMap((stretch) => [...stretch.children]);
}

/** The first block in view; none while the view begins above the article. */
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
 * Where each place is asked of the browser, a long list is halved rather than gone through.
 *
 * @param {number} length of a list whose first part is not meant and whose last part is
 * @param {(at: number) => boolean} isMeant
 * @returns {number} where the last part begins; the length where nothing is meant
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
