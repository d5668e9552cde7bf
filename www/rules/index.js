/**
 * Rules: what a person wants done on every page of a site. They lie in this browser alone.
 *
 * Nothing of it is loaded before there are rules or a correction.
 *
 * @typedef {import('./rules.js').Ruled} Ruled
 */

/** Where the rules lie. store.js reads and writes them. */
export const STORAGE_KEY = 'unchaff.rules';

/** Returns `true` if rules are stored. @returns {boolean} */
export function hasRules() {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Loads what finds, offers and lists rules. */
export const loadRules = () => import('./rules.js');
