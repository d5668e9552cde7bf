// Runs the contenders one after another on each page, so that other work on the machine affects all
// of them equally. Works in Node and in a page.

/**
 * Returns the shortest time of each contender on each page. Before that, the first `warming` pages
 * are read once without timing.
 *
 * @param {Record<string, (page: { html: string, url: string, bytes: Uint8Array }) => unknown>} contenders
 * @param {(page: number) => void} [after] called when a page is done
 */
export function race(contenders, pages, { runs, warming = 10 }, after = () => {}) {
  const names = Object.keys(contenders);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const encoder = new TextEncoder();
  const full = (page) => ({ ...page, bytes: encoder.encode(page.html) });
  for (const page of pages.slice(0, warming)) names.forEach((name) => timed(contenders[name], full(page)));
  pages.forEach((page, number) => {
    const given = full(page);
    const best = names.map(() => Infinity);
    for (let run = 0; run < runs; run++) {
      for (let turn = 0; turn < names.length; turn++) {
        // A different contender begins each time, because garbage of one contender may be collected
        // during the next one's time.
        const i = (turn + run + number) % names.length;
        best[i] = Math.min(best[i], timed(contenders[names[i]], given));
      }
    }
    names.forEach((name, i) => times[name].push(best[i]));
    after(number);
  });
  return times;
}

function timed(contender, page) {
  const start = performance.now();
  try {
    contender(page);
  } catch {
    // A page without an article is timed too.
  }
  return performance.now() - start;
}
