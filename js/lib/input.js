// Converts arguments to plain data: strings, bytes and objects of them. The module and the workers
// get nothing else, so no code of the caller runs inside them.
import { CHECKS, isAddressed, isNode } from './arguments.js';
import { readNode } from './document.js';

/**
 * @import { AddressedPage, CleanChoices, Input, SummaryLengths } from 'unchaff'
 * @import { Functions } from './engine.js'
 */

/**
 * Options as the caller passes them. The core rejects options that exclude each other.
 *
 * @typedef {CleanChoices & SummaryLengths} PageOptions
 */

/**
 * Checks the types of a function's arguments, and returns them as plain data. A document or an
 * element becomes its HTML, and a `URL` becomes its address.
 *
 * @param {keyof Functions} name
 * @param {unknown} first
 * @param {unknown} second
 * @returns {[unknown, unknown]}
 */
export function plainArguments(name, first, second) {
  CHECKS[name](first, second);
  switch (name) {
    case 'checkOptions':
      return [plainOptions(/** @type {PageOptions} */ (first)), undefined];
    case 'join':
      return [/** @type {(Input | AddressedPage)[]} */ (first).map(plainPage), plainOptions(/** @type {PageOptions} */ (second))];
    case 'learnRules':
      return [first, second];
    case 'keywords':
    case 'summarize':
      return [first, { .../** @type {object} */ (second) }];
    default:
      return plainInput(/** @type {Input} */ (first), /** @type {PageOptions} */ (second));
  }
}

/**
 * @param {Input} input
 * @param {PageOptions | null | undefined} options
 * @returns {[string | ArrayBuffer | ArrayBufferView, PageOptions]}
 */
function plainInput(input, options) {
  const given = plainOptions(options);
  if (!isNode(input)) return [/** @type {string | ArrayBuffer | ArrayBufferView} */ (input), given];
  const { html, url } = readNode(input);
  return [html, { ...given, url: given.url ?? url, type: 'html' }];
}

/**
 * Returns a page of `join` as plain data.
 *
 * @param {Input | AddressedPage} page
 * @returns {AddressedPage}
 */
function plainPage(page) {
  const { input, ...own } = isAddressed(page) ? page : { input: page };
  // `join` has no type for a single page. So the HTML of a document is detected as HTML.
  const [html, { type, ...address }] = plainInput(input, own);
  return { input: html, ...address };
}

/**
 * @param {PageOptions | null | undefined} options
 * @returns {PageOptions}
 */
function plainOptions(options) {
  const { url, ...others } = options ?? {};
  if (url === undefined) return others;
  return { ...others, url: typeof url === 'object' && url !== null ? url.href : url };
}
