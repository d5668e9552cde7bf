/**
 * Makes the elements of an article from the core's HTML. The HTML is parsed in an inert document
 * and rebuilt element by element. Elements on the list below are created again. Of all other
 * elements only the text remains. No string of a page reaches the parser of this page.
 */

import { parseInert } from '../shared/trusted-types.js';

/**
 * The elements that are copied, with the attributes that some of them keep. Links and images have
 * rules of their own.
 */
const ALLOWED = new Set(
  `p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote aside section div hr br pre code kbd em strong sub sup del ins mark
  abbr span ruby rt rp table caption thead tbody tr th td figure figcaption a img article time`.split(/\s+/),
);
const SPAN = ['colspan', 'rowspan'];
const LOCALE = ['lang', 'dir'];
const KEPT_ATTRIBUTES = {
  ol: ['start', 'type'],
  code: ['class'],
  aside: ['class'],
  section: ['class', 'role'],
  figure: ['class'],
  article: ['class'],
  time: ['datetime'],
  p: ['class'],
  abbr: ['title'],
  td: SPAN,
  th: SPAN,
  div: ['class', ...LOCALE],
  span: ['class', ...LOCALE],
};
/**
 * The values of `class` and `role` that the core writes. With any other value, a page could imitate
 * a part of this site.
 */
const OWN_NAMES =
  /^(?:language-[\w#+.-]+|callout callout-[a-z]+|callout-title|footnotes|embed|math (?:inline|display)|doc-endnotes|post|post-header)$/;

const LINK = /^(?:https?|mailto|tel):/i;
const REMOTE_IMAGE = /^https?:/i;
const REMOTE_IMAGE_TAG = /<img src="https?:/gi;
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i;
/** Matches the ids that the core gives to footnotes and references. */
const NOTE_ID = /^unchaff-(?:note|ref)-\d+(?:-\d+)?$/;
const NOTE_ROLE = /^doc-(?:noteref|backlink)$/;

/**
 * @typedef {object} ContentOptions
 * @property {boolean} loadImages if `false`, a label replaces each remote image and nothing is
 *   requested
 * @property {(alt: string) => string} imageLabel
 */

/**
 * @param {string[]} blocks the HTML of some blocks
 * @returns {Element[]} the blocks in an inert document, for {@link buildBlock}
 */
export function parseBlocks(blocks) {
  return [...parseInert(blocks.join('')).body.childNodes].map(asElement).filter(Boolean);
}

/** The core writes only elements. Text outside an element becomes a paragraph. */
function asElement(node) {
  if (node.nodeType === Node.ELEMENT_NODE) return node;
  if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return null;
  const paragraph = node.ownerDocument.createElement('p');
  paragraph.append(node.data);
  return paragraph;
}

/**
 * @param {string} content the core's HTML, in which no text or attribute contains such a tag
 * @returns {number} the number of images that would be loaded from the network
 */
export function countRemoteImages(content) {
  return content.match(REMOTE_IMAGE_TAG)?.length ?? 0;
}

/**
 * Rebuilds one block in this document.
 *
 * @param {Element} block from {@link parseBlocks}
 * @param {ContentOptions} options
 * @returns {HTMLElement}
 */
export function buildBlock(block, options) {
  const holder = document.createDocumentFragment();
  // Pairs of a node that is still to be copied and the parent of its copy.
  /** @type {[Node, ParentNode][]} */
  const pending = [[block, holder]];
  while (pending.length > 0) {
    const [source, target] = pending.pop();
    if (source instanceof Text) {
      target.append(source.data);
    } else if (source instanceof Element) {
      const copy = copyElement(source, options);
      if (!copy) continue;
      target.append(inBox(copy));
      for (const child of [...source.childNodes].reverse()) pending.push([child, copy]);
    }
  }
  return /** @type {HTMLElement} */ (holder.firstElementChild);
}

/** @returns {HTMLElement | null} `null` for an element that is not shown at all */
function copyElement(source, options) {
  const name = source.localName;
  if (!ALLOWED.has(name)) return document.createElement('span');
  if (name === 'img') return copyImage(source, options);
  if (name === 'a') return copyLink(source);
  const copy = document.createElement(name);
  for (const attribute of KEPT_ATTRIBUTES[name] ?? []) {
    const value = source.getAttribute(attribute);
    if (value !== null && (!['class', 'role'].includes(attribute) || OWN_NAMES.test(value))) copy.setAttribute(attribute, value);
  }
  if ((name === 'li' || name === 'sup') && NOTE_ID.test(source.id)) copy.id = source.id;
  return copy;
}

function copyLink(source) {
  const copy = document.createElement('a');
  const href = source.getAttribute('href') ?? '';
  if (LINK.test(href)) {
    copy.href = href;
    copy.target = '_blank';
    copy.rel = 'noopener noreferrer';
  } else if (NOTE_ID.test(href.slice(1)) && NOTE_ROLE.test(source.getAttribute('role'))) {
    copy.setAttribute('href', href);
    copy.setAttribute('role', source.getAttribute('role'));
  }
  return copy;
}

/**
 * Puts an element into a box. Wide tables and code then scroll by themselves, and the page does
 * not.
 */
function inBox(element) {
  if (element.localName !== 'table' && element.localName !== 'pre') return element;
  const box = document.createElement('div');
  box.className = element.localName === 'table' ? 'table-box' : 'code-box';
  box.append(element);
  return box;
}

function copyImage(source, { loadImages, imageLabel }) {
  const src = source.getAttribute('src') ?? '';
  const alt = source.getAttribute('alt') ?? '';
  if (INLINE_IMAGE.test(src) || (loadImages && REMOTE_IMAGE.test(src))) {
    const image = document.createElement('img');
    // These are set before `src`, because they control the request.
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    image.alt = alt;
    // The space for the image is reserved while it loads.
    for (const side of ['width', 'height']) {
      if (/^\d{1,5}$/.test(source.getAttribute(side) ?? '')) image.setAttribute(side, source.getAttribute(side));
    }
    image.src = src;
    return image;
  }
  // The title of an embed's card is enough, so an image without a description is left out.
  if (!alt && source.closest('.embed')) return null;
  const label = document.createElement('span');
  label.className = 'image-label';
  label.textContent = imageLabel(alt);
  return label;
}
