// Text of a page on its way to a terminal, which obeys control characters.

/**
 * Control characters (C0, DEL, C1), the line ends U+2028 and U+2029, and the marks that change the direction of what follows,
 * with which a text can look like another.
 */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Writes them as JSON does, `\u009b`.
 *
 * @param {string} character
 */
const escaped = (character) => `\\u${Number(character.codePointAt(0)).toString(16).padStart(4, '0')}`;

/**
 * Returns a text on one line, with every character that a terminal would obey escaped.
 *
 * @param {string} text
 */
export function printable(text) {
  return text.replace(UNPRINTABLE, escaped);
}

/**
 * Returns a value as JSON whose text a terminal can show; it reads as the same value.
 *
 * @param {unknown} value
 * @param {number} [indent]
 */
export function printableJson(value, indent) {
  // Line feeds are the indentation: JSON has escaped those of strings.
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)));
}
