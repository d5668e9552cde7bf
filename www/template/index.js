/** Markdown by a template of the person's own: its language, its editor, and the way to Obsidian. */

export { chosenTemplate, onTemplateChosen } from './store.js';

/** Loads what writes by a template and what edits one. */
export const loadTemplates = () => import('./templates.js');
