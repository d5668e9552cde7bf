// Counts the instructions for pages of the tests with callgrind. The counts are the same on a busy
// and on an idle machine. Fails if a page takes 3 % more than in benches/instructions.json.
//
//     npm run bench:instructions UPDATE=1 npm run bench:instructions      rewrites the table;
//     explain in the commit why a count grew
//
// The numbers belong to the toolchain of rust-toolchain.toml and to 64-bit x86 under Linux.
import { readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setUpValgrind } from '../scripts/browser.mjs';
import { Failure, main, ROOT } from '../scripts/run.mjs';
import { row } from './table.js';

const TABLE = fileURLToPath(new URL('instructions.json', import.meta.url));
const PAGES = [
  'en-news-divs/source.html',
  'en-docs/source.html',
  'en-forum-table/source.html',
  'ja-blog-shift-jis/source.html',
  'text-vi-portal/source.txt',
  'vi-news-related/source.html',
];
const MOST = 1.03;

await main(() => {
  const valgrind = setUpValgrind();
  const program = compile();
  const before = JSON.parse(readFileSync(TABLE, 'utf8'));
  const counts = Object.fromEntries(PAGES.map((page) => [page, count(valgrind, program, `tests/pages/${page}`)]));
  row('instructions', 'now', 'table', 'change');
  for (const page of PAGES)
    row(page, counts[page], before[page] ?? '', before[page] ? `${(100 * (counts[page] / before[page] - 1)).toFixed(2)} %` : '');
  if (process.env.UPDATE) {
    writeFileSync(TABLE, `${JSON.stringify(counts, null, 2)}\n`);
    return;
  }
  const slower = PAGES.filter((page) => counts[page] > before[page] * MOST);
  if (slower.length > 0)
    throw new Failure(`More instructions than before: ${slower.join(', ')}. Find what they are for, or write a new table with UPDATE=1.`);
});

/** Compiles the benchmark and returns its path. */
function compile() {
  const args = ['bench', '--quiet', '--locked', '--features', 'bench', '--bench', 'stages', '--no-run', '--message-format=json'];
  const { status, stdout } = spawnSync('cargo', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Failure('The bench did not compile: see above.');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).executable)
    .findLast(Boolean);
}

function count(valgrind, program, page) {
  const args = ['--tool=callgrind', '--callgrind-out-file=/dev/null', '--toggle-collect=*stages::counted*', program, '--once', page];
  const { status, stderr } = spawnSync(valgrind, args, { cwd: ROOT, encoding: 'utf8' });
  const found = /Collected : (\d+)/.exec(stderr);
  if (status !== 0 || !found) throw new Failure(`valgrind could not run ${program}:\n${stderr}`);
  return Number(found[1]);
}
