/**
 * A summary shorter or longer than the one that fits the article. The core makes the one that fits; half or twice of it is a
 * share of the text, and that is known only once the article is.
 */

/** How long the summary is that fits an article: this share of its characters, or so many, whichever is less. */
const SHARE = 0.25;
const CHARACTERS = 600;
/** What the first reading, for the length of the text, need not make. */
const NOT_NEEDED = /** @type {import('unchaff').OmittablePart[]} */ (['content', 'markdown', 'links', 'keywords', 'blocks']);

/**
 * Cleans a page.
 *
 * @param {typeof import('unchaff').clean} clean
 * @param {import('unchaff').Input} input
 * @param {import('unchaff').CleanChoices & { summaryTimes?: number }} options as clean() takes them, and how many times as long as the
 *   one that fits the summary is to be
 * @returns {import('unchaff').Article} its summary is never longer than the one that fits where it is to be shorter, never shorter where
 *   it is to be longer
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
