// What a program shows of a page: the article as HTML, its Markdown by two renderers that let HTML through, its metadata in
// text and attributes.
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { FORMATS } from '../../pkg/cli/formats.js';
import { frontMatter } from '../../pkg/cli/front-matter.js';
import { clean } from '../../pkg/node.js';
import { markdownFile } from '../../www/save/formats.js';
import { FIRST_SENTENCE, pageOf, rawOf } from './pages.js';

const markdownIt = new MarkdownIt({ html: true });
// markdown-it refuses to make links of some schemes. Nobody is to rely on that.
markdownIt.validateLink = () => true;

const RENDERERS = {
  'markdown-it': (markdown) => markdownIt.render(markdown),
  marked: (markdown) => marked.parse(markdown),
};

/** Fields of an article that are addresses. */
const ADDRESSES = ['url', 'favicon', 'image', 'nextPage', 'license'];

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
      add(`front matter by ${name}`, render(frontMatter(article)));
      // The article's text is in the outputs already; the site writes what stands above it in its own way.
      add(`head of the site's file by ${name}`, render(markdownFile({ ...article, markdown: '' })));
    }
    if (!whole) add('metadata', metadata(article));
  }
  return [...outputs].map(([html, kind]) => ({ id: payload.id, name: payload.name, kind, html }));
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
  const addresses = ADDRESSES.map((name) => article[name]).filter(Boolean);
  const parts = addresses.map((address) => `<a href="${escaped(address)}">${escaped(address)}</a><img src="${escaped(address)}" alt="">`);
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
