/**
 * The article as files, by format. EPUB and zip bring more code with them, so they are loaded when they are asked for.
 *
 * @typedef {'markdown' | 'html' | 'text' | 'json' | 'epub'} Format
 * @typedef {{ frontMatter?: boolean, summary?: boolean, words: { contents: string, image: string, untitled: string, summary: string } }} FormatOptions words are those of the
 *   interface's language that a file may need
 */

import { toHtmlFile, toMarkdownFile, toTextFile } from '../../pkg/entries/files.js';
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
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} what the file holds
 */
export async function contents(article, format, options) {
  // The data has the summary in a field of its own.
  if (format === 'json') return `${JSON.stringify(article, null, 2)}\n`;
  return written(options.summary ? withSummary(article, options.words.summary) : article, format, options);
}

async function written(article, format, options) {
  switch (format) {
    case 'markdown':
      return toMarkdownFile(article, options);
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
