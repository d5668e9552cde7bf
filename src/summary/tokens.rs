//! Converts words to numbers, for the ranking of sentences and the search for keywords.
//!
//! A word is a run of letters, marks and digits (in Vietnamese, a syllable). In scripts without
//! spaces, each letter is a word. Upper and lower case are the same word.

use crate::hash::HashMap;
use crate::script;
use crate::text;
use std::ops::Range;

/// How many letters count as one word in scripts without spaces.
pub(super) const UNSPACED_LETTERS_PER_WORD: usize = 2;

/// A word of a text and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The range in bytes from the start of the text.
    pub range: Range<usize>,
    /// The word's number in its [`Vocabulary`].
    pub word: u32,
    /// `true` if it is a letter of a script without spaces.
    pub unspaced: bool,
}

/// The different words that were read so far, numbered in the order of their first occurrence.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, u32>,
    /// A buffer for the lower-case form. It is reused, so that looking up a known word needs no
    /// allocation.
    lower: String,
}

impl Vocabulary {
    /// Returns the number of different words.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Returns the first `most` words of a text, in order.
    pub fn read(&mut self, text: &str, most: usize) -> Vec<Token> {
        text::token_ranges(text)
            .take(most)
            .map(|range| {
                let word = &text[range.clone()];
                Token { word: self.number(word), unspaced: word.starts_with(script::is_unspaced), range }
            })
            .collect()
    }

    /// Returns the number of a word.
    pub fn number(&mut self, word: &str) -> u32 {
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            self.lower.extend(word.chars().flat_map(char::to_lowercase));
        }
        if let Some(&number) = self.numbers.get(&self.lower) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(self.lower.clone(), number);
        number
    }
}

/// Returns the different words of some tokens, sorted.
pub(super) fn distinct(tokens: &[Token]) -> Vec<u32> {
    let mut words: Vec<u32> = tokens.iter().map(|token| token.word).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Returns the number of words that two sorted lists have in common.
pub(super) fn common(a: &[u32], b: &[u32]) -> usize {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().filter(|word| long.binary_search(word).is_ok()).count()
}

/// Returns `true` if two words differ only in their endings: bridge, bridges.
pub(super) fn are_forms(a: &str, b: &str) -> bool {
    const FEWEST_SHARED: usize = 4;
    // Most pairs of words already differ in the first letter.
    if a.chars().flat_map(char::to_lowercase).next() != b.chars().flat_map(char::to_lowercase).next() {
        return false;
    }
    let folded = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (a, b) = (folded(a), folded(b));
    let shared = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    (shared >= FEWEST_SHARED
        || (shared + 1 == FEWEST_SHARED && a.len().abs_diff(b.len()) == 1 && shared == a.len().min(b.len())))
        && shared + 2 >= a.len().min(b.len())
        && shared + 3 >= a.len().max(b.len())
}

/// Returns the length of some tokens in words.
pub(super) fn length(tokens: &[Token]) -> usize {
    let unspaced = tokens.iter().filter(|token| token.unspaced).count();
    tokens.len() - unspaced + unspaced / UNSPACED_LETTERS_PER_WORD
}

/// Returns the approximate base-2 logarithm of a number of at least 1, with straight lines between
/// the powers of two. The result is the same on every platform, unlike that of the standard
/// library. It is at most .09 below the true value.
pub(super) fn log2(x: f64) -> f64 {
    let mut whole = 0.0;
    let mut rest = x.max(1.0);
    while rest >= 2.0 {
        rest /= 2.0;
        whole += 1.0;
    }
    whole + rest - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_whatever_their_case() {
        let mut vocabulary = Vocabulary::default();
        let numbers: Vec<u32> = vocabulary.read("Mưa, MƯA và gió 雨雨", 6).iter().map(|token| token.word).collect();
        assert_eq!(numbers, [0, 0, 1, 2, 3, 3]);
        assert_eq!(vocabulary.len(), 4);
        assert_eq!(vocabulary.read("Gió", 1)[0].word, 2);
    }

    #[test]
    fn logarithms_are_right_at_powers_of_two() {
        for (x, expected) in [(0.5, 0.0), (1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (1024.0, 10.0)] {
            assert_eq!(log2(x), expected, "{x}");
        }
    }
}
