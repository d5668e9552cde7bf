/** The code that the page loads when a template is used. */

export { offerTemplates } from './choice.js';
export { fill } from './language.js';
export { obsidianNote, openUri } from './obsidian.js';
