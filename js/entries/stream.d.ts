import type { Article, ArticleWithJsonLd, CleanOptions, ExplainedArticle } from 'unchaff';

export { type Article, type CleanOptions, type ErrorCode, UnchaffError } from 'unchaff';

/**
 * The part of a writer that is used. Fits `WritableStreamDefaultWriter`, whose promises have
 * different types in different versions of the DOM's types.
 */
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

/** The part of a stream that is read. Fits `ReadableStream`. */
export interface ByteSource {
  readonly locked: boolean;
  pipeTo(destination: CleanStream): Promise<void>;
}

/**
 * Takes the bytes of a page in chunks and provides its article at the end. The article is the same
 * as that of `clean`, however the bytes are divided into chunks. If a chunk exceeds `maxBytes`, the
 * stream fails at once and the source is cancelled.
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
   * The article, once the stream is closed. The promise is rejected with the `UnchaffError` of
   * `clean`, or with the reason why the stream was aborted.
   */
  readonly article: Promise<Article>;
  // The fields of a `WritableStream`. They are listed here so that the types do not need the DOM's
  // types.
  readonly locked: boolean;
  abort(reason?: unknown): Promise<void>;
  close(): Promise<void>;
  getWriter(): ByteWriter;
}

/** The part of a server's response that is read. Fits `Response`. */
export interface ResponseLike {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteSource | null;
  readonly bodyUsed?: boolean;
}

/**
 * Returns the article of a server's response, which is read as it arrives. Address, charset and
 * type are taken from the response, unless the options set them. The status is not checked: an
 * error page is read like any other page.
 *
 * ```js
 * const article = await cleanResponse(await fetch(url));
 * ```
 *
 * The promise is rejected with the `UnchaffError` of `clean`, or with the code `cannot-read` if the
 * body ends too early. If the request was aborted, it is rejected with the abort's reason.
 */
export function cleanResponse(response: ResponseLike, options: CleanOptions & { explain: true }): Promise<ExplainedArticle>;
export function cleanResponse(response: ResponseLike, options: CleanOptions & { jsonLd: true }): Promise<ArticleWithJsonLd>;
export function cleanResponse(response: ResponseLike, options?: CleanOptions | null): Promise<Article>;
