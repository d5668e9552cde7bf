//! HTML source to tokens. The only module that names lol_html.
//!
//! lol_html knows where text, comments and doctypes lie and which elements hold raw text; it reports tags only
//! through selectors, and stray end tags not at all. So it is asked for the first three, and whatever lies
//! between them is tags, which are read here from the source. Two things are dangerous:
//!
//! - lol_html reads `<noscript>` as raw text, as a browser with scripts does. Forums keep their text and news
//!   pages their images there, so lol_html is shown a copy in which the element has another name of the same
//!   length. Every token is then cut from the source. `<svg/>`, which lol_html takes for open, is hidden too.
//! - Where a tag ends must be seen here as it is there, or what follows is read as attributes: hence the
//!   attribute states of the standard, quirks included.

use crate::entities;
use crate::input_error::InputError;
use crate::limits::MAX_INPUT_BYTES;
use crate::limits::{MAX_ATTRIBUTES, MAX_TOKENIZER_MEMORY};
use lol_html::html_content::{Comment, Doctype, TextChunk};
use lol_html::{DocumentContentHandlers, HtmlRewriter, MemorySettings, Settings};
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

/// A piece of HTML source.
#[derive(Debug, PartialEq)]
pub(crate) enum HtmlToken<'a> {
    /// A doctype, with what the choice of quirks mode needs of it.
    Doctype(DoctypeIds),
    /// A comment or what is read as one. Its content is of no use, but that it was there is.
    Comment,
    /// All text up to the next tag or comment, character references decoded.
    Text(Cow<'a, str>),
    /// A start tag.
    Start {
        /// The name as written.
        name: &'a str,
        /// Names as written and raw values, at most [`MAX_ATTRIBUTES`]; names may repeat.
        attributes: &'a [RawAttribute<'a>],
        /// Whether it ends in `/>`.
        self_closing: bool,
    },
    /// An end tag.
    End {
        /// The name as written.
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

/// An attribute as it stands in the source.
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

/// A part of the source that is no tag.
struct Covered {
    range: Range<usize>,
    kind: CoveredKind,
}

enum CoveredKind {
    /// Text whose character references count.
    Text,
    /// Text of a script, a style sheet or the like, as it is.
    RawText,
    Comment,
    Doctype(DoctypeIds),
}

/// Reads HTML and gives its tokens to `take` in order.
///
/// Line ends become `\n`; NUL characters and a byte order mark are dropped. A tag that the source ends in is
/// no token.
///
/// # Errors
///
/// [`InputError::TooLarge`] past [`MAX_INPUT_BYTES`].
pub(crate) fn tokenize(html: &str, mut take: impl FnMut(HtmlToken<'_>)) -> Result<(), InputError> {
    let too_large = || InputError::TooLarge { bytes: html.len(), limit: MAX_INPUT_BYTES };
    if html.len() > MAX_INPUT_BYTES {
        return Err(too_large());
    }
    let source = normalise(html);
    let source = source.as_ref();
    // The memory limit is the only thing that lol_html can fail on here.
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
    // Two fast searches: the one for either character reads the page character by character.
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

/// Returns a copy for lol_html, every byte at its place, in which the names that mislead it are changed: `noscript`,
/// and `svg` and `math` in tags like `<svg/>`, which it takes for open.
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
            // Reading no tag from inside another keeps this linear.
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

/// Reads a page's text by lol_html and does nothing more: the limit that benches compare with. Returns the text's
/// bytes.
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

/// Joins the chunks of each text. lol_html gives a text in several; a character reference may lie across two of them.
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

/// Reads what lies between two covered parts: tags one after the other, and the brackets of a CDATA section.
fn read_tags(source: &str, take: &mut impl FnMut(HtmlToken<'_>)) {
    let mut attributes = Vec::new();
    let mut position = 0;
    while let Some(open) = source[position..].find('<') {
        let tag = &source[position + open..];
        let Some(length) = read_tag(tag, &mut attributes, take) else { return };
        position += open + length;
    }
}

/// Reads the tag that `source` begins with. Its length, or `None` where the source ends in it.
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

/// Reads the attribute that begins at `start`, and says where it ends.
fn read_attribute(source: &str, start: usize) -> Option<(RawAttribute<'_>, usize)> {
    let bytes = source.as_bytes();
    // An equals sign in front is part of the name.
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
