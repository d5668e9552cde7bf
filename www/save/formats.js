/**
 * The article as files, by format. EPUB and zip bring more code with them, so they are loaded when they are asked for.
 *
 * @typedef {'markdown' | 'html' | 'text' | 'json' | 'epub'} Format
 * @typedef {{ frontMatter?: boolean, words: { contents: string, image: string, untitled: string } }} FormatOptions words are those of the
 *   interface's language that a file may need
 */

import { frontMatter } from './front-matter.js';
import { htmlFile } from './html-file.js';

/** @type {Record<Format, { extension: string, mime: string }>} */
export const FORMATS = {
  markdown: { extension: 'md', mime: 'text/markdown' },
  html: { extension: 'html', mime: 'text/html' },
  text: { extension: 'txt', mime: 'text/plain' },
  json: { extension: 'json', mime: 'application/json' },
  epub: { extension: 'epub', mime: 'application/epub+zip' },
};

/**
 * @param {object} article
 * @param {Format} format
 * @param {FormatOptions} options
 * @returns {Promise<string | Uint8Array>} what the file holds
 */
export async function contents(article, format, options) {
  switch (format) {
    case 'markdown':
      return markdownFile(article, options.frontMatter);
    case 'html':
      return htmlFile(article);
    case 'text':
      return textFile(article);
    case 'json':
      return `${JSON.stringify(article, null, 2)}\n`;
    case 'epub': {
      const { epub } = await import('./epub.js');
      return epub(article, options.words);
    }
  }
}

/**
 * @param {object} article
 * @param {boolean} [withFrontMatter] puts the article's data before it as YAML, in place of the line under the title
 * @returns {string}
 */
export function markdownFile(article, withFrontMatter = false) {
  const title = article.title && `# ${escapeMarkdown(article.title)}`;
  const byline = article.byline && escapeMarkdown(article.byline);
  // An address may hold brackets, but no angle ones.
  const url = article.url && `<${article.url}>`;
  const body = join([title, !withFrontMatter && credit({ ...article, byline, url }), article.markdown]);
  return withFrontMatter ? frontMatter(article) + body : body;
}

/** @returns {string} title, credit and text */
export function textFile(article) {
  return join([article.title, credit(article), article.textContent]);
}

function join(parts) {
  return `${parts
    .filter(Boolean)
    .map((part) => part.trim())
    .join('\n\n')}\n`;
}

/** Who, when, where from: in one line, as the page gave it. */
function credit({ byline, publishedTime, url }) {
  return [byline, publishedTime?.slice(0, 10), url].filter(Boolean).join(' · ');
}

/** A title is plain text: none of its signs is markup. */
function escapeMarkdown(text) {
  // marked takes a backslash before `<` into the address that ends there, so tags are escaped as in HTML.
  return text.replace(/[\\`*_[\]#|~$]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
