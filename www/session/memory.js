/**
 * What a person did to a page, by the text of its article: their corrections, and how far they read. The same page is
 * known again when it is pasted once more, opened from the history or read after a reload.
 *
 * It holds words of the page. So it lies in the tab's storage, which goes with the tab, and on the device only while the
 * history is on.
 *
 * @typedef {import('../review/index.js').Memory & { place?: { block: number, share: number } | null }} Memory
 */

import { digest } from '../shared/digest.js';

const STORAGE_KEY = 'unchaff.memory';
/** Pages remembered; the one touched the longest ago goes first. */
const MOST = 200;

/** What holds where nothing can be stored. @type {Record<string, Memory>} */
let visit = {};

/** Returns the name under which a page is remembered. @param {import('unchaff').Article} article as it was chosen automatically */
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
 * @param {boolean} onDevice whether it outlives the tab
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

/** Returns the pages with one more, the newest last. */
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
    // Storage is off or full: it holds for this visit.
  }
}
