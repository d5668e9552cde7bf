/**
 * Many articles as one zip archive, a file each.
 */

import { t } from '../i18n/index.js';
import { download } from './download.js';
import { contents, FORMATS } from './formats.js';
import { fileName, uniqueNames } from './names.js';
import { formatOptions } from './panel.js';
import { zip } from './zip.js';

/**
 * @param {object[]} articles
 * @param {import('./formats.js').Format} format
 * @returns {Promise<string>} the archive's name, once it is handed to the browser; rejects with a PageError
 */
export async function saveAll(articles, format) {
  const { extension } = FORMATS[format];
  const names = uniqueNames(articles.map(({ title }) => fileName(title, t('fallbackName'))));
  const files = [];
  for (const [i, article] of articles.entries()) {
    const data = await contents(article, format, formatOptions(true));
    // A book is compressed already.
    files.push({ name: `${names[i]}.${extension}`, data, stored: format === 'epub' });
    await pause();
  }
  const name = `${t('archiveName')}.zip`;
  download(name, 'application/zip', await zip(files));
  return name;
}

/** Lets the page answer between two articles. */
function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
