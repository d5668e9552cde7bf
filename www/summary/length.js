/**
 * The wanted length of the summary: a rough choice, a number of sentences or a share of the text.
 * It is remembered for the next visit.
 */

const STORAGE_KEY = 'unchaff.summary';
const DEFAULT = 'medium';
/** The rough choices, as factors for the usual length of the summary. */
const FEEL = { short: { summaryTimes: 0.5 }, medium: {}, long: { summaryTimes: 2 } };
/**
 * The possible lengths: rough choices, numbers of sentences as whole numbers, and shares as decimal
 * fractions.
 */
export const FEELS = Object.keys(FEEL);
export const SENTENCES = ['1', '2', '3', '5', '8'];
export const SHARES = ['0.05', '0.1', '0.2'];

let chosen = remembered();

/** Returns the chosen length, one of the values above. @returns {string} */
export function summaryLength() {
  return chosen;
}

/** Chooses a length. @param {string} length one of the values above */
export function chooseSummaryLength(length) {
  chosen = length;
  try {
    localStorage.setItem(STORAGE_KEY, length);
  } catch {
    // If storage is off, the choice applies to this visit only.
  }
}

/**
 * Returns the length as options of the cleaner.
 *
 * @returns {{ sentences?: number, summaryShare?: number, summaryTimes?: number }}
 */
export function summaryOptions() {
  return FEEL[chosen] ?? (SHARES.includes(chosen) ? { summaryShare: Number(chosen) } : { sentences: Number(chosen) });
}

function remembered() {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return [...FEELS, ...SENTENCES, ...SHARES].includes(stored) ? stored : DEFAULT;
  } catch {
    return DEFAULT;
  }
}
