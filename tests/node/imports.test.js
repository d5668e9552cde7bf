// The module can do what it imports and nothing else: no request, no clock, no chance, no storage is among it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

it('the module imports what imports.txt says', () => {
  const module = new WebAssembly.Module(readFileSync(new URL('../../pkg/unchaff.wasm', import.meta.url)));
  const names = WebAssembly.Module.imports(module).map(({ module: from, name, kind }) => {
    assert.equal(from, './bindings_bg.js');
    assert.equal(kind, 'function');
    // wasm-bindgen adds a digest, which changes with its version.
    return name.replace(/^__wb(?:g_|indgen_)(.*?)(?:_[0-9a-f]{16})?$/, '$1');
  });
  const expected = readFileSync(new URL('imports.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  assert.deepEqual([...new Set(names)].sort(), expected);
});
