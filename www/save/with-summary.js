/** Adds the summary to saved and copied articles. */

import { withSummary as before } from '../../pkg/entries/files.js';
import { escapeHtml } from '../../pkg/lib/escape.js';
import { currentLanguage } from '../i18n/index.js';

/**
 * Puts the summary before an article's text, in all formats.
 *
 * @param {import('unchaff').Article} article
 * @param {string} heading the heading in the language of the interface
 * @returns {import('unchaff').Article}
 */
export function withSummary(article, heading) {
  return before(article, { heading, lang: currentLanguage() });
}

/**
 * Returns the summary as a list in HTML, and as text for programs that only read text.
 *
 * @returns {Record<string, string>}
 */
export function summaryFlavours({ summary }) {
  return {
    'text/html': `<ul>${summary.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`,
    'text/plain': summary.map((text) => `• ${text}`).join('\n'),
  };
}
