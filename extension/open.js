/**
 * Opens the reader page for a tab. It opens beside the page, if the browser has a place for that,
 * or in a tab of its own. The person chooses, and the choice is remembered.
 *
 * The danger: a browser opens the panel beside the page only in the same turn of the event loop as
 * the person's act. So the choice has to be known before, and nothing may be awaited in between. If
 * the browser still refuses, the page opens in a tab.
 *
 * @typedef {'beside' | 'tab'} Place
 */

const KEY = 'place';

/** Returns `true` if the browser has a place beside the page. */
export function hasPlaceBeside() {
  return Boolean(chrome.sidePanel?.open ?? firefoxSidebar());
}

/** Returns where the reader page opens. @returns {Promise<Place>} */
export async function chosenPlace() {
  const { [KEY]: place } = await chrome.storage.local.get(KEY);
  return place === 'beside' && hasPlaceBeside() ? 'beside' : 'tab';
}

/** Remembers where the reader page opens. @param {Place} place */
export function choosePlace(place) {
  return chrome.storage.local.set({ [KEY]: place });
}

/**
 * Opens the reader page. The reader page takes the tab's page itself, because a page can be too
 * large for a message.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {'page' | 'selection'} part
 * @param {Place} place
 */
export async function openReader(tab, part, place) {
  const path = `index.html?tab=${tab.id}&part=${part}`;
  if (place === 'beside') {
    try {
      await openBeside(tab.id, path);
      return;
    } catch {
      // The click was too long ago, so the browser refused.
    }
  }
  await chrome.tabs.create({ url: chrome.runtime.getURL(path), index: tab.index + 1, openerTabId: tab.id });
}

function openBeside(tabId, path) {
  // A panel that is already open loads an address only if it differs from the current one.
  const url = `${path}&at=${Date.now()}`;
  const sidebar = firefoxSidebar();
  if (sidebar) {
    sidebar.setPanel({ tabId, panel: chrome.runtime.getURL(url) });
    return sidebar.open();
  }
  chrome.sidePanel.setOptions({ tabId, path: url, enabled: true });
  return chrome.sidePanel.open({ tabId });
}

/** @returns {{ setPanel: (details: object) => void, open: () => Promise<void> } | undefined} */
function firefoxSidebar() {
  return /** @type {any} */ (chrome).sidebarAction;
}
