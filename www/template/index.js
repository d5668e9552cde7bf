/**
 * Markdown by a person's own template: the language of templates, the editor, and the connection to
 * Obsidian.
 */

export { chosenTemplate, onTemplateChosen } from './store.js';

/** Loads the code that applies and edits templates. */
export const loadTemplates = () => import('./templates.js');
