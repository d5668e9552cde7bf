/**
 * The article as something to take away: the clipboard's flavours and files.
 */

/** Characters that some file system refuses, and those that nobody sees. */
const UNSAFE_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for devices. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Letters, not bytes: three bytes a letter still fit the 255 bytes that file systems allow. */
const MAX_NAME_LENGTH = 80;

const STYLE = `:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.65 ui-serif, "Noto Serif", Cambria, "Times New Roman", serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption, .source { font-size: 0.875rem; opacity: 0.75; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 1px solid; text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }`;

/**
 * A view of the article as text, with what a file or the clipboard needs to know about it.
 *
 * @param {object} article
 * @param {'html' | 'markdown' | 'text'} format
 * @returns {{ text: string, extension: string, mime: string }}
 */
export function exportAs(article, format) {
  switch (format) {
    case 'markdown':
      return { text: withHeading(article, '# ', article.markdown), extension: 'md', mime: 'text/markdown' };
    case 'text':
      return { text: withHeading(article, '', article.textContent), extension: 'txt', mime: 'text/plain' };
    case 'html':
      return { text: htmlFile(article), extension: 'html', mime: 'text/html' };
  }
}

/**
 * Puts a view on the clipboard. The article itself goes as HTML and as plain text, for the programs that take
 * only one of them.
 *
 * @param {object} article
 * @param {'html' | 'markdown' | 'text'} format
 * @returns {Promise<boolean>} false where the browser refused
 */
export async function copy(article, format) {
  const flavours = { 'text/plain': exportAs(article, format === 'html' ? 'text' : format).text };
  if (format === 'html') flavours['text/html'] = heading(article) + article.content;
  try {
    const blobs = Object.entries(flavours).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByEvent(flavours);
  }
}

/**
 * Saves a view as a file named after the article.
 *
 * @param {object} article
 * @param {'html' | 'markdown' | 'text'} format
 * @param {string} fallbackName for an article without a title
 */
export function download(article, format, fallbackName) {
  const { text, extension, mime } = exportAs(article, format);
  const address = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(article.title, fallbackName)}.${extension}`;
  link.click();
  // The browser has its own hold on the data once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * @param {string | null} title
 * @param {string} fallback
 * @returns {string} a file name without its extension that every system accepts; letters keep their accents
 */
export function fileName(title, fallback) {
  const clean = (title ?? '').normalize('NFC').replace(UNSAFE_IN_NAMES, ' ').replace(/\s+/g, ' ');
  const name = Array.from(clean).slice(0, MAX_NAME_LENGTH).join('').replace(/^[ .]+|[ .]+$/g, '');
  return name && !DEVICE_NAME.test(name) ? name : fallback;
}

/** The way for pages without the clipboard interface: those not served over https. */
function copyByEvent(flavours) {
  const fill = (event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(flavours)) event.clipboardData.setData(type, text);
  };
  document.addEventListener('copy', fill, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return copied;
}

function withHeading(article, mark, body) {
  const lines = [article.title && `${mark}${article.title}`, credit(article)].filter(Boolean);
  return `${[...lines, body.trim()].join('\n\n')}\n`;
}

/** Who, when, where from: in one line, as the page gave it. */
function credit({ byline, publishedTime, url }) {
  return [byline, publishedTime?.slice(0, 10), url].filter(Boolean).join(' · ');
}

function heading({ title }) {
  return title ? `<h1>${escape(title)}</h1>\n` : '';
}

function htmlFile(article) {
  const lang = article.lang ? ` lang="${escape(article.lang)}"` : '';
  const source = credit(article);
  return `<!doctype html>
<html${lang} dir="${article.dir === 'rtl' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(article.title ?? '')}</title>
<style>
${STYLE}
</style>
</head>
<body>
${heading(article)}${source ? `<p class="source">${escape(source)}</p>\n` : ''}${article.content}
</body>
</html>
`;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}
