/** What stands above an article: its title, who wrote it, when and where, and how long it takes. */

import { element } from '../dom.js';
import { intl, t } from '../i18n/index.js';

/**
 * @param {object} article
 * @returns {HTMLElement[]} the title, which can take the focus, and the line under it
 */
export function heading(article) {
  const locale = { lang: article.lang ?? '', dir: article.dir ?? 'auto' };
  return [
    element('h1', { tabindex: '-1', ...locale }, article.title || t('untitled')),
    element('p', { class: 'reader-meta' }, ...metaLine(article)),
  ];
}

/** @returns {Node[]} author, date, site and reading time in one line */
export function metaLine(article) {
  const parts = [article.byline, date(article.publishedTime), article.siteName, t('readingTime', { time: minutes(article) })];
  return parts.filter(Boolean).map((part) => element('span', {}, element('bdi', {}, part)));
}

/**
 * A page's time as a date in the interface's language. It is the day that the publisher wrote, in the
 * publisher's zone: a reader elsewhere must not see the day before.
 *
 * @param {string | null} time ISO 8601
 * @returns {HTMLElement | string | null} what is no date is shown as it is
 */
export function date(time) {
  if (!time) return null;
  const [, day] = /^(\d{4}-\d\d-\d\d)/.exec(time) ?? [];
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return time;
  const words = intl('DateTimeFormat', { dateStyle: 'long', timeZone: 'UTC' }).format(parsed);
  return element('time', { datetime: time }, words);
}

/** @returns {string} the time that a fast and a slow reader take */
export function minutes({ readingTimeRange: [fast, slow] }) {
  const format = intl('NumberFormat', { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return fast === slow ? format.format(fast) : format.formatRange(fast, slow);
}
