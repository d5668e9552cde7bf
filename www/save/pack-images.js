/**
 * Loads an article's remote images and embeds them into its HTML as `data:` addresses, so that a
 * file contains them. This is done only if the person asks for it, because the images' sites see
 * the requests. The browser returns only images that a site allows others to read (CORS).
 */

import { parseInert } from '../shared/trusted-types.js';

/** The types of images that an article can contain. */
const IMAGE = /^image\/(?:png|jpeg|gif|webp|avif)$/;
/** Maximum number of bytes of one image, and of all images. */
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_ALL = 60 * 1024 * 1024;
/** Maximum number of images that are requested at the same time. */
const AT_ONCE = 4;
/** How many milliseconds an image may take. */
const PATIENCE = 20_000;

/**
 * @param {string} content the article's HTML
 * @returns {string[]} the addresses of its remote images, without repetitions
 */
export function remoteImages(content) {
  const images = [...parseInert(content).body.querySelectorAll('img[src^="http"]')];
  return [...new Set(images.map((image) => image.getAttribute('src')))];
}

/**
 * @param {import('unchaff').Article} article
 * @param {{ signal: AbortSignal, onProgress: (done: number, all: number) => void }} work
 * @returns {Promise<{ article: import('unchaff').Article, missing: number }>} the article with its
 *   images, and the number of images that could not be loaded; rejects if it is aborted
 */
export async function packImages(article, { signal, onProgress }) {
  const addresses = remoteImages(article.content);
  const waiting = [...addresses];
  /** @type {Map<string, string>} */
  const packed = new Map();
  let [done, room] = [0, MAX_ALL];
  onProgress(done, addresses.length);
  const work = async () => {
    while (waiting.length > 0) {
      const address = waiting.shift();
      const image = await get(address, signal).catch(() => null);
      signal.throwIfAborted();
      if (image && image.size <= room) {
        room -= image.size;
        packed.set(address, await addressOf(image));
      }
      done += 1;
      onProgress(done, addresses.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { body } = parseInert(article.content);
  for (const image of body.querySelectorAll('img')) {
    const own = packed.get(image.getAttribute('src'));
    if (own) image.setAttribute('src', own);
  }
  return { article: { ...article, content: body.innerHTML }, missing: addresses.length - packed.size };
}

/** @returns {Promise<Blob | null>} `null` if it is not an image of these types */
async function get(address, signal) {
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) return null;
  const image = await response.blob();
  return IMAGE.test(image.type) && image.size > 0 && image.size <= MAX_BYTES ? image : null;
}

/** @param {Blob} image @returns {Promise<string>} */
function addressOf(image) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(image);
  });
}
