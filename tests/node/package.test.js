// The package as others get it: packed, installed in an empty folder, loaded in every way that package.json names.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { VIETNAMESE } from './pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Files of the command. */
const CLI = [
  ...['command', 'errors', 'fields', 'files', 'formats', 'lines', 'ndjson', 'order', 'patterns', 'printable', 'progress', 'source'],
  ...['verdicts', 'warc', 'work'],
];
/** Entries that `import`, `require` and TypeScript find under one name. */
const EVERYWHERE = ['files', 'index', 'readability', 'slim', 'stream', 'worker'];
/** What the entries and the command share. */
const LIB = [
  ...[
    'arguments',
    'bindings',
    'compile',
    'credit',
    'document',
    'engine',
    'error',
    'escape',
    'file-name',
    'front-matter',
    'html-file',
    'inflate',
    'input',
    'limits',
    'markdown-file',
    'metadata',
  ],
  ...[
    'module-inline',
    'module-node',
    'option-names',
    'pool',
    'response',
    'text-file',
    'thread',
    'wasm-inline',
    'with-summary',
    'worker-source',
  ],
];
/** Examples for JavaScript's hosts, which travel with the package. */
const EXAMPLES = ['bookmarklet', 'bun', 'cloudflare-worker', 'deno', 'duckdb', 'extension', 'node', 'react', 'spark', 'vite'];
const TITLE = 'Huyện Tân Lâm mở thư viện mới bên sông';

let home;
let packed;

/** Runs a program in the folder where the package is installed; a failure shows what it printed. */
function run(program, ...args) {
  return execFileSync(program, args, { cwd: home, encoding: 'utf8', stdio: 'pipe' });
}

/** The files of the repository in a folder. */
function filesIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

before(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'unchaff-')));
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  [packed] = JSON.parse(run('npm', 'pack', join(ROOT, 'pkg'), '--json', '--loglevel=error'));
  run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `./${packed.filename}`);
});
after(() => rmSync(home, { recursive: true }));

it('holds what it needs and nothing else', () => {
  const names = packed.files.map((file) => file.path);
  const expected = [
    ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json', 'unchaff.global.js', 'unchaff.wasm', 'worker-script.js'],
    'cli.js',
    ...CLI.map((name) => `cli/${name}.js`),
    ...EVERYWHERE.flatMap((name) => ['cjs', 'd.cts', 'd.ts', 'js'].map((ending) => `entries/${name}.${ending}`)),
    ...['common.cjs', 'common.js', 'node.js', 'worker-node.js', 'worker-script.d.ts', 'worker-thread.js', 'workerd.js'].map(
      (name) => `entries/${name}`,
    ),
    ...LIB.map((name) => `lib/${name}.js`),
    ...EXAMPLES.flatMap((folder) => filesIn(`examples/${folder}`)),
  ];
  assert.deepEqual(names.sort(), expected.sort());
});

it('is found in order by publint', async () => {
  const { messages, pkg } = await publint({ pkgDir: join(home, 'node_modules/unchaff'), strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

it('has types that are found by every way to resolve them', () => {
  // Neither is a module with types: a file of bytes, and two scripts that are loaded, never imported.
  const files = ['unchaff.wasm', 'unchaff.global.js', 'worker-script'];
  const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  run(process.execPath, attw, packed.filename, '--format', 'json', '--exclude-entrypoints', ...files);
});

/** Each entry at work: the body of an async function, which has `load` and a page. */
const ENTRIES = {
  unchaff: "return (await load('unchaff')).clean(page).title",
  'unchaff/slim': `const { clean, init } = await load('unchaff/slim');
    await init(readFileSync(require.resolve('unchaff/unchaff.wasm')));
    return clean(page).title`,
  'unchaff/files': `const { clean } = await load('unchaff');
    return (await load('unchaff/files')).toMarkdownFile(clean(page)).match(/^# (.*)/)[1]`,
  'unchaff/stream': `const { CleanStream } = await load('unchaff/stream');
    const stream = new CleanStream();
    await new Blob([page]).stream().pipeTo(stream);
    return (await stream.article).title`,
  'unchaff/readability': `const { Readability } = await load('unchaff/readability');
    return new Readability({ nodeType: 9, documentElement: { outerHTML: page } }).parse().title`,
  'unchaff/worker': `const { WorkerPool } = await load('unchaff/worker');
    return (await new WorkerPool({ size: 1 }).clean(page)).title`,
};

/** The ways to load an entry; a promise or not. */
const LOADERS = { import: '(name) => import(name)', require: 'require' };

/** Runs the body of an async function in Node, and answers what it prints. */
function runAsync(loader, body) {
  const file = join(home, 'body.cjs');
  writeFileSync(
    file,
    `const { readFileSync } = require('node:fs');
     const page = process.env.PAGE;
     const load = ${loader};
     (async () => { ${body} })().then(console.log);`,
  );
  return execFileSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, PAGE: VIETNAMESE } });
}

for (const [kind, loader] of Object.entries(LOADERS)) {
  for (const [name, body] of Object.entries(ENTRIES)) {
    it(`loads ${name} in Node by ${kind}`, () => {
      assert.equal(runAsync(loader, body), `${TITLE}\n`);
    });
  }

  it(`throws one class of errors from all entries by ${kind}`, () => {
    // Files are made of articles; nothing in there fails.
    const failing = Object.keys(ENTRIES).filter((name) => name !== 'unchaff/files');
    const body = `const entries = await Promise.all(${JSON.stringify(failing)}.map(load));
      return new Set(entries.map((entry) => entry.UnchaffError)).size`;
    assert.equal(runAsync(loader, body), '1\n');
  });
}

it('knows an error of the copy that the other way to load has', () => {
  const body = `const ours = await import('unchaff'), theirs = require('unchaff');
    const caught = (clean) => { try { clean(''); } catch (error) { return error; } };
    const [own, other] = [caught(ours.clean), caught(theirs.clean)];
    class Special extends ours.UnchaffError {}
    return [own instanceof theirs.UnchaffError, other instanceof ours.UnchaffError, ours.UnchaffError === theirs.UnchaffError,
      new Error() instanceof ours.UnchaffError, null instanceof ours.UnchaffError, own instanceof Special,
      new Special('closed', '') instanceof Special].join(' ')`;
  assert.equal(runAsync('require', body), 'true true false false false false true\n');
});

it('goes by a <script> tag', () => {
  const script = readFileSync(join(home, 'node_modules/unchaff/unchaff.global.js'), 'utf8');
  assert.equal(runScript(`${script}; unchaff.clean(page).title`, { page: VIETNAMESE }), TITLE);
  assert.ok(!/import\.meta|\bimport\(|\brequire\(/.test(script));
});

for (const document of ['README.md', 'js/README.md']) {
  it(`${document} begins with a program that runs`, async () => {
    const [, program] = /```js\n(.*?)```/s.exec(readFileSync(join(ROOT, document), 'utf8'));
    assert.ok(readFileSync(join(ROOT, document), 'utf8').indexOf('npm install unchaff') < 500);
    writeFileSync(join(home, 'article.mjs'), program);
    const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(VIETNAMESE));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The server answers from this process, so nothing here may wait for the program without letting it.
    const { stdout } = await promisify(execFile)(process.execPath, ['article.mjs', `http://127.0.0.1:${server.address().port}/`], {
      cwd: home,
    });
    server.close();
    assert.ok(stdout.startsWith(`# ${TITLE}\n\n`));
  });
}

it('has an entry for each name that it exports', () => {
  const files = ['worker-script', 'unchaff.global.js', 'unchaff.wasm', 'package.json'];
  const code = [...Object.keys(ENTRIES), ...files.map((file) => `unchaff/${file}`)]
    .map((name) => `require('node:fs').accessSync(require.resolve('${name}'));`)
    .join('\n');
  run(process.execPath, '--eval', code);
  assert.throws(() => run(process.execPath, '--eval', "require.resolve('unchaff/lib/engine.js')"));
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
        throw new WebAssembly.CompileError('call to WebAssembly.Module() blocked by CSP');
      }
    },
  };
  const read = `${script}; try { unchaff.clean(page); } catch (error) { [error.code, error.message].join(' ') }`;
  assert.match(runScript(read, { page: VIETNAMESE, WebAssembly: forbidden }), /^wasm-forbidden .*blocked.*'wasm-unsafe-eval'/);
  assert.match(runScript(read, { page: VIETNAMESE, WebAssembly: undefined }), /^wasm-forbidden .*no WebAssembly/);
});

it('leaves out of a bundle what is not used', async () => {
  assert.ok((await bundle("import 'unchaff'", { format: 'esm' })).length < 100);
  for (const name of ['unchaff', 'unchaff/slim', 'unchaff/stream', 'unchaff/readability', 'unchaff/worker']) {
    const script = await bundle(`import { UnchaffError } from '${name}'; export const isOurs = (error) => error instanceof UnchaffError`);
    assert.ok(script.length < 2500, `${name}: ${script.length}`);
  }
});

it('needs nothing of the host to be imported, and says what is missing when it is called', () => {
  const names = ['TextDecoder', 'TextEncoder', 'WritableStream', 'Response', 'Blob', 'AbortSignal', 'navigator'];
  const body = `for (const name of ${JSON.stringify(names)}) delete globalThis[name];
    const entries = await Promise.all(${JSON.stringify(Object.keys(ENTRIES))}.map(load));
    try { entries[0].clean(page); } catch (error) { return error.message; }`;
  for (const loader of Object.values(LOADERS)) assert.match(runAsync(loader, body), /no TextDecoder.*setupFiles/);
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
  for (const sample of ['types.ts', 'types.cts']) {
    copyFileSync(join(ROOT, 'tests/node/types', sample), join(home, sample.replace('types.ts', 'types.mts')));
  }
  cpSync(join(ROOT, 'node_modules/expect-type'), join(home, 'node_modules/expect-type'), { recursive: true });
  const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2024,dom', '--types', ''];
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  run(process.execPath, tsc, ...options, '--module', 'nodenext', 'types.mts', 'types.cts');
  run(process.execPath, tsc, ...options, '--module', 'esnext', '--moduleResolution', 'bundler', 'types.mts');
});

it('has types that need neither the DOM nor Node', () => {
  copyFileSync(join(ROOT, 'tests/node/types/no-dom.ts'), join(home, 'no-dom.mts'));
  const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022', '--types', ''];
  run(process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, '--module', 'nodenext', 'no-dom.mts');
});

it('has no type that says nothing', () => {
  const types = packed.files.map((file) => file.path).filter((path) => path.endsWith('.d.ts'));
  for (const path of types) assert.doesNotMatch(readFileSync(join(ROOT, 'pkg', path), 'utf8'), /: any\b|(?<!Promise)<any>|any\[\]/, path);
});

it('has the version of the crate', () => {
  const { version } = JSON.parse(readFileSync(join(home, 'node_modules/unchaff/package.json'), 'utf8'));
  assert.match(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'), new RegExp(`^version = "${version}"$`, 'm'));
});
