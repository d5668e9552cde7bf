/**
 * The template that a person chose, remembered on the device. Without one, Markdown is written as it always was.
 *
 * @typedef {import('./language.js').Template & { preset: string, vault: string, folder: string }} Chosen the template, the preset that it began with, and
 *   where Obsidian puts a note
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

/** @param {Chosen | null} template null for Markdown as it always was */
export function chooseTemplate(template) {
  visit = template;
  try {
    if (template) localStorage.setItem(STORAGE_KEY, JSON.stringify(template));
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Storage is off: the choice holds for this visit.
  }
  for (const listener of listeners) listener(template);
}

/** @param {(template: Chosen | null) => void} listener called with each choice */
export function onTemplateChosen(listener) {
  listeners.push(listener);
}
