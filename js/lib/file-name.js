// Makes file names from titles and sources. These come from pages, so nothing in them may be read
// as a folder, a device or an invisible sign.

/** Characters that at least one file system rejects. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Surrogate}]+/gu;

/**
 * Invisible characters: direction marks, the fillers of Hangul, Khmer and Braille, and the grapheme
 * joiner. The other joiners are kept, because Persian, the languages of India and emoji need them.
 */
const INVISIBLE = /(?:(?![\u200c\u200d])\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0)+/gu;

/**
 * Names that Windows reserves for devices, with or without an extension:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
 */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|conin\$|conout\$)$/i;

/**
 * Longest name in bytes of UTF-8. File systems allow 255 bytes, and a number and an extension are
 * added.
 */
const MAX_BYTES = 200;

/** @type {TextEncoder | undefined} */
let encoder;

/**
 * Returns the number of bytes of a text in UTF-8. The encoder is created at the first call, because
 * some hosts that import this file do not have it.
 *
 * @param {string} text
 */
function sizeOf(text) {
  encoder ??= new TextEncoder();
  return encoder.encode(text).length;
}

/**
 * @param {string | null | undefined} text a title, or a name from elsewhere
 * @param {string} fallback the name if nothing of the text is left
 * @returns {string} a file name without its extension that every system accepts; letters keep their accents
 */
export function fileName(text, fallback) {
  const clean = (text ?? '').replace(INVISIBLE, '').replace(UNSAFE, ' ').replace(/\s+/g, ' ').normalize('NFC');
  const name = trimmed(cut(trimmed(clean)));
  return name && !DEVICE.test(name.split('.')[0].trimEnd()) ? name : fallback;
}

/**
 * Removes dots and spaces from the end of a name, as Windows does. Also removes dots and dashes
 * from its beginning: a dot would hide the file, and a dash would make it look like an option.
 *
 * @param {string} name
 */
function trimmed(name) {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the joiners are taken away one by one
  return name.replace(/^[ .\u200c\u200d-]+|[ .\u200c\u200d]+$/g, '');
}

/**
 * Returns as many whole characters of a name, as a person counts them, as fit into the limit.
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
 * Returns the characters of a text. Firefox has the segmenter since version 125. Without it, an
 * emoji of several code points may be divided.
 *
 * @param {string} text
 * @returns {Iterable<string>}
 */
function charactersOf(text) {
  if (!Intl.Segmenter) return text;
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

/**
 * Adds numbers to names that are repeated. Upper and lower case count as equal, because some
 * systems do not distinguish them.
 */
export class UniqueNames {
  /** @type {Set<string>} */
  #taken = new Set();
  /** @type {Map<string, number>} */
  #next = new Map();

  /**
   * @param {string} name
   * @returns {string} the name, with the first free number if it is already taken
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
