import type { DocumentLike } from 'unchaff';

export { type ErrorCode, UnchaffError } from 'unchaff';

/** A DOM document, as browsers, jsdom and linkedom have it. */
export interface ReadableDocument extends DocumentLike {
  getElementsByTagName(name: string): { readonly length: number };
}

/** Mozilla Readability's options. Those that tune its own way of choosing have no effect here. */
export interface ReadabilityOptions {
  /** `parse` throws for a document of more elements; 0, the default, for no limit. */
  maxElemsToParse?: number;
  /** @deprecated Has no effect. */
  debug?: boolean;
  /** @deprecated Has no effect. */
  nbTopCandidates?: number;
  /** @deprecated Has no effect: short articles are found too. */
  charThreshold?: number;
  /** @deprecated Has no effect: the content has no classes but those it needs. */
  classesToPreserve?: readonly string[];
  /** @deprecated Has no effect: the content has no classes but those it needs. */
  keepClasses?: boolean;
  /** @deprecated Has no effect: JSON-LD is one source among others. */
  disableJSONLD?: boolean;
  /** @deprecated Has no effect: a film is a link with title and picture. */
  allowedVideoRegex?: RegExp;
  /** @deprecated Has no effect. */
  linkDensityModifier?: number;
}

/** What `parse` answers: Mozilla Readability's fields. */
export interface ReadabilityArticle {
  title: string | null;
  /** Who wrote it. */
  byline: string | null;
  dir: 'ltr' | 'rtl' | null;
  /** Language as a BCP 47 tag. */
  lang: string | null;
  /** Safe HTML. */
  content: string;
  textContent: string;
  /** Length of `textContent`. */
  length: number;
  excerpt: string | null;
  siteName: string | null;
  /** As ISO 8601. */
  publishedTime: string | null;
}

/**
 * Mozilla Readability's interface. The document is only read, never changed, so there is no need to clone it.
 *
 * ```js
 * const article = new Readability(document).parse();
 * ```
 */
export class Readability {
  constructor(document: ReadableDocument, options?: ReadabilityOptions);
  /**
   * The article; `null` where there is none.
   *
   * @throws {Error} for a document of more than `maxElemsToParse` elements
   * @throws {UnchaffError} with the code `input-too-large` or `internal`
   */
  parse(): ReadabilityArticle | null;
}

/** Whether the document probably has an article: a quick look. */
export function isProbablyReaderable(document: ReadableDocument): boolean;
