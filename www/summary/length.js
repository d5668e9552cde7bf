/**
 * How long the summary is to be: by feel, as a number of sentences or as a share of the text. Remembered for the next visit.
 */

const STORAGE_KEY = 'unchaff.summary';
const DEFAULT = 'medium';
/** Lengths by feel: how many times as long as the summary that fits the article. */
const FEEL = { short: { summaryTimes: 0.5 }, medium: {}, long: { summaryTimes: 2 } };
/** What can be chosen: by feel, sentences as whole numbers, shares as decimal fractions. */
export const FEELS = Object.keys(FEEL);
export const SENTENCES = ['1', '2', '3', '5', '8'];
export const SHARES = ['0.05', '0.1', '0.2'];

let chosen = remembered();

/** Returns the length chosen, one of those above. @returns {string} */
export function summaryLength() {
  return chosen;
}

/** Chooses a length. @param {string} length one of those above */
export function chooseSummaryLength(length) {
  chosen = length;
  try {
    localStorage.setItem(STORAGE_KEY, length);
  } catch {
    // Storage is off: the choice holds for this visit.
  }
}

/** Returns the length as the cleaner takes it. @returns {{ sentences?: number, summaryShare?: number, summaryTimes?: number }} */
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
