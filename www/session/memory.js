/**
 * Remembers a person's corrections to a page, and how far they read. The key is made from the text
 * of the article. So the same page is recognized when it is pasted again, opened from the history
 * or read after a reload.
 *
 * The data contains words of the page. So it is in the tab's storage, which is deleted with the
 * tab. It is stored on the device only while the history is on.
 *
 * @typedef {import('../review/index.js').Memory & { place?: { block: number, share: number } | null }} Memory
 */

import { digest } from '../shared/digest.js';

const STORAGE_KEY = 'unchaff.memory';
/**
 * Maximum number of remembered pages. The page that was changed the longest ago is removed first.
 */
const MOST = 200;

/** The data of this visit, used if nothing can be stored. @type {Record<string, Memory>} */
let visit = {};

/**
 * Returns the key under which a page is remembered.
 *
 * @param {import('unchaff').Article} article the
 *   automatically chosen article
 */
export function keyOf(article) {
  return digest(article.textContent);
}

/** @param {string} key @returns {Memory} */
export function recall(key) {
  return visit[key] ?? read('sessionStorage')[key] ?? read('localStorage')[key] ?? {};
}

/**
 * @param {string} key
 * @param {Memory} memory
 * @param {boolean} onDevice whether to store it on the device, beyond the life of the tab
 */
export function remember(key, memory, onDevice) {
  const before = JSON.stringify(recall(key));
  if (before === JSON.stringify(memory)) return;
  visit = added(visit, key, memory);
  const storage = onDevice ? 'localStorage' : 'sessionStorage';
  write(storage, added(read(storage), key, memory));
}

/** Forgets one page for good. @param {string} key */
export function forget(key) {
  delete visit[key];
  for (const storage of STORAGES) {
    const { [key]: _, ...others } = read(storage);
    write(storage, others);
  }
}

/** Forgets every page for good. */
export function forgetAll() {
  visit = {};
  for (const storage of STORAGES) write(storage, {});
}

/** @type {('sessionStorage' | 'localStorage')[]} */
const STORAGES = ['sessionStorage', 'localStorage'];

/** Returns the pages with one more page. The newest is last. */
function added(pages, key, memory) {
  const { [key]: _, ...others } = pages;
  return Object.fromEntries([...Object.entries(others).slice(1 - MOST), [key, memory]]);
}

function read(storage) {
  try {
    return JSON.parse(globalThis[storage].getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}

function write(storage, pages) {
  try {
    if (Object.keys(pages).length > 0) globalThis[storage].setItem(STORAGE_KEY, JSON.stringify(pages));
    else globalThis[storage].removeItem(STORAGE_KEY);
  } catch {
    // If storage is off or full, the data is kept for this visit.
  }
}
