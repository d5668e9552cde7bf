// An article as a file: Markdown, HTML or text, and a name for it. Needs no module, so it loads at once anywhere.
export { fileName } from '../lib/file-name.js';
export { toHtmlFile } from '../lib/html-file.js';
export { toMarkdownFile } from '../lib/markdown-file.js';
export { toTextFile } from '../lib/text-file.js';
export { withSummary } from '../lib/with-summary.js';
