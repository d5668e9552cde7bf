import { creditLine } from './credit.js';

/** @param {string} text */
const asItIs = (text) => text;

/**
 * Returns title, credit and text.
 *
 * @type {typeof import('unchaff/files').toTextFile}
 */
export function toTextFile(article) {
  const credit = creditLine(article, { text: asItIs, link: asItIs });
  return `${[article.title, credit, article.textContent?.trim()].filter(Boolean).join('\n\n')}\n`;
}
