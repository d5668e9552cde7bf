/**
 * The article as files, by format. EPUB and zip bring more code with them, so they are loaded when they are asked for.
 *
 * @typedef {'markdown' | 'html' | 'text' | 'json' | 'epub'} Format
 * @typedef {{ frontMatter?: boolean, words: { contents: string, image: string, untitled: string } }} FormatOptions words are those of the
 *   interface's language that a file may need
 */

import { toHtmlFile, toMarkdownFile, toTextFile } from '../../pkg/entries/files.js';

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
  switch (format) {
    case 'markdown':
      return toMarkdownFile(article, options);
    case 'html':
      return toHtmlFile(article);
    case 'text':
      return toTextFile(article);
    case 'json':
      return `${JSON.stringify(article, null, 2)}\n`;
    case 'epub': {
      const { epub } = await import('./epub.js');
      return epub(article, options.words);
    }
  }
}
