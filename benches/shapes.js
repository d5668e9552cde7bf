// Measures how the time and memory of the module grow for each shape in tests/shapes.json. The
// sizes double from 64 KB to 2 MB. `examples/growth.rs` measures the same for native code.
//
//     npm run bench:shapes
//     npm run bench:shapes -- --most 4194304 footnotes "nested lists"
//
// Needs pkg/. Prints one line for each shape: the exponent (1 is linear), and the seconds and the
// memory at the largest size. The exit status is 1 if an exponent is above 1.15.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, main, ROOT } from '../scripts/run.mjs';
import { row } from './table.js';

const LEAST = 64 * 1024;
const WANTED = 1.15;
/** Maximum number of repetitions for a shape that looks too steep. */
const REPETITIONS = 4;
/** Shorter runs depend more on the machine than on the code. */
const SHORTEST_SECONDS = 0.008;
/**
 * Number of calls with the smallest page before measuring, so that the engine has compiled the
 * code.
 */
const WARMING = 4;

/**
 * The program that runs in a separate process for each shape. Pages come on standard input, one
 * JSON string per line, the smallest first.
 */
const PROGRAM = `
  const { createInterface } = await import('node:readline');
  const { clean } = await import(${JSON.stringify(new URL('../pkg/entries/node.js', import.meta.url).href)});
  const timed = (page, type) => {
    const start = process.cpuUsage();
    try {
      clean(page, { type, url: 'https://site.example/news/story.html', jsonLd: true });
    } catch (error) {
      if (error.code !== 'nothing-readable') throw error;
    }
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let before;
  for await (const line of createInterface({ input: process.stdin })) {
    const { page, type } = JSON.parse(line);
    if (before === undefined) for (let i = 0; i < ${WARMING}; i++) timed(page, type);
    before ??= process.memoryUsage.rss();
    console.log(JSON.stringify({ bytes: Buffer.byteLength(page), seconds: timed(page, type), memory: process.resourceUsage().maxRSS * 1024 - before }));
  }`;

await main(() => {
  const { values, positionals } = parseArgs({
    options: { most: { type: 'string', default: String(2 * 1024 * 1024) } },
    allowPositionals: true,
  });
  const most = Number(values.most);
  if (!(most >= 2 * LEAST)) throw new Failure(`--most wants a number of bytes, ${2 * LEAST} or more.`);
  const all = JSON.parse(readFileSync(join(ROOT, 'tests/shapes.json'), 'utf8'));
  const shapes = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  row('', 'exponent', 'seconds', 'MB');
  const exponents = shapes.map((shape) => {
    let points = measured(shape, most);
    // Other work on the machine can only increase the time. So a shape that looks too steep is
    // measured again, and the shorter time counts.
    for (let again = 0; again < REPETITIONS && exponent(points) > WANTED; again++) {
      const others = measured(shape, most);
      points = points.map((point, i) => ({ ...point, seconds: Math.min(point.seconds, others[i].seconds) }));
    }
    const { seconds, memory } = points.at(-1);
    const slope = exponent(points);
    row(shape.name, slope.toFixed(2), seconds.toFixed(3), (memory / 1e6).toFixed(0));
    return slope;
  });
  const steepest = Math.max(...exponents);
  console.log(`The steepest: ${steepest.toFixed(2)}`);
  if (steepest > WANTED) throw new Failure(`A shape takes more than linear time: its exponent is above ${WANTED}.`);
});

function measured({ name, type }, most) {
  const sizes = [];
  for (let size = LEAST; size <= most; size *= 2) sizes.push(size);
  const maxBuffer = 2 * most;
  const pageOf = (size) =>
    execFileSync('cargo', ['run', '--quiet', '--example', 'growth', '--', '--print', String(size), name], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer,
    });
  const input = sizes.map((size) => `${JSON.stringify({ page: pageOf(size), type: type ?? 'html' })}\n`).join('');
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { input, encoding: 'utf8', maxBuffer });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/**
 * Returns the larger of two slopes: over all sizes, and over the last three. A page of many blocks
 * is judged by rules, which is faster. A single slope across that step could hide a steep one.
 */
function exponent(points) {
  const logs = points
    .filter(({ seconds }) => seconds >= SHORTEST_SECONDS)
    .map(({ bytes, seconds }) => [Math.log(bytes), Math.log(seconds)]);
  return Math.max(slope(logs), slope(logs.slice(-3)));
}

/** Returns the slope by least squares, or 0 for fewer than three points. */
function slope(logs) {
  if (logs.length < 3) return 0;
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (term) => logs.reduce((sum, log) => sum + term(log), 0);
  return sum(([a, b]) => (a - x) * (b - y)) / sum(([a]) => (a - x) ** 2);
}
