/** The table of contents: the article's headings, the one that is being read marked. */

import { element } from '../dom.js';
import { iconButton } from './controls.js';
import { goTo } from './move.js';
import { panel } from './popovers.js';

/** A text with fewer sections is found through faster without a list. */
const FEWEST_HEADINGS = 3;
/** A section counts as read from where its heading is in the upper third of the window. */
const READING_LINE = 1 / 3;
/** Pixels that a heading may be off after the view went to it. */
const ARRIVED = 4;

/**
 * @param {HTMLElement} article
 * @returns {{ button: HTMLButtonElement, panel: HTMLElement, update: () => void, onScroll: () => void, move: (by: number) => void }}
 *   update() after a change of the article; move() goes to the next or, with -1, the previous section
 */
export function makeContents(article) {
  const list = element('ol');
  const button = iconButton('contents', 'reader.contents');
  const made = panel(button, 'reader.contents', element('nav', {}, list));
  /** @type {{ heading: HTMLElement, link: HTMLElement }[]} */
  let sections = [];

  list.addEventListener('click', (event) => {
    const section = sections.find(({ link }) => link === event.target.closest('a'));
    if (!section) return;
    event.preventDefault();
    made.hidePopover();
    goTo(section.heading);
  });
  made.addEventListener('toggle', ({ newState }) => {
    if (newState === 'open') current()?.link.scrollIntoView({ block: 'nearest' });
  });

  function update() {
    const headings = [...article.querySelectorAll('h2, h3, h4, h5, h6')].filter((heading) => heading.textContent.trim());
    sections = headings.map((heading, at) => {
      heading.id = `unchaff-section-${at + 1}`;
      return { heading, link: element('a', { href: `#${heading.id}` }, heading.textContent) };
    });
    list.lang = article.lang;
    list.dir = article.dir;
    list.replaceChildren(...nested(sections));
    button.hidden = sections.length < FEWEST_HEADINGS;
    if (button.hidden && made.matches(':popover-open')) made.hidePopover();
    onScroll();
  }

  function current() {
    return sections.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight * READING_LINE);
  }

  function onScroll() {
    const now = current();
    for (const section of sections) {
      if (section === now) section.link.setAttribute('aria-current', 'true');
      else section.link.removeAttribute('aria-current');
    }
  }

  function move(by) {
    const headings = sections.map(({ heading }) => heading);
    const top = (heading) => heading.getBoundingClientRect().top;
    // Where a heading stands that one has gone to. The last ones of a text never get there: the focus tells.
    const line = ARRIVED + parseFloat(headings[0] && getComputedStyle(headings[0]).scrollMarginBlockStart);
    const focused = headings.indexOf(document.activeElement);
    const isAtFocus = focused >= 0 && top(headings[focused]) >= 0 && top(headings[focused]) < innerHeight;
    const target = isAtFocus
      ? headings[focused + by]
      : by > 0
        ? headings.find((heading) => top(heading) > line)
        : headings.findLast((heading) => top(heading) < line - 2 * ARRIVED);
    if (target) goTo(target);
  }

  return { button, panel: made, update, onScroll, move };
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
