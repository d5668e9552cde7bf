/** The summary in what is saved and copied. */

import { withSummary as before } from '../../pkg/entries/files.js';
import { escapeHtml } from '../../pkg/lib/escape.js';
import { currentLanguage } from '../i18n/index.js';

/**
 * Puts the summary before an article's text, in every format.
 *
 * @param {import('unchaff').Article} article
 * @param {string} heading in the interface's language
 * @returns {import('unchaff').Article}
 */
export function withSummary(article, heading) {
  return before(article, { heading, lang: currentLanguage() });
}

/** Writes the summary alone, as a list in HTML, and as text for the programs that take only that. @returns {Record<string, string>} */
export function summaryFlavours({ summary }) {
  return {
    'text/html': `<ul>${summary.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`,
    'text/plain': summary.map((text) => `• ${text}`).join('\n'),
  };
}
