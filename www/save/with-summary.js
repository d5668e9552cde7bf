/** The summary in the formats that an article is written in. */

import { escapeHtml, escapeMarkdown } from '../../pkg/lib/escape.js';
import { currentLanguage } from '../i18n/index.js';

/**
 * Puts the summary before an article's text, in every format.
 *
 * @param {import('unchaff').Article} article
 * @param {string} heading in the interface's language
 * @returns {import('unchaff').Article}
 */
export function withSummary(article, heading) {
  const { summary } = article;
  if (summary.length === 0) return article;
  const title = `<h2 lang="${currentLanguage()}">${escapeHtml(heading)}</h2>`;
  return {
    ...article,
    content: `${title}\n${htmlList(summary)}\n<hr>\n${article.content}`,
    markdown: `## ${escapeMarkdown(heading)}\n\n${summary.map((text) => `- ${escapeMarkdown(text)}\n`).join('')}\n---\n\n${article.markdown}`,
    textContent: `${heading}\n\n${textList(summary)}\n\n${article.textContent}`,
  };
}

/** Writes the summary alone, as a list in HTML, and as text for the programs that take only that. @returns {Record<string, string>} */
export function summaryFlavours({ summary }) {
  return { 'text/html': htmlList(summary), 'text/plain': textList(summary) };
}

function htmlList(summary) {
  return `<ul>${summary.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
}

function textList(summary) {
  return summary.map((text) => `• ${text}`).join('\n');
}
