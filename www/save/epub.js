/**
 * Writes the article as an EPUB 3 book: the files that the format requires, packed by the zip
 * library. No maintained EPUB library works under this page's security policy, which forbids the
 * code that their templates generate.
 *
 * The danger: EPUB is XML, in which a single wrong character makes the whole book unreadable. So
 * every file is built as a document and written by the browser's `XMLSerializer`. Books must
 * contain their pictures, because reading programs make no requests. So remote pictures become
 * links.
 */

import { parseInert } from '../shared/trusted-types.js';
import { zip } from './zip.js';

const XHTML = 'http://www.w3.org/1999/xhtml';
const OPF = 'http://www.idpf.org/2007/opf';
const DC = 'http://purl.org/dc/elements/1.1/';
const OPS = 'http://www.idpf.org/2007/ops';
const CONTAINER = 'urn:oasis:names:tc:opendocument:xmlns:container';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Matches pictures of the types that every reading system shows. */
const IMAGE = /^data:(image\/(png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\s]+)$/i;
/** Matches characters that XML cannot contain in any form. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const STYLE = `body { line-height: 1.5; }
img { max-width: 100%; }
figure { margin: 1.5em 0; }
figcaption, .source { font-size: 0.875em; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
th, td { padding: 0.3em 0.6em; border: 1px solid; text-align: start; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid; }
`;

/**
 * @param {import('unchaff').Article} article
 * @param {{ contents: string, image: string, untitled: string }} words strings in the language of
 *   the interface: the heading of the table of contents, the replacement of a picture, and the
 *   replacement of a missing title
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the book; rejects with a PageError
 */
export async function epub(article, words) {
  const book = { title: article.title || words.untitled, lang: article.lang || 'und', dir: article.dir === 'rtl' ? 'rtl' : 'ltr' };
  const { page, headings, images } = articlePage(article, book, words);
  return zip([
    // This file comes first and uncompressed, because it identifies the archive as a book.
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', data: container() },
    { name: 'EPUB/package.opf', data: packageFile(article, book, images) },
    { name: 'EPUB/nav.xhtml', data: navigation(book, headings, words.contents) },
    { name: 'EPUB/article.xhtml', data: page },
    { name: 'EPUB/style.css', data: STYLE },
    ...images.map(({ name, data }) => ({ name: `EPUB/${name}`, data, stored: true })),
  ]);
}

function articlePage(article, book, words) {
  const { document: page, body } = xhtml(book);
  const content = parseInert(article.content).body;
  const images = packImages(content, words.image);
  body.append(make(page, 'h1', { id: 'title' }, book.title));
  const source = sourceLine(page, article);
  if (source.length > 0) body.append(make(page, 'p', { class: 'source' }, ...source));
  body.append(...[...content.childNodes].map((node) => page.importNode(node, true)));
  const headings = [...body.querySelectorAll('h1, h2')].map((heading, i) => {
    heading.id ||= `section-${i}`;
    return { id: heading.id, text: heading.textContent.trim() };
  });
  return { page: write(page), headings: headings.filter(({ text }) => text), images };
}

function sourceLine(page, { byline, publishedTime, url }) {
  const parts = [byline, publishedTime?.slice(0, 10), url && make(page, 'a', { href: url }, url)].filter(Boolean);
  return parts.flatMap((part, i) => (i > 0 ? [' · ', part] : [part]));
}

/** Moves the pictures in the content into files, and replaces the others by links. */
function packImages(content, word) {
  const images = [];
  for (const image of content.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? '';
    const data = decode(src);
    if (data) {
      const name = `images/${images.length + 1}.${data.type.slice('image/'.length)}`;
      images.push({ name, ...data });
      image.setAttribute('src', name);
      if (!image.hasAttribute('alt')) image.setAttribute('alt', '');
    } else {
      const isLink = /^https?:/i.test(src) && !image.closest('a');
      const stand = content.ownerDocument.createElement(isLink ? 'a' : 'span');
      if (isLink) stand.setAttribute('href', src);
      stand.textContent = `[${[word, image.getAttribute('alt')].filter(Boolean).join(': ')}]`;
      image.replaceWith(stand);
    }
  }
  return images;
}

function decode(src) {
  const [, type, , base64] = IMAGE.exec(src) ?? [];
  if (!base64) return null;
  try {
    return { type: type.toLowerCase(), data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)) };
  } catch {
    return null;
  }
}

function container() {
  const file = document.implementation.createDocument(CONTAINER, 'container');
  file.documentElement.setAttribute('version', '1.0');
  const root = make(file, 'rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' });
  file.documentElement.append(make(file, 'rootfiles', {}, root));
  return write(file);
}

function packageFile(article, { title, lang, dir }, images) {
  const file = document.implementation.createDocument(OPF, 'package');
  const root = file.documentElement;
  root.setAttribute('version', '3.0');
  root.setAttribute('unique-identifier', 'id');
  root.setAttributeNS(XML, 'xml:lang', lang);
  root.setAttribute('dir', dir);

  const core = (name, text, attributes = {}) => {
    const made = file.createElementNS(DC, `dc:${name}`);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  const optional = {
    publisher: article.siteName,
    source: article.url,
    date: article.publishedTime?.slice(0, 10),
    description: article.description,
  };
  const metadata = [
    core('identifier', `urn:uuid:${uuid()}`, { id: 'id' }),
    core('title', title),
    core('language', lang),
    ...article.authors.map((author) => core('creator', author)),
    ...Object.entries(optional)
      .filter(([, text]) => text)
      .map(([name, text]) => core(name, text)),
    ...article.tags.map((tag) => core('subject', tag)),
    make(file, 'meta', { property: 'dcterms:modified' }, `${new Date().toISOString().slice(0, 19)}Z`),
  ];
  const item = (id, href, type, more = {}) => make(file, 'item', { id, href, 'media-type': type, ...more });
  const manifest = [
    item('nav', 'nav.xhtml', 'application/xhtml+xml', { properties: 'nav' }),
    item('article', 'article.xhtml', 'application/xhtml+xml'),
    item('style', 'style.css', 'text/css'),
    ...images.map(({ name, type }, i) => item(`image-${i + 1}`, name, type)),
  ];
  root.append(
    make(file, 'metadata', {}, ...metadata),
    make(file, 'manifest', {}, ...manifest),
    make(file, 'spine', { 'page-progression-direction': dir }, make(file, 'itemref', { idref: 'article' })),
  );
  return write(file);
}

function navigation(book, headings, words) {
  const { document: page, body } = xhtml(book);
  const nav = make(page, 'nav', { id: 'toc' });
  nav.setAttributeNS(OPS, 'epub:type', 'toc');
  const items = headings.map(({ id, text }) => make(page, 'li', {}, make(page, 'a', { href: `article.xhtml#${id}` }, text)));
  nav.append(make(page, 'h1', {}, words), make(page, 'ol', {}, ...items));
  body.append(nav);
  return write(page);
}

function xhtml({ title, lang, dir }) {
  const page = document.implementation.createDocument(XHTML, 'html');
  const root = page.documentElement;
  root.setAttribute('lang', lang);
  root.setAttributeNS(XML, 'xml:lang', lang);
  root.setAttribute('dir', dir);
  const body = make(page, 'body');
  const style = make(page, 'link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' });
  root.append(make(page, 'head', {}, make(page, 'title', {}, title), style), body);
  return { document: page, body };
}

/** Creates an element in the document's own namespace. */
function make(owner, name, attributes = {}, ...children) {
  const made = owner.createElementNS(owner.documentElement.namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function write(file) {
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(file).replace(NOT_XML, '')}\n`;
}

/** Returns a random UUID. `crypto.randomUUID` exists only on secure pages. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return [...bytes].map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
}
