//! Converts HTML source to tokens. No other module uses lol_html.
//!
//! lol_html finds text, comments, doctypes, and the elements that hold raw text. But it reports
//! tags only through selectors, and does not report stray end tags. So this module uses it only for
//! text, comments and doctypes. Everything between them is tags, which this module reads from the
//! source. There are two dangers:
//!
//! - lol_html reads `<noscript>` as raw text, as a browser with scripts does. But forums keep their text and news pages
//!   their images there. So lol_html gets a copy in which the element has another name of the same length, and every
//!   token is cut from the original source. `<svg/>`, which lol_html treats as open, is renamed in the same way.
//! - This module and lol_html must agree on where a tag ends. Otherwise the text after it would be read as attributes.
//!   So the attribute states of the standard are implemented, including their quirks.

use crate::entities;
use crate::input_error::InputError;
use crate::limits::MAX_INPUT_BYTES;
use crate::limits::{MAX_ATTRIBUTES, MAX_TOKENIZER_MEMORY};
use lol_html::html_content::{Comment, Doctype, TextChunk};
use lol_html::{DocumentContentHandlers, HtmlRewriter, MemorySettings, Settings};
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

/// A token of HTML.
#[derive(Debug, PartialEq)]
pub(crate) enum HtmlToken<'a> {
    /// A doctype, with the parts that decide on quirks mode.
    Doctype(DoctypeIds),
    /// A comment, or markup that is read as one. Only its presence matters, not its content.
    Comment,
    /// All text up to the next tag or comment, with character references decoded.
    Text(Cow<'a, str>),
    /// A start tag.
    Start {
        /// The name as in the source, which may have capitals.
        name: &'a str,
        /// The names and values as in the source, at most [`MAX_ATTRIBUTES`]. Names may repeat.
        attributes: &'a [RawAttribute<'a>],
        /// `true` if it ends with `/>`.
        self_closing: bool,
    },
    /// An end tag.
    End {
        /// The name as in the source, which may have capitals.
        name: &'a str,
    },
}

/// The parts of a doctype in lower case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DoctypeIds {
    pub name: Option<String>,
    pub public_id: Option<String>,
    pub system_id: Option<String>,
}

/// An attribute as in the source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RawAttribute<'a> {
    pub name: &'a str,
    raw_value: &'a str,
}

impl<'a> RawAttribute<'a> {
    /// Returns the value with its character references decoded.
    pub fn value(&self) -> Cow<'a, str> {
        entities::decode_attribute(self.raw_value)
    }
}

/// A part of the source that is not a tag.
struct Covered {
    range: Range<usize>,
    kind: CoveredKind,
}

enum CoveredKind {
    /// Text with character references.
    Text,
    /// Text of a script, a style sheet or a similar element, without character references.
    RawText,
    Comment,
    Doctype(DoctypeIds),
}

/// Reads HTML and passes its tokens to `take` in order.
///
/// Line ends become `\n`. NUL characters and a byte order mark are dropped. An unfinished tag at the end of the source
/// is dropped too.
///
/// # Errors
///
/// [`InputError::TooLarge`] for more than [`MAX_INPUT_BYTES`].
pub(crate) fn tokenize(html: &str, mut take: impl FnMut(HtmlToken<'_>)) -> Result<(), InputError> {
    let too_large = || InputError::TooLarge { bytes: html.len(), limit: MAX_INPUT_BYTES };
    if html.len() > MAX_INPUT_BYTES {
        return Err(too_large());
    }
    let source = normalise(html);
    let source = source.as_ref();
    // The only possible failure of lol_html here is its memory limit.
    let covered = find_covered(&disguise(source)).map_err(|_| too_large())?;
    let mut position = 0;
    for Covered { range, kind } in join_text(covered) {
        read_tags(&source[position..range.start], &mut take);
        position = range.end;
        let content = &source[range];
        take(match kind {
            CoveredKind::Text => HtmlToken::Text(entities::decode_text(content)),
            CoveredKind::RawText => HtmlToken::Text(Cow::Borrowed(content)),
            CoveredKind::Comment => HtmlToken::Comment,
            CoveredKind::Doctype(ids) => HtmlToken::Doctype(ids),
        });
    }
    read_tags(&source[position..], &mut take);
    Ok(())
}

fn normalise(html: &str) -> Cow<'_, str> {
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    // Two separate searches are fast. A single search for either character would read the page
    // character by character.
    if !html.contains('\r') && !html.contains('\0') {
        return Cow::Borrowed(html);
    }
    let mut normal = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.bytes().position(|byte| byte == b'\r' || byte == b'\0') {
        normal.push_str(&rest[..at]);
        let is_line_end = rest.as_bytes()[at] == b'\r';
        rest = &rest[at + 1..];
        if is_line_end {
            normal.push('\n');
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    normal.push_str(rest);
    Cow::Owned(normal)
}

/// Returns a copy for lol_html in which every byte keeps its place. Names that mislead lol_html are
/// changed: `noscript`, and `svg` and `math` in tags such as `<svg/>`, which it treats as open.
fn disguise(source: &str) -> Cow<'_, [u8]> {
    let bytes = source.as_bytes();
    let mut copy = Cow::Borrowed(bytes);
    let mut hide = |name_end: usize| copy.to_mut()[name_end - 1] = b'x';
    let mut attributes = Vec::new();
    let mut tag_end = 0;
    for (open, _) in source.match_indices('<') {
        let name = if bytes.get(open + 1) == Some(&b'/') { open + 2 } else { open + 1 };
        let is_named = |wanted: &str| {
            bytes.get(name..name + wanted.len()).is_some_and(|found| found.eq_ignore_ascii_case(wanted.as_bytes()))
        };
        if is_named("noscript") {
            hide(name + "noscript".len());
        } else if open >= tag_end && (is_named("svg") || is_named("math")) {
            let length = read_tag(&source[open..], &mut attributes, &mut |token| {
                if let HtmlToken::Start { name: closed, self_closing: true, .. } = token {
                    hide(name + closed.len());
                }
            });
            // Tags inside other tags are not read, which keeps this linear.
            tag_end = length.map_or(source.len(), |length| open + length);
        }
    }
    copy
}

fn find_covered(source: &[u8]) -> Result<Vec<Covered>, lol_html::errors::RewritingError> {
    let covered = RefCell::new(Vec::new());
    let cover = |range: Range<usize>, kind: CoveredKind| covered.borrow_mut().push(Covered { range, kind });
    let handlers = DocumentContentHandlers::default()
        .text(|text: &mut TextChunk<'_>| {
            let kind = if text.text_type().allows_html_entities() { CoveredKind::Text } else { CoveredKind::RawText };
            cover(text.source_location().bytes(), kind);
            Ok(())
        })
        .comments(|comment: &mut Comment<'_>| {
            cover(comment.source_location().bytes(), CoveredKind::Comment);
            Ok(())
        })
        .doctype(|doctype: &mut Doctype<'_>| {
            let ids = DoctypeIds {
                name: doctype.name(),
                public_id: doctype.public_id().map(|id| id.to_ascii_lowercase()),
                system_id: doctype.system_id().map(|id| id.to_ascii_lowercase()),
            };
            cover(doctype.source_location().bytes(), CoveredKind::Doctype(ids));
            Ok(())
        });
    let settings = Settings::new()
        .with_strict(false)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(MAX_TOKENIZER_MEMORY))
        .append_document_content_handler(handlers);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    rewriter.write(source)?;
    rewriter.end()?;
    Ok(covered.into_inner())
}

/// Reads a page's text with lol_html and does nothing else. Benchmarks compare their times with
/// this one. Returns the number of bytes of the text.
#[cfg(feature = "bench")]
pub fn lex_alone(source: &str) -> usize {
    let bytes = std::cell::Cell::new(0);
    let handlers = DocumentContentHandlers::default().text(|text: &mut TextChunk<'_>| {
        bytes.set(bytes.get() + text.as_str().len());
        Ok(())
    });
    let settings = Settings::new().with_strict(false).append_document_content_handler(handlers);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    let whole = rewriter.write(source.as_bytes()).and_then(|()| rewriter.end());
    debug_assert!(whole.is_ok());
    bytes.get()
}

/// Joins the chunks of each text. lol_html splits texts, even inside a character reference.
fn join_text(covered: Vec<Covered>) -> Vec<Covered> {
    let mut joined: Vec<Covered> = Vec::with_capacity(covered.len());
    for next in covered {
        if next.range.is_empty() {
            continue;
        }
        if let Some(last) = joined.last_mut()
            && last.range.end == next.range.start
            && matches!(
                (&last.kind, &next.kind),
                (CoveredKind::Text, CoveredKind::Text) | (CoveredKind::RawText, CoveredKind::RawText)
            )
        {
            last.range.end = next.range.end;
        } else {
            joined.push(next);
        }
    }
    joined
}

/// Reads the source between two covered parts: successive tags, and the brackets of a CDATA section.
fn read_tags(source: &str, take: &mut impl FnMut(HtmlToken<'_>)) {
    let mut attributes = Vec::new();
    let mut position = 0;
    while let Some(open) = source[position..].find('<') {
        let tag = &source[position + open..];
        let Some(length) = read_tag(tag, &mut attributes, take) else { return };
        position += open + length;
    }
}

/// Reads the tag at the start of `source`. Returns its length, or `None` if the source ends inside it.
fn read_tag<'a>(
    source: &'a str,
    attributes: &mut Vec<RawAttribute<'a>>,
    take: &mut impl FnMut(HtmlToken<'_>),
) -> Option<usize> {
    let bytes = source.as_bytes();
    let is_end = bytes.get(1) == Some(&b'/');
    let name_start = if is_end { 2 } else { 1 };
    if !bytes.get(name_start)?.is_ascii_alphabetic() {
        return Some(name_start);
    }
    let name_end = find(bytes, name_start, |byte| is_space(byte) || matches!(byte, b'/' | b'>'))?;
    let name = &source[name_start..name_end];
    attributes.clear();
    let mut self_closing = false;
    let mut position = name_end;
    loop {
        position = find(bytes, position, |byte| !is_space(byte))?;
        match bytes[position] {
            b'>' => break,
            b'/' => {
                position += 1;
                self_closing = *bytes.get(position)? == b'>';
                continue;
            }
            _ => {}
        }
        let (attribute, end) = read_attribute(source, position)?;
        if attributes.len() < MAX_ATTRIBUTES {
            attributes.push(attribute);
        }
        position = end;
    }
    take(if is_end { HtmlToken::End { name } } else { HtmlToken::Start { name, attributes, self_closing } });
    Some(position + 1)
}

/// Reads the attribute that begins at `start`. Also returns where it ends.
fn read_attribute(source: &str, start: usize) -> Option<(RawAttribute<'_>, usize)> {
    let bytes = source.as_bytes();
    // An equals sign at the start is part of the name.
    let name_end = find(bytes, start + 1, |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='))?;
    let name = &source[start..name_end];
    let after_name = find(bytes, name_end, |byte| !is_space(byte))?;
    if bytes[after_name] != b'=' {
        return Some((RawAttribute { name, raw_value: "" }, after_name));
    }
    let value_start = find(bytes, after_name + 1, |byte| !is_space(byte))?;
    let (raw_value, end) = match bytes[value_start] {
        quote @ (b'"' | b'\'') => {
            let end = find(bytes, value_start + 1, |byte| byte == quote)?;
            (&source[value_start + 1..end], end + 1)
        }
        b'>' => ("", value_start),
        _ => {
            let end = find(bytes, value_start, |byte| is_space(byte) || byte == b'>')?;
            (&source[value_start..end], end)
        }
    };
    Some((RawAttribute { name, raw_value }, end))
}

fn find(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.get(from..)?.iter().position(|&byte| wanted(byte)).map(|offset| from + offset)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 0x0c)
}
