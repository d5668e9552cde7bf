// The metadata of a page without an article: the fields of an article that do not need its text.

/** @import { Article, ArticleMetadata } from 'unchaff' */

/**
 * The fields of an article that the page's head and its markup state.
 *
 * @satisfies {readonly (keyof ArticleMetadata)[]}
 */
export const METADATA_FIELDS = /** @type {const} */ ([
  'title',
  'byline',
  'authors',
  'source',
  'dir',
  'lang',
  'excerpt',
  'description',
  'siteName',
  'publisher',
  'publishedTime',
  'modifiedTime',
  'image',
  'imageWidth',
  'imageHeight',
  'imageAlt',
  'favicon',
  'url',
  'nextPage',
  'section',
  'tags',
  'license',
  'isAccessibleForFree',
]);

/**
 * Returns the metadata of an article.
 *
 * @param {ArticleMetadata} article
 * @returns {ArticleMetadata}
 */
export function metadataOf(article) {
  return /** @type {ArticleMetadata} */ (Object.fromEntries(METADATA_FIELDS.map((name) => [name, article[name]])));
}
