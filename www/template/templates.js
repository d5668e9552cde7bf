/** What the page loads when something is to be written by a template. */

export { offerTemplates } from './choice.js';
export { fill } from './language.js';
export { obsidianNote, openUri } from './obsidian.js';
