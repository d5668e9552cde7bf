//! The pieces of the text of one paragraph, heading or cell.

use crate::document::Image;
use crate::render::common::Script;
use crate::url::SafeUrl;

/// The meaning of a pair of stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EmphasisMark {
    /// `*`
    Emphasis,
    /// `**`
    Strong,
}

impl EmphasisMark {
    pub(super) fn stars(self) -> &'static str {
        match self {
            EmphasisMark::Emphasis => "*",
            EmphasisMark::Strong => "**",
        }
    }
}

/// A piece of a line of Markdown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece<'a> {
    /// A word or part of one.
    Word(&'a str),
    /// White space inside a line: a single space, or unchanged special spaces such as no-break
    /// spaces.
    Space(&'a str),
    /// A line break.
    Break,
    /// A line break in a cell, which is written in HTML.
    CellBreak,
    Code(&'a str),
    Math(&'a str),
    /// Raised or lowered digits and signs that have Unicode characters.
    Script(&'a str, Script),
    /// A reference to the footnote with this number.
    Note(usize),
    Image(&'a Image),
    Open(EmphasisMark),
    Close(EmphasisMark),
    OpenLink,
    CloseLink(&'a SafeUrl),
    OpenDeleted,
    CloseDeleted,
    /// The opening tag of an element for which Markdown has no marks, by the element's name.
    OpenTag(&'static str),
    CloseTag(&'static str),
}

impl Piece<'_> {
    /// Returns the first character of the piece in Markdown, or another one of the same class. An
    /// escaped character counts as punctuation, like its backslash.
    pub(super) fn first_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next().unwrap_or(' '),
            Piece::Break => '\\',
            Piece::CellBreak | Piece::OpenTag(_) | Piece::CloseTag(_) => '<',
            Piece::Code(_) => '`',
            Piece::Script(..) => '²',
            Piece::Math(_) => '$',
            Piece::Image(_) => '!',
            Piece::Open(_) | Piece::Close(_) => '*',
            Piece::OpenLink | Piece::Note(_) => '[',
            Piece::CloseLink(_) => ']',
            Piece::OpenDeleted | Piece::CloseDeleted => '~',
        }
    }

    /// Returns the last character of the piece in Markdown.
    pub(super) fn last_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next_back().unwrap_or(' '),
            Piece::Break => '\n',
            Piece::CellBreak | Piece::OpenTag(_) | Piece::CloseTag(_) => '>',
            Piece::Code(_) => '`',
            Piece::Script(..) => '²',
            Piece::Math(_) => '$',
            Piece::Image(_) | Piece::CloseLink(_) => ')',
            Piece::Open(_) | Piece::Close(_) => '*',
            Piece::OpenLink => '[',
            Piece::Note(_) => ']',
            Piece::OpenDeleted | Piece::CloseDeleted => '~',
        }
    }

    pub(super) fn opens(&self) -> bool {
        matches!(self, Piece::Open(_) | Piece::OpenLink | Piece::OpenDeleted | Piece::OpenTag(_))
    }

    /// Returns `true` if the piece has a dollar sign that cannot be escaped.
    pub(super) fn has_dollar(&self) -> bool {
        match self {
            Piece::Math(_) => true,
            Piece::Code(code) => code.contains('$'),
            Piece::CloseLink(url) => url.as_str().contains('$'),
            Piece::Image(image) => image.url.as_str().contains('$'),
            _ => false,
        }
    }

    pub(super) fn is_space(&self) -> bool {
        matches!(self, Piece::Space(_) | Piece::Break | Piece::CellBreak)
    }
}
