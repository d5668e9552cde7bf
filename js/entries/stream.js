// A page that arrives in chunks: pipe it in, await the article. The chunks are collected and read at the end, because
// most verdicts need the whole page; what the stream saves is the copying, and a page too large is refused at the chunk
// that makes it so. However the page is cut, the article is the same.
import { checkOptions, clean, UnchaffError } from 'unchaff';
import { MAX_BYTES } from '../lib/limits.js';
import { optionsOf } from '../lib/response.js';

/** @import { Article, CleanOptions } from 'unchaff' */

/** Bytes set aside for a page at first: most pages fit, and the rest double it a few times. */
const FIRST_CAPACITY = 256 * 1024;

export { UnchaffError };

/** @implements {Pick<import('unchaff/stream').CleanStream, 'article'>} */
export class CleanStream extends WritableStream {
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
    // Whoever pipes is told of a failure too; awaiting the article as well is a choice.
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
}

/**
 * The article of a server's answer, whatever its status: address, charset and type are taken from it.
 *
 * @type {typeof import('unchaff/stream').cleanResponse}
 */
export async function cleanResponse(response, options) {
  const stream = new CleanStream({ ...optionsOf(response), ...options });
  await (response.body ?? new Blob().stream()).pipeTo(stream);
  return stream.article;
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
    if (size > this.#limit) {
      throw new UnchaffError(
        'input-too-large',
        `The page has more than ${this.#limit} bytes, which is the limit. Give only the page that holds the article, or raise maxBytes.`,
      );
    }
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
