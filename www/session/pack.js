/**
 * Packs an input into a string that is small enough for the browser's storage. Markup shrinks to a
 * fifth.
 */

/** How many bytes are converted to characters in one call. More would be too many arguments. */
const PIECE = 0x8000;

/**
 * @param {import('../input/index.js').PageInput} input
 * @returns {Promise<string>}
 */
export async function pack(input) {
  const { html, text, ...about } = input;
  const contents = html === text ? [html] : [html, text];
  const encoder = new TextEncoder();
  const bytes = contents.map((content) => (typeof content === 'string' ? encoder.encode(content) : content));
  const head = { about, parts: bytes.map(({ length }, at) => ({ length, isText: typeof contents[at] === 'string' })) };
  const packed = await through(new CompressionStream('gzip'), [JSON.stringify(head), '\n', .../** @type {BlobPart[]} */ (bytes)]);
  let letters = '';
  for (let from = 0; from < packed.length; from += PIECE) letters += String.fromCharCode(...packed.subarray(from, from + PIECE));
  return btoa(letters);
}

/**
 * @param {string} packed
 * @returns {Promise<import('../input/index.js').PageInput>}
 */
export async function unpack(packed) {
  const bytes = await through(new DecompressionStream('gzip'), [Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))]);
  let at = bytes.indexOf(0x0a) + 1;
  const decoder = new TextDecoder();
  const { about, parts } = JSON.parse(decoder.decode(bytes.subarray(0, at)));
  const [html, text = html] = parts.map(({ length, isText }) => {
    const part = bytes.slice(at, at + length);
    at += length;
    return isText ? decoder.decode(part) : part;
  });
  return { ...about, html, text };
}

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {BlobPart[]} parts
 */
async function through(stream, parts) {
  return new Uint8Array(await new Response(new Blob(parts).stream().pipeThrough(stream)).arrayBuffer());
}
