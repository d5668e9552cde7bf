// The pages that are measured: those of a corpus, or those of the tests.
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, ROOT } from '../scripts/run.mjs';

/**
 * Returns the corpora and settings of the command line. `more` holds numeric settings with their
 * defaults.
 */
export function settings(more) {
  const numbers = { every: 12, ...more };
  const options = Object.fromEntries(Object.keys(numbers).map((name) => [name, { type: 'string' }]));
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const given = Object.entries(numbers).map(([name, number]) => [name, values[name] === undefined ? number : Number(values[name])]);
  for (const [name, number] of given) if (!(number > 0)) throw new Failure(`--${name} wants a number above 0.`);
  return { ...Object.fromEntries(given), corpora: positionals };
}

/**
 * Returns pages as `{ html, url }`. They are every n-th page of the corpora, which are files with
 * one JSON object per line, or the pages of tests/pages.
 */
export async function readPages({ corpora, every }) {
  if (corpora.length === 0) return ownPages();
  const pages = [];
  for (const path of corpora) {
    if (!existsSync(path)) throw new Failure(`There is no corpus ${path}.`);
    const file = createReadStream(path);
    let number = 0;
    for await (const line of createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file })) {
      if (number++ % every === 0) {
        const { html, url } = JSON.parse(line);
        pages.push({ html, url });
      }
    }
  }
  return pages;
}

function ownPages() {
  const folder = join(ROOT, 'tests/pages');
  const sources = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, 'source.html'))
    .filter(existsSync);
  return sources.map((path, i) => ({ html: readFileSync(path, 'utf8'), url: `https://example.com/${i}` }));
}
