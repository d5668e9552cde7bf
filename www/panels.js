/**
 * What stands around the article: the line under the title, the summary, the details and the list of the page's
 * parts. Each function answers elements made from the article's data.
 */

import { element } from './dom.js';
import { currentLanguage, currentLocale, has, t } from './i18n/index.js';

/** Parts listed; past it the list says how many more there are. More would slow the page and nobody reads them. */
const MAX_BLOCKS_SHOWN = 2000;
/** Characters of a part shown: enough to recognise it. */
const MAX_BLOCK_LENGTH = 280;

/** @returns {Node[]} author, date, site and reading time in one line */
export function metaLine(article) {
  const parts = [article.byline, date(article.publishedTime), article.siteName, t('readingTime', { n: article.readingTime })];
  return parts.filter(Boolean).map((part) => element('span', {}, part));
}

/** @returns {Node[]} the summary's sentences as list items */
export function summaryItems(article) {
  return article.summary.map((sentence) => element('li', {}, sentence));
}

/** @returns {Node[]} the details as terms and descriptions, without those that the page does not tell */
export function detailItems(article) {
  const rows = [
    ['detailAuthor', article.byline],
    ['detailPublished', date(article.publishedTime)],
    ['detailModified', date(article.modifiedTime)],
    ['detailSite', article.siteName],
    ['detailLanguage', article.lang && languageName(article.lang)],
    ['detailLength', t('words', { n: article.wordCount })],
    ['detailReadingTime', t('minutes', { n: article.readingTime })],
    ['detailAddress', article.url && address(article.url)],
    // An excerpt taken from the text would say it twice.
    ['detailExcerpt', !article.textContent.startsWith(article.excerpt) && article.excerpt],
  ];
  return rows
    .filter(([, value]) => value)
    .map(([key, value]) => element('div', {}, element('dt', {}, t(key)), element('dd', {}, value)));
}

/** @returns {Node[]} the page's parts, each with its verdict and reason */
export function blockItems(blocks) {
  const items = blocks.slice(0, MAX_BLOCKS_SHOWN).map(({ text, kept, reason }) =>
    element(
      'li',
      { class: kept ? 'kept' : 'dropped' },
      element('p', { class: 'verdict' }, element('b', {}, t(kept ? 'kept' : 'dropped')), ` · ${reasonWords(reason)}`),
      element('p', { class: 'block-text', dir: 'auto' }, shorten(text)),
    ),
  );
  const more = blocks.length - items.length;
  return more > 0 ? [...items, element('li', {}, t('blocksNotShown', { n: more }))] : items;
}

/** @returns {{ kept: number, dropped: number }} */
export function countBlocks(blocks) {
  const kept = blocks.filter((block) => block.kept).length;
  return { kept, dropped: blocks.length - kept };
}

/**
 * A page's time as a date in the interface's language. It is the day that the publisher wrote, in the
 * publisher's zone: a reader elsewhere must not see the day before.
 */
function date(time) {
  if (!time) return null;
  const [, day] = /^(\d{4}-\d\d-\d\d)/.exec(time) ?? [];
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return time;
  const words = new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(parsed);
  return element('time', { datetime: time }, words);
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

function address(url) {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, url);
}

function reasonWords(reason) {
  return has(`reason.${reason}`) ? t(`reason.${reason}`) : reason;
}

function shorten(text) {
  const letters = Array.from(text);
  return letters.length > MAX_BLOCK_LENGTH ? `${letters.slice(0, MAX_BLOCK_LENGTH).join('').trimEnd()}…` : text;
}
