//! Makes the strings of a page safe for output, and compares them.

use crate::entities::decode_text;
use regex::Regex;
use std::sync::LazyLock;

static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"</?[a-zA-Z][^<>]*>"));

/// Compiles a pattern that is part of this crate. Patterns never come from a page.
#[allow(clippy::expect_used, reason = "the crate's own patterns are under test")]
pub(super) fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a fixed pattern")
}

/// Converts a metadata value to plain text: decodes character references (they are often escaped twice), removes
/// markup, control characters and bidirectional formatting characters, collapses white space to single spaces and
/// trims.
pub(super) fn plain(value: &str) -> String {
    if !value.contains(['&', '<']) {
        return tidy(value);
    }
    let decoded = decode_text(value);
    if decoded.contains('<') { tidy(&TAG.replace_all(&decoded, " ")) } else { tidy(&decoded) }
}

/// Removes control and bidirectional formatting characters, collapses white space and trims. Use it
/// for the page's own text, where references are already decoded and `<` is an ordinary character.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.split_whitespace().for_each(|word| push_word(&mut out, word));
    out
}

/// Joins the pieces of a line, which are separate words, and applies [`tidy`]. Returns `None` if there are more than
/// `limit` characters.
pub(super) fn tidy_line<'a>(pieces: impl Iterator<Item = &'a str>, limit: usize) -> Option<String> {
    let mut line = String::new();
    for word in pieces.flat_map(str::split_whitespace) {
        push_word(&mut line, word);
        // No character takes more than four bytes, so this line has too many characters.
        if line.len() > limit * 4 {
            return None;
        }
    }
    (line.chars().count() <= limit).then_some(line)
}

fn push_word(line: &mut String, word: &str) {
    let start = line.len();
    if start > 0 {
        line.push(' ');
    }
    let space = line.len();
    match word.contains(is_invisible) {
        true => line.extend(word.chars().filter(|&c| !is_invisible(c))),
        false => line.push_str(word),
    }
    if line.len() == space {
        line.truncate(start);
    }
}

/// Returns `true` for a character that is invisible or changes the direction of the text around it:
/// a control, the soft hyphen, the zero width space, the byte order mark, or a bidirectional
/// embedding, override or isolate. Joiners are not among them, because some scripts need them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Shortens a text to `limit` characters. The cut falls after a word and is marked with an
/// ellipsis.
pub(super) fn cap(text: String, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return text;
    };
    let head = &text[..end];
    // A text without spaces is cut at the limit.
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", head.trim_end())
}

/// Returns the letters and digits in lower case, with everything else as single spaces. Two places that name the same
/// thing then compare equal.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        // Combining marks belong to their letter: Vietnamese and Indic text may be decomposed.
        if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}') {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_plain_text() {
        let cases = [
            ("  Two\n\t words\u{a0}here ", "Two words here"),
            ("Bread &amp; butter &quot;now&quot;", "Bread & butter \"now\""),
            ("<p>One <b>bold</b> word</p>", "One bold word"),
            ("3 < 4", "3 < 4"),
            ("a\u{202e}b\u{0}c\u{2066}d\u{200b}e", "abcde"),
        ];
        for (value, expected) in cases {
            assert_eq!(plain(value), expected, "{value:?}");
        }
    }

    #[test]
    fn long_text_is_cut_after_a_word() {
        assert_eq!(cap("one two three".into(), 9), "one two…");
        assert_eq!(cap("một hai".into(), 7), "một hai");
        assert_eq!(cap("一二三四五".into(), 3), "一二三…");
    }

    #[test]
    fn folding_keeps_letters_and_digits() {
        assert_eq!(fold("“Giá Vàng” – 2024!"), "giá vàng 2024");
        assert_eq!(fold("—"), "");
    }
}
