/** Asks before a few words that were pasted beside the box take an article's place: they may be meant for another window. */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { ask } from '../shared/question.js';

/** Characters of text below which a paste is hardly a page. */
const FEW = 200;
const TAG = /<[^>]*>/g;
/** An address goes to its own field, and takes no article's place. */
const ADDRESS = /^https?:\/\/\S+$/i;

/** Returns `true` if an input holds a few words alone. @param {import('./input.js').PageInput} input @returns {boolean} */
export function isFew({ html, text }) {
  const length = (content) => (content.length > FEW * 50 ? content.length : content.replace(TAG, '').trim().length);
  return [html, text].every((content) => typeof content === 'string' && length(content) < FEW) && !ADDRESS.test(String(text).trim());
}

/**
 * Asks whether words are to be read as a page.
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
