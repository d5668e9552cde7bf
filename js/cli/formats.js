// How an article is printed. The title is part of what a person wants to keep, so it heads each form.
import { htmlHeading } from '../lib/html-file.js';
import { toMarkdownFile } from '../lib/markdown-file.js';
import { toTextFile } from '../lib/text-file.js';
import { printableJson } from './printable.js';

/**
 * Article in, text out; by the name that --format takes.
 *
 * @type {Record<'markdown' | 'html' | 'text' | 'json', (article: import('unchaff').Article, options?: import('unchaff/files').MarkdownFileOptions) => string>}
 */
export const FORMATS = {
  markdown: toMarkdownFile,
  html: (article) => `${htmlHeading(article)}${article.content.trimEnd()}\n`,
  text: toTextFile,
  json: (article) => `${printableJson(article, 2)}\n`,
};

/** Ending of a file in each format. */
export const EXTENSIONS = { markdown: 'md', html: 'html', text: 'txt', json: 'json', verdicts: 'txt' };
