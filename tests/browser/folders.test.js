// The site has a folder for each feature. A folder imports only those in its line of ALLOWED, and only their public file,
// index.js. Types in comments count too. DEVELOPING.md says the same in words.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WWW = join(ROOT, 'www');

/** What each place may import. A line names only places above it, so there is no circle. */
const ALLOWED = {
  i18n: [],
  samples: [],
  shared: ['i18n'],
  errors: ['i18n', 'shared'],
  pwa: ['shared'],
  reader: ['i18n', 'shared'],
  review: ['i18n', 'shared'],
  summary: ['i18n', 'shared'],
  cleaner: ['errors', 'shared'],
  posts: ['i18n', 'shared'],
  template: ['i18n', 'shared'],
  save: ['errors', 'i18n', 'shared', 'template'],
  input: ['cleaner', 'errors', 'i18n', 'samples', 'shared'],
  session: ['i18n', 'input', 'review', 'shared'],
  rules: ['i18n', 'input', 'review', 'shared'],
  batch: ['cleaner', 'errors', 'i18n', 'input', 'save', 'shared'],
  history: ['errors', 'i18n', 'input', 'save', 'shared'],
  result: ['i18n', 'input', 'posts', 'reader', 'review', 'save', 'shared', 'summary'],
  page: ['batch', 'cleaner', 'errors', 'history', 'i18n', 'input', 'reader', 'result', 'rules', 'save', 'session', 'shared', 'summary'],
  'main.js': ['input', 'page', 'pwa'],
  extension: ['errors', 'i18n', 'input', 'page', 'save', 'shared', 'template'],
};

/** Folders of small tools, where each file is public. */
const OPEN = ['shared'];

/** What the extension takes alone: its popup is small, and its script without a page can load nothing later. */
const ALSO_PUBLIC = ['save/download.js', 'save/markdown.js', 'template/language.js'];

/** Built files, and those that Vite serves or reads as they are. */
const NOT_SOURCES = ['dist', 'public', 'vite.config.js'];

const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.[^'"?]+)/g;

const scriptsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));

const folderOf = (file) => relative(WWW, file).split('/')[0];

/** The imports of one place that lead into another folder of www/. */
function importsOf(place) {
  const path = place === 'extension' ? join(ROOT, place) : join(WWW, place);
  const files = place.endsWith('.js') ? [path] : scriptsIn(path).filter((file) => !file.includes('/dist/'));
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)]
      .map(([, name]) => ({ file: relative(ROOT, file), target: resolve(dirname(file), name) }))
      .filter(({ target }) => target.startsWith(`${WWW}/`) && folderOf(target) !== place)
      .map(({ file: from, target }) => ({ from, to: folderOf(target), target: relative(WWW, target) })),
  );
}

test('every folder of the site has its line', () => {
  const isScript = (name) => name.endsWith('.js') || (!name.includes('.') && scriptsIn(join(WWW, name)).length > 0);
  const places = readdirSync(WWW).filter((name) => !NOT_SOURCES.includes(name) && isScript(name));
  assert.deepEqual(
    places.sort(),
    Object.keys(ALLOWED)
      .filter((name) => name !== 'extension')
      .sort(),
  );
});

test('each line names only folders above it', () => {
  const places = Object.keys(ALLOWED);
  for (const [at, place] of places.entries()) {
    for (const name of ALLOWED[place]) assert.ok(places.indexOf(name) < at && places.includes(name), `${place} imports ${name}`);
  }
});

for (const [place, allowed] of Object.entries(ALLOWED)) {
  test(`${place} imports what it may, by its public file`, () => {
    const imports = importsOf(place);
    for (const { from, to, target } of imports) {
      assert.ok(allowed.includes(to), `${from} imports ${target}`);
      assert.ok(
        OPEN.includes(to) || target === `${to}/index.js` || ALSO_PUBLIC.includes(target),
        `${from} imports ${target}, which is inside ${to}/`,
      );
    }
    assert.deepEqual([...new Set(imports.map(({ to }) => to))].sort(), allowed);
  });
}
