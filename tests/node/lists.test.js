// The closed lists of words in the types are those of the core, and the elements in the site's types are those of its page.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES = readFileSync(join(ROOT, 'js/entries/index.d.ts'), 'utf8');
const RUST = sourcesIn('src', '.rs');
const BOUNDARY = sourcesIn('wasm/src', '.rs');
const SCRIPTS = sourcesIn('js', '.js');

/** The text of all files below a folder whose names end so. */
function sourcesIn(folder, ending) {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).filter((name) => name.endsWith(ending));
  return names.map((name) => readFileSync(join(ROOT, folder, name), 'utf8')).join('\n');
}

/** The members of a union in index.d.ts, without their quotation marks. */
function unionOf(name) {
  const [, body] = new RegExp(`export type ${name} =(.*?);`, 's').exec(TYPES);
  return body
    .split('|')
    .map((member) => member.trim().slice(1, -1))
    .filter(Boolean)
    .sort();
}

/** What a pattern's first group finds, each once. */
function found(text, pattern) {
  const words = [...new Set([...text.matchAll(pattern)].map(([, word]) => word))].sort();
  assert.ok(words.length > 1, `${pattern} finds nothing: where do these words stand now?`);
  return words;
}

for (const name of ['Reason', 'Evidence', 'PageType']) {
  it(`${name} has the words of the core`, () => {
    assert.deepEqual(unionOf(name), found(RUST, new RegExp(`\\b${name}::\\w+ => "([^"]+)"`, 'g')));
  });
}

it('Source has the places of the core', () => {
  const places = found(RUST, /\bSource::\w+(?:\(\w+\))? => (?:f\.write_str\(|write!\(f, )"([^"]+)"/g);
  assert.deepEqual(unionOf('Source'), places.map((place) => place.replace(/\{\w+\}/, '${string}')).sort());
});

it('Rule has the actions of the core', () => {
  const [, union] = /^ {2}action: ('keep'.*);$/m.exec(TYPES);
  const actions = union.split(' | ').map((action) => action.slice(1, -1));
  assert.deepEqual(actions.sort(), found(RUST, /\bRuleAction::\w+ => "([^"]+)"/g));
});

it('ErrorCode has the codes of the core and of the scripts', () => {
  const ofCore = found(RUST, /\bError::\w+(?: \{ \.\. \})? => "([a-z-]+)"/g);
  const ofScripts = found(SCRIPTS, /new UnchaffError\(\s*'([a-z-]+)'/g);
  assert.deepEqual(unionOf('ErrorCode'), [...new Set([...ofCore, ...ofScripts])].sort());
});

it('InputType and OmittablePart have the words that the boundary takes', () => {
  assert.deepEqual(unionOf('InputType'), found(BOUNDARY, /"(\w+)" => InputType::/g));
  assert.deepEqual(unionOf('OmittablePart'), found(BOUNDARY, /"(\w+)" => (?:omitted\.|has_)\w+ = /g));
});

it('ElementsById has the elements of the page that are more than an HTMLElement', () => {
  const kinds = {
    a: 'HTMLAnchorElement',
    button: 'HTMLButtonElement',
    details: 'HTMLDetailsElement',
    dialog: 'HTMLDialogElement',
    fieldset: 'HTMLFieldSetElement',
    form: 'HTMLFormElement',
    input: 'HTMLInputElement',
    progress: 'HTMLProgressElement',
    select: 'HTMLSelectElement',
    textarea: 'HTMLTextAreaElement',
  };
  const page = readFileSync(join(ROOT, 'www/index.html'), 'utf8');
  const tags = [...page.matchAll(/<([a-z]+)\b[^>]*\bid="([^"]+)"/g)];
  const ofPage = tags.filter(([, name]) => name in kinds).map(([, name, id]) => `${id}: ${kinds[name]}`);
  const types = readFileSync(join(ROOT, 'www/shared/elements.d.ts'), 'utf8');
  const ofTypes = [...types.matchAll(/^ {2}'?([\w-]+)'?: (\w+);/gm)].map(([, id, kind]) => `${id}: ${kind}`);
  assert.deepEqual(ofTypes.sort(), ofPage.sort());
});
