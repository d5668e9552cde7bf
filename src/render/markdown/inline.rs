//! The text of one paragraph, heading or cell, in two steps: collect its pieces, then write them.
//!
//! Collecting tidies what pages write and Markdown cannot read: spaces at the inner edge of emphasis and links
//! move outside (`<b>a </b>b` is `**a** b`), emphasis of nothing and links on nothing go, and so do spaces and
//! line breaks at either end.

use super::emphasis::{Mark, keep_expressible};
use super::escape::{Place, escape, is_character_reference};
use crate::document::{Image, Inline};
use crate::render::is_forbidden;
use crate::url::SafeUrl;

/// What a line of Markdown is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Piece<'a> {
    /// A word or a part of one.
    Word(&'a str),
    /// White space inside a line: one space, or no-break spaces and the like as they are.
    Space(&'a str),
    /// A line break.
    Break,
    Code(&'a str),
    Image(&'a Image),
    Open(Mark),
    Close(Mark),
    OpenLink,
    CloseLink(&'a SafeUrl),
}

impl Piece<'_> {
    /// The first character as Markdown, so far as its class goes: an escaped one is punctuation like its escape.
    pub(super) fn first_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next().unwrap_or(' '),
            Piece::Break => '\\',
            Piece::Code(_) => '`',
            Piece::Image(_) => '!',
            Piece::Open(_) | Piece::Close(_) => '*',
            Piece::OpenLink => '[',
            Piece::CloseLink(_) => ']',
        }
    }

    /// The last character as Markdown.
    pub(super) fn last_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next_back().unwrap_or(' '),
            Piece::Break => '\n',
            Piece::Code(_) => '`',
            Piece::Image(_) | Piece::CloseLink(_) => ')',
            Piece::Open(_) | Piece::Close(_) => '*',
            Piece::OpenLink => '[',
        }
    }

    fn opens(&self) -> bool {
        matches!(self, Piece::Open(_) | Piece::OpenLink)
    }

    fn is_space(&self) -> bool {
        matches!(self, Piece::Space(_) | Piece::Break)
    }
}

/// The pieces of one block's text.
pub(super) struct Inlines<'a> {
    place: Place,
    pieces: Vec<Piece<'a>>,
    /// Links and marks around the current place. Of those inside their like only the outermost is written.
    links: usize,
    emphasis: usize,
    strong: usize,
}

impl<'a> Inlines<'a> {
    pub(super) fn new(place: Place) -> Inlines<'a> {
        Inlines { place, pieces: Vec::new(), links: 0, emphasis: 0, strong: 0 }
    }

    pub(super) fn enter(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Code(text) => self.code(text.trim_matches(is_white)),
            Inline::Image(image) => self.pieces.push(Piece::Image(image)),
            Inline::LineBreak if self.place == Place::Paragraph => self.space(Piece::Break),
            Inline::LineBreak => self.space(Piece::Space(" ")),
            Inline::Emphasis(_) => self.open(Mark::Emphasis),
            Inline::Strong(_) => self.open(Mark::Strong),
            Inline::Link { .. } => {
                if self.links == 0 {
                    self.pieces.push(Piece::OpenLink);
                }
                self.links += 1;
            }
            Inline::Subscript(_) | Inline::Superscript(_) => {}
        }
    }

    pub(super) fn leave(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Emphasis(_) => self.close(Mark::Emphasis),
            Inline::Strong(_) => self.close(Mark::Strong),
            Inline::Link { url, .. } => {
                self.links -= 1;
                if self.links == 0 {
                    self.end(Piece::OpenLink, Piece::CloseLink(url));
                }
            }
            _ => {}
        }
    }

    /// The block's Markdown, on several lines if it has line breaks; empty if it says nothing.
    pub(super) fn finish(mut self) -> String {
        while self.pieces.last().is_some_and(Piece::is_space) {
            self.pieces.pop();
        }
        keep_expressible(&mut self.pieces);
        let mut out = String::new();
        // Words and spaces are escaped together, because what a character does depends on its neighbours.
        let mut text = String::new();
        for piece in self.pieces {
            if let Piece::Word(word) | Piece::Space(word) = piece {
                text.push_str(word);
                continue;
            }
            escape(&mut out, &text, self.place);
            text.clear();
            match piece {
                Piece::Word(_) | Piece::Space(_) => {}
                Piece::Break => out.push_str("\\\n"),
                Piece::Code(code) => write_code(&mut out, code, self.place),
                Piece::Image(image) => write_image(&mut out, image, self.place),
                Piece::Open(mark) | Piece::Close(mark) => out.push_str(mark.stars()),
                Piece::OpenLink => {
                    // `!` before a link would make it an image.
                    if out.ends_with('!') {
                        out.pop();
                        out.push_str("\\!");
                    }
                    out.push('[');
                }
                Piece::CloseLink(url) => {
                    out.push(']');
                    write_destination(&mut out, url);
                }
            }
        }
        escape(&mut out, &text, self.place);
        out
    }

    pub(super) fn open(&mut self, mark: Mark) {
        let depth = self.depth(mark);
        *depth += 1;
        if *depth > 1 {
            return;
        }
        // `<b>a</b><b>b</b>` is `**ab**`.
        if self.pieces.last() == Some(&Piece::Close(mark)) {
            self.pieces.pop();
        } else {
            self.pieces.push(Piece::Open(mark));
        }
    }

    pub(super) fn close(&mut self, mark: Mark) {
        let depth = self.depth(mark);
        *depth -= 1;
        if *depth == 0 {
            self.end(Piece::Open(mark), Piece::Close(mark));
        }
    }

    fn depth(&mut self, mark: Mark) -> &mut usize {
        match mark {
            Mark::Emphasis => &mut self.emphasis,
            Mark::Strong => &mut self.strong,
        }
    }

    fn text(&mut self, text: &'a str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_white(c) != is_white(first)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            rest = after;
            if !is_white(first) {
                self.pieces.push(Piece::Word(run));
            } else if run.chars().any(is_collapsible) {
                self.space(Piece::Space(" "));
            } else {
                self.space(Piece::Space(run));
            }
        }
    }

    fn code(&mut self, code: &'a str) {
        // Two code spans side by side would be one with odd fences. And in a cell, the backslash of `\|` is taken
        // for an escape even in code.
        let before = self.pieces.iter().rev().find(|piece| !matches!(piece, Piece::Open(_) | Piece::Close(_)));
        let follows_code = matches!(before, Some(Piece::Code(_)));
        if follows_code || (self.place == Place::Cell && code.contains("\\|")) {
            self.text(code);
        } else if !code.is_empty() {
            self.pieces.push(Piece::Code(code));
        }
    }

    /// Adds white space, unless there is some or nothing stands before it; before marks that have just opened.
    fn space(&mut self, space: Piece<'a>) {
        let place = self.pieces.iter().rposition(|piece| !piece.opens()).map_or(0, |last| last + 1);
        match place.checked_sub(1).map(|last| self.pieces[last]) {
            None => {}
            Some(Piece::Space(_)) if space == Piece::Break => self.pieces[place - 1] = space,
            Some(Piece::Break) if space == Piece::Break => self.pieces.insert(place, space),
            Some(Piece::Space(_) | Piece::Break) => {}
            Some(_) => self.pieces.insert(place, space),
        }
    }

    /// Ends a mark or a link before the white space at its end; leaves both ends out if it is empty.
    fn end(&mut self, open: Piece<'a>, close: Piece<'a>) {
        let end = self.pieces.iter().rposition(|piece| !piece.is_space()).map_or(0, |last| last + 1);
        if self.pieces[..end].last() == Some(&open) {
            self.pieces.remove(end - 1);
        } else {
            self.pieces.insert(end, close);
        }
    }
}

/// Images of a figure stand alone.
pub(super) fn image(image: &Image) -> String {
    let mut out = String::new();
    write_image(&mut out, image, Place::Paragraph);
    out
}

fn write_image(out: &mut String, image: &Image, place: Place) {
    let alt: Vec<&str> = image.alt.split(is_white).filter(|word| !word.is_empty()).collect();
    out.push_str("![");
    escape(out, &alt.join(" "), place);
    out.push(']');
    write_destination(out, &image.url);
}

/// A [`SafeUrl`] has no space, quote, backslash, `<`, `>` or `|`, so only these two need care.
fn write_destination(out: &mut String, url: &SafeUrl) {
    let url = url.as_str();
    let has_parentheses = url.contains(['(', ')']);
    out.push_str(if has_parentheses { "(<" } else { "(" });
    for (at, c) in url.char_indices() {
        if c == '&' && is_character_reference(&url[at + 1..]) {
            out.push('\\');
        }
        out.push(c);
    }
    out.push_str(if has_parentheses { ">)" } else { ")" });
}

/// Writes code between runs of backticks that it does not hold itself.
fn write_code(out: &mut String, code: &str, place: Place) {
    let fence = "`".repeat(longest_backticks(code) + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    out.push_str(&fence);
    out.push_str(padding);
    for c in code.chars() {
        match c {
            '|' if place == Place::Cell => out.push_str("\\|"),
            _ if is_collapsible(c) => out.push(' '),
            _ => out.push(c),
        }
    }
    out.push_str(padding);
    out.push_str(&fence);
}

/// Length of the longest run of backticks.
pub(super) fn longest_backticks(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn is_white(c: char) -> bool {
    c.is_whitespace() || is_forbidden(c)
}

/// White space that is as good as a space, and control characters. Not the no-break space and its kin.
fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}') || is_forbidden(c)
}
