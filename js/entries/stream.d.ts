import type { Article, CleanOptions } from 'unchaff';

export { type Article, type CleanOptions, type ErrorCode, UnchaffError } from 'unchaff';

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
export class CleanStream extends WritableStream<ArrayBuffer | ArrayBufferView> {
  /** @throws {UnchaffError} with the code `invalid-option`, before anything is read */
  constructor(options?: CleanOptions | null);
  /**
   * The article, once the stream is closed. Rejected with the `UnchaffError` of `clean`, or with the reason why the
   * stream was aborted.
   */
  readonly article: Promise<Article>;
}

/** The part of a server's answer that is read; fits `Response`. */
export interface ResponseLike {
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/**
 * The article of a server's answer, read as it comes. Address, charset and type are those of the answer, unless the options
 * say otherwise. The status is the caller's business: a page of an error is read like any other.
 *
 * ```js
 * const article = await cleanResponse(await fetch(url));
 * ```
 *
 * Rejected with the `UnchaffError` of `clean`, or with what went wrong on the way.
 */
export function cleanResponse(response: ResponseLike, options?: CleanOptions | null): Promise<Article>;
