// A page that arrives in chunks: pipe it in, await the article. The chunks are collected and read at the end, because
// most verdicts need the whole page; what the stream saves is the copying, and a page too large is refused at the chunk
// that makes it so. However the page is cut, the article is the same.
import { checkOptions, clean, UnchaffError } from 'unchaff';
import { messageOf } from '../lib/error.js';
import { MAX_BYTES, tooLarge } from '../lib/limits.js';
import { checkResponse, optionsOf } from '../lib/response.js';

/** @import { Article, CleanOptions } from 'unchaff' */

/** Bytes set aside for a page at first: most pages fit, and the rest double it a few times. */
const FIRST_CAPACITY = 256 * 1024;

export { UnchaffError };

/**
 * The class is made by a function that a bundler may leave out, and a host without streams may import this file all the same.
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
      // Tells a wrong option before anything is downloaded, and starts the module meanwhile.
      checkOptions(options);
      const page = new Collected(options?.maxBytes ?? MAX_BYTES);
      /** @type {(article: Article) => void} */
      let resolve;
      /** @type {(reason: unknown) => void} */
      let reject;
      /** @type {Promise<Article>} */
      const promise = new Promise((...settlers) => ([resolve, reject] = settlers));
      // The pipe reports a failure by itself, so a caller need not await the article too.
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
 * The article of a server's answer, whatever its status: address, charset and type are taken from it.
 *
 * @param {import('unchaff/stream').ResponseLike} response
 * @param {CleanOptions | null} [options]
 * @returns {Promise<Article>}
 */
export async function cleanResponse(response, options) {
  checkResponse(response);
  // Refused here and not below, where the options of the response would hide what they are.
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
 * Returns the error for a body that could not be read. Whoever aborted a request gets the reason back as it is.
 *
 * @param {unknown} error
 */
function asFailure(error) {
  if (error instanceof UnchaffError || (error instanceof Error && error.name === 'AbortError')) return error;
  return new UnchaffError('cannot-read', `The body could not be read to its end (${messageOf(error)}). Try again.`, { cause: error });
}

/** The bytes so far, in one buffer that doubles when it is full: a chunk's own buffer may be used again by its source. */
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
    'The stream takes bytes, as response.body gives them. Leave TextDecoderStream out: the charset is found here.',
  );
}
