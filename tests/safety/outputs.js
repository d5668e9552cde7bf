// What a program shows of a page: the article as HTML, its Markdown by three renderers that let HTML through, its metadata in
// text and attributes, its files.
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import attributes from 'markdown-it-attrs';
import { FORMATS } from '../../pkg/cli/formats.js';
import { toHtmlFile, toMarkdownFile } from '../../pkg/entries/files.js';
import { clean } from '../../pkg/entries/node.js';
import { FIRST_SENTENCE, pageOf, rawOf } from './pages.js';

/** markdown-it refuses to make links of some schemes. Nobody is to rely on that. */
function trusting(renderer) {
  renderer.validateLink = () => true;
  return renderer;
}

const markdownIt = trusting(new MarkdownIt({ html: true }));
const withAttributes = trusting(new MarkdownIt({ html: true }).use(attributes));

const RENDERERS = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  'markdown-it with attributes': (markdown) => withAttributes.render(markdown),
  marked: (markdown) => marked.parse(markdown),
};

/** Fields of an article that are addresses of pages, and of pictures. */
const PAGES = ['url', 'nextPage', 'license'];
const PICTURES = ['image', 'favicon'];

/** Keys of what is no text of the page, or no text. */
const NO_TEXT = ['content', 'markdown', 'reason'];

/**
 * What is shown of a payload's page, with unchaff: no two the same. As an article, and with all of the page kept, so that no
 * payload is left out as boilerplate.
 */
export function cleaned(payload) {
  const { input, options } = pageOf(payload);
  const outputs = new Map();
  for (const whole of [false, true]) {
    const article = clean(input, { ...options, whole, jsonLd: true });
    if (whole && !article.textContent.includes(FIRST_SENTENCE)) throw new Error(`The article of ${payload.name} is not readable.`);
    const add = (kind, html) => outputs.has(html) || outputs.set(html, kind);
    add('html', FORMATS.html(article));
    for (const [name, render] of Object.entries(RENDERERS)) {
      add(name, render(FORMATS.markdown(article)));
      if (whole) continue;
      // The article's text is in the outputs already.
      add(`front matter by ${name}`, render(toMarkdownFile({ ...article, markdown: '' }, { frontMatter: true })));
    }
    if (whole) continue;
    // Without the page's frame, which is ours and not the page's.
    add('head of the HTML file', bodyOf(toHtmlFile({ ...article, content: '' })));
    add('metadata', metadata(article));
  }
  return [...outputs].map(([html, kind]) => ({ id: payload.id, name: payload.name, kind, html }));
}

function bodyOf(html) {
  return html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>'));
}

/** What leads the browser away from the test's page, when nobody cleans it. */
const LEAVES = /http-equiv=refresh/i;

/** What is shown of a payload by a program that trusts pages. */
export function raw(payload) {
  const { html, markdown } = rawOf(payload);
  const rendered = Object.values(RENDERERS).flatMap((render) => markdown.map(render));
  const outputs = [...html, ...rendered].filter((output) => !LEAVES.test(output));
  return outputs.map((html) => ({ id: payload.id, name: payload.name, kind: 'raw', html }));
}

/** Every text of an article in text and in an attribute, every address where addresses go. */
function metadata(article) {
  const known = (names) =>
    names
      .map((name) => article[name])
      .filter(Boolean)
      .map(escaped);
  const parts = known(PAGES).map((address) => `<a href="${address}">${address}</a>`);
  for (const address of known(PICTURES)) parts.push(`<img src="${address}" alt="${address}">`);
  for (const { url, text } of article.links) parts.push(`<a href="${escaped(url)}" title="${escaped(text)}">${escaped(text)}</a>`);
  for (const text of new Set(textsOf(article))) parts.push(`<p title="${escaped(text)}">${escaped(text)}</p>`);
  return parts.join('\n');
}

function textsOf(value) {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => (NO_TEXT.includes(key) ? [] : textsOf(part)));
}

function escaped(text) {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
