/**
 * The page's parts as a list: a checkbox for each, ticked where the part is kept. Long lists are made slice by slice, so
 * that the page answers meanwhile, and the browser lays out the slices in sight alone (see `.slice` in review.css).
 *
 * One checkbox is in the tab order. Arrow keys, Home, End, Page Up and Page Down move; Space is the checkbox's own.
 */

import { element } from '../shared/dom.js';
import { has, intl, t } from '../i18n/index.js';
import { nextTask } from '../shared/next-task.js';
import { canBeHeading } from './heading-words.js';

/** Rows made in one task: few enough for a slow phone to stay below a twentieth of a second. */
const SLICE = 40;
/** Parts listed; past it the list says how many more there are. Nobody reads them, and each takes memory. */
const MOST_LISTED = 10_000;
/** Characters of a part that are shown: enough to recognise it. */
const MOST_CHARACTERS = 600;
/** Rows that Page Up and Page Down move by. */
const PAGE = 10;
/** What can be reached in a row. */
const CONTROLS = 'input, .why, .more';
/** Probabilities in between are doubtful. */
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
  /** Ends the making of rows that are no longer wanted. */
  #making = new AbortController();
  /** The part that was changed last: a click with Shift held reaches from there. */
  #anchor = null;
  /** Whether Shift was held in the click that comes before a change. */
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
   * @param {(part: number, place: HTMLElement) => void} actions.onWhy answers the question why, into `place`
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
   * Shows the parts of a page that a filter lets through.
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

  /** Forgets the page. */
  clear() {
    this.show([], 'all');
  }

  /** Takes new verdicts on the same parts, and rewrites the rows that differ. */
  update(parts) {
    const before = this.#parts;
    this.#parts = parts;
    for (const [part, row] of this.#rows) {
      const [old, now] = [before[part], parts[part]];
      if (old.kept !== now.kept || old.reason !== now.reason) this.#write(row, now);
    }
  }

  /** Moves to a part, if it is listed. */
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

  /** The listed parts from one to another, in the order of the page. */
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

  /** Shows what else can be done with a part. */
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
  // A cut between two code units would leave half a sign; one in the midst of a cluster shows as one sign less.
  const letters = Array.from(text.slice(0, MOST_CHARACTERS * 2));
  return letters.length > MOST_CHARACTERS ? `${letters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…` : text;
}
