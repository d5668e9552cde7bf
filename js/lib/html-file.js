// Writes an article as a complete HTML file. It has its own style and no script, and its policy
// forbids everything else.
import { creditLine } from './credit.js';
import { escapeHtml } from './escape.js';

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
/** The hash of STYLE for the content security policy. A test fails if the two do not agree. */
const STYLE_HASH = 'sha256-udZdiOlr2OhnEDMNESBAl5f26niPZaQe68AHI56y6VQ=';

/**
 * Returns title, credit and content as a page in the article's language.
 *
 * @type {typeof import('unchaff/files').toHtmlFile}
 */
export function toHtmlFile(article) {
  const lang = article.lang ? ` lang="${escapeHtml(article.lang)}"` : '';
  const credit = creditLine(article, { text: escapeHtml, link });
  return `<!doctype html>
<html${lang} dir="${article.dir === 'rtl' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; img-src https: http: data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title ?? '')}</title>
<style>${STYLE}</style>
</head>
<body>
${htmlHeading(article)}${credit ? `<p class="source">${credit}</p>\n` : ''}${article.content}
</body>
</html>
`;
}

/**
 * Returns the title as the only heading of its level. Returns nothing without a title.
 *
 * @param {import('unchaff/files').FileHead} article
 */
export function htmlHeading({ title }) {
  return title ? `<h1>${escapeHtml(title)}</h1>\n` : '';
}

/** @param {string} url */
function link(url) {
  const address = escapeHtml(url);
  return `<a href="${address}">${address}</a>`;
}
