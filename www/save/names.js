/**
 * File names made from titles, which come from pages: nothing in them may be taken for a folder, a device or an
 * invisible sign.
 */

/** Characters that some file system refuses, and those that nobody sees. */
const UNSAFE_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for devices. */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Letters, not bytes: three bytes a letter still fit the 255 bytes that file systems allow. */
const MAX_NAME_LENGTH = 80;

/**
 * @param {string | null} title
 * @param {string} fallback
 * @returns {string} a file name without its extension that every system accepts; letters keep their accents
 */
export function fileName(title, fallback) {
  const clean = (title ?? '').normalize('NFC').replace(UNSAFE_IN_NAMES, ' ').replace(/\s+/g, ' ');
  const name = Array.from(clean).slice(0, MAX_NAME_LENGTH).join('').replace(/^[ .]+|[ .]+$/g, '');
  return name && !DEVICE_NAME.test(name.split('.')[0]) ? name : fallback;
}

/**
 * @param {string[]} names
 * @returns {string[]} the same, numbered where one comes again; systems that do not tell capitals apart count
 */
export function uniqueNames(names) {
  const taken = new Set();
  const next = new Map();
  return names.map((name) => {
    const key = name.toLowerCase();
    let n = next.get(key) ?? 1;
    let unique = n === 1 ? name : `${name} ${n}`;
    while (taken.has(unique.toLowerCase())) {
      n += 1;
      unique = `${name} ${n}`;
    }
    next.set(key, n + 1);
    taken.add(unique.toLowerCase());
    return unique;
  });
}
