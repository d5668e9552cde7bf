// Checks the types of arguments, before anything is started or copied. The core checks the values
// of options.
import { UnchaffError } from './error.js';

/** @import { AddressedPage, DocumentLike, ElementLike, Input } from 'unchaff' */

const ELEMENT_NODE = 1;
const DOCUMENT_NODE = 9;

const INPUT = 'a string, a Uint8Array, an ArrayBuffer, a Document or an Element';

/**
 * The check of each function's arguments.
 *
 * @type {Record<keyof import('./engine.js').Functions, (first: unknown, second: unknown) => void>}
 */
export const CHECKS = {
  checkOptions: (options) => checkOptions(options),
  clean: checkPage,
  join(pages, options) {
    checkOptions(options);
    if (!Array.isArray(pages)) throw wrongKind('pages', 'an array of pages, or of { input, url }', pages);
    for (const page of pages) checkInput(isAddressed(page) ? page.input : page);
  },
  keywords: checkText,
  learnRules(article, corrections) {
    if (typeof article !== 'object' || article === null) throw wrongKind('article', 'what clean answered', article);
    if (typeof corrections !== 'object' || corrections === null || Array.isArray(corrections)) {
      throw wrongKind('corrections', 'an object, such as { drop: [3, 4] }', corrections);
    }
  },
  probablyReadable: checkInput,
  summarize: checkText,
  toMarkdown: checkPage,
  toText: checkPage,
};

/**
 * @param {unknown} input
 * @param {unknown} options
 */
function checkPage(input, options) {
  checkOptions(options);
  checkInput(input);
}

/**
 * @param {unknown} text
 * @param {unknown} options
 */
function checkText(text, options) {
  checkOptions(options);
  if (typeof text !== 'string') throw wrongKind('text', 'a string', text);
}

/** @param {unknown} options */
export function checkOptions(options) {
  if (options === undefined || options === null) return;
  if (typeof options !== 'object' || Array.isArray(options) || isPromise(options)) {
    throw wrongKind('options', 'an object, such as { url: "https://example.com/a" }', options);
  }
}

/** @param {unknown} input */
function checkInput(input) {
  if (typeof input === 'string' || isNode(input) || isBytes(input)) return;
  throw wrongKind('input', INPUT, input);
}

/**
 * Returns `true` for bytes. The check does not use their class, because values of another frame
 * have another class.
 *
 * @param {unknown} value
 * @returns {value is ArrayBuffer | ArrayBufferView}
 */
function isBytes(value) {
  return typeof value === 'object' && value !== null && 'byteLength' in value && typeof value.byteLength === 'number';
}

/**
 * Returns `true` for a document or an element, judged by its node type.
 *
 * @param {unknown} value
 * @returns {value is DocumentLike | ElementLike}
 */
export function isNode(value) {
  return (
    typeof value === 'object' && value !== null && 'nodeType' in value && [DOCUMENT_NODE, ELEMENT_NODE].includes(Number(value.nodeType))
  );
}

/**
 * Returns `true` for a page of `join` with its address.
 *
 * @param {Input | AddressedPage} page
 * @returns {page is AddressedPage}
 */
export function isAddressed(page) {
  return typeof page === 'object' && page !== null && 'input' in page && page.input !== undefined;
}

/**
 * Returns the error for an argument or option of the wrong type.
 *
 * @param {string} name
 * @param {string} wanted
 * @param {unknown} given
 */
export function wrongKind(name, wanted, given) {
  return new UnchaffError('invalid-option', `The argument ${name} must be ${wanted}, got ${kindOf(given)}`);
}

/**
 * Returns a description of a value's type. For common mistakes it also says what to do.
 *
 * @param {unknown} value
 * @returns {string}
 */
function kindOf(value) {
  if (value === null || value === undefined) return `${value}.`;
  if (typeof value === 'function') return 'a function.';
  if (typeof value !== 'object') return `a ${typeof value}.`;
  if (isPromise(value)) return 'a Promise. Await it first.';
  if (Array.isArray(value)) return 'an array.';
  if ('arrayBuffer' in value)
    return 'a Response, Blob or File. Give `await it.arrayBuffer()`; cleanResponse of unchaff/stream takes a Response.';
  if ('getReader' in value) return 'a ReadableStream. Pipe it into CleanStream of unchaff/stream.';
  if ('href' in value) return 'an address. Fetch the page and give what the server answers.';
  const name = value.constructor?.name;
  return name && name !== 'Object' ? `an object of the class ${name}.` : 'an object.';
}

/** @param {object} value */
function isPromise(value) {
  return 'then' in value && typeof value.then === 'function';
}
