// Ways to make the shipped module trap, with nothing changed in it: the host misbehaves.

/** A panic: the host's JSON.parse refuses what the module has written a moment before. Answers a function that mends it. */
export function breakParsing() {
  const { parse } = JSON;
  JSON.parse = () => {
    throw new SyntaxError('broken on purpose');
  };
  return () => {
    JSON.parse = parse;
  };
}

/** Takes all memory that an instance can have, so that its next allocation fails. */
export function exhaust(memory) {
  const PAGE = 65_536;
  // The engine may allow less than the 4 GiB of the format.
  for (let pages = PAGE - memory.buffer.byteLength / PAGE; pages >= 1; pages = Math.floor(pages / 2)) {
    try {
      for (;;) memory.grow(pages);
    } catch {
      // Fewer, then.
    }
  }
}
