/** The metadata of an article, as elements of the page. */

import { element } from '../shared/dom.js';
import { currentLanguage, has, intl, t } from '../i18n/index.js';
import { date, readingTime } from '../reader/index.js';

/**
 * Below this probability, the kind of page is not shown, because it would be a guess among seven
 * kinds. Of 793 articles that the model had not seen, none was taken for a list with at least this
 * probability.
 */
const LEAST_SURE = 0.45;

/**
 * Returns the elements for the metadata.
 *
 * @param {import('unchaff').Article} article
 * @returns {Node[]} terms with their descriptions, only for metadata that the page has
 */
export function detailItems(article) {
  const rows = [
    [t('detailAuthors', { n: article.authors.length }), list(article.authors)],
    [t('detailSource'), article.source],
    [t('detailPublished'), date(article.publishedTime)],
    [t('detailModified'), date(article.modifiedTime)],
    [t('detailSite'), article.siteName],
    [t('detailPublisher'), article.publisher !== article.siteName && article.publisher],
    [t('detailSection'), article.section],
    [t('detailTags'), list(article.tags)],
    [t('detailLanguage'), article.lang && languageName(article.lang)],
    [t('detailLength'), t('words', { n: article.wordCount })],
    [t('detailReadingTime'), readingTime(article)],
    [t('detailPageType'), pageType(article)],
    [t('detailAccess'), access(article.isAccessibleForFree)],
    [t('detailLicense'), article.license && address(article.license)],
    [t('detailAddress'), article.url && address(article.url)],
    [t('detailNextPage'), article.nextPage && address(article.nextPage)],
    [t('detailImage'), leadImage(article)],
    // An excerpt from the text would be redundant.
    [t('detailExcerpt'), !article.textContent.startsWith(article.excerpt) && article.excerpt],
    [t('detailLinks'), linksOut(article.links)],
  ];
  return rows
    .filter(([, value]) => value)
    .map(([term, value]) =>
      element('div', {}, element('dt', {}, term), element('dd', {}, typeof value === 'string' ? element('bdi', {}, value) : value)),
    );
}

function list(names) {
  return names.length > 0 && intl('ListFormat', { type: 'unit' }).format(names);
}

/**
 * Returns `true` if the page is most likely a list of articles and not an article.
 *
 * @param {import('unchaff').Article} article
 */
export function isListing({ pageType: type, pageTypeConfidence: confidence }) {
  return type === 'listing' && confidence >= LEAST_SURE;
}

function pageType({ pageType: type, pageTypeConfidence: confidence }) {
  if (!type || !has(`pageType.${type}`) || confidence < LEAST_SURE) return null;
  return t(`pageType.${type}`);
}

function access(isFree) {
  return isFree === null ? null : t(isFree ? 'accessFree' : 'accessPaid');
}

/**
 * Returns a link to the lead image, with its size. The picture itself is not loaded, because its
 * server would see the request.
 */
function leadImage({ image, imageAlt, imageWidth, imageHeight }) {
  if (!image) return null;
  const size = imageWidth && imageHeight && t('pixels', { width: imageWidth, height: imageHeight });
  return element('span', {}, address(image, imageAlt || fileName(image)), size ? ` · ${size}` : '');
}

function linksOut(links) {
  if (links.length === 0) return null;
  const made = element('details', {}, element('summary', {}, t('links', { n: links.length })));
  // A page can have thousands of links, and few people look at them. So they are made when the list
  // is opened.
  made.addEventListener('toggle', () => made.append(linkList(links)), { once: true });
  return made;
}

function linkList(links) {
  return element('ul', {}, ...links.map(({ url, text }) => element('li', {}, address(url, text || url))));
}

function languageName(tag) {
  try {
    return intl('DisplayNames', { type: 'language' }, currentLanguage()).of(tag);
  } catch {
    return tag;
  }
}

function address(url, words = url) {
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, words);
}

/** Returns the last part of an address, which often describes a picture. */
function fileName(url) {
  return url.startsWith('data:') ? t('image') : (url.split(/[?#]/)[0].split('/').findLast(Boolean) ?? url);
}
