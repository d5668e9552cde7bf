//! Character references: `&amp;`, `&eacute;`, `&#8212;`.
//!
//! The table of names and the rules for broken references are those of the HTML standard, as implemented by htmlize.
//! The danger is the difference between text and attribute values: `?a=1&copy=2` in a link must stay unchanged.

use std::borrow::Cow;

/// Replaces the character references in a text.
///
/// A reference without a semicolon counts if the standard allows it (`&amp x`). Numbers without a
/// character become U+FFFD. Text that is not a reference stays unchanged.
pub(crate) fn decode_text(text: &str) -> Cow<'_, str> {
    if text.contains('&') { htmlize::unescape(text) } else { Cow::Borrowed(text) }
}

/// Replaces the character references in an attribute's value.
///
/// Unlike in text, a reference without a semicolon stays unchanged if `=`, a letter or a digit follows.
pub(crate) fn decode_attribute(value: &str) -> Cow<'_, str> {
    if value.contains('&') { htmlize::unescape_attribute(value) } else { Cow::Borrowed(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text() {
        for (source, expected) in [
            ("không có gì", "không có gì"),
            ("T&ocirc;i &amp; b&#7841;n", "Tôi & bạn"),
            ("&#x1EBF;&#X1ebf;", "ếế"),
            ("a&nbsp;b", "a\u{a0}b"),
            ("fish &amp chips", "fish & chips"),
            ("AT&T, a & b, &;, &#;, &#x;", "AT&T, a & b, &;, &#;, &#x;"),
            ("&notit; &notin;", "¬it; ∉"),
            ("&unknown; &amp;amp;", "&unknown; &amp;"),
            ("&#0; &#xD800; &#x110000;", "\u{fffd} \u{fffd} \u{fffd}"),
            ("&#150; &#x80;", "– €"),
            ("&NotEqualTilde;", "≂\u{338}"),
            ("end &", "end &"),
        ] {
            assert_eq!(decode_text(source), expected, "{source}");
        }
    }

    #[test]
    fn attribute_values() {
        for (source, expected) in [
            ("/?a=1&amp;b=2", "/?a=1&b=2"),
            ("/?a=1&copy=2", "/?a=1&copy=2"),
            ("/?a=1&copyright", "/?a=1&copyright"),
            ("/?a=1&copy;=2", "/?a=1©=2"),
            ("© &copy 2024", "© © 2024"),
        ] {
            assert_eq!(decode_attribute(source), expected, "{source}");
        }
    }
}
