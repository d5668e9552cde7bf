/** Shows how far the reader has got, as a line under the bar and as the remaining time. */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { named } from './controls.js';
import { readingTime, time } from './heading.js';

/**
 * @param {HTMLElement} body the article's element
 * @returns {{ line: HTMLElement, words: HTMLElement, update: (article: import('unchaff').Article) => void }}
 *   call `update()` after each scroll and each change of the article
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
    // A write causes a new layout even if the text is the same.
    if (words.textContent !== text) words.textContent = text;
  }

  return { line, words, update };
}

/** Returns a value from 0 (the beginning is at the top of the window) to 1 (the end is in view). */
function shareRead({ top, bottom, height }) {
  if (bottom <= innerHeight) return 1;
  return Math.min(Math.max(-top / (height - innerHeight), 0), 1);
}
