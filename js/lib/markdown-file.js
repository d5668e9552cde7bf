// Writes an article as a Markdown document. All code that writes Markdown files uses this file,
// because a title or a name from a page may contain markup. Only this file and the core write text
// of a page into Markdown.
import { creditLine } from './credit.js';
import { escapeMarkdown } from './escape.js';
import { frontMatter } from './front-matter.js';

/**
 * Returns title, credit and body. With `frontMatter`, returns the data as YAML instead of title and
 * credit, because programs that read front matter show the title themselves.
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
 * Percent-encodes characters that would end an address in angle brackets, or look like a plugin's
 * attributes.
 *
 * @param {string} url
 */
function encodeMarks(url) {
  return url.replace(/[\s\p{Cc}<>{}\\]/gu, encodeURIComponent);
}
