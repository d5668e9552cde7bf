//! The text of one paragraph, heading or cell, in two steps: collect its pieces, then write them.
//!
//! Collecting tidies what pages write and Markdown cannot read: spaces at the inner edge of emphasis and links
//! move outside (`<b>a </b>b` is `**a** b`), emphasis of nothing and links on nothing go, and so do spaces and
//! line breaks at either end.

use super::emphasis::{Mark, keep_expressible};
use super::escape::{Dollars, Place, escape, is_character_reference};
use crate::document::{Embed, Image, Inline};
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
    /// A line break in a cell, where it is HTML.
    CellBreak,
    Code(&'a str),
    Math(&'a str),
    /// Digits and signs above or below the line, which Unicode has characters for.
    Script(&'a str, Script),
    /// A reference to the footnote of this number.
    Note(usize),
    Image(&'a Image),
    Open(Mark),
    Close(Mark),
    OpenLink,
    CloseLink(&'a SafeUrl),
    OpenDeleted,
    CloseDeleted,
}

/// Where a script stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Script {
    Above,
    Below,
}

impl Script {
    /// The character that stands for another one as a script, of Unicode's block "Superscripts and Subscripts".
    fn of(self, c: char) -> Option<char> {
        const PLAIN: &str = "0123456789+-=()";
        let scripts = match self {
            Script::Above => "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾",
            Script::Below => "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎",
        };
        let c = if c == '−' { '-' } else { c };
        PLAIN.chars().zip(scripts.chars()).find(|&(plain, _)| plain == c).map(|(_, script)| script)
    }
}

impl Piece<'_> {
    /// The first character as Markdown, so far as its class goes: an escaped one is punctuation like its escape.
    pub(super) fn first_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next().unwrap_or(' '),
            Piece::Break => '\\',
            Piece::CellBreak => '<',
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

    /// The last character as Markdown.
    pub(super) fn last_character(&self) -> char {
        match self {
            Piece::Word(text) | Piece::Space(text) => text.chars().next_back().unwrap_or(' '),
            Piece::Break => '\n',
            Piece::CellBreak => '>',
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

    fn opens(&self) -> bool {
        matches!(self, Piece::Open(_) | Piece::OpenLink | Piece::OpenDeleted)
    }

    /// Whether it holds a dollar sign that cannot be escaped.
    fn has_dollar(&self) -> bool {
        match self {
            Piece::Math(_) => true,
            Piece::Code(code) => code.contains('$'),
            Piece::CloseLink(url) => url.as_str().contains('$'),
            Piece::Image(image) => image.url.as_str().contains('$'),
            _ => false,
        }
    }

    fn is_space(&self) -> bool {
        matches!(self, Piece::Space(_) | Piece::Break | Piece::CellBreak)
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
    deleted: usize,
    /// Sub- and superscripts around the current place whose text is written already.
    scripts: usize,
    /// References inside the open link, which come after it.
    waiting_notes: Vec<usize>,
}

impl<'a> Inlines<'a> {
    pub(super) fn new(place: Place) -> Inlines<'a> {
        Inlines {
            place,
            pieces: Vec::new(),
            links: 0,
            emphasis: 0,
            strong: 0,
            deleted: 0,
            scripts: 0,
            waiting_notes: Vec::new(),
        }
    }

    pub(super) fn enter(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(_) if self.scripts > 0 => {}
            Inline::Text(text) => self.text(text),
            Inline::Code(text) | Inline::Keyboard(text) => self.code(text.trim_matches(is_white)),
            Inline::Math(latex) if latex.trim_matches(is_white).is_empty() => {}
            Inline::Math(latex) => self.pieces.push(Piece::Math(latex)),
            // A link cannot hold another.
            Inline::Note(index) if self.links > 0 => self.waiting_notes.push(index + 1),
            Inline::Note(index) => self.pieces.push(Piece::Note(index + 1)),
            Inline::Image(image) => self.pieces.push(Piece::Image(image)),
            Inline::LineBreak if self.place == Place::Paragraph => self.space(Piece::Break),
            Inline::LineBreak if self.place == Place::Cell => self.space(Piece::CellBreak),
            Inline::LineBreak => self.space(Piece::Space(" ")),
            Inline::Emphasis(_) => self.open(Mark::Emphasis),
            Inline::Strong(_) => self.open(Mark::Strong),
            Inline::Link { .. } => {
                if self.links == 0 {
                    self.pieces.push(Piece::OpenLink);
                }
                self.links += 1;
            }
            Inline::Deleted(_) => {
                if self.deleted == 0 {
                    self.pieces.push(Piece::OpenDeleted);
                }
                self.deleted += 1;
            }
            Inline::Reading(_) => self.text("("),
            Inline::Subscript(content) => self.script(content, Script::Below),
            Inline::Superscript(content) => self.script(content, Script::Above),
            Inline::Inserted(_)
            | Inline::Marked(_)
            | Inline::Abbreviation { .. }
            | Inline::Span { .. }
            | Inline::Ruby(_) => {}
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
                    self.pieces.extend(self.waiting_notes.drain(..).map(Piece::Note));
                }
            }
            Inline::Deleted(_) => {
                self.deleted -= 1;
                if self.deleted == 0 {
                    self.end(Piece::OpenDeleted, Piece::CloseDeleted);
                }
            }
            Inline::Reading(_) => self.text(")"),
            Inline::Subscript(_) | Inline::Superscript(_) => self.scripts = self.scripts.saturating_sub(1),
            _ => {}
        }
    }

    /// The block's Markdown, on several lines if it has line breaks; empty if it says nothing.
    pub(super) fn finish(mut self) -> String {
        while self.pieces.last().is_some_and(Piece::is_space) {
            self.pieces.pop();
        }
        keep_sure_deletions(&mut self.pieces);
        keep_expressible(&mut self.pieces);
        let mut dollars = Dollars::new(self.pieces.iter().any(Piece::has_dollar));
        let mut out = String::new();
        let (mut after_note, mut is_linked) = (false, false);
        // Words and spaces are escaped together, because what a character does depends on its neighbours.
        let mut text = String::new();
        for piece in self.pieces {
            if let Piece::Word(word) | Piece::Space(word) = piece {
                // `[^1]:` would be a note, `[^1](` a link.
                if after_note && text.is_empty() && word.starts_with([':', '(']) {
                    out.push('\\');
                }
                after_note = false;
                text.push_str(word);
                continue;
            }
            escape(&mut out, &text, self.place, is_linked, &mut dollars);
            text.clear();
            let followed_note = std::mem::replace(&mut after_note, matches!(piece, Piece::Note(_)));
            match piece {
                Piece::Word(_) | Piece::Space(_) => {}
                Piece::CellBreak => out.push_str("<br>"),
                Piece::Break => out.push_str("\\\n"),
                Piece::Code(code) => write_code(&mut out, code, self.place),
                Piece::Math(latex) => write_formula(&mut out, latex, self.place),
                Piece::Script(text, script) => out.extend(text.chars().filter_map(|c| script.of(c))),
                Piece::Note(number) => {
                    open_bracket(&mut out);
                    out.push_str(&format!("^{number}]"));
                }
                Piece::Image(image) => write_image(&mut out, image, self.place, &mut dollars),
                Piece::Open(mark) | Piece::Close(mark) => out.push_str(mark.stars()),
                Piece::OpenDeleted | Piece::CloseDeleted => out.push_str("~~"),
                Piece::OpenLink => {
                    // `[^1][a](b)` would be a link called `^1`.
                    if followed_note {
                        out.push(' ');
                    }
                    open_bracket(&mut out);
                    is_linked = true;
                }
                Piece::CloseLink(url) => {
                    is_linked = false;
                    out.push(']');
                    write_destination(&mut out, url);
                }
            }
        }
        escape(&mut out, &text, self.place, is_linked, &mut dollars);
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

    /// `10<sup>6</sup>` without its raised digit would be another number.
    fn script(&mut self, content: &'a [Inline], script: Script) {
        if let [Inline::Text(text)] = content
            && !text.is_empty()
            && text.chars().all(|c| script.of(c).is_some())
        {
            self.pieces.push(Piece::Script(text, script));
            self.scripts = 1;
        }
    }

    fn code(&mut self, code: &'a str) {
        // Two code spans side by side would be one with odd fences. And in a cell, the backslash of `\|` is taken
        // for an escape even in code.
        let is_mark = |piece: &&Piece| {
            matches!(piece, Piece::Open(_) | Piece::Close(_) | Piece::OpenDeleted | Piece::CloseDeleted)
        };
        let before = self.pieces.iter().rev().find(|piece| !is_mark(piece));
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
        let is_break = matches!(space, Piece::Break | Piece::CellBreak);
        match place.checked_sub(1).map(|last| self.pieces[last]) {
            None => {}
            Some(Piece::Space(_)) if is_break => self.pieces[place - 1] = space,
            Some(Piece::Break | Piece::CellBreak) if is_break => self.pieces.insert(place, space),
            Some(Piece::Space(_) | Piece::Break | Piece::CellBreak) => {}
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

/// Begins a link or a reference. `!` before it would make it an image.
fn open_bracket(out: &mut String) {
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    out.push('[');
}

/// Images of a figure stand alone.
pub(super) fn image(image: &Image) -> String {
    let mut out = String::new();
    write_image(&mut out, image, Place::Paragraph, &mut Dollars::new(false));
    out
}

/// An embed: a link with its picture and title.
pub(super) fn card(embed: &Embed) -> String {
    let mut out = String::from("[");
    if let Some(thumbnail) = &embed.thumbnail {
        out.push_str("![]");
        write_destination(&mut out, thumbnail);
        out.push(' ');
    }
    let title: Vec<&str> = embed.title.split(is_white).filter(|word| !word.is_empty()).collect();
    escape(&mut out, &title.join(" "), Place::Paragraph, true, &mut Dollars::new(false));
    out.push(']');
    write_destination(&mut out, &embed.url);
    out
}

/// LaTeX as it can stand in Markdown, which a parser without formulas reads as text: nothing in it may be a tag, a link
/// or the end of the formula. LaTeX has other words for `<` and `>` and does not mind spaces.
pub(super) fn formula(latex: &str) -> String {
    let mut out = String::with_capacity(latex.len());
    let mut before = ' ';
    for c in latex.chars() {
        match c {
            '<' => out.push_str("\\lt "),
            '>' => out.push_str("\\gt "),
            '$' if before != '\\' => {}
            '(' | ':' | '[' if before == ']' => out.extend([' ', c]),
            '[' if before == '!' => out.extend([' ', c]),
            '`' => out.push('\''),
            _ if is_forbidden(c) => {}
            _ => out.push(c),
        }
        before = c;
    }
    out
}

fn write_formula(out: &mut String, latex: &str, place: Place) {
    let latex = formula(latex);
    let words: Vec<&str> = latex.split(is_white).filter(|word| !word.is_empty()).collect();
    let mut latex = words.join(" ");
    if place == Place::Cell {
        latex = latex.replace('|', "\\|");
    }
    out.extend(["$", &latex, "$"]);
}

/// Leaves out the strokes that a parser might not read: they have to stand between white space and a word.
fn keep_sure_deletions(pieces: &mut Vec<Piece>) {
    let is_edge = |piece: Option<&Piece>| piece.is_none_or(Piece::is_space);
    let is_word = |piece: Option<&Piece>| matches!(piece, Some(Piece::Word(_)));
    let sure: Vec<bool> = (0..pieces.len())
        .map(|at| {
            let (before, after) = (at.checked_sub(1).and_then(|at| pieces.get(at)), pieces.get(at + 1));
            match pieces[at] {
                Piece::OpenDeleted => is_edge(before) && is_word(after),
                Piece::CloseDeleted => is_word(before) && is_edge(after),
                _ => true,
            }
        })
        .collect();
    let mut keep = vec![true; pieces.len()];
    let mut open = None;
    for (at, piece) in pieces.iter().enumerate() {
        match (piece, open) {
            (Piece::OpenDeleted, _) => open = Some(at),
            (Piece::CloseDeleted, Some(start)) => {
                keep[start] = sure[start] && sure[at];
                keep[at] = keep[start];
            }
            _ => {}
        }
    }
    let mut keep = keep.into_iter();
    pieces.retain(|_| keep.next() == Some(true));
}

fn write_image(out: &mut String, image: &Image, place: Place, dollars: &mut Dollars) {
    let alt: Vec<&str> = image.alt.split(is_white).filter(|word| !word.is_empty()).collect();
    out.push_str("![");
    escape(out, &alt.join(" "), place, true, dollars);
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
