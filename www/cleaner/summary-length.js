/**
 * Makes a summary shorter or longer than usual. The core chooses the usual length from the article.
 * Half or twice that length has to be passed to the core as a share of the text, which is known
 * only after the article has been read once.
 */

/**
 * The usual length of a summary: this share of the article's characters, or this number of
 * characters, whichever is less.
 */
const SHARE = 0.25;
const CHARACTERS = 600;
/** Parts that the first reading need not make, because it is only for the length of the text. */
const NOT_NEEDED = /** @type {import('unchaff').OmittablePart[]} */ (['content', 'markdown', 'links', 'keywords', 'blocks']);

/**
 * Cleans a page.
 *
 * @param {typeof import('unchaff').clean} clean
 * @param {import('unchaff').Input} input
 * @param {import('unchaff').CleanChoices & { summaryTimes?: number }} options the options of
 *   `clean()`, and `summaryTimes`, the factor for the usual length of the summary
 * @returns {import('unchaff').Article} the article. A summary that should be shorter is never
 *   longer than the usual one, and the other way round
 */
export function cleanToLength(clean, input, { summaryTimes = 1, ...options }) {
  if (summaryTimes === 1) return clean(input, options);
  const fitting = clean(input, { ...options, omit: NOT_NEEDED });
  const length = Array.from(fitting.textContent).length;
  const share = summaryTimes * Math.min(SHARE, CHARACTERS / length);
  const article = clean(input, { ...options, summaryShare: Math.min(share, 1) });
  const [wanted, usual] = [article, fitting].map(({ summary }) => summary.join(' ').length);
  if (summaryTimes > 1 ? wanted >= usual : wanted <= usual) return article;
  const { summary, summarySentences } = fitting;
  return { ...article, summary, summarySentences };
}
