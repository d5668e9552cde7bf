/**
 * Takes the page of the tab for which the extension's page was opened. On the site,
 * www/input/arrive.js has this task. Both files call the same functions.
 *
 * The page is kept as long as the browser runs. So a reload shows it again, even after its tab has
 * moved to another page.
 */

import { PageError } from '../www/errors/index.js';
import { fromPage } from '../www/input/index.js';
import { captureTab } from './capture.js';

/**
 * Maximum number of pages that are kept for a reload. The oldest is removed first. The browser
 * allows 10 MB for all of them.
 */
const MAX_KEPT = 5;
const KEPT = 'page-';

/**
 * Takes the page out of the tab, or takes the page that was kept for a reload.
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
    // The person clicked on the tab, so its address is the one that was asked for, whichever frame
    // holds the article. A selected part is not another version of the page, so it counts as
    // pasted.
    /** @type {Pick<import('../www/input/index.js').PageInput, 'origin' | 'asked'>} */
    const origin = whole ? { origin: 'paste' } : { origin: 'address', asked: tab };
    page({ ...fromPage(html, url), whole, ...origin });
  } catch (error) {
    refuse(new PageError(error.code ?? 'tab-unreadable'));
  }
}

async function capture(asked) {
  const part = asked.get('part');
  // A person who selects a part wants all of it.
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
    // The page is too large to keep. A reload then takes it from the tab again.
  }
}
