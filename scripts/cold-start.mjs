// Measures how long a program waits for its first article: import, first call and second call in
// milliseconds, each run in a separate process. Needs pkg/.
//
//     npm run cold-start
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** The number is odd, so that the median is one of the runs. */
const RUNS = 5;

const PAGE = join(ROOT, 'tests/pages/en-news-divs/source.html');

const ENTRIES = {
  'Node (node.js)': { file: 'node.js', make: 'entry' },
  'module inside the script (index.js)': { file: 'index.js', make: 'entry' },
  'a worker (worker-node.js)': { file: 'worker-node.js', make: 'new entry.WorkerPool({ size: 1 })' },
};

const row = (name, cells) => console.log(name.padEnd(38) + cells.map((cell) => String(cell).padStart(10)).join(''));

console.log(`${readFileSync(PAGE).length} bytes of HTML, Node ${process.versions.node}, median of ${RUNS} runs`);
row('', ['import', 'first', 'second', 'together']);
for (const [name, { file, make }] of Object.entries(ENTRIES)) {
  const program = `
    import { readFileSync } from 'node:fs';
    const page = readFileSync(${JSON.stringify(PAGE)}, 'utf8');
    const times = [performance.now()];
    const entry = await import(${JSON.stringify(new URL(`../pkg/entries/${file}`, import.meta.url).href)});
    times.push(performance.now());
    const cleaner = ${make};
    for (let i = 0; i < 2; i++) {
      await cleaner.clean(page);
      times.push(performance.now());
    }
    console.log(JSON.stringify(times.slice(1).map((time, i) => time - times[i])));`;
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })),
  );
  const medians = [0, 1, 2].map((i) => median(runs.map((times) => times[i])));
  row(
    name,
    [...medians, medians[0] + medians[1]].map((time) => time.toFixed(1)),
  );
}

function median(values) {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2];
}
