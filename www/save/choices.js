/** The options for saved files, remembered for the next time. */

import { byId } from '../shared/dom.js';

const STORAGE_KEY = 'unchaff.save';
/** The checkboxes of the dialog, by option. */
const BOXES = /** @type {const} */ ({ frontMatter: 'front-matter', summary: 'with-summary' });

/** Shows the remembered options, and remembers later changes. */
export function rememberChoices() {
  const before = stored();
  for (const [name, id] of Object.entries(BOXES)) {
    byId(id).checked = before[name] === true;
    byId(id).addEventListener('change', store);
  }
}

/** Returns the chosen options. @returns {{ frontMatter: boolean, summary: boolean }} */
export function choices() {
  return { frontMatter: byId(BOXES.frontMatter).checked, summary: byId(BOXES.summary).checked };
}

function store() {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(choices()));
  } catch {
    // If storage is off, the choice applies to this visit only.
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? {};
  } catch {
    return {};
  }
}
