// Makes a release in two steps. A person runs the first, and the workflow that publishes runs the
// others:
//
//     node scripts/release.mjs prepare 0.2.0 writes the version and the changelog's date; read the
//     diff, commit, tag v0.2.0 node scripts/release.mjs check            checks that pkg/ is that
//     version with exactly the right files, and that npm accepts it node scripts/release.mjs sbom
//     writes the contents of the package to sbom.json, as CycloneDX
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, Failure, main, ROOT, run } from './run.mjs';
import { changelogOf, isVersion, PLACES, versionIn, withRelease, withVersion } from './versions.mjs';

/** Maximum size of the package in bytes, as npm sends it. This is the size of the download. */
const MAX_TARBALL = 6_000_000;

const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const write = (file, text) => writeFileSync(join(ROOT, file), text);

const [step, version] = process.argv.slice(2);
await main(() => {
  if (step === 'prepare' && isVersion(version)) prepare(version);
  else if (step === 'check') check();
  else if (step === 'sbom') sbom();
  else throw new Failure('usage: node scripts/release.mjs prepare VERSION | check | sbom');
});

function prepare(version) {
  if (ask('git', ['status', '--porcelain']) !== '') throw new Failure('There are changes that are not committed: commit them first.');
  const changelog = read('CHANGELOG.md');
  const released = withRelease(changelog, version, new Date().toISOString().slice(0, 10));
  if (released === changelog) throw new Failure('CHANGELOG.md has no section "(unreleased)": write one.');
  write('CHANGELOG.md', released);
  for (const file of Object.keys(PLACES)) write(file, withVersion(file, read(file), version));
  console.log(
    `Version ${version} stands in CHANGELOG.md, ${Object.keys(PLACES).join(', ')}.\nRead the diff, run npm test, commit, and tag it v${version}.`,
  );
}

function check() {
  const versions = Object.keys(PLACES).map((file) => [file, versionIn(file, read(file))]);
  const built = JSON.parse(read('pkg/package.json')).version;
  const [[, version]] = versions;
  for (const [file, other] of [...versions, ['pkg/package.json', built]]) {
    if (other !== version) throw new Failure(`${file} has version ${other}, and Cargo.toml ${version}: make them agree, and build anew.`);
  }
  const tag = process.env.GITHUB_REF_NAME;
  if (tag && tag !== `v${version}`) throw new Failure(`The tag is ${tag} and the version ${version}.`);
  const section = changelogOf(read('CHANGELOG.md'), version);
  if (!section?.text) throw new Failure(`CHANGELOG.md says nothing of ${version}.`);
  if (section.date === 'unreleased')
    throw new Failure(`CHANGELOG.md calls ${version} unreleased: run \`node scripts/release.mjs prepare\`.`);

  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], { cwd: join(ROOT, 'pkg'), encoding: 'utf8' }),
  );
  for (const { path, size } of packed.files) console.log(`${String(size).padStart(9)}  ${path}`);
  console.log(`${String(packed.size).padStart(9)}  packed\n${String(packed.unpackedSize).padStart(9)}  unpacked`);
  if (packed.size > MAX_TARBALL) throw new Failure(`The package is larger than ${MAX_TARBALL} bytes: find what grew.`);
  // Another test checks that the files are the right ones (tests/node/package.test.js).
  run('npm', ['publish', './pkg', '--dry-run', '--access', 'public', '--loglevel=error'], 'npm would not take it.');
  console.log(`\nReady to publish ${version}.`);
}

/** Writes the locked crates inside the module. The package has no dependencies from npm. */
function sbom() {
  const { dependencies = {} } = JSON.parse(read('js/package.json'));
  if (Object.keys(dependencies).length > 0) throw new Failure('js/package.json has dependencies: the list of parts has to tell of them.');
  const args = [
    'cyclonedx',
    '--manifest-path',
    'wasm/Cargo.toml',
    '--format',
    'json',
    '--target',
    'wasm32-unknown-unknown',
    '--override-filename',
    'sbom',
  ];
  run('cargo', args, 'Is it installed? `cargo install --locked cargo-cyclonedx`');
  // cargo writes the file beside the manifest.
  renameSync(join(ROOT, 'wasm/sbom.json'), join(ROOT, 'sbom.json'));
  console.log('sbom.json says what the module is made of.');
}
