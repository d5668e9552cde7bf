// Cleans a page that arrives in chunks: pipe the chunks in, then await the article. The chunks are
// collected and read at the end, because most verdicts need the whole page. The stream saves
// copying, and rejects a page that is too large as soon as the limit is exceeded. The article is
// the same however the page is divided.
import { checkOptions, clean, UnchaffError } from 'unchaff';
import { messageOf } from '../lib/error.js';
import { MAX_BYTES, tooLarge } from '../lib/limits.js';
import { checkResponse, optionsOf } from '../lib/response.js';

/** @import { Article, CleanOptions } from 'unchaff' */

/**
 * Number of bytes allocated for a page at first. This is enough for most pages. The buffer of a
 * larger page is doubled a few times.
 */
const FIRST_CAPACITY = 256 * 1024;

export { UnchaffError };

/**
 * The class is made in a function. So a bundler can leave it out if it is unused, and hosts without
 * `WritableStream` can still import this file.
 */
export const CleanStream = /* @__PURE__ */ makeCleanStream();

function makeCleanStream() {
  /** @type {typeof WritableStream} */
  const Base = globalThis.WritableStream ?? class {};
  /** @implements {Pick<import('unchaff/stream').CleanStream, 'article'>} */
  return class CleanStream extends Base {
    #article;

    /** @param {CleanOptions | null} [options] */
    constructor(options) {
      // Reports a wrong option before anything is downloaded, and starts the module in the
      // meantime.
      checkOptions(options);
      const page = new Collected(options?.maxBytes ?? MAX_BYTES);
      /** @type {(article: Article) => void} */
      let resolve;
      /** @type {(reason: unknown) => void} */
      let reject;
      /** @type {Promise<Article>} */
      const promise = new Promise((...settlers) => ([resolve, reject] = settlers));
      // The pipe reports a failure itself. So the caller need not handle the rejection of `article`
      // too.
      promise.catch(() => {});
      /** @param {() => void} work */
      const orReject = (work) => {
        try {
          work();
        } catch (error) {
          reject(error);
          throw error;
        }
      };
      super({
        write: (chunk) => orReject(() => page.add(chunk)),
        close: () => orReject(() => resolve(clean(page.whole(), options))),
        abort: (reason) => reject(reason),
      });
      this.#article = promise;
    }

    get article() {
      return this.#article;
    }
  };
}

/**
 * Returns the article of a server's response, whatever its status. Address, charset and type are
 * taken from the response.
 *
 * @param {import('unchaff/stream').ResponseLike} response
 * @param {CleanOptions | null} [options]
 * @returns {Promise<Article>}
 */
export async function cleanResponse(response, options) {
  checkResponse(response);
  // Options of the wrong kind are rejected here. Below, merging them with those of the response
  // would hide the mistake.
  checkOptions(options);
  const stream = new CleanStream(/** @type {CleanOptions} */ ({ ...optionsOf(response), ...options }));
  try {
    await (response.body ?? new Blob().stream()).pipeTo(stream);
  } catch (error) {
    throw asFailure(error);
  }
  return stream.article;
}

/**
 * Returns the error for a body that could not be read. If the request was aborted, returns the
 * abort's reason unchanged.
 *
 * @param {unknown} error
 */
function asFailure(error) {
  if (error instanceof UnchaffError || (error instanceof Error && error.name === 'AbortError')) return error;
  return new UnchaffError('cannot-read', `The body could not be read to its end (${messageOf(error)}). Try again.`, { cause: error });
}

/**
 * Collects bytes in one buffer that is doubled when it is full. The chunks are copied, because
 * their source may reuse their buffers.
 */
class Collected {
  #limit;
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #size = 0;

  /** @param {number} limit */
  constructor(limit) {
    this.#limit = limit;
  }

  /** @param {ArrayBuffer | ArrayBufferView} chunk */
  add(chunk) {
    const bytes = viewOf(chunk);
    const size = this.#size + bytes.length;
    if (size > this.#limit) throw tooLarge(this.#limit);
    if (size > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#size);
    this.#size = size;
  }

  whole() {
    return this.#bytes.subarray(0, this.#size);
  }
}

/** @param {ArrayBuffer | ArrayBufferView} chunk */
function viewOf(chunk) {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (typeof chunk?.byteLength === 'number') return new Uint8Array(chunk);
  throw new UnchaffError(
    'invalid-option',
    'The stream takes bytes, such as those of response.body. Leave TextDecoderStream out: the stream finds the charset itself.',
  );
}
