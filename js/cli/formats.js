// How an article is printed. The title is part of what a person wants to keep, so it heads each form.
import { frontMatter } from './front-matter.js';

/** Article in, text out; by the name that --format takes. */
export const FORMATS = {
  markdown: ({ title, markdown }) => headed(title && `# ${escapeMarkdown(title)}\n\n`, markdown),
  html: ({ title, content }) => headed(title && `<h1>${escapeHtml(title)}</h1>\n`, content),
  text: ({ title, textContent }) => headed(title && `${title}\n\n`, textContent),
  json: (article) => `${JSON.stringify(article, null, 2)}\n`,
};

/** Ending of a file in each format. */
export const EXTENSIONS = { markdown: 'md', html: 'html', text: 'txt', json: 'json', verdicts: 'txt' };

/** Markdown after its metadata. The title is among them, so it is no heading. */
export function withFrontMatter(article) {
  return `${frontMatter(article)}\n${headed('', article.markdown)}`;
}

function headed(heading, body) {
  return `${heading || ''}${body.trimEnd()}\n`;
}

function escapeHtml(text) {
  return text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark]);
}

function escapeMarkdown(text) {
  // marked takes a backslash before `<` into the address that ends there, so tags are escaped as in HTML.
  return escapeHtml(text.replace(/[\\`*_[\]~#]/g, '\\$&'));
}
