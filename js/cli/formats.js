// The formats in which an article is printed. Each one begins with the title, because people want
// to keep it.
import { htmlHeading } from '../lib/html-file.js';
import { toMarkdownFile } from '../lib/markdown-file.js';
import { toTextFile } from '../lib/text-file.js';
import { printableJson } from './printable.js';

/**
 * For each value of `--format`, a function that returns an article as text.
 *
 * @type {Record<'markdown' | 'html' | 'text' | 'json', (article: import('unchaff').Article, options?: import('unchaff/files').MarkdownFileOptions) => string>}
 */
export const FORMATS = {
  markdown: toMarkdownFile,
  html: (article) => `${htmlHeading(article)}${article.content.trimEnd()}\n`,
  text: toTextFile,
  json: (article) => `${printableJson(article, 2)}\n`,
};

/** The file extension of each format. */
export const EXTENSIONS = { markdown: 'md', html: 'html', text: 'txt', json: 'json', verdicts: 'txt' };
