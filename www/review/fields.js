/** The fields of an article that a person can put right: title, author, date, source and site. */

/**
 * Puts a person's own words into an article, and so into every view and file of it.
 *
 * @param {import('unchaff').Article} article
 * @param {import('./choices.js').Fields} fields
 * @returns {import('unchaff').Article}
 */
export function withFields(article, { title, authors, date, source, site }) {
  return {
    ...article,
    ...(title !== undefined && { title: title || null }),
    ...(authors !== undefined && { authors, byline: authors.join(', ') || null }),
    ...(date !== undefined && { publishedTime: date || null }),
    ...(source !== undefined && { source: source || null }),
    ...(site !== undefined && { siteName: site || null }),
  };
}
