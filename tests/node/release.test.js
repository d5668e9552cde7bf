// The texts that a release changes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { changelogOf, isVersion, PLACES, versionIn, withRelease, withVersion } from '../../scripts/versions.mjs';

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

it('the version is found in each of its places, and is the same', () => {
  const versions = Object.keys(PLACES).map((file) => versionIn(file, read(file)));
  assert.ok(isVersion(versions[0]));
  assert.equal(new Set(versions).size, 1);
});

it('a new version changes nothing else', () => {
  for (const file of Object.keys(PLACES)) {
    const text = read(file);
    const changed = withVersion(file, text, '7.8.9-rc.1');
    assert.equal(versionIn(file, changed), '7.8.9-rc.1', file);
    assert.equal(withVersion(file, changed, versionIn(file, text)), text, file);
  }
});

it('the changelog tells of the version', () => {
  assert.ok(changelogOf(read('CHANGELOG.md'), versionIn('Cargo.toml', read('Cargo.toml'))).text.length > 100);
});

it('a release dates the section that is unreleased, and no other', () => {
  const changelog = '# Changelog\n\n## 0.3.0 (unreleased)\n\nNew.\n\n## 0.2.0 (2031-05-02)\n\nOld.\n';
  const released = withRelease(changelog, '0.3.1', '2031-06-03');
  assert.deepEqual(changelogOf(released, '0.3.1'), { date: '2031-06-03', text: 'New.' });
  assert.deepEqual(changelogOf(released, '0.2.0'), { date: '2031-05-02', text: 'Old.' });
  assert.equal(changelogOf(released, '0.3.0'), undefined);
  assert.equal(withRelease(released, '0.4.0', '2031-07-01'), released);
});

it('a version is one of semantic versioning', () => {
  for (const version of ['0.1.0', '12.0.3', '1.0.0-rc.1']) assert.ok(isVersion(version), version);
  for (const version of [undefined, 'v1.0.0', '1.0', '1.0.0; rm']) assert.ok(!isVersion(version), version);
});
