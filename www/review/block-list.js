/**
 * The parts of the page as a list. Each has a checkbox, which is ticked if the part is kept. A long
 * list is made slice by slice, so that the page stays responsive, and the browser lays out only the
 * visible slices (see `.slice` in review.css).
 *
 * One checkbox is in the tab order. Arrow keys, Home, End, Page Up and Page Down move between rows.
 * Space toggles the checkbox.
 */

import { element } from '../shared/dom.js';
import { has, intl, t } from '../i18n/index.js';
import { nextTask } from '../shared/next-task.js';
import { canBeHeading } from './heading-words.js';

/**
 * Number of rows made in one task. This takes even a slow phone less than a twentieth of a second.
 */
const SLICE = 40;
/**
 * Maximum number of listed parts. After them, the list tells how many more there are. Nobody reads
 * more, and each takes memory.
 */
const MOST_LISTED = 10_000;
/** Maximum number of characters of a part that are shown, which is enough to recognize it. */
const MOST_CHARACTERS = 600;
/** Number of rows by which Page Up and Page Down move. */
const PAGE = 10;
/** The controls of a row that can get the focus. */
const CONTROLS = 'input, .why, .more';
/** Probabilities between these two are doubtful. */
const DOUBTFUL = [0.25, 0.75];

export const FILTERS = {
  all: () => true,
  kept: (part) => part.kept,
  dropped: (part) => !part.kept,
  doubtful: ({ probability }) => probability > DOUBTFUL[0] && probability < DOUBTFUL[1],
};

export class BlockList {
  #root;
  #actions;
  /** @type {{ text: string, kept: boolean, reason: string, probability: number, isHeading?: boolean }[]} */
  #parts = [];
  /** Rows by the number of their part. @type {Map<number, HTMLElement>} */
  #rows = new Map();
  /** Stops making rows that are no longer wanted. */
  #making = new AbortController();
  /** The part that was changed last. A click with Shift applies to all parts from there. */
  #anchor = null;
  /** `true` if Shift was held during the click that causes a change. */
  #range = false;
  #percent;
  #lang;
  /** The row in the tab order. @type {HTMLElement | null} */
  #current = null;

  /**
   * @param {HTMLElement} root an element of role list
   * @param {object} actions
   * @param {(parts: number[], kept: boolean) => void} actions.onChoose
   * @param {(part: number) => void} actions.onRemoveFrom removes a part and all after it
   * @param {(part: number, isHeading: boolean) => void} actions.onHeading
   * @param {(part: number) => void} actions.onTitle
   * @param {(part: number, place: HTMLElement) => void} actions.onWhy writes the reasons for the
   *   verdict into `place`
   */
  constructor(root, actions) {
    this.#root = root;
    this.#actions = actions;
    root.addEventListener('change', (event) => this.#choose(event));
    root.addEventListener('click', (event) => {
      this.#range = event.shiftKey;
      const target = /** @type {Element} */ (event.target);
      if (target.closest('.why')) this.#toggleWhy(target.closest('.part'));
      else if (target.closest('.more')) this.#toggleMore(target.closest('.part'));
    });
    root.addEventListener('focusin', ({ target }) => this.#setCurrent(/** @type {Element} */ (target).closest('.part')));
    root.addEventListener('keydown', (event) => this.#move(event));
  }

  /**
   * Shows the parts of a page that match a filter.
   *
   * @param {import('unchaff').BlockReport[]} parts
   * @param {keyof typeof FILTERS} filter
   * @param {string | null} [lang] the page's language
   */
  async show(parts, filter, lang) {
    this.#making.abort();
    const making = new AbortController();
    this.#making = making;
    this.#parts = parts;
    this.#lang = lang;
    this.#rows = new Map();
    this.#anchor = null;
    this.#percent = intl('NumberFormat', { style: 'percent' });
    this.#root.replaceChildren();
    const wanted = [...parts.keys()].filter((part) => FILTERS[filter](parts[part]));
    const listed = wanted.slice(0, MOST_LISTED);
    for (let from = 0; from < listed.length; from += SLICE) {
      if (from > 0) await nextTask();
      if (making.signal.aborted) return;
      const rows = listed.slice(from, from + SLICE).map((part) => this.#makeRow(part));
      this.#root.append(element('div', { class: 'slice', role: 'presentation' }, ...rows));
      if (from === 0) this.#setCurrent(rows[0]);
    }
    if (wanted.length > listed.length) {
      const more = t('blocksNotShown', { n: wanted.length - listed.length });
      this.#root.append(element('div', { class: 'empty', role: 'listitem' }, more));
    }
  }

  /** Removes the page from the list. */
  clear() {
    this.show([], 'all');
  }

  /** Applies new verdicts to the same parts, and rewrites the rows that differ. */
  update(parts) {
    const before = this.#parts;
    this.#parts = parts;
    for (const [part, row] of this.#rows) {
      const [old, now] = [before[part], parts[part]];
      if (old.kept !== now.kept || old.reason !== now.reason) this.#write(row, now);
    }
  }

  /** Moves to a part, if the list shows it. */
  goTo(part) {
    this.#focus(this.#rows.get(part));
  }

  #makeRow(part) {
    const { text } = this.#parts[part];
    const row = element(
      'div',
      { class: 'part', role: 'listitem' },
      element(
        'label',
        {},
        element('input', { type: 'checkbox', tabindex: '-1' }),
        element('span', { class: 'part-text', dir: 'auto', ...(this.#lang && { lang: this.#lang }) }, shorten(text)),
      ),
      element(
        'p',
        { class: 'part-verdict' },
        element('span', { id: `verdict-${part}` }),
        element(
          'button',
          { type: 'button', class: 'why', tabindex: '-1', 'aria-expanded': 'false', 'aria-describedby': `verdict-${part}` },
          t('why'),
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'more',
            tabindex: '-1',
            title: t('more'),
            'aria-label': t('more'),
            'aria-expanded': 'false',
            'aria-describedby': `verdict-${part}`,
          },
          '⋯',
        ),
      ),
    );
    row.dataset.part = part;
    row.querySelector('input').setAttribute('aria-describedby', `verdict-${part}`);
    this.#rows.set(part, row);
    this.#write(row, this.#parts[part]);
    return row;
  }

  #write(row, { kept, reason, probability }) {
    row.classList.toggle('kept', kept);
    row.classList.toggle('dropped', !kept);
    row.classList.toggle('by-hand', reason === 'by-hand');
    row.classList.toggle('doubtful', FILTERS.doubtful({ probability }));
    row.querySelector('input').checked = kept;
    const verdict = element('b', {}, t(kept ? 'kept' : 'dropped'));
    const words = ` · ${reasonWords(reason)} · ${this.#percent.format(probability)}`;
    row.querySelector('.part-verdict > span').replaceChildren(verdict, words);
  }

  #choose({ target }) {
    const row = target.closest('.part');
    const kept = target.checked;
    let parts = [Number(row.dataset.part)];
    if (this.#range && this.#rows.has(this.#anchor)) parts = this.#between(this.#anchor, parts[0]);
    this.#anchor = Number(row.dataset.part);
    this.#range = false;
    this.#actions.onChoose(parts, kept);
  }

  /** Returns the listed parts from one part to another, in the order of the page. */
  #between(a, b) {
    const [from, to] = a < b ? [a, b] : [b, a];
    return [...this.#rows.keys()].filter((part) => part >= from && part <= to);
  }

  #toggleWhy(row) {
    const button = row.querySelector('.why');
    const shown = row.querySelector('.part-why');
    button.setAttribute('aria-expanded', String(!shown));
    if (shown) {
      shown.remove();
      return;
    }
    const place = element('div', { class: 'part-why', 'aria-live': 'polite' });
    row.append(place);
    this.#actions.onWhy(Number(row.dataset.part), place);
  }

  /** Shows the other actions for a part. */
  #toggleMore(row) {
    const button = row.querySelector('.more');
    const shown = row.querySelector('.part-actions');
    button.setAttribute('aria-expanded', String(!shown));
    if (shown) {
      shown.remove();
      return;
    }
    const part = Number(row.dataset.part);
    const { onRemoveFrom, onHeading, onTitle } = this.#actions;
    /** @type {[string, () => void][]} */
    const acts = [
      ['removeFrom', () => onRemoveFrom(part)],
      ['makeHeading', () => onHeading(part, true)],
      ['noHeading', () => onHeading(part, false)],
      ['makeTitle', () => onTitle(part)],
    ];
    const { isHeading, text } = this.#parts[part];
    const isOffered = { makeHeading: !isHeading && canBeHeading(text), noHeading: isHeading };
    const made = acts
      .filter(([key]) => isOffered[key] ?? true)
      .map(([key, act]) => {
        const made = element('button', { type: 'button' }, t(key));
        made.addEventListener('click', () => {
          this.#toggleMore(row);
          button.focus({ preventScroll: true });
          act();
        });
        return made;
      });
    row.append(element('div', { class: 'part-actions actions' }, ...made));
  }

  #setCurrent(row) {
    if (!row || row === this.#current) return;
    for (const control of /** @type {Iterable<HTMLElement>} */ (this.#current?.querySelectorAll(CONTROLS) ?? [])) control.tabIndex = -1;
    for (const control of row.querySelectorAll(CONTROLS)) control.tabIndex = 0;
    this.#current = row;
  }

  #move(event) {
    const row = event.target.closest('.part');
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = () => [...this.#rows.values()];
    const by = (step) => {
      const all = rows();
      return all[Math.min(Math.max(all.indexOf(row) + step, 0), all.length - 1)];
    };
    const to = {
      ArrowDown: () => by(1),
      ArrowUp: () => by(-1),
      PageDown: () => by(PAGE),
      PageUp: () => by(-PAGE),
      Home: () => rows()[0],
      End: () => rows().at(-1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    this.#focus(to());
  }

  #focus(row) {
    this.#root.querySelector('.spelled-out')?.classList.remove('spelled-out');
    row?.classList.add('spelled-out');
    const box = row?.querySelector('input');
    box?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }
}

function reasonWords(reason) {
  return has(`reason.${reason}`) ? t(`reason.${reason}`) : reason;
}

function shorten(text) {
  // The text must not be cut inside a surrogate pair. A cut inside a grapheme cluster is harmless.
  const letters = Array.from(text.slice(0, MOST_CHARACTERS * 2));
  return letters.length > MOST_CHARACTERS ? `${letters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…` : text;
}
