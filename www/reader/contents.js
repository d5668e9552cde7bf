/** The table of contents: the article's headings, with a mark on the one that is being read. */

import { element } from '../shared/dom.js';
import { iconButton, named } from './controls.js';
import { ARRIVED, firstWhere, goTo, isOnTheWayTo } from './move.js';
import { panel } from './popovers.js';

/** Minimum number of headings. A text with fewer sections needs no list. */
const FEWEST_HEADINGS = 3;
/**
 * A section counts as read when its heading is in the upper third of the window. At the end of the
 * text, the line moves further down.
 */
const READING_LINE = 1 / 3;
/** Width of the room beside the text, in rem, in which the list always fits. */
const DOCK_ROOM = 17;

/**
 * @param {HTMLElement} article
 * @returns {{ button: HTMLButtonElement, panel: HTMLElement, update: () => void, onScroll: () => void, show: () => void, move: (by: number) => void }}
 *   call `update()` after a change of the article and `onScroll()` after scrolling; `show()` opens
 *   the list or moves to it; `move()` goes to the next section or, with -1, to the previous one
 */
export function makeContents(article) {
  const list = element('ol');
  const button = iconButton('contents', 'reader.contents');
  const made = panel(button, 'reader.contents', named('reader.contents', element('nav', {}, list)));
  /** @type {{ heading: HTMLElement, link: HTMLElement }[]} */
  let sections = [];
  let marked = null;

  list.addEventListener('click', (event) => {
    const section = sections.find(({ link }) => link === /** @type {Element} */ (event.target).closest('a'));
    if (!section) return;
    event.preventDefault();
    if (!isDocked()) made.hidePopover();
    goTo(section.heading);
  });
  made.addEventListener('toggle', ({ newState }) => {
    if (newState === 'open') current()?.link.scrollIntoView({ block: 'nearest' });
  });

  function update() {
    const focused = sections.findIndex(({ link }) => link === document.activeElement);
    const headings = [.../** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll('h2, h3, h4, h5, h6'))].filter((heading) =>
      heading.textContent.trim(),
    );
    sections = headings.map((heading, at) => {
      heading.id = `unchaff-section-${at + 1}`;
      return { heading, link: element('a', { href: `#${heading.id}` }, heading.textContent) };
    });
    list.lang = article.lang;
    list.dir = article.dir;
    list.replaceChildren(...nested(sections));
    sections[focused]?.link.focus({ preventScroll: true });
    marked = null;
    onScroll();
  }

  const isDocked = () => made.popover === null;

  /** Places the list beside the text as long as there is room, and under its button otherwise. */
  function place() {
    const isEnough = sections.length >= FEWEST_HEADINGS;
    const { left } = article.getBoundingClientRect();
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const dock = isEnough && left >= DOCK_ROOM * rem;
    button.hidden = !isEnough || dock;
    made.hidden = !isEnough;
    if (made.hidden && made.matches(':popover-open')) made.hidePopover();
    if (dock !== isDocked()) {
      made.classList.toggle('docked', dock);
      made.popover = dock ? null : 'auto';
      // Beside the text, the list is part of the page and not a dialog.
      made.role = dock ? null : 'dialog';
      made.removeAttribute('style');
    }
    if (dock) made.style.left = `${left - DOCK_ROOM * rem}px`;
  }

  function show() {
    // The view may have moved since the last update.
    onScroll();
    if (made.hidden) return;
    if (!isDocked()) made.togglePopover();
    if (isDocked() || made.matches(':popover-open')) (marked ?? sections[0]).link.focus();
  }

  function current() {
    const left = Math.max(article.getBoundingClientRect().bottom - innerHeight, 0);
    // The last sections never reach the line, so at the end of the text the line moves down to
    // them.
    const line = innerHeight - Math.min(left, innerHeight * (1 - READING_LINE));
    return sections[firstFrom(line) - 1];
  }

  /** Returns the first section whose heading is at or below a line of the window. */
  function firstFrom(line) {
    const { children } = article;
    // Only the headings in this box are measured, because headings in other boxes may have no
    // layout yet.
    const stretch = children[firstWhere(children.length, (at) => children[at].getBoundingClientRect().bottom >= line)];
    return firstWhere(sections.length, (at) => {
      const { heading } = sections[at];
      if (stretch?.contains(heading)) return heading.getBoundingClientRect().top >= line;
      return Boolean(stretch?.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
  }

  function onScroll() {
    place();
    const now = current() ?? null;
    if (now === marked) return;
    marked?.link.removeAttribute('aria-current');
    now?.link.setAttribute('aria-current', 'true');
    marked = now;
    if (isDocked() && !made.matches(':hover, :focus-within')) bringIntoList(now);
  }

  /** Scrolls the list to the current section. The page itself must not move. */
  function bringIntoList(section) {
    const link = section?.link.getBoundingClientRect();
    const { top, bottom, height } = made.getBoundingClientRect();
    if (link && (link.top < top || link.bottom > bottom)) made.scrollTop += link.top - top - height / 3;
  }

  function move(by) {
    if (sections.length === 0) return;
    // The line is where a heading ends up after the view went to it. The last headings of a text
    // never get there, so the focus decides.
    const line = parseFloat(getComputedStyle(sections[0].heading).scrollMarginBlockStart);
    const focused = sections.findIndex(({ heading }) => heading === document.activeElement);
    const { heading } = sections[focused] ?? {};
    const top = heading?.getBoundingClientRect().top;
    // If keys come faster than the view moves, the target of the movement counts as the current
    // place.
    const isAtFocus = isOnTheWayTo(heading) || (top >= 0 && top < innerHeight);
    const from = isAtFocus ? focused : by > 0 ? firstFrom(line + ARRIVED) - 1 : firstFrom(line - ARRIVED);
    const target = sections[from + by];
    if (target) goTo(target.heading);
  }

  return { button, panel: made, update, onScroll, show, move };
}

/** Returns the links as nested lists, by the levels of their headings. */
function nested(sections) {
  const roots = [];
  /** The open items around the current place, outermost first. */
  const open = [];
  for (const { heading, link } of sections) {
    const level = Number(heading.localName[1]);
    while (open.length > 0 && open.at(-1).level >= level) open.pop();
    const item = element('li', {}, link);
    const parent = open.at(-1);
    if (!parent) {
      roots.push(item);
    } else {
      parent.list ??= parent.item.appendChild(element('ol'));
      parent.list.append(item);
    }
    open.push({ level, item, list: null });
  }
  return roots;
}
