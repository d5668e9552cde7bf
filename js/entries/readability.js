// Mozilla Readability's interface, implemented by unchaff. A program can switch to it by changing
// an import. docs/migrating.md lists the differences.
import { clean, probablyReadable, UnchaffError } from 'unchaff';

/** @import { ReadabilityArticle, ReadabilityOptions, ReadableDocument } from 'unchaff/readability' */

/** Error codes for which Mozilla's `parse` returns `null`. */
const NO_ARTICLE = new Set(['empty-input', 'nothing-readable']);

/**
 * The parts of an article that Mozilla's result does not have.
 *
 * @type {readonly import('unchaff').OmittablePart[]}
 */
const OTHERS = ['markdown', 'links', 'summary', 'keywords', 'blocks'];

export { UnchaffError };

/** @implements {Pick<import('unchaff/readability').Readability, 'parse'>} */
export class Readability {
  #document;
  #options;

  /**
   * @param {ReadableDocument} document
   * @param {ReadabilityOptions & { serializer?: unknown }} [options]
   */
  constructor(document, options) {
    if (!document?.documentElement) {
      throw new Error('First argument to Readability constructor should be a document object.');
    }
    if (options?.serializer) {
      throw new UnchaffError(
        'invalid-option',
        'There is no option serializer here: the content is a string of safe HTML. Parse it, and serialize that.',
      );
    }
    this.#document = document;
    this.#options = options ?? {};
  }

  /** @returns {ReadabilityArticle | null} */
  parse() {
    const { maxElemsToParse = 0 } = this.#options;
    if (maxElemsToParse > 0) {
      const count = this.#document.getElementsByTagName('*').length;
      if (count > maxElemsToParse) throw new Error(`Aborting parsing document; ${count} elements found`);
    }
    const article = this.#clean();
    if (!article) return null;
    const { title, byline, dir, lang, content, textContent, length, excerpt, siteName, publishedTime } = article;
    return { title, byline, dir, lang, content, textContent, length, excerpt, siteName, publishedTime };
  }

  #clean() {
    try {
      return clean(this.#document, { omit: OTHERS });
    } catch (error) {
      if (error instanceof UnchaffError && NO_ARTICLE.has(error.code)) return null;
      throw error;
    }
  }
}

/**
 * Returns `true` if the document probably has an article.
 *
 * @type {typeof import('unchaff/readability').isProbablyReaderable}
 */
export function isProbablyReaderable(document) {
  return probablyReadable(document);
}
