// Prints Lighthouse's scores of the built site, www/dist, and the audits that lower a score. Fails
// if a score is too low. Lighthouse is started by npx, because it is larger than everything else in
// node_modules and is not needed to build or to test.
//
//     npm run lighthouse
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { spawn } from 'node:child_process';
import { brotliCompressSync } from 'node:zlib';
import { setUpBrowser } from './browser.mjs';
import { Failure, main, ROOT } from './run.mjs';

/** The last version that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const FLOOR = 95;
const DIST = join(ROOT, 'www/dist');
/** The compressed files by path. */
const cache = new Map();
const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

await main(async () => {
  if (!existsSync(join(DIST, 'index.html'))) throw new Failure('The site is not built: run `npm run build:site` first.');
  // Files are compressed before the measurement starts, because the module takes seconds.
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) compressed(join(entry.parentPath, entry.name));
  }
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'unchaff-'));
  const failed = [];
  try {
    for (const form of ['mobile', 'desktop']) {
      const report = join(folder, `${form}.json`);
      await lighthouse(`http://127.0.0.1:${server.address().port}/`, report, form);
      failed.push(...print(form, JSON.parse(readFileSync(report, 'utf8'))));
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
  if (failed.length > 0) throw new Failure(`Below ${FLOOR}: ${failed.join(', ')}.`);
});

/** Serves a file like a good host: compressed, and cached by the browser if the name has a hash. */
function answer({ url }, response) {
  const path = normalize(new URL(url, 'http://site').pathname).replace(/\/$/, '/index.html');
  const file = join(DIST, path);
  if (!file.startsWith(DIST) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': MIME[extname(file)] ?? 'application/octet-stream',
    'content-encoding': 'br',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(compressed(file));
}

function compressed(file) {
  if (!cache.has(file)) cache.set(file, brotliCompressSync(readFileSync(file)));
  return cache.get(file);
}

/** `spawnSync` cannot be used, because this process serves the site at the same time. */
function lighthouse(address, report, form) {
  const args = ['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${report}`];
  args.push(`--only-categories=${CATEGORIES.join(',')}`, '--chrome-flags=--headless=new --no-sandbox');
  if (form === 'desktop') args.push('--preset=desktop');
  const child = spawn('npx', args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CHROME_PATH: setUpBrowser() },
  });
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Failure('npx did not start.')));
    child.on('exit', (status) => (status === 0 ? resolve() : reject(new Failure('Lighthouse failed: see above.'))));
  });
}

/** @returns {string[]} the categories below the floor */
function print(form, { categories, audits }) {
  const failed = [];
  for (const { id, title, score, auditRefs } of CATEGORIES.map((name) => categories[name])) {
    const points = Math.round(score * 100);
    console.log(`${form.padEnd(8)} ${title.padEnd(16)} ${points}`);
    if (points < FLOOR) failed.push(`${form} ${id} ${points}`);
    for (const audit of auditRefs.filter(({ weight }) => weight > 0).map((ref) => audits[ref.id])) {
      if (audit.score !== null && audit.score < 0.9) console.log(`           ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
  return failed;
}
