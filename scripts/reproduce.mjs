// Checks that a rebuilt package is the same as the released one, byte for byte: `node
// scripts/reproduce.mjs`. Builds the committed sources twice, in a folder that is emptied in
// between. cargo includes the path of a crate outside the workspace in its hashes, so only builds
// at the same path can be equal. Takes twelve minutes.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ask, Failure, main, ROOT, run } from './run.mjs';

/** Returns the digest of each file in a folder, by its path. */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return new Map(files.sort().map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

/** Builds the committed sources in a folder, and returns the digests of the package's files. */
function built(folder) {
  try {
    run('git', ['clone', '--quiet', '--no-hardlinks', ROOT, folder], 'Is there room on the disk?');
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    run(
      'cargo',
      [
        'run',
        '--quiet',
        '--locked',
        '--package',
        'xtask',
        '--manifest-path',
        join(folder, 'Cargo.toml'),
        '--target-dir',
        join(folder, 'target'),
        '--',
        'release',
      ],
      'See above for what is wrong.',
    );
    return digests(join(folder, 'pkg'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(() => {
  if (ask('git', ['status', '--porcelain']) !== '') throw new Failure('There are changes that are not committed: commit them.');
  const folder = mkdtempSync(join(tmpdir(), 'unchaff-again-'));
  const [first, second] = [built(folder), built(folder)];
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  for (const name of names)
    console.log(`${(second.get(name) ?? 'missing').slice(0, 16).padEnd(16)}  ${different.includes(name) ? 'DIFFERS' : 'same   '}  ${name}`);
  if (different.length > 0) throw new Failure(`${different.length} of ${names.length} files differ.`);
  console.log(`\nAll ${names.length} files are the same.`);
});
