/** What a person takes away: files, archives, the clipboard. */

import { PageError } from '../errors/index.js';

/** @typedef {import('./formats.js').Format} Format */

export { copy, richFlavours } from './clipboard.js';
export { setUpSaving } from './panel.js';
export { summaryFlavours } from './with-summary.js';

/**
 * Saves many articles as one zip archive. What that needs is loaded then.
 *
 * @param {import('unchaff').Article[]} articles
 * @param {import('./formats.js').Format} format
 * @returns {Promise<string>} the archive's name, once it is handed to the browser; rejects with a PageError
 */
export async function saveAll(articles, format) {
  const archive = await import('./save-all.js').catch(() => {
    throw new PageError('not-saved');
  });
  return archive.saveAll(articles, format);
}
