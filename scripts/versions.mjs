// The version, which stands in four files of the repository, and the changelog's heading for it. Texts in, texts out.

const SEMVER = /^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/;

/** Where the version stands: the file, and a pattern around it. */
export const PLACES = {
  'Cargo.toml': /(^\[package\]\nname = "unchaff"\nversion = ")([^"]+)(")/m,
  'Cargo.lock': /(\nname = "unchaff"\nversion = ")([^"]+)(")/,
  'wasm/Cargo.lock': /(\nname = "unchaff"\nversion = ")([^"]+)(")/,
  'js/package.json': /("name": "unchaff",\n\s*"version": ")([^"]+)(")/,
};

/** The version that a file's text has; `undefined` if none. */
export function versionIn(file, text) {
  return PLACES[file].exec(text)?.[2];
}

/** The text with another version. */
export function withVersion(file, text, version) {
  return text.replace(PLACES[file], `$1${version}$3`);
}

export function isVersion(text) {
  return SEMVER.test(text);
}

/** The changelog's section of a version, `{ date, text }`; `undefined` if there is none. `date` is `unreleased` or a day. */
export function changelogOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((section) => section.startsWith(`${version} (`));
  return section && { date: /\((.*?)\)/.exec(section)[1], text: section.slice(section.indexOf('\n')).trim() };
}

/** The changelog with its unreleased section, whatever its version, as that of `version`, released on `day`. */
export function withRelease(changelog, version, day) {
  return changelog.replace(/^## \S+ \(unreleased\)$/m, `## ${version} (${day})`);
}
