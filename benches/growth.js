// Measures in Node how time and memory grow with the page, from 10 KB to 20 MB. Also compares a
// page that is streamed with one that is complete.
//
//     npm run bench:growth
//
// Needs pkg/. If the time is proportional to the size, all lines show the same milliseconds per
// megabyte.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from '../scripts/run.mjs';
import { row } from './table.js';

const SIZES = [1e4, 1e5, 1e6, 5e6, 1e7, 2e7];
/** Number of bytes of a chunk, as from a network. */
const CHUNK = 16 * 1024;
const RUNS = 3;

/**
 * Returns a page with about this number of bytes. It repeats one of the tests' articles, with the
 * parts around it.
 */
function pageOf(bytes) {
  const source = readFileSync(join(ROOT, 'tests/pages/en-news-divs/source.html'), 'utf8');
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(source)[1];
  const head = source.slice(0, source.indexOf(body));
  const copies = Math.max(1, Math.round((bytes - head.length) / body.length));
  // The copies are numbered, because otherwise each would be a repetition of the first.
  return head + Array.from({ length: copies }, (_, i) => body.replaceAll('<p>', `<p>${i}. `)).join('\n');
}

/** Measures in a separate process, so that the memory is that of this page. */
function measured(bytes) {
  const program = `
    const { clean } = await import(${JSON.stringify(new URL('../pkg/entries/node.js', import.meta.url).href)});
    const { CleanStream } = await import(${JSON.stringify(new URL('../pkg/entries/stream.js', import.meta.url).href)});
    let page = '';
    for await (const chunk of process.stdin.setEncoding('utf8')) page += chunk;
    const bytes = new TextEncoder().encode(page);
    clean(page.slice(0, 20000) + '</script>');
    const before = process.memoryUsage.rss();
    const best = async (call) => {
      const times = [];
      for (let run = 0; run < ${RUNS}; run++) {
        const start = performance.now();
        await call();
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const whole = await best(() => clean(bytes));
    const memory = process.memoryUsage.rss() - before;
    const streamed = await best(async () => {
      const stream = new CleanStream();
      const writer = stream.getWriter();
      for (let at = 0; at < bytes.length; at += ${CHUNK}) await writer.write(bytes.subarray(at, at + ${CHUNK}));
      await writer.close();
      await stream.article;
    });
    console.log(JSON.stringify({ bytes: bytes.length, whole, streamed, memory }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { input: pageOf(bytes), encoding: 'utf8' }));
}

await main(() => {
  row('bytes', 'ms', 'ms a MB', 'streamed', 'memory, MB');
  for (const size of SIZES) {
    const { bytes, whole, streamed, memory } = measured(size);
    row(String(bytes), whole.toFixed(1), (whole / (bytes / 1e6)).toFixed(1), streamed.toFixed(1), (memory / 1e6).toFixed(1));
  }
});
