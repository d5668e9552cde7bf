// Returns an article as a file in Markdown, HTML or text, and a name for the file. This entry does
// not need the WebAssembly module, so it loads quickly everywhere.
export { fileName } from '../lib/file-name.js';
export { toHtmlFile } from '../lib/html-file.js';
export { toMarkdownFile } from '../lib/markdown-file.js';
export { toTextFile } from '../lib/text-file.js';
export { withSummary } from '../lib/with-summary.js';
