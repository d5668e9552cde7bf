// What the functions are given, made plain: strings, bytes and objects of them. The module, and a worker, get nothing else, so no
// code of a caller runs inside of them.
import { CHECKS, isAddressed, isNode } from './arguments.js';
import { readNode } from './document.js';

/**
 * @import { AddressedPage, CleanChoices, Input, SummaryLengths } from 'unchaff'
 * @import { Functions } from './engine.js'
 */

/**
 * Options as they come: the core refuses those that exclude each other.
 *
 * @typedef {CleanChoices & SummaryLengths} PageOptions
 */

/**
 * Checks the kinds of a function's arguments, and returns them plain: a document or an element becomes its HTML, a `URL` its
 * address.
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
 * A page of `join`.
 *
 * @param {Input | AddressedPage} page
 * @returns {AddressedPage}
 */
function plainPage(page) {
  const { input, ...own } = isAddressed(page) ? page : { input: page };
  // `join` does not know the type of a single page. The HTML of a document is recognized as HTML.
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
