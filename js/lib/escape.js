// Text of a page, written so that no format takes any of it for markup.

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

/** What begins a list, a quotation, a heading or a rule at the start of a line. */
const BLOCK_MARKER = /^(?:[-+=:]|\d+(?=[.)]))/;

/**
 * Escapes text for one line of Markdown: the result reads as that text in CommonMark and GitHub's Markdown, makes no link
 * of a bare address, and gives plugins for attributes (`{onclick=…}`) nothing to take.
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
      // The colon of `ftp://`, the dot of `www.` and the sign of an e-mail address, which GitHub's Markdown makes links of.
      .replace(/(?<=\p{L}):(?=\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)/giu, '\\$&')
      .replace(BLOCK_MARKER, (marker) => (/\d/.test(marker) ? `${marker}\\` : `\\${marker}`))
      // marked takes a backslash before `<` into the address that ends there, so tags are escaped as in HTML.
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}
