// A folder with the packed package installed, as a user's project would have it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = dirname(dirname(HERE));

/** Packs pkg/ and installs it in a new folder, below the tools so that projects in it find them; `remove` takes it away. */
export function makeHome() {
  const home = mkdtempSync(join(HERE, 'home-'));
  const npm = (...args) => execFileSync('npm', [...args, '--loglevel=error'], { cwd: home, encoding: 'utf8' });
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  const [{ filename }] = JSON.parse(npm('pack', join(ROOT, 'pkg'), '--json'));
  npm('install', '--offline', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', `./${filename}`);
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
