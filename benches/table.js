// Prints times as tables.

/** Returns the value below which a share (0 to 1) of all values is. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

export const median = (values) => quantile(values, 0.5);

/** Prints a row: a name, then cells. */
export function row(name, ...cells) {
  console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(11)).join(''));
}

/**
 * Prints the times of each contender, and how they compare with ours on the same pages. `times` are
 * lists of milliseconds, one for each page.
 */
export function printTimes(title, pages, times, ours) {
  const characters = pages.reduce((sum, page) => sum + page.html.length, 0);
  console.log(`\n${title}: ${pages.length} pages, ${(characters / 1e6).toFixed(1)} M characters; milliseconds`);
  row('', 'median', '95th', 'total', 'M chars/s', 'to ours', 'at median', 'at 95th');
  const total = (list) => list.reduce((sum, time) => sum + time, 0);
  const mine = times[ours];
  for (const [name, list] of Object.entries(times)) {
    const ratios = list.map((time, i) => time / mine[i]).filter(Number.isFinite);
    row(
      name,
      quantile(list, 0.5).toFixed(2),
      quantile(list, 0.95).toFixed(2),
      total(list).toFixed(0),
      (characters / total(list) / 1000).toFixed(1),
      median(ratios).toFixed(2),
      (quantile(list, 0.5) / quantile(mine, 0.5)).toFixed(2),
      (quantile(list, 0.95) / quantile(mine, 0.95)).toFixed(2),
    );
  }
}

/** Prints the stages' shares of the whole. */
export function printStages(names, perPage) {
  const sums = names.map((_, stage) => perPage.reduce((sum, times) => sum + times[stage], 0));
  const all = sums.reduce((a, b) => a + b, 0);
  console.log(`\nStages of ours, share of their ${all.toFixed(0)} ms`);
  names.forEach((name, stage) =>
    row(name, median(perPage.map((times) => times[stage])).toFixed(3), `${((100 * sums[stage]) / all).toFixed(1)} %`),
  );
}

/** Prints how the module's memory grew over the pages. */
export function printMemory(sizes) {
  const at = [0, 0.1, 0.25, 0.5, 1].map((share) => Math.round((sizes.length - 1) * share));
  console.log('\nMemory of the module, MB');
  for (const i of new Set(at)) row(`after ${i + 1} pages`, (sizes[i] / 1e6).toFixed(1));
}
