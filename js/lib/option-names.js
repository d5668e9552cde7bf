// The names of options. The pool and the command line need them, because they read options before
// the core does.
import { UnchaffError } from './error.js';

/** @import { CleanOptions, KeywordOptions, SummarizeOptions } from 'unchaff' */

/** @satisfies {readonly (keyof CleanOptions)[]} */
export const CLEAN_OPTIONS = /** @type {const} */ ([
  'url',
  'type',
  'charset',
  'sentences',
  'summaryShare',
  'summaryCharacters',
  'maxBytes',
  'beta',
  'whole',
  'keep',
  'drop',
  'rules',
  'comments',
  'jsonLd',
  'explain',
  'omit',
]);

/** @satisfies {readonly (keyof SummarizeOptions)[]} */
export const SUMMARIZE_OPTIONS = /** @type {const} */ ([
  'title',
  'description',
  'sentences',
  'summaryShare',
  'summaryCharacters',
  'language',
  'share',
  'characters',
]);

/** @satisfies {readonly (keyof KeywordOptions)[]} */
export const KEYWORD_OPTIONS = /** @type {const} */ (['title', 'language']);

/** Maximum number of letters by which a misspelt name may differ from the intended one. */
const NEAR = 3;

/**
 * Rejects options that do not exist, so that a misspelt name is never ignored.
 *
 * @param {object | null | undefined} options
 * @param {readonly string[]} known
 */
export function refuseUnknown(options, known) {
  const unknown = Object.keys(options ?? {}).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestOf(unknown, known);
  const hint = nearest ? ` Did you mean ${nearest}?` : '';
  throw invalidOption(unknown, `there is no such option.${hint} Known are: ${known.join(', ')}.`);
}

/**
 * @param {string} name
 * @param {string} problem
 */
export function invalidOption(name, problem) {
  return new UnchaffError('invalid-option', `The option ${name} cannot be used: ${problem}`);
}

/**
 * Returns the known name that is most similar to a misspelt one, or `undefined` if none is similar
 * enough.
 *
 * @param {string} name
 * @param {readonly string[]} known
 */
function nearestOf(name, known) {
  // If a name differs in as many letters as it has, it is a different word and not a typing error.
  const limit = Math.min(NEAR, name.length - 1);
  const near = known.map((candidate) => ({ candidate, distance: distance(name, candidate) })).filter(({ distance }) => distance <= limit);
  return near.sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/**
 * Returns the number of letters to insert, remove or change between two names, ignoring case
 * (Levenshtein distance by rows).
 *
 * @param {string} name
 * @param {string} known
 */
function distance(name, known) {
  // No option is as long as this limit, which bounds the work.
  const letters = [...name.slice(0, 64).toLowerCase()];
  let row = Array.from({ length: letters.length + 1 }, (_, i) => i);
  for (const [above, wanted] of [...known.toLowerCase()].entries()) {
    const next = [above + 1];
    for (const [i, letter] of letters.entries()) {
      next.push(Math.min(row[i] + (letter === wanted ? 0 : 1), row[i + 1] + 1, next[i] + 1));
    }
    row = next;
  }
  return row[letters.length];
}
