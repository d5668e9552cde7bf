// A folder with the packed package installed, as a user's project would have it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(dirname(HERE));

/** Packages that projects of the tests need besides ours; the tools run from here. */
const NEEDED = ['next', 'react', 'react-dom', '@next', 'styled-jsx', '@swc', 'postcss', 'nanoid', 'picocolors', 'source-map-js', 'client-only', 'scheduler', 'caniuse-lite', 'baseline-browser-mapping'];

/** Packs pkg/ and installs it in a new folder; `remove` takes it away again. */
export function makeHome() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'unchaff-packaging-')));
  const npm = (...args) => execFileSync('npm', [...args, '--loglevel=error'], { cwd: home, encoding: 'utf8' });
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  const [{ filename }] = JSON.parse(npm('pack', join(ROOT, 'pkg'), '--json'));
  npm('install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`);
  for (const name of NEEDED) {
    const from = join(HERE, 'node_modules', name);
    if (existsSync(from)) symlinkSync(from, join(home, 'node_modules', name));
  }
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** Writes files into a new folder of the home; answers its path. */
export function project(home, name, files) {
  const folder = join(home, name);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
