/** Saving and copying: files, archives, the clipboard. */

import { PageError } from '../errors/index.js';
import { byId } from '../shared/dom.js';

/** @typedef {import('./formats.js').Format} Format */

export { copy, richFlavours } from './clipboard.js';
export { markdownFile } from './markdown.js';
export { summaryFlavours } from './with-summary.js';

/**
 * Sets up the button that opens the dialog. The dialog is loaded when there is something to save.
 *
 * @param {Parameters<typeof import('./panel.js').makeSaveDialog>[0]} page
 * @returns {{ load: () => void }}
 */
export function setUpSaving(page) {
  /** @type {Promise<() => void> | undefined} */
  let dialog;
  const load = () => {
    dialog ??= import('./panel.js').then(({ makeSaveDialog }) => makeSaveDialog(page));
    dialog.catch(() => {
      dialog = undefined;
    });
    return dialog;
  };
  byId('save').addEventListener('click', async () => {
    const open = await load().catch(() => null);
    if (open) open();
    else page.fail(new PageError('not-saved'));
  });
  return { load };
}

/**
 * Saves many articles as one zip archive. The code for it is loaded at that time.
 *
 * @param {import('unchaff').Article[]} articles
 * @param {import('./formats.js').Format} format
 * @returns {Promise<string>} the name of the archive, after it was passed to the browser; rejects
 *   with a `PageError`
 */
export async function saveAll(articles, format) {
  const archive = await import('./save-all.js').catch(() => {
    throw new PageError('not-saved');
  });
  return archive.saveAll(articles, format);
}
