//! Escapes text so that Markdown reads it as the same text.

/// The place of a text. Some characters are special only in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextContext {
    /// A paragraph.
    Paragraph,
    /// A heading: it is one line, and a `#` at its end would be dropped.
    Heading,
    /// A cell of a table: it is one line, and `|` would end it.
    Cell,
}

/// Decides which dollar signs of a block would begin or end a formula.
#[derive(Debug)]
pub(super) struct Dollars {
    /// `true` if the block has dollar signs that cannot be escaped, mostly those of formulas. Any
    /// other dollar sign could pair with one of them.
    act: bool,
    /// `true` if a dollar sign was written that could pair with another one.
    seen: bool,
}

impl Dollars {
    pub(super) fn new(act: bool) -> Dollars {
        Dollars { act, seen: false }
    }

    /// Returns `true` if the next dollar sign has a special meaning after this character. A dollar
    /// sign after white space does not end a formula.
    fn acts(&mut self, before: Option<char>) -> bool {
        let acts = self.act || (self.seen && !before.is_some_and(char::is_whitespace));
        self.seen = true;
        acts
    }
}

/// Appends text without line breaks to a block's Markdown. Puts a backslash before each character
/// that would have a special meaning at its place.
///
/// Besides CommonMark's own characters, this includes those that make GitHub's parser recognize a link: the colon of
/// `https://`, the dot of `www.` and the `@` of an address. In the text of a link, `is_linked`, they have no effect.
/// There a bracket after `!` is written as a character reference. The parser marked removes backslashes before brackets
/// before it reads a link's text, so it would see an image with an address chosen by the page.
///
/// A brace begins a list of attributes for Pandoc, kramdown, Python-Markdown's `attr_list` and markdown-it-attrs, and
/// an expression for MDX: `{onmouseover=…}` would be a handler of the element before it.
pub(super) fn escape(out: &mut String, text: &str, place: TextContext, is_linked: bool, dollars: &mut Dollars) {
    let begins_line = out.is_empty() || out.ends_with('\n');
    let marker = if begins_line { block_marker(text) } else { None };
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next();
        let acts = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '{' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '&' => is_character_reference(rest),
            '|' => place == TextContext::Cell,
            '$' => dollars.acts(before),
            '#' => place == TextContext::Heading && matches!(before, None | Some(' ')),
            ':' => !is_linked && matches!(before, Some('p' | 'P' | 's' | 'S')) && after == Some('/'),
            '.' => !is_linked && ends_with_www(&text[..at]) && after.is_some_and(char::is_alphanumeric),
            '@' => !is_linked && before.is_some_and(is_address_character) && after.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if c == '[' && is_linked && out.ends_with('!') {
            out.push_str("&#91;");
            before = Some(c);
            continue;
        }
        if acts || marker == Some(at) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
}

/// Returns where to escape a line of text so that it does not begin a quote, heading, list, table,
/// thematic break or underline of a heading. The end of the text counts as the end of the line,
/// because the content after it may be dropped.
fn block_marker(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let after = line[first.len_utf8()..].chars().next();
    let ends = |c: Option<char>| matches!(c, None | Some(' '));
    let acts = match first {
        '>' | '|' => true,
        '#' => ends(line.trim_start_matches('#').chars().next()),
        '+' => ends(after),
        '-' => ends(after) || matches!(after, Some('-' | '|' | ':')),
        '=' => ends(after) || after == Some('='),
        ':' => after == Some('-'),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let mut rest = line[digits..].chars();
            let is_item = matches!(rest.next(), Some('.' | ')')) && ends(rest.next());
            return is_item.then_some(digits);
        }
        _ => false,
    };
    acts.then_some(0)
}

/// Returns `true` if `&` before `rest` would begin a character reference (`&amp;`, `&#60;`).
pub(super) fn is_character_reference(rest: &str) -> bool {
    // The longest name has 31 characters, `CounterClockwiseContourIntegral`.
    let mut bytes = rest.bytes().take(32).skip_while(|&b| b.is_ascii_alphanumeric() || b == b'#');
    bytes.next().is_none_or(|b| b == b';')
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

fn is_address_character(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_acts_is_escaped() {
        // The place, the text, and the Markdown.
        let cases = [
            (TextContext::Paragraph, "Giá: 5.000 đồng (rẻ!) - 50% & hơn #1 + 2 = 3", None),
            (TextContext::Paragraph, "snake_case_name #tag -5 +5 :) 1.5 2) 3.x", None),
            (TextContext::Paragraph, "AT&T &copy &nbsp ; a > b | c", None),
            (TextContext::Paragraph, "-5", None),
            (TextContext::Paragraph, "#tag", None),
            (TextContext::Paragraph, "1.5", None),
            (TextContext::Paragraph, "_a_ b_ _c", Some("\\_a\\_ b\\_ \\_c")),
            (TextContext::Paragraph, "&amp; &#60; &#x3C;", Some("\\&amp; \\&#60; \\&#x3C;")),
            (TextContext::Paragraph, "a & b; c&d;", Some("a & b; c\\&d;")),
            (TextContext::Paragraph, "https://a.example ftp://b", Some("https\\://a.example ftp\\://b")),
            (TextContext::Paragraph, "www.a.example", Some("www\\.a.example")),
            (TextContext::Paragraph, "W.H. Auden", None),
            (TextContext::Paragraph, "an@example.com @an", Some("an\\@example.com @an")),
            (TextContext::Paragraph, "[a](b) ![c](d)", Some("\\[a\\](b) !\\[c\\](d)")),
            (TextContext::Paragraph, "<b> `c` *d* ~e~ \\f", Some("\\<b> \\`c\\` \\*d\\* \\~e\\~ \\\\f")),
            (TextContext::Paragraph, "> a", Some("\\> a")),
            (TextContext::Paragraph, "| a", Some("\\| a")),
            (TextContext::Paragraph, "### a", Some("\\### a")),
            (TextContext::Paragraph, "###", Some("\\###")),
            (TextContext::Paragraph, "+ a", Some("\\+ a")),
            (TextContext::Paragraph, "---", Some("\\---")),
            (TextContext::Paragraph, "===", Some("\\===")),
            (TextContext::Paragraph, ":-: | a", Some("\\:-: | a")),
            (TextContext::Paragraph, "12) a", Some("12\\) a")),
            (TextContext::Paragraph, "2024.", Some("2024\\.")),
            (TextContext::Paragraph, "a {onclick=x} {: .b} {", Some("a \\{onclick=x} \\{: .b} \\{")),
            (TextContext::Heading, "a # b ##", Some("a \\# b \\##")),
            (TextContext::Heading, "a {#b}", Some("a \\{#b}")),
            (TextContext::Heading, "C# c#", None),
            (TextContext::Cell, "a {.b}", Some("a \\{.b}")),
            (TextContext::Cell, "a|b", Some("a\\|b")),
            (TextContext::Paragraph, "$5 and $6, US$7", Some("$5 and $6, US\\$7")),
            (TextContext::Paragraph, "$$x$$", Some("$\\$x\\$\\$")),
        ];
        for (place, text, expected) in cases {
            let mut out = String::new();
            escape(&mut out, text, place, false, &mut Dollars::new(false));
            assert_eq!(out, expected.unwrap_or(text), "{place:?}");
        }
    }

    #[test]
    fn no_address_acts_in_the_text_of_a_link() {
        let mut out = String::from("[");
        escape(
            &mut out,
            "https://www.a.example, an@example.com",
            TextContext::Paragraph,
            true,
            &mut Dollars::new(false),
        );
        assert_eq!(out, "[https://www.a.example, an@example.com");
    }

    #[test]
    fn no_image_begins_in_the_text_of_a_link() {
        // The parser marked reads this text without the backslashes before brackets.
        let mut out = String::from("[");
        escape(&mut out, "a [b] ![c](d)", TextContext::Paragraph, true, &mut Dollars::new(false));
        assert_eq!(out, "[a \\[b\\] !&#91;c\\](d)");
    }

    #[test]
    fn block_markers_act_at_the_beginning_of_a_line_only() {
        let mut out = String::from("a");
        escape(&mut out, "- b > c 1. d", TextContext::Paragraph, false, &mut Dollars::new(false));
        assert_eq!(out, "a- b > c 1. d");
        let mut out = String::from("a\\\n");
        escape(&mut out, "- b", TextContext::Paragraph, false, &mut Dollars::new(false));
        assert_eq!(out, "a\\\n\\- b");
    }
}
