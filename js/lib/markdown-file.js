// An article as a Markdown document. Everything that writes one goes through here: a title or a name from a page may hold
// markup, and only this file and the core write page text into Markdown.
import { creditLine } from './credit.js';
import { escapeMarkdown } from './escape.js';
import { frontMatter } from './front-matter.js';

/**
 * Writes title, credit and body; with `frontMatter` the data as YAML instead of title and credit, since what reads front
 * matter shows the title itself.
 *
 * @type {typeof import('unchaff/files').toMarkdownFile}
 */
export function toMarkdownFile(article, { frontMatter: hasFrontMatter = false } = {}) {
  const head = hasFrontMatter ? [frontMatter(article)] : [article.title && heading(article.title), credit(article)];
  return `${[...head, article.markdown?.trim()].filter(Boolean).join('\n\n')}\n`;
}

/** @param {string} title */
function heading(title) {
  return `# ${escapeMarkdown(title)}`;
}

/** @param {import('unchaff/files').FileHead} article */
function credit(article) {
  return creditLine(article, { text: escapeMarkdown, link: (url) => `<${encodeMarks(url)}>` });
}

/**
 * Percent-encodes what would end an address between angle brackets, or pass for a plugin's attributes.
 *
 * @param {string} url
 */
function encodeMarks(url) {
  return url.replace(/[\s\p{Cc}<>{}\\]/gu, encodeURIComponent);
}
