// Prints sizes in bytes, raw and compressed as a server would send them. For the package, prints
// the sizes of each script and module, and of each entry after bundling. For the built site, prints
// the size of the first visit's files, by kind. Fails if the site exceeds its budget in
// www/budget.json.
//
//     node scripts/size.mjs pkg
//     node scripts/size.mjs www/dist
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { Failure, main, ROOT } from './run.mjs';

/** The package's entries for pages. */
const ENTRIES = {
  unchaff: 'entries/index.js',
  'unchaff/files': 'entries/files.js',
  'unchaff/slim': 'entries/slim.js',
  'unchaff/stream': 'entries/stream.js',
  'unchaff/readability': 'entries/readability.js',
  'unchaff/worker': 'entries/worker.js',
};

const row = (...cells) => console.log(cells.map((cell, i) => (i ? String(cell).padStart(10) : cell.padEnd(32))).join(''));

const sizes = (bytes) => [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];

function printPackage(folder) {
  row('file', 'raw', 'gzip', 'brotli');
  for (const name of readdirSync(folder, { recursive: true })
    .sort()
    .filter((name) => /\.(c?js|wasm)$/.test(name))) {
    row(name, ...sizes(readFileSync(join(folder, name))));
  }
  row('entry', 'raw', 'gzip', 'brotli');
  for (const [name, file] of Object.entries(ENTRIES)) row(name, ...sizes(bundled(folder, file)));
}

/**
 * Returns an entry bundled to one minified script. Parts that are loaded later, such as the module
 * of `unchaff/worker`, are not included. `unchaff` is not included in entries that are based on it.
 */
function bundled(folder, file) {
  const { outputFiles } = buildSync({
    stdin: { contents: `export * from './${file}'`, resolveDir: resolve(folder) },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    external: file === ENTRIES.unchaff ? [] : ['unchaff', '../lib/module-inline.js'],
  });
  return outputFiles[0].contents;
}

/**
 * Returns the files of the first visit: those that the page names, those that its scripts import,
 * and the worker with its module.
 */
function firstLoad(folder) {
  const found = new Set();
  const pending = ['index.html'];
  while (pending.length > 0) {
    const file = pending.pop();
    if (found.has(file)) continue;
    found.add(file);
    const named = (pattern) => [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)].map((match) => match[1]);
    const names = {
      '.html': () => named(/(?:src|href)="(\.\/[^"#]+\.\w+)"/g),
      '.js': () => named(/(?:\bfrom|\bimport|new URL\()\s*["'`]([^"'`]+\.(?:js|wasm))["'`]/g),
    };
    const next = names[extname(file)]?.() ?? [];
    pending.push(...next.map((name) => posix.join(posix.dirname(file), name)).filter((name) => existsSync(join(folder, name))));
  }
  return [...found].sort();
}

function printSite(folder) {
  const budget = JSON.parse(readFileSync(join(ROOT, 'www/budget.json'), 'utf8'));
  const kinds = { '.html': 'html', '.css': 'css', '.js': 'js', '.wasm': 'wasm', '.woff2': 'fonts' };
  const totals = {};
  row('first visit', 'raw', 'gzip', 'brotli');
  for (const file of firstLoad(folder)) {
    const numbers = sizes(readFileSync(join(folder, file)));
    row(file, ...numbers);
    const kind = kinds[extname(file)] ?? 'icons';
    totals[kind] = (totals[kind] ?? [0, 0, 0]).map((sum, i) => sum + numbers[i]);
  }
  row('');
  totals['html + css + js'] = ['html', 'css', 'js'].map((kind) => totals[kind]).reduce((a, b) => a.map((n, i) => n + b[i]));
  row('kind', 'raw', 'gzip', 'brotli', 'budget');
  for (const [kind, numbers] of Object.entries(totals)) row(kind, ...numbers, budget[kind] ?? '');
  const over = Object.entries(budget).filter(([kind, most]) => totals[kind]?.[2] > most);
  if (over.length > 0) {
    throw new Failure(
      `Above the budget: ${over.map(([kind]) => kind).join(', ')}. Load it later, or raise www/budget.json in the commit that says why.`,
    );
  }
}

await main(() => {
  const folder = process.argv[2];
  if (!folder) throw new Failure('usage: node scripts/size.mjs FOLDER');
  if (existsSync(join(folder, 'index.html'))) printSite(folder);
  else printPackage(folder);
});
