/** The lines above an article: its title, author, date, site and reading time. */

import { element } from '../shared/dom.js';
import { intl, t } from '../i18n/index.js';

/** From this number of minutes on, the time is shown in hours. */
const HOURS_FROM = 120;
/** From this number of minutes on, the time is rounded to five minutes. */
const ROUNDED_FROM = 10;

/**
 * @param {import('unchaff').Article} article
 * @returns {HTMLElement[]} the title, which can get the focus, and the line under it
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
  const parts = [article.byline, date(article.publishedTime), article.siteName, t('readingTime', { time: readingTime(article) })];
  return parts.filter(Boolean).map((part) => element('span', {}, element('bdi', {}, part)));
}

/**
 * Returns a page's time as a date in the language of the interface. It is the publisher's day in
 * the publisher's time zone, so that readers elsewhere do not see the day before.
 *
 * @param {string | null} time ISO 8601
 * @returns {HTMLElement | string | null} a value that is not a date is shown unchanged
 */
export function date(time) {
  if (!time) return null;
  const [, day] = /^(\d{4}-\d\d-\d\d)/.exec(time) ?? [];
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return time;
  const words = intl('DateTimeFormat', { dateStyle: 'long', timeZone: 'UTC' }).format(parsed);
  return element('time', { datetime: time }, words);
}

/**
 * Returns one reading time between that of a fast and of a slow reader, rounded because it is only
 * an estimate.
 *
 * @returns {string}
 */
export function readingTime({ readingTimeRange: [fast, slow] }) {
  const minutes = (fast + slow) / 2;
  return time(minutes > ROUNDED_FROM ? Math.round(minutes / 5) * 5 : Math.ceil(minutes));
}

/** Returns a time in minutes or hours. @param {number} minutes @returns {string} */
export function time(minutes) {
  return minutes < HOURS_FROM ? t('minutes', { n: minutes }) : t('hours', { n: Math.round(minutes / 60) });
}
