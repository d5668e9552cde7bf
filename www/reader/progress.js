/** How far the reader is, as a line under the bar and as the time that is left. */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { named } from './controls.js';
import { readingTime, time } from './heading.js';

/**
 * @param {HTMLElement} body the article's element
 * @returns {{ line: HTMLElement, words: HTMLElement, update: (article: import('unchaff').Article) => void }} update() after each scroll
 *   and each change of the article
 */
export function makeProgress(body) {
  const fill = element('div', { class: 'progress-fill' });
  const line = named(
    'reader.progress',
    element('div', { class: 'progress-line', role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' }, fill),
  );
  const words = element('span', { class: 'time-left' });

  function update(article) {
    const place = body.getBoundingClientRect();
    const share = shareRead(place);
    const percent = Math.round(share * 100);
    line.setAttribute('aria-valuenow', String(percent));
    fill.style.inlineSize = `${share * 100}%`;
    const [from, to] = article.readingTimeRange;
    const left = Math.ceil(((from + to) / 2) * (1 - share));
    const text = place.top >= 0 ? readingTime(article) : left === 0 ? t('reader.finished') : t('reader.left', { time: time(left) });
    // Each change is work for the layout, though it be to the same words.
    if (words.textContent !== text) words.textContent = text;
  }

  return { line, words, update };
}

/** From 0, the beginning at the window's top, to 1, the end in view. */
function shareRead({ top, bottom, height }) {
  if (bottom <= innerHeight) return 1;
  return Math.min(Math.max(-top / (height - innerHeight), 0), 1);
}
