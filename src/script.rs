//! Ranges of Unicode by script.

/// Returns `true` for a Chinese character. Japanese and Korean use them too.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// Returns `true` for hiragana and katakana.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}')
}

/// Returns `true` for a Korean syllable.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7AF}')
}

/// Returns `true` for scripts without spaces between words, in which a character stands for about half a word: Thai,
/// Lao, Myanmar, Khmer, kana, Han.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}') || is_kana(c) || is_han(c)
}

/// Returns `true` for characters and punctuation of Chinese and Japanese. A line break between two of them is not a
/// space (CSS Text Level 3, segment break transformation rules). Korean has spaces.
pub(crate) fn is_chinese_or_japanese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
        || is_kana(c)
        || is_han(c)
}

/// Returns `true` for characters that are twice as wide as Latin letters in a monospaced font: those of Chinese,
/// Japanese and Korean, and full-width forms.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}') || is_hangul(c) || is_chinese_or_japanese(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name of a property, characters with it and characters without it.
    type ScriptCase = (&'static str, fn(char) -> bool, &'static str, &'static str);

    #[test]
    fn scripts_are_told_by_their_characters() {
        let cases: [ScriptCase; 6] = [
            ("Han", is_han, "一鿿㐀豈", "あㄱ한、ก𠮷"),
            ("kana", is_kana, "ぁんァヶー", "一、한"),
            ("Hangul", is_hangul, "가힣", "ㄱᄀ一あ"),
            ("unspaced", is_unspaced, "一あกກကក", "한a、ấ"),
            ("Chinese or Japanese", is_chinese_or_japanese, "一あ、。「（！𠮷", "한aกấ“"),
            ("wide", is_wide, "一あ、（𠮷한ᄀ", "aกấ“…"),
        ];
        for (script, has, with, without) in cases {
            assert!(with.chars().all(has), "{script}: {with}");
            assert!(!without.chars().any(has), "{script}: {without}");
        }
    }
}
