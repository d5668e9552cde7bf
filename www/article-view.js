/**
 * Shows an article. The core's HTML is parsed in an inert document and rebuilt from there, element by element:
 * what is on the list below is made anew, what is not leaves only its text. No page string reaches the page's
 * own parser.
 */

import { parseInert } from './trusted-types.js';

/** The elements that are copied, and the attributes that some of them keep. Links and images have their own rules. */
const ALLOWED = new Set(
  `p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote aside section div hr br pre code kbd em strong sub sup del ins mark
  abbr span ruby rt rp table caption thead tbody tr th td figure figcaption a img`.split(/\s+/),
);
const SPAN = ['colspan', 'rowspan'];
const LOCALE = ['lang', 'dir'];
const KEPT_ATTRIBUTES = {
  ol: ['start', 'type'],
  code: ['class'],
  aside: ['class'],
  abbr: ['title'],
  td: SPAN,
  th: SPAN,
  div: LOCALE,
  span: LOCALE,
};

const LINK = /^(?:https?|mailto|tel):/i;
const REMOTE_IMAGE = /^https?:/i;
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i;

/**
 * Builds an article's elements.
 *
 * @param {string} content the core's HTML
 * @param {{ loadImages: boolean, imageLabel: (alt: string) => string }} options without loadImages a remote image
 *   is a label in its place, and nothing is requested
 * @returns {{ fragment: DocumentFragment, remoteImages: number }}
 */
export function buildArticle(content, options) {
  const fragment = document.createDocumentFragment();
  let remoteImages = 0;
  // Pairs of a node whose children are still to be copied, and the place for the copies.
  const pending = [[parseInert(content).body, fragment]];
  while (pending.length > 0) {
    const [source, target] = pending.pop();
    for (const node of source.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        target.append(node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.localName === 'img' && REMOTE_IMAGE.test(node.getAttribute('src') ?? '')) remoteImages += 1;
        const copy = copyElement(node, options);
        target.append(node.localName === 'table' ? scrollable(copy) : copy);
        pending.push([node, copy]);
      }
    }
  }
  return { fragment, remoteImages };
}

function copyElement(source, options) {
  const name = source.localName;
  if (!ALLOWED.has(name)) return document.createElement('span');
  if (name === 'img') return copyImage(source, options);
  if (name === 'a') return copyLink(source);
  const copy = document.createElement(name);
  for (const attribute of KEPT_ATTRIBUTES[name] ?? []) {
    if (source.hasAttribute(attribute)) copy.setAttribute(attribute, source.getAttribute(attribute));
  }
  return copy;
}

function copyLink(source) {
  const copy = document.createElement('a');
  const href = source.getAttribute('href') ?? '';
  if (LINK.test(href)) {
    copy.href = href;
    copy.target = '_blank';
    copy.rel = 'noopener noreferrer';
  }
  return copy;
}

/** A wide table scrolls by itself, so that the page does not. */
function scrollable(table) {
  const box = document.createElement('div');
  box.className = 'table-box';
  box.append(table);
  return box;
}

function copyImage(source, { loadImages, imageLabel }) {
  const src = source.getAttribute('src') ?? '';
  const alt = source.getAttribute('alt') ?? '';
  if (INLINE_IMAGE.test(src) || (loadImages && REMOTE_IMAGE.test(src))) {
    const image = document.createElement('img');
    // Before src: they decide how the request is made.
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    image.alt = alt;
    image.src = src;
    return image;
  }
  const label = document.createElement('span');
  label.className = 'image-label';
  label.textContent = imageLabel(alt);
  return label;
}
