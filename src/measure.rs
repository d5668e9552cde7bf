//! Counts over text that hold in every script: words, sentence ends, tokens to compare by.

use std::ops::Range;

/// Scripts written without spaces between words, where a character stands for about half a word: Thai, Lao,
/// Myanmar, Khmer, kana, Han.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// The tokens of a text: runs of letters and digits, and single characters in unspaced scripts.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    token_ranges(text).map(|range| &text[range])
}

/// Where the [`tokens`] of a text stand, in bytes.
pub(crate) fn token_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        let length = if is_unspaced(first) {
            first.len_utf8()
        } else {
            rest.find(|c: char| !is_word_character(c) || is_unspaced(c)).unwrap_or(rest.len())
        };
        at = start + length;
        Some(start..at)
    })
}

/// Letters, digits, and the marks that stay inside a word: combining marks of decomposed Vietnamese or of
/// Indic scripts would otherwise cut it in pieces.
pub(crate) fn is_word_character(c: char) -> bool {
    let is_mark = || matches!(c, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0DFF}' | '_');
    c.is_ascii_alphanumeric() || c.is_alphanumeric() || is_mark()
}

/// Number of words; two characters of an unspaced script count as one.
pub(crate) fn word_count(text: &str) -> usize {
    let (mut words, mut characters) = (0_usize, 0_usize);
    for token in tokens(text) {
        if token.starts_with(is_unspaced) { characters += 1 } else { words += 1 }
    }
    words + characters.div_ceil(2)
}

/// Whether the text ends as a sentence does, closing quotes and brackets aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]」』）】".contains(c));
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '॥', '။', '։'])
}

/// Lower-case tokens joined by single spaces: equal for texts that differ in case, marks and spacing alone.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for token in tokens(text) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if token.is_ascii() {
            folded.extend(token.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            folded.extend(token.chars().flat_map(char::to_lowercase));
        }
    }
    folded
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
}
