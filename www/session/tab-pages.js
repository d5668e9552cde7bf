/**
 * The pages that this tab has shown. A person can go back to the previous page by a button or by
 * the browser's Back, and a reload shows the page again. The pages are in the tab's own storage,
 * which the browser deletes with the tab and no other tab can read. A page is saved on the device
 * only if the person has turned the history on.
 *
 * Each shown page is an entry of the browser's history. The state of the entry holds the page's
 * number.
 *
 * The danger: the storage for a tab is limited to some 5 MB. A page that is too large is kept for
 * this visit only, and the browser asks before the person leaves the tab.
 */

import { onLanguageChange, t } from '../i18n/index.js';

const STORAGE_KEY = 'unchaff.tab';
/** Maximum number of kept pages. The page that was shown the longest ago is removed first. */
const MOST = 5;

const loadPacking = () => import('./pack.js');

/**
 * @typedef {{ id: number, title: string, isKept?: boolean }} Entry `isKept` is `true` if the page
 *   was saved to the history, where it may have been deleted since
 */

export class TabPages {
  #go;
  /** The pages in the order in which they were shown. @type {Entry[]} */
  #entries;
  /**
   * The inputs that were shown during this visit, by number.
   *
   * @type {Map<number, import('../input/index.js').PageInput>}
   */
  #inputs = new Map();
  /** The pages that would be lost if the tab were closed. @type {Set<number>} */
  #unstored = new Set();
  /** @type {number | null} */
  #shown = null;
  #hash = location.hash;

  /** @param {(id: number | null) => void} go shows a page of the tab, or none */
  constructor(go) {
    this.#go = go;
    this.#entries = read();
    // The browser would restore the scroll position before the article is there.
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
   * Adds a page that is now shown.
   *
   * @param {import('../input/index.js').PageInput} input
   * @param {string} title
   * @param {boolean} [isSame] whether it is the shown page, read in another way
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

  /** Records that a page of the tab is shown again. @param {number} id @param {string} title */
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

  /**
   * Returns `true` if a page was saved to the history. If it was deleted there, a reload does not
   * bring it back.
   */
  isKept(id) {
    return this.#entries.some((entry) => entry.id === id && entry.isKept);
  }

  /** Records that a page was saved to the history. @param {number} id @param {boolean} [isKept] */
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

  /** Returns the page that was shown before the current one. @returns {Entry | undefined} */
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

  /**
   * Makes an entry of the browser's history, unless it already exists, as after a reload and after
   * the browser's Back.
   */
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
        // Older pages are removed to make room. If no older page is left, the page is too large or storage
        // is off.
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

/**
 * Returns the two back buttons: one above the article, the other for the page without an article.
 *
 * @returns {NodeListOf<HTMLElement>}
 */
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

/**
 * Runs work with the storage. In some windows storage is off, and the pages are then kept for this
 * visit only.
 */
function attempt(work) {
  try {
    work();
  } catch {}
}
