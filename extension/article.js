/** Returns the article of a tab without opening the reader page. */

import { clean, init } from '../pkg/entries/slim.js';
import { captureTab } from './capture.js';

/**
 * @param {number} tabId
 * @param {'page' | 'selection'} part
 * @returns {Promise<import('unchaff').Article>} rejects with an error that has a code
 */
export async function articleOf(tabId, part) {
  const { html, url } = await captureTab(tabId, part);
  await init(chrome.runtime.getURL('unchaff.wasm'));
  return clean(html, { url, type: 'html', whole: part === 'selection' });
}
