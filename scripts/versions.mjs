// Reads and changes the version, which is in four files of the repository, and the heading of the
// changelog. All functions take and return texts.

const SEMVER = /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/;

/** The places of the version: the file, and a pattern around the version. */
export const PLACES = {
  'Cargo.toml': /(^\[package\]\nname = "unchaff"\nversion = ")([^"]+)(")/m,
  'Cargo.lock': /(\nname = "unchaff"\nversion = ")([^"]+)(")/,
  'wasm/Cargo.lock': /(\nname = "unchaff"\nversion = ")([^"]+)(")/,
  'js/package.json': /("name": "unchaff",\n\s*"version": ")([^"]+)(")/,
};

/** Returns the version in the text of a file, or `undefined` if there is none. */
export function versionIn(file, text) {
  return PLACES[file].exec(text)?.[2];
}

/** Returns the text of a file with another version. */
export function withVersion(file, text, version) {
  return text.replace(PLACES[file], `$1${version}$3`);
}

export function isVersion(text) {
  return SEMVER.test(text);
}

/**
 * Returns the changelog's section for a version as `{ date, text }`, or `undefined` if there is
 * none. `date` is `unreleased` or a day.
 */
export function changelogOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((section) => section.startsWith(`${version} (`));
  return section && { date: /\((.*?)\)/.exec(section)[1], text: section.slice(section.indexOf('\n')).trim() };
}

/**
 * Returns the changelog in which the unreleased section, whatever its version, became that of
 * `version`, released on `day`.
 */
export function withRelease(changelog, version, day) {
  return changelog.replace(/^## \S+ \(unreleased\)$/m, `## ${version} (${day})`);
}
