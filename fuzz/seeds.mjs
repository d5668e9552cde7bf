// Makes the seed corpora of the fuzz targets, fuzz/corpus/TARGET, from the pages and cases of the
// tests.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FUZZ = dirname(fileURLToPath(import.meta.url));
const TESTS = join(FUZZ, '..', 'tests');
const MOST_BYTES = 64 * 1024;

const sources = (folder) =>
  readdirSync(join(TESTS, folder), { recursive: true })
    .filter((name) => /(^|[/\\])(source|[a-z]{2})\.(html|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(TESTS, folder, name)).subarray(0, MOST_BYTES) }));

const cases = (folder) =>
  readdirSync(join(TESTS, folder))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(TESTS, folder, name), 'utf8')
        .split(/^=== .*\n/m)
        .slice(1),
    )
    .map((text) => text.split('\n--- ')[0]);

/** Returns all strings in the arrays and values of a test's data. */
const strings = (value) =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];

const data = (file) => strings(JSON.parse(readFileSync(join(TESTS, '..', file), 'utf8')));

function write(target, seeds) {
  const folder = join(FUZZ, 'corpus', target);
  mkdirSync(folder, { recursive: true });
  for (const seed of seeds) {
    writeFileSync(join(folder, createHash('sha1').update(seed).digest('hex')), seed);
  }
  console.log(`${target}: ${seeds.length}`);
}

const all = [...sources('pages'), ...sources('boilerplate')];
const html = all.filter(({ name }) => name.endsWith('.html')).map(({ bytes }) => bytes);
const pasted = all.filter(({ name }) => name.endsWith('.txt')).map(({ bytes }) => bytes);
const constructs = cases('constructs').map((text) => Buffer.from(text));
const trees = cases('tree').map((text) => Buffer.from(text));
const hostile = data('tests/render/hostile.json').map((text) => Buffer.from(text));
const values = readdirSync(join(TESTS, 'metadata'))
  .flatMap((name) => data(`tests/metadata/${name}`))
  .filter((text) => text.length > 2)
  .map((text) => Buffer.from(text));
const scripts = html
  .flatMap((bytes) => [...bytes.toString().matchAll(/<script[^>]*ld\+json[^>]*>([^]*?)<\/script>/g)])
  .map(([, json]) => json.replace(/\s*\n\s*/g, ' ').trim());

write(
  'bytes',
  [...html, ...pasted].map((bytes) => Buffer.concat([Buffer.from([0x80, 0]), bytes])),
);
write('text', [...pasted, ...hostile, ...values]);
write('markdown', [...html, ...constructs, ...trees, ...hostile]);
write('reparse', [...html, ...constructs, ...trees, ...hostile]);
write(
  'metadata',
  [...values, ...scripts].map((text) => Buffer.from(`${text}\nThe ferry\n`)),
);
write(
  'summary',
  [...pasted, ...values].map((bytes) => Buffer.concat([Buffer.from('\x03The ferry\n'), bytes])),
);
write(
  'url',
  [
    '//a.example/x',
    '/b?c#d',
    'mailto:an@example.com?subject=x',
    'tel:+84 24',
    'data:image/png;base64,iVBORw0KGgo=',
    'javascript:alert(1)',
    'https://việt.example/ế',
    'http://[::1]/',
    '\\\\a\\b',
    'https://u:p@a.example:99/',
  ].map((link) => Buffer.from(`https://site.example/news/story.html?q#f\n/base/\n${link}`)),
);
