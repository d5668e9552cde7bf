/**
 * Writes the article as files in each format. EPUB and zip need more code, so they are loaded when
 * they are used.
 *
 * @typedef {'markdown' | 'html' | 'text' | 'json' | 'epub'} Format
 * @typedef {{ frontMatter?: boolean, summary?: boolean, words: { contents: string, image: string, untitled: string, summary: string } }} FormatOptions
 *   `words` holds the strings that a file may need, in the language of the interface
 */

import { fileName, toHtmlFile, toTextFile } from '../../pkg/entries/files.js';
import { t } from '../i18n/index.js';
import { markdownFile } from './markdown.js';
import { withSummary } from './with-summary.js';

/** @type {Record<Format, { extension: string, mime: string }>} */
export const FORMATS = {
  markdown: { extension: 'md', mime: 'text/markdown' },
  html: { extension: 'html', mime: 'text/html' },
  text: { extension: 'txt', mime: 'text/plain' },
  json: { extension: 'json', mime: 'application/json' },
  epub: { extension: 'epub', mime: 'application/epub+zip' },
};

/**
 * @param {import('unchaff').Article} article
 * @param {Format} format
 * @param {FormatOptions} options
 * @returns {Promise<{ name: string, data: string | Uint8Array<ArrayBuffer> }>} the name of the file
 *   without its extension, and its content
 */
export async function file(article, format, options) {
  const name = fileName(article.title, t('fallbackName'));
  // In JSON, the summary already has its own field.
  if (format === 'json') return { name, data: `${JSON.stringify(article, null, 2)}\n` };
  const asked = options.summary ? withSummary(article, options.words.summary) : article;
  if (format !== 'markdown') return { name, data: await written(asked, format, options) };
  const { name: own, text } = await markdownFile(asked, options);
  return { name: own, data: text };
}

async function written(article, format, options) {
  switch (format) {
    case 'html':
      return toHtmlFile(article);
    case 'text':
      return toTextFile(article);
    case 'epub': {
      const { epub } = await import('./epub.js');
      return epub(article, options.words);
    }
  }
}
