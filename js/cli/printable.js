// Makes the text of a page safe for a terminal, which would obey its control characters.

/**
 * Control characters (C0, DEL, C1), the line ends U+2028 and U+2029, and the characters that change
 * the direction of the text after them. The last kind can make a text look like a different one.
 */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Writes a character as a JSON escape, such as `\u009b`.
 *
 * @param {string} character
 */
const escaped = (character) => `\\u${Number(character.codePointAt(0)).toString(16).padStart(4, '0')}`;

/**
 * Returns a text on one line, with an escape for every character that a terminal would obey.
 *
 * @param {string} text
 */
export function printable(text) {
  return text.replace(UNPRINTABLE, escaped);
}

/**
 * Returns a value as JSON that is safe for a terminal. It parses to the same value.
 *
 * @param {unknown} value
 * @param {number} [indent]
 */
export function printableJson(value, indent) {
  // Line feeds are part of the indentation. In strings, JSON has already escaped them.
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)));
}
