/**
 * Rules are a person's decisions for all pages of a site. They are stored only in this browser.
 *
 * Their code is loaded only if there are rules or a correction.
 *
 * @typedef {import('./rules.js').Ruled} Ruled
 */

/** The key under which store.js stores the rules. */
export const STORAGE_KEY = 'unchaff.rules';

/** Returns `true` if rules are stored. @returns {boolean} */
export function hasRules() {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return false;
  }
}

/** Loads the code that finds, offers and lists rules. */
export const loadRules = () => import('./rules.js');
