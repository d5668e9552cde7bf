// Escapes text of a page, so that no part of it is read as markup.

/** @type {Record<string, string>} */
const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Escapes text for HTML, in an attribute too.
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (mark) => HTML[mark]);
}

/**
 * Matches characters that begin a list, a quotation, a heading or a rule at the start of a line.
 */
const BLOCK_MARKER = /^(?:[-+=:]|\d+(?=[.)]))/;

/**
 * Escapes text for one line of Markdown. CommonMark and GitHub's Markdown show the result as the
 * original text. A bare address does not become a link, and plugins find no attributes
 * (`{onclick=…}`).
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeMarkdown(text) {
  return (
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/[\\`*_[\]#|~${]/g, '\\$&')
      // GitHub's Markdown makes links from these: the colon of `ftp://`, the dot of `www.` and the
      // sign of an email address.
      .replace(/(?<=\p{L}):(?=\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)/giu, '\\$&')
      .replace(BLOCK_MARKER, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`))
      // The library marked treats a backslash before `<` as part of an address that ends there. So
      // tags are escaped as in HTML.
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}
