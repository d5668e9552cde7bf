/** What a person wants in their files, remembered for the next one. */

import { byId } from '../shared/dom.js';

const STORAGE_KEY = 'unchaff.save';
/** The boxes of the dialog, by what they say. */
const BOXES = /** @type {const} */ ({ frontMatter: 'front-matter', summary: 'with-summary' });

/** Shows what was chosen before, and remembers what is chosen from now on. */
export function rememberChoices() {
  const before = stored();
  for (const [name, id] of Object.entries(BOXES)) {
    byId(id).checked = before[name] === true;
    byId(id).addEventListener('change', store);
  }
}

/** Returns what is chosen. @returns {{ frontMatter: boolean, summary: boolean }} */
export function choices() {
  return { frontMatter: byId(BOXES.frontMatter).checked, summary: byId(BOXES.summary).checked };
}

function store() {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(choices()));
  } catch {
    // Storage is off: the choice holds for this visit.
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}
