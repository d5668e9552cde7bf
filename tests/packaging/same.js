// The same output, byte for byte, in every runtime: the second part of `npm run test:packaging`. Cleans 200 pages made from those of tests/pages,
// or the pages of corpora given as arguments (JSON lines with `html`, gzipped), in Node, Deno, Bun, workerd, Chromium and
// Firefox, and compares the digests of the articles.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { firefoxPath, launch, resultOf, serve } from './browser.js';
import { makeHome, project, ROOT } from './home.js';
import { BUN, DENO, denoArgs, output, workerd, workerdModules } from './runtimes.js';
import { htmlPage } from './probe.js';

const COUNT = 200;

/** Digests of the articles, or of the errors, of `pages`: bytes in base64. Runs in every host. */
const DIGESTS = `import { clean } from 'unchaff';
async function digests(pages) {
  const found = [];
  for (const page of pages) {
    const bytes = Uint8Array.from(atob(page), (character) => character.charCodeAt(0));
    let answer;
    try {
      answer = clean(bytes, { url: 'https://example.com/a/', explain: true, jsonLd: true });
    } catch ({ code, message }) {
      answer = { code, message };
    }
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(answer)));
    found.push([...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return found;
}
`;

const PROGRAM = `${DIGESTS}import { readFileSync } from 'node:fs';
const pages = JSON.parse(readFileSync(new URL('./pages.json', import.meta.url), 'utf8'));
console.log(JSON.stringify(await digests(pages)));
`;

const corpora = process.argv.slice(2);
const pages = corpora.length > 0 ? corpora.flatMap(pagesOfCorpus) : ownPages();
const { home, remove } = makeHome();
const reports = [];
try {
  const folder = project(home, 'same', { 'program.mjs': PROGRAM, 'pages.json': JSON.stringify(pages) });
  const program = join(folder, 'program.mjs');
  const hosts = {
    [`Node ${process.versions.node}`]: () => output(process.execPath, [program], folder).then(JSON.parse),
    Deno: () => output(DENO, denoArgs(program), folder).then(JSON.parse),
    Bun: () => output(BUN, [program], folder).then(JSON.parse),
    workerd: () => inWorkerd(),
    Chromium: () => inBrowser('chrome', folder),
    ...(firefoxPath() && { Firefox: () => inBrowser('firefox', folder) }),
  };
  for (const [host, run] of Object.entries(hosts)) {
    const found = await run();
    reports.push({ host, found });
    console.log(`${createHash('sha256').update(found.join()).digest('hex').slice(0, 16)}  ${found.length} pages  ${host}`);
  }
} finally {
  remove();
}
const [reference, ...others] = reports;
const differences = others.flatMap(({ host, found }) =>
  found.flatMap((digest, i) => (digest === reference.found[i] ? [] : [`page ${i} differs in ${host}`])),
);
console.log(differences.length > 0 ? `\n${differences.join('\n')}` : '\nThe same everywhere.');
process.exitCode = differences.length > 0 ? 1 : 0;

/** The pages of the tests, and pages cut short at odd places and joined, until there are enough. */
function ownPages() {
  const folder = join(ROOT, 'tests/pages');
  const files = readdirSync(folder, { recursive: true }).filter((file) => /[/\\]source\.\w+$/.test(file));
  const sources = files.sort().map((file) => readFileSync(join(folder, file)));
  const made = [...sources];
  for (let i = 0; made.length < COUNT; i++) {
    const page = sources[i % sources.length];
    const next = sources[(i * 7 + 1) % sources.length];
    // A different share of the page each round, so that it ends in the midst of tags, characters and words.
    const cut = page.subarray(0, Math.floor((page.length * ((i * 37) % 97)) / 97));
    made.push(i % 2 === 0 ? cut : Buffer.concat([cut, next]));
  }
  return made.map((page) => page.toString('base64'));
}

function pagesOfCorpus(path) {
  const lines = gunzipSync(readFileSync(path)).toString().split('\n').filter(Boolean);
  return lines.map((line) => Buffer.from(JSON.parse(line).html ?? '').toString('base64'));
}

async function inWorkerd() {
  const server = workerd(
    await workerdModules(
      home,
      `${DIGESTS}export default { fetch: async (request) => Response.json(await digests(await request.json())) };`,
    ),
  );
  try {
    const response = await server.dispatchFetch('http://host/', { method: 'POST', body: JSON.stringify(pages) });
    return await response.json();
  } finally {
    await server.dispose();
  }
}

async function inBrowser(name, folder) {
  const script = `${DIGESTS}globalThis.result = fetch('/pages.json').then((response) => response.json()).then(digests);`;
  await esbuild.build({ stdin: { contents: script, resolveDir: home }, bundle: true, outfile: join(folder, 'main.js') });
  writeFileSync(join(folder, 'index.html'), htmlPage('<script src="/main.js"></script>'));
  const server = await serve(folder);
  const browser = await launch(name);
  try {
    return await resultOf(browser, `${server.origin}/index.html`);
  } finally {
    await browser.close();
    server.close();
  }
}
