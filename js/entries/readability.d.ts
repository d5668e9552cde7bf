import type { DocumentLike } from 'unchaff';

export { type ErrorCode, UnchaffError } from 'unchaff';

/** A DOM document of a browser, jsdom or linkedom. */
export interface ReadableDocument extends DocumentLike {
  getElementsByTagName(name: string): { readonly length: number };
}

/** The options of Mozilla Readability. Those that tune its algorithm have no effect here. */
export interface ReadabilityOptions {
  /** `parse` throws an error for a document with more elements. The default of 0 means no limit. */
  maxElemsToParse?: number;
  /** @deprecated Has no effect. */
  debug?: boolean;
  /** @deprecated Has no effect. */
  nbTopCandidates?: number;
  /** @deprecated Has no effect: short articles are found too. */
  charThreshold?: number;
  /** @deprecated Has no effect: the content has only the classes that it needs. */
  classesToPreserve?: readonly string[];
  /** @deprecated Has no effect: the content has only the classes that it needs. */
  keepClasses?: boolean;
  /** @deprecated Has no effect: JSON-LD is one of several sources. */
  disableJSONLD?: boolean;
  /** @deprecated Has no effect: a video becomes a link with title and image. */
  allowedVideoRegex?: RegExp;
  /** @deprecated Has no effect. */
  linkDensityModifier?: number;
}

/** The result of `parse`, with the fields of Mozilla Readability. */
export interface ReadabilityArticle {
  title: string | null;
  /** The authors. */
  byline: string | null;
  dir: 'ltr' | 'rtl' | null;
  /** The language as a BCP 47 tag. */
  lang: string | null;
  /** The content as HTML that is safe to insert. */
  content: string;
  textContent: string;
  /** Length of `textContent`. */
  length: number;
  excerpt: string | null;
  siteName: string | null;
  /** The time of publication in ISO 8601. */
  publishedTime: string | null;
}

/**
 * The interface of Mozilla Readability. The document is never changed, so there is no need to clone
 * it.
 *
 * ```js
 * const article = new Readability(document).parse();
 * ```
 */
export class Readability {
  constructor(document: ReadableDocument, options?: ReadabilityOptions);
  /**
   * Returns the article, or `null` if there is none.
   *
   * @throws {Error} for a document of more than `maxElemsToParse` elements
   * @throws {UnchaffError} with the code `input-too-large` or `internal`
   */
  parse(): ReadabilityArticle | null;
}

/** Returns `true` if the document probably has an article. This is a quick check. */
export function isProbablyReaderable(document: ReadableDocument): boolean;
