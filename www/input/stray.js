/**
 * Asks for confirmation before a few words that were pasted outside the box replace an article.
 * They may be meant for another window.
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { ask } from '../shared/question.js';

/** A paste with fewer characters is hardly a page. */
const FEW = 200;
const TAG = /<[^>]*>/g;
/** An address goes into the address field and does not replace the article. */
const ADDRESS = /^https?:\/\/\S+$/i;

/**
 * Returns `true` if an input has only a few words.
 *
 * @param {import('./input.js').PageInput} input
 * @returns {boolean}
 */
export function isFew({ html, text }) {
  const length = (content) => (content.length > FEW * 50 ? content.length : content.replace(TAG, '').trim().length);
  return [html, text].every((content) => typeof content === 'string' && length(content) < FEW) && !ADDRESS.test(String(text).trim());
}

/**
 * Asks whether to read a text as a page.
 *
 * @param {string} text
 * @param {() => void} read
 */
export function askAboutWords(text, read) {
  const render = () => ({
    about: [element('p', {}, t('strayPasted')), element('blockquote', { dir: 'auto' }, text)],
    yes: t('strayRead'),
    no: t('strayKeep'),
  });
  ask({ render, yes: read, no: () => {} });
}
