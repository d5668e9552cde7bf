/**
 * A text with more words that ends like a sentence cannot be a heading. The core would write it as
 * a paragraph again.
 */
const MOST_WORDS = 25;
const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*$/u;

/** Returns `true` if a text can be a heading. @param {string} text @returns {boolean} */
export function canBeHeading(text) {
  const words = text.trim();
  return words.split(/\s+/).length <= MOST_WORDS || !SENTENCE_END.test(words);
}
