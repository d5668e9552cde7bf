// The package as others get it: packed, installed in an empty folder, loaded in every way that package.json names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import { VIETNAMESE } from './pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TITLE = 'Huyện Tân Lâm mở thư viện mới bên sông';

let home;
let packed;

/** Runs a program in the folder where the package is installed; a failure shows what it printed. */
function run(program, ...args) {
  return execFileSync(program, args, { cwd: home, encoding: 'utf8', stdio: 'pipe' });
}

before(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'unchaff-')));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  [packed] = JSON.parse(run('npm', 'pack', join(ROOT, 'pkg'), '--json', '--loglevel=error'));
  run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `./${packed.filename}`);
});
after(() => rmSync(home, { recursive: true }));

it('holds what it needs and nothing else', () => {
  const names = packed.files.map((file) => file.path).sort();
  assert.deepEqual(names, [
    ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'bindings.js', 'cli.js'],
    ...['cli/command.js', 'cli/errors.js', 'cli/formats.js', 'cli/lines.js', 'cli/ndjson.js', 'cli/source.js'],
    ...['engine.js', 'index.d.cts', 'index.d.ts', 'index.js', 'node.cjs', 'node.js', 'package.json'],
    ...['slim.d.ts', 'slim.js', 'unchaff.wasm', 'wasm-inline.js', 'workerd.js'],
  ]);
});

for (const [kind, code] of Object.entries({
  import: "import { clean } from 'unchaff'; console.log(clean(process.env.PAGE).title);",
  require: "const { clean } = require('unchaff'); console.log(clean(process.env.PAGE).title);",
})) {
  it(`loads in Node by ${kind}`, () => {
    const file = join(home, `load-${kind}.${kind === 'import' ? 'mjs' : 'cjs'}`);
    writeFileSync(file, code);
    const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, PAGE: VIETNAMESE } });
    assert.equal(printed, `${TITLE}\n`);
  });
}

it('has an entry for each name that it exports', () => {
  const code = ['unchaff', 'unchaff/slim', 'unchaff/unchaff.wasm', 'unchaff/package.json']
    .map((name) => `require('node:fs').accessSync(require.resolve('${name}'));`)
    .join('\n');
  run(process.execPath, '--eval', code);
  assert.throws(() => run(process.execPath, '--eval', "require.resolve('unchaff/engine.js')"));
});

it('installs the command', () => {
  assert.match(run(join(home, 'node_modules/.bin/unchaff'), '--help'), /^unchaff: /);
});

/** Bundles `code` into a script that leaves its exports in `unchaff`. */
async function bundle(code, options) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, resolveDir: home },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'unchaff',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].text;
}

/** Runs a script where there is nothing but what browsers, workers and Node have in common; no DOM. */
function runScript(script, globals) {
  const { TextDecoder, TextEncoder, WebAssembly, atob } = globalThis;
  return vm.runInContext(script, vm.createContext({ TextDecoder, TextEncoder, WebAssembly, atob, ...globals }));
}

it('runs in a browser after bundling, without a file beside the script', async () => {
  const script = await bundle("export * from 'unchaff'");
  assert.ok(!/import\.meta|import\(|require\(/.test(script));
  assert.equal(runScript(`${script}; unchaff.clean(page).title`, { page: VIETNAMESE }), TITLE);
});

it('runs in workerd, which hands out the module itself', async () => {
  const script = await bundle("export * from 'unchaff'", { conditions: ['workerd'], loader: { '.wasm': 'binary' } });
  // It travels once, not inside a script as well.
  assert.ok(script.length < 2 * readFileSync(join(home, 'node_modules/unchaff/unchaff.wasm')).length);
  assert.equal(runScript(`${script}; unchaff.clean(page).title`, { page: VIETNAMESE }), TITLE);
});

it('says what to do where WebAssembly is forbidden', async () => {
  const script = await bundle("export * from 'unchaff'");
  const forbidden = {
    Module: class {
      constructor() {
        throw new WebAssembly.CompileError('blocked');
      }
    },
  };
  const read = `${script}; try { unchaff.clean(page); } catch (error) { [error.code, error.message].join(' ') }`;
  assert.match(runScript(read, { page: VIETNAMESE, WebAssembly: forbidden }), /^internal .*blocked.*'wasm-unsafe-eval'/);
});

it('leaves out of a bundle what is not used', async () => {
  assert.ok((await bundle("import 'unchaff'", { format: 'esm' })).length < 100);
});

it('takes its values from other realms', () => {
  const file = join(home, 'realms.mjs');
  writeFileSync(
    file,
    `import vm from 'node:vm';
     import { clean } from 'unchaff';
     const bytes = vm.runInNewContext('new Uint8Array(values)', { values: [...Buffer.from(process.env.PAGE)] });
     const options = vm.runInNewContext('({ type: "html" })');
     console.log(clean(bytes, options).title);
     console.log(clean(bytes.buffer, options).title);`,
  );
  const printed = execFileSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, PAGE: VIETNAMESE } });
  assert.equal(printed, `${TITLE}\n${TITLE}\n`);
});

it('has types that say what it does', () => {
  for (const sample of ['sample.ts', 'sample.cts']) {
    copyFileSync(join(ROOT, 'tests/node/types', sample), join(home, sample.replace('sample.ts', 'sample.mts')));
  }
  const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2024,dom', '--types', ''];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  run(process.execPath, tsc, ...options, '--module', 'nodenext', 'sample.mts', 'sample.cts');
  run(process.execPath, tsc, ...options, '--module', 'esnext', '--moduleResolution', 'bundler', 'sample.mts');
});

it('has the version of the crate', () => {
  const { version } = JSON.parse(readFileSync(join(home, 'node_modules/unchaff/package.json'), 'utf8'));
  assert.match(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'), new RegExp(`^version = "${version}"$`, 'm'));
});
