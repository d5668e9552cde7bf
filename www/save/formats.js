/**
 * The article as files, by format. EPUB and zip bring more code with them, so they are loaded when they are asked for.
 *
 * @typedef {'markdown' | 'html' | 'text' | 'json' | 'epub'} Format
 * @typedef {{ frontMatter?: boolean, summary?: boolean, words: { contents: string, image: string, untitled: string, summary: string } }} FormatOptions words are those of the
 *   interface's language that a file may need
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
 * @returns {Promise<{ name: string, data: string | Uint8Array<ArrayBuffer> }>} the file's name without its extension, and what it holds
 */
export async function file(article, format, options) {
  const name = fileName(article.title, t('fallbackName'));
  // The data has the summary in a field of its own.
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
