// The documents say of the package what its types say.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const TYPES = read('js/entries/index.d.ts');
const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  'js/README.md',
  'examples/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The keys of an interface in index.d.ts. */
function keysOf(name) {
  const body = new RegExp(`export interface ${name}(?: extends \\w+)? \\{\n(.*?)\n\\}`, 's').exec(TYPES)[1];
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, key]) => key);
}

describe('docs/options.md', () => {
  const options = read('docs/options.md');
  for (const name of ['CleanChoices', 'SummarizeChoices', 'SummaryLengths', 'OlderSummaryLengths', 'KeywordOptions']) {
    it(`names every key of ${name}`, () => {
      for (const key of keysOf(name)) assert.ok(options.includes(`\`${key}\``), key);
    });
  }

  it('names no option of clean that does not exist', () => {
    const [table] = options.split('## Of');
    const named = [...table.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, names]) => names.match(/\w+/g));
    assert.deepEqual(named.sort(), [...keysOf('CleanChoices'), ...keysOf('SummaryLengths')].sort());
  });
});

it('docs/extension.md shows every file of the example as it is', () => {
  const folder = join(ROOT, 'examples/extension');
  for (const name of readdirSync(folder)) {
    const shown = `\`${name}\`\n\n\`\`\`${name.replace(/.*\.(\w+?)(on)?$/, '$1$2')}\n${readFileSync(join(folder, name), 'utf8')}\`\`\`\n`;
    assert.ok(read('docs/extension.md').includes(shown), name);
  }
});

it('docs/api.md names every code of an error', () => {
  const codes = /type ErrorCode =(.*?);/s.exec(TYPES)[1].match(/[a-z-]+/g);
  assert.ok(codes.length > 5);
  for (const code of codes) assert.ok(read('docs/api.md').includes(`\`${code}\``), code);
});

for (const document of DOCUMENTS) {
  it(`${document} links to files that exist`, () => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path);
    for (const path of links) assert.ok(existsSync(join(ROOT, dirname(document), path)), path);
  });
}
