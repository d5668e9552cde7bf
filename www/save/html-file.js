/**
 * The article as one HTML file that stands by itself: its own style, no script, and a policy that forbids all else.
 */

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.65 ui-serif, "Noto Serif", Cambria, "Times New Roman", serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption, .source { font-size: 0.875rem; opacity: 0.75; }
pre { overflow-x: auto; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 1px solid; text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
`;
/** Of STYLE, as the policy wants it; tests/browser/save.test.js fails where the two differ. */
const STYLE_HASH = 'sha256-udZdiOlr2OhnEDMNESBAl5f26niPZaQe68AHI56y6VQ=';

/**
 * @param {object} article
 * @returns {string}
 */
export function htmlFile(article) {
  const lang = article.lang ? ` lang="${escape(article.lang)}"` : '';
  const source = credit(article);
  return `<!doctype html>
<html${lang} dir="${article.dir === 'rtl' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; img-src https: http: data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(article.title ?? '')}</title>
<style>${STYLE}</style>
</head>
<body>
${heading(article)}${source ? `<p class="source">${source}</p>\n` : ''}${article.content}
</body>
</html>
`;
}

/** @returns {string} the title as the only heading of its level; empty without a title */
export function heading({ title }) {
  return title ? `<h1>${escape(title)}</h1>\n` : '';
}

function credit({ byline, publishedTime, url }) {
  const link = url && `<a href="${escape(url)}">${escape(url)}</a>`;
  return [byline && escape(byline), publishedTime?.slice(0, 10), link].filter(Boolean).join(' · ');
}

function escape(text) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}
