// File names made of titles and sources, which come from pages: nothing in them may be taken for a folder, a device or a
// sign that nobody sees.

/** Characters that some file system refuses. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Surrogate}]+/gu;

/**
 * Characters that nobody sees: marks of direction, fillers of Hangul, Khmer and Braille, the joiner of graphemes. Persian,
 * the languages of India and emoji need the other joiners.
 */
const INVISIBLE = /(?:(?![\u200c\u200d])\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0)+/gu;

/**
 * Names that Windows keeps for devices, with and without an extension:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
 */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|conin\$|conout\$)$/i;

/** Longest name in bytes of UTF-8. File systems allow 255; a number and an extension come behind it. */
const MAX_BYTES = 200;

/** @type {TextEncoder | undefined} */
let encoder;

/**
 * Bytes of a text in UTF-8. The encoder is made at its first use: some hosts that import this file have none.
 *
 * @param {string} text
 */
function sizeOf(text) {
  encoder ??= new TextEncoder();
  return encoder.encode(text).length;
}

/**
 * @param {string | null | undefined} text a title, or a name from elsewhere
 * @param {string} fallback the name where the text leaves none
 * @returns {string} a file name without its extension that every system accepts; letters keep their accents
 */
export function fileName(text, fallback) {
  const clean = (text ?? '').replace(INVISIBLE, '').replace(UNSAFE, ' ').replace(/\s+/g, ' ').normalize('NFC');
  const name = trimmed(cut(trimmed(clean)));
  return name && !DEVICE.test(name.split('.')[0].trimEnd()) ? name : fallback;
}

/**
 * Windows drops dots and spaces at a name's end. At its beginning a dot hides a file, and a dash makes it an option.
 *
 * @param {string} name
 */
function trimmed(name) {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the joiners are taken away one by one
  return name.replace(/^[ .\u200c\u200d-]+|[ .\u200c\u200d]+$/g, '');
}

/**
 * The whole characters, as a person counts them, that fit.
 *
 * @param {string} name
 */
function cut(name) {
  if (sizeOf(name) <= MAX_BYTES) return name;
  let kept = '';
  let bytes = 0;
  for (const character of charactersOf(name)) {
    bytes += sizeOf(character);
    if (bytes > MAX_BYTES) break;
    kept += character;
  }
  return kept;
}

/**
 * Firefox has the segmenter since version 125; without it an emoji of several code points may be cut inside.
 *
 * @param {string} text
 * @returns {Iterable<string>}
 */
function charactersOf(text) {
  if (!Intl.Segmenter) return text;
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/** Numbers names that come again. Capitals do not count: some systems do not tell them apart. */
export class UniqueNames {
  /** @type {Set<string>} */
  #taken = new Set();
  /** @type {Map<string, number>} */
  #next = new Map();

  /**
   * @param {string} name
   * @returns {string} the name, or with the first number that is free
   */
  add(name) {
    const key = name.toLowerCase();
    let number = this.#next.get(key) ?? 1;
    const numbered = () => (number === 1 ? name : `${name}-${number}`);
    while (this.#taken.has(numbered().toLowerCase())) number += 1;
    const unique = numbered();
    this.#next.set(key, number + 1);
    this.#taken.add(unique.toLowerCase());
    return unique;
  }
}
