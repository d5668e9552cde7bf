// How an article is printed. The title is part of what a person wants to keep, so it heads each form.

/** Article in, text out; by the name that --format takes. */
export const FORMATS = {
  markdown: ({ title, markdown }) => headed(title && `# ${escapeMarkdown(title)}\n\n`, markdown),
  html: ({ title, content }) => headed(title && `<h1>${escapeHtml(title)}</h1>\n`, content),
  text: ({ title, textContent }) => headed(title && `${title}\n\n`, textContent),
  json: (article) => `${JSON.stringify(article, null, 2)}\n`,
};

function headed(heading, body) {
  return `${heading || ''}${body.trimEnd()}\n`;
}

function escapeHtml(text) {
  return text.replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark]);
}

function escapeMarkdown(text) {
  return text.replace(/[\\`*_[\]<>&~#]/g, '\\$&');
}
