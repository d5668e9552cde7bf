/**
 * What runs without a page: the button, the shortcuts, the menu. Each is the person's own act, by which the browser
 * lets the extension look at that one tab (activeTab); it can look at no other.
 *
 *     button, menu → reader page → captures the tab → the site's own code
 *     copy as Markdown → captures the tab → clean → the tab's clipboard
 *
 * The browser stops this script when nothing happens, so it remembers nothing.
 */

import { toMarkdownFile } from '../pkg/entries/files.js';
import { clean, init } from '../pkg/entries/slim.js';
import { captureTab, copyText } from './capture.js';

/** How long the button tells that the copy was made, in milliseconds. */
const BADGE_SHOWN = 2000;

const READ_SELECTION = 'read-selection';
const COPY_MARKDOWN = 'copy-markdown';

chrome.runtime.onInstalled.addListener(() => {
  const title = (name) => chrome.i18n.getMessage(name);
  chrome.contextMenus.create({ id: READ_SELECTION, title: title('readSelection'), contexts: ['selection'] });
  chrome.contextMenus.create({ id: COPY_MARKDOWN, title: title('copyMarkdown'), contexts: ['page', 'selection', 'action'] });
});

chrome.action.onClicked.addListener((tab) => openReader(tab));

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  if (menuItemId === READ_SELECTION) openReader(tab, 'selection');
  if (menuItemId === COPY_MARKDOWN) copyMarkdown(tab, selectionText ? 'selection' : 'page');
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === COPY_MARKDOWN) copyMarkdown(tab, 'page');
});

/** Opens the reader page beside the tab; it takes the page itself, which is as large as it is. */
function openReader(tab, part = 'page') {
  const url = chrome.runtime.getURL(`index.html?tab=${tab.id}&part=${part}`);
  return chrome.tabs.create({ url, index: tab.index + 1, openerTabId: tab.id });
}

/** Where the page cannot be copied from in silence, the reader page shows it, or says why not. */
async function copyMarkdown(tab, part) {
  try {
    const page = await captureTab(tab.id, part);
    await init(chrome.runtime.getURL('unchaff.wasm'));
    const article = clean(page.html, { url: page.url, type: 'html', whole: part === 'selection' });
    // A selected part has no title of its own.
    const text = part === 'page' ? toMarkdownFile(article) : article.markdown;
    if (!(await copyText(tab.id, text))) throw new Error('The page does not let anything be copied.');
  } catch {
    await openReader(tab, part);
    return;
  }
  await chrome.action.setBadgeText({ tabId: tab.id, text: '✓' });
  setTimeout(() => chrome.action.setBadgeText({ tabId: tab.id, text: '' }).catch(() => {}), BADGE_SHOWN);
}
