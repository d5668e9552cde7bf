// The fields of a JSON answer, and the selection of some of them.
import { METADATA_FIELDS } from '../lib/metadata.js';

/** @import { Article, OmittablePart } from 'unchaff' */

/**
 * The parts of an article that take extra time to make.
 *
 * @type {readonly OmittablePart[]}
 */
export const PARTS = ['content', 'markdown', 'links', 'summary', 'keywords', 'blocks'];

/**
 * The fields of an article.
 *
 * @satisfies {readonly (keyof Article)[]}
 */
const ARTICLE_FIELDS = /** @type {const} */ ([
  ...METADATA_FIELDS,
  'type',
  'pageType',
  'pageTypeConfidence',
  'content',
  'textContent',
  'length',
  'links',
  'markdown',
  'summary',
  'summarySentences',
  'keywords',
  'wordCount',
  'readingTime',
  'readingTimeRange',
  'secondArticle',
  'matchedRules',
  'posts',
  'comments',
  'blocks',
  'sources',
  'jsonLd',
]);

/** Fields about the answer itself. They are always included. */
const ALWAYS = ['notice'];

/**
 * Returns the names in a list that are not fields.
 *
 * @param {readonly string[]} names
 */
export function unknownFields(names) {
  const known = /** @type {readonly string[]} */ (ARTICLE_FIELDS);
  return names.filter((name) => !known.includes(name));
}

/**
 * Returns the part of an article that a field belongs to. A field that belongs to no part costs no
 * extra time.
 *
 * @param {string} field
 */
export function partOf(field) {
  return PARTS.find((part) => part === field || (part === 'summary' && field === 'summarySentences'));
}

/**
 * Returns the chosen fields of an answer, in the order of the choice. If nothing was chosen,
 * returns all fields except those of omitted parts.
 *
 * @param {object} answer
 * @param {{ fields: readonly string[] | undefined, omit: readonly string[] }} choice
 */
export function chosen(answer, { fields, omit }) {
  const all = Object.entries(answer);
  if (!fields) return Object.fromEntries(all.filter(([name]) => !omit.includes(partOf(name) ?? '')));
  const given = new Map(all);
  return Object.fromEntries([...fields, ...ALWAYS].flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : [])));
}
