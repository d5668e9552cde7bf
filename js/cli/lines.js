// Splits a byte stream into lines, only at line feeds. `node:readline` also splits at U+2028, which
// JSON strings may contain.

const LINE_FEED = 0x0a;

/**
 * Yields the lines as strings, without their line feed. A line of more than `maxBytes` is yielded
 * as `undefined`.
 *
 * @param {AsyncIterable<Buffer> | Iterable<Buffer>} stream
 * @param {number} maxBytes
 * @returns {AsyncGenerator<string | undefined, void>}
 */
export async function* lines(stream, maxBytes) {
  /** @type {Buffer[]} */
  let parts = [];
  let size = 0;
  /** @param {Buffer} part */
  const add = (part) => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  const take = () => {
    const line = size > maxBytes ? undefined : Buffer.concat(parts).toString();
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end; (end = chunk.indexOf(LINE_FEED, from)) >= 0; from = end + 1) {
      add(chunk.subarray(from, end));
      yield take();
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
