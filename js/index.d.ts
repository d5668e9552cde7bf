/** How the input is read: `auto` decides by looking at it. */
export type InputType = 'auto' | 'html' | 'text';

/** The part of a DOM document that is read; fits the `Document` of browsers, jsdom and linkedom. */
export interface DocumentLike {
  readonly nodeType: number;
  readonly documentElement: { readonly outerHTML: string } | null;
  /** Taken as the page's address unless `url` says otherwise. */
  readonly URL?: string;
}

/** A page's HTML, or text pasted from one. Bytes are decoded as browsers decode pages. */
export type Input = string | ArrayBuffer | ArrayBufferView | DocumentLike;

/** What can be chosen in {@link clean}. A key that is not listed here is an error. */
export interface CleanOptions {
  /** The page's address. Relative links and images need it; without it they are left out. */
  url?: string | null;
  /** How to read the input; `auto` by default. */
  type?: InputType | null;
  /** The charset that the server named. Used for bytes alone; a byte order mark, and bytes that read as UTF-8, outrank it. */
  charset?: string | null;
  /** Sentences in the summary, 0 to 50; 3 by default. */
  sentences?: number | null;
  /** Largest input in bytes; 32 MB by default, which is also the most. */
  maxBytes?: number | null;
}

/** What can be chosen in {@link summarize}. A key that is not listed here is an error. */
export interface SummarizeOptions {
  /** The text's headline, which helps to find what matters. */
  title?: string | null;
  /** Sentences in the summary, 1 to 50; 3 by default. */
  sentences?: number | null;
  /** The text's language as a BCP 47 tag, for example `vi`; found out by default. */
  language?: string | null;
}

/** A page's article. A plain object: it can be stored, sent to another thread and turned into JSON as it is. */
export interface Article {
  /** What the input was read as. */
  type: 'html' | 'text';
  title: string | null;
  /** Who wrote it. */
  byline: string | null;
  /** Direction of the text. */
  dir: 'ltr' | 'rtl' | null;
  /** Language as a BCP 47 tag, for example `vi`. */
  lang: string | null;
  /** The content as HTML that is safe to insert: no scripts, styles, forms, or attributes beyond the needed. */
  content: string;
  /** The content as text, paragraphs separated by an empty line. */
  textContent: string;
  /** Length of `textContent`. */
  length: number;
  /** The page's own description, or the beginning of the text. */
  excerpt: string | null;
  siteName: string | null;
  /** When it was published, as ISO 8601. */
  publishedTime: string | null;
  /** When it was last changed, as ISO 8601. */
  modifiedTime: string | null;
  /** Address of the lead image. */
  image: string | null;
  /** The page's canonical address. */
  url: string | null;
  /** The content as Markdown (CommonMark with tables). */
  markdown: string;
  /** The sentences that say most, in the order of the text. */
  summary: string[];
  wordCount: number;
  /** Whole minutes, at least one. */
  readingTime: number;
  /** Every text block of the page in reading order, with the verdict on it. */
  blocks: BlockReport[];
}

/** A text block of the page and why it was kept or left out. */
export interface BlockReport {
  text: string;
  kept: boolean;
  /** What spoke most for the verdict. */
  reason: string;
  /** How probable it is that the block belongs to the article, 0 to 1. */
  probability: number;
}

/**
 * Names of what can go wrong:
 *
 * - `empty-input`: there is no text.
 * - `input-too-large`: more bytes than `maxBytes`.
 * - `not-text`: an image, a PDF, an archive or other data.
 * - `nothing-readable`: a page without an article.
 * - `invalid-option`: an argument of a wrong kind, or an option that does not exist.
 * - `internal`: a mistake in unchaff itself; the next call works again.
 */
export type ErrorCode =
  | 'empty-input'
  | 'input-too-large'
  | 'not-text'
  | 'nothing-readable'
  | 'invalid-option'
  | 'internal';

/** What every failure throws. `message` says what to do. */
export class UnchaffError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown });
  readonly name: 'UnchaffError';
  readonly code: ErrorCode;
}

/**
 * Finds a page's article. Synchronous and without network; same input, same output.
 *
 * ```js
 * const article = clean(html, { url: 'https://example.com/a' });
 * console.log(article.title, article.markdown);
 * ```
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function clean(input: Input, options?: CleanOptions | null): Article;

/**
 * The sentences of a clean text that say most, in the order of the text.
 *
 * @throws {UnchaffError} with the code `invalid-option`, `input-too-large` or `internal`
 */
export function summarize(text: string, options?: SummarizeOptions | null): string[];
