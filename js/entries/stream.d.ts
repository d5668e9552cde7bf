import type { Article, ArticleWithJsonLd, CleanOptions, ExplainedArticle } from 'unchaff';

export { type Article, type CleanOptions, type ErrorCode, UnchaffError } from 'unchaff';

/** The part of a writer that fits `WritableStreamDefaultWriter`, whose promises differ between versions of the DOM's types. */
export interface ByteWriter {
  // biome-ignore lint/suspicious/noExplicitAny: `undefined` in older types, `void` in newer ones
  readonly closed: Promise<any>;
  readonly desiredSize: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly ready: Promise<any>;
  abort(reason?: unknown): Promise<void>;
  close(): Promise<void>;
  releaseLock(): void;
  write(chunk?: ArrayBuffer | ArrayBufferView): Promise<void>;
}

/** The part of a stream that is read; fits `ReadableStream`. */
export interface ByteSource {
  readonly locked: boolean;
  pipeTo(destination: CleanStream): Promise<void>;
}

/**
 * Takes a page's bytes as they come and gives its article at the end. However the bytes are cut into chunks, the article
 * is that of `clean`. More than `maxBytes` are refused at the chunk that passes them, and the source is cancelled.
 *
 * ```js
 * const response = await fetch(url);
 * const stream = new CleanStream({ url: response.url, charset: 'utf-8' });
 * await response.body.pipeTo(stream);
 * const article = await stream.article;
 * ```
 */
export class CleanStream {
  /** @throws {UnchaffError} with the code `invalid-option`, before anything is read */
  constructor(options?: CleanOptions | null);
  /**
   * The article, once the stream is closed. Rejected with the `UnchaffError` of `clean`, or with the reason why the
   * stream was aborted.
   */
  readonly article: Promise<Article>;
  // A `WritableStream`, spelled out so that the types need no DOM.
  readonly locked: boolean;
  abort(reason?: unknown): Promise<void>;
  close(): Promise<void>;
  getWriter(): ByteWriter;
}

/** The part of a server's answer that is read; fits `Response`. */
export interface ResponseLike {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteSource | null;
  readonly bodyUsed?: boolean;
}

/**
 * The article of a server's answer, read as it comes. Address, charset and type are those of the answer, unless the options
 * say otherwise. The status is the caller's business: a page of an error is read like any other.
 *
 * ```js
 * const article = await cleanResponse(await fetch(url));
 * ```
 *
 * Rejected with the `UnchaffError` of `clean`; with the code `cannot-read` where the body breaks off, and with the reason of
 * whoever aborted the request.
 */
export function cleanResponse(response: ResponseLike, options: CleanOptions & { explain: true }): Promise<ExplainedArticle>;
export function cleanResponse(response: ResponseLike, options: CleanOptions & { jsonLd: true }): Promise<ArticleWithJsonLd>;
export function cleanResponse(response: ResponseLike, options?: CleanOptions | null): Promise<Article>;
