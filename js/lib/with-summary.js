// Adds the summary to the text of an article.
import { escapeHtml, escapeMarkdown } from './escape.js';

/**
 * Puts the summary before the text, in all formats.
 *
 * @type {typeof import('unchaff/files').withSummary}
 */
export function withSummary(article, { heading, lang }) {
  const { summary } = article;
  if (summary.length === 0) return article;
  /** @param {(text: string) => string} line */
  const items = (line) => summary.map(line).join('\n');
  const title = `<h2${lang ? ` lang="${escapeHtml(lang)}"` : ''}>${escapeHtml(heading)}</h2>`;
  return {
    ...article,
    content: `${title}\n<ul>\n${items((text) => `<li>${escapeHtml(text)}</li>`)}\n</ul>\n<hr>\n${article.content}`,
    markdown: `## ${escapeMarkdown(heading)}\n\n${items((text) => `- ${escapeMarkdown(text)}`)}\n\n---\n\n${article.markdown}`,
    textContent: `${heading}\n\n${items((text) => `• ${text}`)}\n\n${article.textContent}`,
  };
}
