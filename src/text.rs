//! Functions on text that work in every script: words, sentence ends, tokens for comparison.

use crate::script::is_unspaced;
use std::ops::Range;

/// Returns the tokens of a text: runs of letters and digits, and single characters in unspaced scripts.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    token_ranges(text).map(|range| &text[range])
}

/// Returns the positions of the [`tokens`] of a text, in bytes.
///
/// This code reads every word of a page several times, so it reads ASCII as bytes.
pub(crate) fn token_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let char_at = |at: usize| text[at..].chars().next().unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, unspaced) = loop {
            let byte = *bytes.get(at)?;
            let (is_start, unspaced, length) = if byte.is_ascii() {
                (byte.is_ascii_alphanumeric(), false, 1)
            } else {
                let c = char_at(at);
                (is_alphanumeric(c), is_unspaced(c), c.len_utf8())
            };
            at += length;
            if is_start {
                break (at - length, unspaced);
            }
        };
        while !unspaced && let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                if !byte.is_ascii_alphanumeric() && byte != b'_' {
                    break;
                }
                at += 1;
            } else {
                let c = char_at(at);
                if !is_word_character(c) || is_unspaced(c) {
                    break;
                }
                at += c.len_utf8();
            }
        }
        Some(start..at)
    })
}

/// Computes [`char::is_alphanumeric`], without its table lookup for the most common letters.
fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        '\u{400}'..='\u{481}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{3041}'..='\u{3096}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Returns `true` for letters, digits, and marks inside a word. Without the marks, decomposed Vietnamese or Indic words
/// would be cut into pieces.
pub(crate) fn is_word_character(c: char) -> bool {
    let is_mark = || matches!(c, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0DFF}' | '_');
    c.is_ascii_alphanumeric() || is_alphanumeric(c) || is_mark()
}

/// Counts the words. Two characters of an unspaced script count as one word.
pub(crate) fn word_count(text: &str) -> usize {
    let (mut words, mut characters) = (0_usize, 0_usize);
    for token in tokens(text) {
        if token.starts_with(is_unspaced) { characters += 1 } else { words += 1 }
    }
    words + characters.div_ceil(2)
}

/// Returns `true` if the text has at least this many words, see [`word_count`].
pub(crate) fn has_words(text: &str, fewest: usize) -> bool {
    /// Two characters of a script without spaces are at most two tokens and count as one word.
    const TOKENS_PER_WORD: usize = 2;
    let tokens = tokens(text).take(fewest.saturating_mul(TOKENS_PER_WORD));
    let (characters, words): (Vec<&str>, Vec<&str>) = tokens.partition(|token| token.starts_with(is_unspaced));
    words.len() + characters.len().div_ceil(2) >= fewest
}

/// Returns `true` if the text ends like a sentence, ignoring closing quotes and brackets.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]」』）】".contains(c));
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '။', '։'])
}

/// Returns the lower-case tokens joined by single spaces. Texts that differ only in case, marks and spacing give the
/// same result.
pub(crate) fn fold(text: &str) -> String {
    fold_and_count(text).0
}

/// Returns the results of [`fold`] and [`word_count`].
pub(crate) fn fold_and_count(text: &str) -> (String, usize) {
    let mut folded = String::with_capacity(text.len());
    let (mut words, mut characters) = (0_usize, 0_usize);
    for token in tokens(text) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if token.is_ascii() {
            words += 1;
            let start = folded.len();
            folded.push_str(token);
            folded[start..].make_ascii_lowercase();
        } else {
            if token.starts_with(is_unspaced) {
                characters += 1
            } else {
                words += 1
            }
            folded.extend(token.chars().flat_map(char::to_lowercase));
        }
    }
    (folded, words + characters.div_ceil(2))
}

/// Returns `true` if a text is only a person's name: two to five capitalised words.
pub(crate) fn is_name(text: &str) -> bool {
    let name = text.trim_end_matches(['|', ' ']);
    let is_name_word =
        |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '.' || c == '-');
    let words = name.split_whitespace().filter(|&word| word != "-" && word != "–");
    let count = words.clone().count();
    (2..=5).contains(&count)
        && words.clone().all(is_name_word)
        && !name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        let cases = [
            ("", 0),
            ("Hợp tác quốc phòng, năm 2024.", 6),
            ("don't stop", 3),
            ("北京今天下雨", 3),
            ("iPhone 手机", 2),
            ("สวัสดี", 3),
            ("— … !", 0),
        ];
        for (text, expected) in cases {
            assert_eq!(word_count(text), expected, "{text}");
        }
    }

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in (0..=0x10FFFF).filter_map(char::from_u32) {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn folding_counts_the_words_too() {
        for text in ["", "Hợp tác quốc phòng, năm 2024.", "don't stop", "北京今天下雨", "iPhone 手机", "snake_case"]
        {
            assert_eq!(fold_and_count(text).1, word_count(text), "{text}");
        }
    }

    #[test]
    fn sentence_ends_are_seen_through_closing_marks() {
        for text in ["Xong.", "Thật sao?”", "完了。」", "هل انتهى؟", "(see above.)", "Und dann … "] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["Tin liên quan", "Read more:", "", "Ảnh: Reuters"] {
            assert!(!ends_sentence(text), "{text}");
        }
    }

    #[test]
    fn folding_leaves_words_alone() {
        assert_eq!(fold("  “Quốc Phòng” – NÓI: "), "quốc phòng nói");
        assert_eq!(fold("A–B 中文"), "a b 中 文");
    }

    #[test]
    fn names_are_told_from_headlines() {
        for name in ["Khánh Ly Giang", "Hải Sâm - Lê Duyệt", "Thu Nguyệt |", "J. R. Holm"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["TIN LIÊN QUAN", "Mưa", "Mưa lớn ở Huế", "Kết quả 2024", "Anna, Ben, Carla"] {
            assert!(!is_name(other), "{other}");
        }
    }
}
