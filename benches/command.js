// Measures pages per second of `unchaff --ndjson`: first the pages of a corpus with one thread,
// then many small pages with several threads. Also measures the memory of the process during the
// run.
//
//     npm run bench:command [-- CORPUS.jsonl.gz… --every 12 --small 100000 --jobs 2]
//
// Needs pkg/.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { main, ROOT } from '../scripts/run.mjs';
import { readPages, settings } from './pages.js';
import { row } from './table.js';

const COMMAND = fileURLToPath(new URL('../pkg/cli.js', import.meta.url));
/** How often the memory is measured, as shares of all pages. */
const LOOKS = 5;

await main(async () => {
  const { small, jobs, ...corpus } = settings({ small: 100_000, jobs: 2 });
  const pages = await readPages(corpus);
  // Enough pages that the start of the program does not matter.
  const copies = Math.ceil(500 / pages.length);
  await throughput(`${pages.length} pages, ${copies} times, one thread`, pages, pages.length * copies, 1);
  const page = readFileSync(join(ROOT, 'tests/pages/fa-short/source.html'), 'utf8');
  await throughput(`${small} pages of ${page.length} characters, --jobs ${jobs}`, [{ html: page }], small, jobs);
});

async function throughput(title, pages, count, jobs) {
  const child = spawn(process.execPath, [COMMAND, '--ndjson', '--jobs', String(jobs)], { stdio: ['pipe', 'pipe', 'ignore'] });
  let answers = 0;
  const memory = [];
  child.stdout.on('data', (chunk) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      answers++;
      if (answers % Math.ceil(count / LOOKS) === 0) memory.push(residentMegabytes(child.pid));
    }
  });
  const lines = pages.map(({ html, url }, id) => `${JSON.stringify({ id, html, url })}\n`);
  const start = performance.now();
  for (let i = 0; i < count; i++) if (!child.stdin.write(lines[i % lines.length])) await once(child.stdin, 'drain');
  child.stdin.end();
  await once(child, 'close');
  const seconds = (performance.now() - start) / 1000;
  console.log(title);
  row('answers', answers);
  row('pages a second', (answers / seconds).toFixed(1));
  row('memory on the way, MB', ...memory);
}

/** Returns the memory of a process, or `undefined` if there is no `ps`. */
function residentMegabytes(pid) {
  try {
    return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000);
  } catch {
    return undefined;
  }
}
