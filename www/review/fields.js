/** The fields of an article that a person can correct: title, author, date, source and site. */

/**
 * Puts a person's values into the fields of an article, and so into all its views and files.
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
