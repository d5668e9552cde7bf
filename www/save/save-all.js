/** Saves many articles as one zip archive with a file for each. */

import { UniqueNames } from '../../pkg/lib/file-name.js';
import { t } from '../i18n/index.js';
import { download } from './download.js';
import { file, FORMATS } from './formats.js';
import { formatOptions } from './panel.js';
import { zip } from './zip.js';

/**
 * Packs the articles and passes the archive to the browser.
 *
 * @param {import('unchaff').Article[]} articles
 * @param {import('./formats.js').Format} format
 * @returns {Promise<string>} the name of the archive, after it was passed to the browser; rejects
 *   with a `PageError`
 */
export async function saveAll(articles, format) {
  const { extension } = FORMATS[format];
  const names = new UniqueNames();
  const files = [];
  for (const article of articles) {
    const made = await file(article, format, { ...formatOptions(), frontMatter: true });
    // A book is already compressed.
    files.push({ name: `${names.add(made.name)}.${extension}`, data: made.data, stored: format === 'epub' });
    await pause();
  }
  const name = `${t('archiveName')}.zip`;
  download(name, 'application/zip', await zip(files));
  return name;
}

/** Gives the page time to respond between two articles. */
function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
