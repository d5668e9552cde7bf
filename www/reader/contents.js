/** The table of contents: the article's headings, the one that is being read marked. */

import { element } from '../shared/dom.js';
import { iconButton, named } from './controls.js';
import { ARRIVED, firstWhere, goTo, isOnTheWayTo } from './move.js';
import { panel } from './popovers.js';

/** A text with fewer sections is found through faster without a list. */
const FEWEST_HEADINGS = 3;
/** A section counts as read from where its heading is in the upper third of the window; at the text's end further down. */
const READING_LINE = 1 / 3;
/** Room beside the text, in rem, that the list can always stand in. */
const DOCK_ROOM = 17;

/**
 * @param {HTMLElement} article
 * @returns {{ button: HTMLButtonElement, panel: HTMLElement, update: () => void, onScroll: () => void, show: () => void, move: (by: number) => void }}
 *   update() after a change of the article, onScroll() after one of its place; show() opens the list or goes to it;
 *   move() goes to the next or, with -1, the previous section
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

  /** Beside the text where there is room, for as long as there is; else under its button. */
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
      // Beside the text it is a part of the page.
      made.role = dock ? null : 'dialog';
      made.removeAttribute('style');
    }
    if (dock) made.style.left = `${left - DOCK_ROOM * rem}px`;
  }

  function show() {
    // The view may have moved since it was last looked at.
    onScroll();
    if (made.hidden) return;
    if (!isDocked()) made.togglePopover();
    if (isDocked() || made.matches(':popover-open')) (marked ?? sections[0]).link.focus();
  }

  function current() {
    const left = Math.max(article.getBoundingClientRect().bottom - innerHeight, 0);
    // The last sections never come up to the line: it goes down to them.
    const line = innerHeight - Math.min(left, innerHeight * (1 - READING_LINE));
    return sections[firstFrom(line) - 1];
  }

  /** The first section whose heading stands at a line of the window or below it. */
  function firstFrom(line) {
    const { children } = article;
    // Only the headings in this box are measured: headings in other boxes may have no layout yet.
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

  /** The list follows the reader; the page must not move with it. */
  function bringIntoList(section) {
    const link = section?.link.getBoundingClientRect();
    const { top, bottom, height } = made.getBoundingClientRect();
    if (link && (link.top < top || link.bottom > bottom)) made.scrollTop += link.top - top - height / 3;
  }

  function move(by) {
    if (sections.length === 0) return;
    // Where a heading stands that one has gone to. The last ones of a text never get there: the focus tells.
    const line = parseFloat(getComputedStyle(sections[0].heading).scrollMarginBlockStart);
    const focused = sections.findIndex(({ heading }) => heading === document.activeElement);
    const { heading } = sections[focused] ?? {};
    const top = heading?.getBoundingClientRect().top;
    // Keys that come faster than the view moves count from where it is going.
    const isAtFocus = isOnTheWayTo(heading) || (top >= 0 && top < innerHeight);
    const from = isAtFocus ? focused : by > 0 ? firstFrom(line + ARRIVED) - 1 : firstFrom(line - ARRIVED);
    const target = sections[from + by];
    if (target) goTo(target.heading);
  }

  return { button, panel: made, update, onScroll, show, move };
}

/** The links as lists in lists, by the levels of their headings. */
function nested(sections) {
  const roots = [];
  /** The items around the current place, outermost first. */
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
