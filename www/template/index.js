/** Markdown by a template of the person's own: its language, its editor, and the way to Obsidian. The page loads it when something is saved. */

export { offerTemplates } from './choice.js';
export { fill } from './language.js';
export { obsidianNote, openUri } from './obsidian.js';
