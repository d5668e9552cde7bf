//! Reads Markdown inside a line (emphasis, links, images, code and notes), if the text is clearly
//! Markdown.
//!
//! The danger is in other text: `2 * 3 * 4`, `snake_case`, `[sic]`, a price with a footnote's star. So marks inside a
//! line are read only if the whole paste has two kinds of marks, or one that only Markdown has. A mark without its
//! closing mark stays as it is. Every search for a closing mark is bounded, so time is linear in the length of the
//! text.

use super::marks::{fence, table_rule};
use super::read::SourceLine;
use crate::tree::{NodeId, Tag, Tree};

/// Deepest nesting of spans that is read.
const MAX_DEPTH: usize = 8;
/// Longest text of a link that is read, in bytes.
const MAX_LINK_TEXT: usize = 500;
/// Longest address of a link that is read, in bytes.
const MAX_ADDRESS: usize = 2000;
/// Longest run of backticks around code that is read.
const MAX_BACKTICKS: usize = 4;

/// Returns `true` if a text is Markdown. It then has a link, an image or the rule under a table's
/// head, or at least two of these: headings, strong text, code, fences.
pub(super) fn is_markdown(lines: &[SourceLine]) -> bool {
    let (mut heading, mut strong, mut code, mut fenced) = (false, false, false, false);
    for line in lines {
        let text = line.trimmed();
        heading |= text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
        fenced |= fence(text).is_some();
        let mut rest = text;
        while let Some(at) = rest.find(['*', '`', ']']) {
            let mark = &rest[at..];
            strong |= mark.strip_prefix("**").is_some_and(|inside| emphasized(inside, '*', 2).is_some());
            code |= mark.strip_prefix('`').is_some_and(|inside| inside.find('`').is_some_and(|end| end > 0));
            if let Some(address) = mark.strip_prefix("](")
                && address_of_link(address).is_some_and(|(address, _)| is_address(address))
            {
                return true;
            }
            rest = &mark[1..];
        }
        if table_rule(text).is_some() {
            return true;
        }
    }
    [heading, strong, code, fenced].into_iter().filter(|&found| found).count() > 1
}

/// Returns `true` if a text can only be an address: of a page, of a place on this page, or of a
/// file.
fn is_address(address: &str) -> bool {
    ["http://", "https://", "mailto:", "/", "./", "../", "#"].iter().any(|start| address.starts_with(start))
}

/// Returns the number or name of the note that a line defines, and the note's text.
pub(super) fn note_definition(text: &str) -> Option<(&str, &str)> {
    let (label, says) = text.strip_prefix("[^")?.split_once("]:")?;
    (is_label(label) && !says.trim().is_empty()).then_some((label, says.trim()))
}

/// Returns the anchor name of a note.
pub(super) fn place_of_note(label: &str) -> String {
    format!("fn-{label}")
}

fn is_label(label: &str) -> bool {
    const LONGEST: usize = 40;
    !label.is_empty() && label.len() <= LONGEST && !label.contains(|c: char| c.is_whitespace() || "[]^".contains(c))
}

/// Adds a line's text to an element, with an element for each span.
pub(super) fn append(tree: &mut Tree, parent: NodeId, text: &str) {
    Spans { tree, missing: [false; MARKS] }.append(parent, text, 0);
}

/// Kinds of emphasis: one to three stars, one to three underscores, two tildes.
const EMPHASES: usize = 7;
/// Kinds of closing marks: those of emphasis and of code.
const MARKS: usize = EMPHASES + MAX_BACKTICKS;

struct Spans<'a> {
    tree: &'a mut Tree,
    /// `true` for each closing mark that does not occur in the rest of the text.
    missing: [bool; MARKS],
}

/// A span at the start of a text.
struct InlineSpan<'a> {
    kind: SpanKind<'a>,
    /// How many bytes of the text the span takes.
    length: usize,
}

enum SpanKind<'a> {
    Code(&'a str),
    Emphasis(&'a [Tag], &'a str),
    Link(&'a str, &'a str),
    Image(&'a str, &'a str),
    Note(&'a str),
}

impl Spans<'_> {
    fn append(&mut self, parent: NodeId, text: &str, depth: usize) {
        let mut before = None;
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['\\', '`', '*', '_', '~', '[', '!', '<']) {
            plain.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(mark) = escaped(rest) {
                plain.push_str(mark);
                rest = &rest[1 + mark.len()..];
                continue;
            }
            before = plain.chars().next_back().or(before);
            let Some(InlineSpan { kind, length }) = self.span(rest, before) else {
                let run = rest.len() - rest.trim_start_matches(rest.chars().next().unwrap_or_default()).len();
                plain.push_str(&rest[..run]);
                rest = &rest[run..];
                continue;
            };
            rest = &rest[length..];
            self.flush(parent, &mut plain);
            self.append_span(parent, kind, depth);
            before = None;
        }
        plain.push_str(rest);
        self.flush(parent, &mut plain);
    }

    fn flush(&mut self, parent: NodeId, plain: &mut String) {
        if !plain.is_empty() {
            self.tree.append_text(parent, plain);
            plain.clear();
        }
    }

    fn append_span(&mut self, parent: NodeId, kind: SpanKind<'_>, depth: usize) {
        match kind {
            SpanKind::Code(code) => {
                let element = self.tree.append_element(parent, Tag::CODE, &[]);
                self.tree.append_text(element, code);
            }
            SpanKind::Emphasis(tags, inside) => {
                let element = tags.iter().fold(parent, |parent, &tag| self.tree.append_element(parent, tag, &[]));
                self.inside(element, inside, depth);
            }
            SpanKind::Link(inside, address) => {
                let element = self.tree.append_element(parent, Tag::A, &[("href", address)]);
                self.inside(element, inside, depth);
            }
            SpanKind::Image(description, address) => {
                self.tree.append_element(parent, Tag::IMG, &[("src", address), ("alt", description)]);
            }
            SpanKind::Note(label) => {
                let raised = self.tree.append_element(parent, Tag::SUP, &[]);
                let address = format!("#{}", place_of_note(label));
                let link = self.tree.append_element(raised, Tag::A, &[("href", &address)]);
                self.tree.append_text(link, label);
            }
        }
    }

    /// Reads the text inside a span. A closing mark that is missing in the text after the span may
    /// still occur inside it.
    fn inside(&mut self, element: NodeId, text: &str, depth: usize) {
        if depth == MAX_DEPTH {
            self.tree.append_text(element, text);
        } else {
            Spans { tree: self.tree, missing: [false; MARKS] }.append(element, text, depth + 1);
        }
    }

    /// Reads the span at the start of a text. `before` is the character before it.
    fn span<'t>(&mut self, text: &'t str, before: Option<char>) -> Option<InlineSpan<'t>> {
        match text.as_bytes().first()? {
            b'`' => self.code(text),
            b'[' => {
                if let Some((label, _)) = text.strip_prefix("[^").and_then(|rest| rest.split_once(']'))
                    && is_label(label)
                {
                    return Some(InlineSpan { kind: SpanKind::Note(label), length: label.len() + 3 });
                }
                let (inside, address, length) = link(text)?;
                Some(InlineSpan { kind: SpanKind::Link(inside, address), length })
            }
            b'!' => {
                let (inside, address, length) = link(text.get(1..)?)?;
                Some(InlineSpan { kind: SpanKind::Image(inside, address), length: length + 1 })
            }
            b'<' => {
                let inside = text.get(1..)?;
                let end = bounded(inside, MAX_ADDRESS).find('>')?;
                let address = &inside[..end];
                let is_link = address.starts_with("http://") || address.starts_with("https://");
                (is_link && !address.contains(char::is_whitespace))
                    .then_some(InlineSpan { kind: SpanKind::Link(address, address), length: end + 2 })
            }
            _ => self.emphasis(text, before),
        }
    }

    fn code<'t>(&mut self, text: &'t str) -> Option<InlineSpan<'t>> {
        let inside = text.trim_start_matches('`');
        let count = text.len() - inside.len();
        let missing = self.missing.get_mut(EMPHASES..)?.get_mut(count - 1)?;
        if *missing {
            return None;
        }
        let mut at = 0;
        while let Some(found) = inside[at..].find('`') {
            let start = at + found;
            let run = inside[start..].len() - inside[start..].trim_start_matches('`').len();
            at = start + run;
            if run == count {
                return Some(InlineSpan { kind: SpanKind::Code(inside[..start].trim()), length: count + at });
            }
        }
        *missing = true;
        None
    }

    fn emphasis<'t>(&mut self, text: &'t str, before: Option<char>) -> Option<InlineSpan<'t>> {
        let mark = text.chars().next()?;
        let inside = text.trim_start_matches(mark);
        let count = text.len() - inside.len();
        let (kind, tags): (usize, &[Tag]) = match (mark, count) {
            ('*', 1) => (0, &[Tag::EM]),
            ('*', 2) => (1, &[Tag::STRONG]),
            ('*', 3) => (2, &[Tag::STRONG, Tag::EM]),
            ('_', 1) => (3, &[Tag::EM]),
            ('_', 2) => (4, &[Tag::STRONG]),
            ('_', 3) => (5, &[Tag::STRONG, Tag::EM]),
            ('~', 2) => (6, &[Tag::S]),
            _ => return None,
        };
        // Two stars may be inside a word, as in Chinese. A single star there is just as often a
        // multiplication sign.
        let in_word = before.is_some_and(char::is_alphanumeric) && !(mark == '*' && count > 1);
        if self.missing[kind] || in_word {
            return None;
        }
        match emphasized(inside, mark, count) {
            Some(length) => {
                Some(InlineSpan { kind: SpanKind::Emphasis(tags, &inside[..length]), length: length + 2 * count })
            }
            None => {
                self.missing[kind] = !inside.starts_with(char::is_whitespace);
                None
            }
        }
    }
}

/// Returns the character after a backslash at the start of a text, if it is a mark.
fn escaped(text: &str) -> Option<&str> {
    text.strip_prefix('\\')?.get(..1).filter(|mark| mark.bytes().all(|byte| byte.is_ascii_punctuation()))
}

/// Returns the length of the text before the closing mark of `count` characters.
fn emphasized(inside: &str, mark: char, count: usize) -> Option<usize> {
    if inside.starts_with(char::is_whitespace) {
        return None;
    }
    let mut at = 0;
    while let Some(found) = inside[at..].find(mark) {
        let start = at + found;
        let after = inside[start..].trim_start_matches(mark);
        let run = inside.len() - start - after.len();
        let closes = !inside[..start].ends_with([' ', '\t', '\\']) && start > 0;
        let in_word = after.starts_with(char::is_alphanumeric) && !(mark == '*' && count > 1);
        if run == count && closes && !in_word {
            return Some(start);
        }
        at = start + run;
    }
    None
}

/// Returns the text and the address of a link at the start of a text, and how many bytes the link
/// takes.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let inside = text.strip_prefix('[')?;
    let mut depth = 0;
    let mut escaped = false;
    let end = bounded(inside, MAX_LINK_TEXT).char_indices().find_map(|(at, c)| {
        let was_escaped = escaped;
        escaped = c == '\\' && !was_escaped;
        match c {
            _ if was_escaped => None,
            '[' if depth < 2 => {
                depth += 1;
                None
            }
            // So many open brackets are not a link. A search from each of them would take too long.
            '[' => Some(None),
            ']' if depth == 0 => Some(Some(at)),
            ']' => {
                depth -= 1;
                None
            }
            _ => None,
        }
    })??;
    let (address, length) = address_of_link(inside[end..].strip_prefix("](")?)?;
    Some((&inside[..end], address, 1 + end + 2 + length))
}

/// Returns the address in the round brackets of a link, and the number of bytes up to the end of
/// the closing bracket. A title in quotation marks may follow the address.
fn address_of_link(text: &str) -> Option<(&str, usize)> {
    let text = bounded(text, MAX_ADDRESS);
    let mut open = 0;
    let end = text.char_indices().find_map(|(at, c)| match c {
        '(' => {
            open += 1;
            None
        }
        ')' if open > 0 => {
            open -= 1;
            None
        }
        ')' => Some(at),
        c if c.is_whitespace() => Some(at),
        _ => None,
    })?;
    let address = text[..end].trim_start_matches('<').trim_end_matches('>');
    let title = text[end..].trim_start();
    let length = match title.chars().next()? {
        ')' => text.len() - title.len() + 1,
        quote @ ('"' | '\'') => {
            let close = title[1..].find(quote)? + 2;
            title[close..].trim_start().starts_with(')').then(|| text.len() - title[close..].trim_start().len() + 1)?
        }
        _ => return None,
    };
    (!address.is_empty()).then_some((address, length))
}

/// Returns at most `bytes` bytes from the start of a text.
fn bounded(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
