/**
 * The template that a person chose, remembered on the device. Without a template, Markdown is
 * written in the standard form.
 *
 * @typedef {import('./language.js').Template & { preset: string, vault: string, folder: string }}
 *   Chosen the template, the preset that it started from, and where Obsidian puts a note
 */

const STORAGE_KEY = 'unchaff.template';

/** @type {Chosen | null} */
let visit = null;
/** @type {((template: Chosen | null) => void)[]} */
const listeners = [];

/** @returns {Chosen | null} */
export function chosenTemplate() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY)) ?? visit;
  } catch {
    return visit;
  }
}

/** @param {Chosen | null} template `null` for Markdown in the standard form */
export function chooseTemplate(template) {
  visit = template;
  try {
    if (template) localStorage.setItem(STORAGE_KEY, JSON.stringify(template));
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // If storage is off, the choice applies to this visit only.
  }
  for (const listener of listeners) listener(template);
}

/** @param {(template: Chosen | null) => void} listener called after each choice */
export function onTemplateChosen(listener) {
  listeners.push(listener);
}
