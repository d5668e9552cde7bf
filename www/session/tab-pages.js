/**
 * The pages that this tab has shown: the way back to the one before, by a button and by the browser's own, and the page
 * again after a reload. They are in the tab's own storage, which the browser empties with the tab, and which no other
 * tab sees: what a person reads is kept on the device only where they turn the history on.
 *
 * Each page shown is an entry of the browser's history, whose state holds the page's number.
 *
 * The danger: what a browser stores for a tab has bounds, of some 5 MB. A page that is too large is kept for the visit,
 * and the browser asks before the tab is left.
 */

import { onLanguageChange, t } from '../i18n/index.js';

const STORAGE_KEY = 'unchaff.tab';
/** Pages kept; the one shown the longest ago goes first. */
const MOST = 5;

const loadPacking = () => import('./pack.js');

/** @typedef {{ id: number, title: string, isKept?: boolean }} Entry `isKept`: it was put into the history, and may have been deleted there */

export class TabPages {
  #go;
  /** The pages in the order in which they were shown. @type {Entry[]} */
  #entries;
  /** What this visit has shown, by number. @type {Map<number, import('../input/index.js').PageInput>} */
  #inputs = new Map();
  /** The pages that would be lost with the tab. @type {Set<number>} */
  #unstored = new Set();
  /** @type {number | null} */
  #shown = null;
  #hash = location.hash;

  /** @param {(id: number | null) => void} go shows a page of the tab, or none */
  constructor(go) {
    this.#go = go;
    this.#entries = read();
    // The browser would scroll before the article is there.
    history.scrollRestoration = 'manual';
    addEventListener('popstate', ({ state }) => this.#follow(state));
    addEventListener('beforeunload', (event) => {
      if (this.#unstored.has(this.#shown)) event.preventDefault();
    });
    for (const button of backButtons()) button.addEventListener('click', () => this.#go(this.#previous.id));
    onLanguageChange(() => this.#render());
  }

  /** Returns the number of the page that was shown before a reload. @returns {number | null} */
  get waiting() {
    const id = history.state?.page;
    return this.#entries.some((entry) => entry.id === id) ? id : null;
  }

  /**
   * Takes a page that is shown now.
   *
   * @param {import('../input/index.js').PageInput} input
   * @param {string} title
   * @param {boolean} [isSame] whether it is the shown page, read another way
   */
  add(input, title, isSame = false) {
    const id = isSame && this.#shown !== null ? this.#shown : Math.max(0, ...this.#entries.map((entry) => entry.id)) + 1;
    this.#inputs.set(id, input);
    this.#unstored.add(id);
    this.setKept(id, false);
    this.show(id, title);
    loadPacking()
      .then(({ pack }) => pack(input))
      .then(
        (packed) => this.#store(id, input, packed),
        // The page stays among those that would be lost.
        () => {},
      );
  }

  /** Takes note that a page of the tab is shown again. @param {number} id @param {string} title */
  show(id, title) {
    const isKept = this.isKept(id);
    this.#entries = [...this.#entries.filter((entry) => entry.id !== id), { id, title, isKept }];
    for (const { id: old } of this.#entries.splice(0, this.#entries.length - MOST)) this.#drop(old);
    this.#write();
    this.#shown = id;
    this.#enter({ page: id });
    this.#render();
  }

  /** Returns the number of the page that is shown. @returns {number | null} */
  get shown() {
    return this.#shown;
  }

  /** Returns `true` if a page was put into the history: one that was deleted there does not come back with a reload. */
  isKept(id) {
    return this.#entries.some((entry) => entry.id === id && entry.isKept);
  }

  /** Takes note that a page was put into the history. @param {number} id @param {boolean} [isKept] */
  setKept(id, isKept = true) {
    this.#entries = this.#entries.map((entry) => (entry.id === id ? { ...entry, isKept } : entry));
    this.#write();
  }

  /** Records that no page is shown. */
  leave() {
    this.#shown = null;
    this.#enter(null);
    this.#render();
  }

  /**
   * Loads a page of the tab.
   *
   * @param {number} id
   * @returns {Promise<import('../input/index.js').PageInput>}
   */
  async input(id) {
    const input = this.#inputs.get(id);
    return input ?? (await loadPacking()).unpack(sessionStorage.getItem(`${STORAGE_KEY}.${id}`));
  }

  /** The page shown before the one that is shown. @returns {Entry | undefined} */
  get #previous() {
    return this.#entries.findLast(({ id }) => id !== this.#shown);
  }

  #follow(state) {
    // A link within the page makes an entry of its own, without a state.
    if (!state && location.hash !== this.#hash) {
      this.#hash = location.hash;
      history.replaceState(this.#shown === null ? null : { page: this.#shown }, '');
      return;
    }
    const id = state?.page ?? null;
    if (id !== this.#shown) this.#go(this.#entries.some((entry) => entry.id === id) ? id : null);
  }

  /** Makes an entry of the browser's history, unless it is there: after a reload, and after its own Back. */
  #enter(state) {
    if ((history.state?.page ?? null) !== (state?.page ?? null)) history.pushState(state, '');
  }

  #store(id, input, packed) {
    if (this.#inputs.get(id) !== input) return;
    for (;;) {
      try {
        sessionStorage.setItem(`${STORAGE_KEY}.${id}`, packed);
        this.#unstored.delete(id);
        return;
      } catch {
        // The older ones make room. Where there are none, the page is too large, or storage is off.
        const [oldest] = this.#entries;
        if (!oldest || oldest.id === id) return;
        this.#entries.shift();
        this.#drop(oldest.id);
        this.#write();
        this.#render();
      }
    }
  }

  #drop(id) {
    this.#inputs.delete(id);
    this.#unstored.delete(id);
    attempt(() => sessionStorage.removeItem(`${STORAGE_KEY}.${id}`));
  }

  #write() {
    attempt(() => sessionStorage.setItem(STORAGE_KEY, JSON.stringify(this.#entries)));
  }

  #render() {
    const previous = this.#previous;
    for (const button of backButtons()) {
      button.hidden = !previous;
      if (previous) button.textContent = t('backTo', { title: previous.title || t('untitled') });
    }
  }
}

/** One stands above the article, the other where there is none. @returns {NodeListOf<HTMLElement>} */
function backButtons() {
  return document.querySelectorAll('.back-to');
}

/** @returns {Entry[]} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE_KEY)) ?? [];
  } catch {
    return [];
  }
}

/** Storage is off in some windows: then the pages hold for this visit. */
function attempt(work) {
  try {
    work();
  } catch {}
}
