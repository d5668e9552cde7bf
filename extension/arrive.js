/**
 * What is waiting when the extension's page opens: the tab that it was opened for. The site has www/input/arrive.js for
 * this; both call the same functions.
 *
 * The page is kept for as long as the browser runs, so that a reload shows it again after its tab has gone on.
 */

import { PageError } from '../www/errors/index.js';
import { fromPage } from '../www/input/index.js';
import { captureTab } from './capture.js';

/** Pages kept for a reload; the oldest goes first. The browser gives 10 MB for all. */
const MAX_KEPT = 5;
const KEPT = 'page-';

/**
 * Takes the page out of the tab, or the page that was kept for a reload.
 *
 * @param {Parameters<typeof import('../www/input/index.js').takeArrivals>[0]} takers
 */
export async function takeArrivals({ page, waiting, refuse }) {
  const asked = new URLSearchParams(location.search);
  const key = location.hash.slice(1);
  if (!asked.has('tab') && !key) return;
  waiting();
  try {
    const { html, url, tab, whole } = key ? await recall(key) : await capture(asked);
    // The click was on the tab, whichever of its frames holds the article. A part of a page is no other version of it.
    /** @type {Pick<import('../www/input/index.js').PageInput, 'origin' | 'asked'>} */
    const origin = whole ? { origin: 'paste' } : { origin: 'address', asked: tab };
    page({ ...fromPage(html, url), whole, ...origin });
  } catch (error) {
    refuse(new PageError(error.code ?? 'tab-unreadable'));
  }
}

async function capture(asked) {
  const part = asked.get('part');
  // Who selects a part wants all of it.
  const taken = { ...(await captureTab(Number(asked.get('tab')), part)), whole: part === 'selection' };
  await keep(taken);
  return taken;
}

/**
 * @param {string} key
 * @returns {Promise<Awaited<ReturnType<typeof capture>>>}
 */
async function recall(key) {
  /** @type {Record<string, any>} */
  const { [key]: taken } = await chrome.storage.session.get(key);
  return taken;
}

async function keep(taken) {
  const { session } = chrome.storage;
  const older = Object.keys(await session.get(null))
    .filter((name) => name.startsWith(KEPT))
    .sort();
  await session.remove(older.slice(0, Math.max(0, older.length + 1 - MAX_KEPT)));
  const key = `${KEPT}${Date.now()}`;
  try {
    await session.set({ [key]: taken });
    history.replaceState(null, '', `${location.pathname}#${key}`);
  } catch {
    // Too large to keep: a reload asks the tab once more.
  }
}
