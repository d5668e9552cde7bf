/**
 * Handles the shortcuts and the menu. They work without a page. The button opens popup.js. With
 * each of these acts, a person allows the extension to read that one tab (`activeTab`). The
 * extension can read no other tab.
 *
 *     shortcut, menu → reader page → captures the tab → the site's own code
 *     copy as Markdown → captures the tab → clean → the tab's clipboard
 *
 * The browser stops this script when it is idle. Each time the script starts, it asks where the reader opens: see open.js.
 */

import { toMarkdownFile } from '../pkg/entries/files.js';
import { fill } from '../www/template/language.js';
import { articleOf } from './article.js';
import { copyText } from './capture.js';
import { chosenPlace, openReader } from './open.js';

/** How long the button shows that the copy was made, in milliseconds. */
const BADGE_SHOWN = 2000;

const READ_PAGE = 'read-page';
const READ_SELECTION = 'read-selection';
const COPY_MARKDOWN = 'copy-markdown';

chrome.runtime.onInstalled.addListener(() => {
  const title = (name) => chrome.i18n.getMessage(name);
  chrome.contextMenus.create({ id: READ_SELECTION, title: title('readSelection'), contexts: ['selection'] });
  chrome.contextMenus.create({ id: COPY_MARKDOWN, title: title('copyMarkdown'), contexts: ['page', 'selection', 'action'] });
});

/** @type {import('./open.js').Place} */
let place = 'tab';
const placed = learnPlace();
chrome.storage.onChanged.addListener(learnPlace);

async function learnPlace() {
  place = await chosenPlace();
}

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  if (menuItemId === READ_SELECTION) read(tab, 'selection');
  if (menuItemId === COPY_MARKDOWN) copyMarkdown(tab, selectionText ? 'selection' : 'page');
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === READ_PAGE) read(tab, 'page');
  if (command === COPY_MARKDOWN) copyMarkdown(tab, 'page');
});

/**
 * If the page opens beside the tab, this function does not wait, because the browser no longer
 * connects the call with the person's act after an `await`.
 */
function read(tab, part) {
  return place === 'beside' ? openReader(tab, part, place) : placed.then(() => openReader(tab, part, place));
}

/**
 * If the page cannot be copied from directly, the reader page opens. It shows the page, or says why
 * it cannot be read.
 */
async function copyMarkdown(tab, part) {
  try {
    const article = await articleOf(tab.id, part);
    /** @type {{ template?: import('../www/template/language.js').Template | null }} */
    const { template } = await chrome.storage.local.get('template');
    // A selected part has no title of its own.
    const text =
      part === 'selection' ? article.markdown : template ? fill(article, template, { fallbackName: '' }).text : toMarkdownFile(article);
    if (!(await copyText(tab.id, text))) throw new Error('The page does not let anything be copied.');
  } catch {
    await openReader(tab, part, 'tab');
    return;
  }
  await chrome.action.setBadgeText({ tabId: tab.id, text: '✓' });
  setTimeout(() => chrome.action.setBadgeText({ tabId: tab.id, text: '' }).catch(() => {}), BADGE_SHOWN);
}
