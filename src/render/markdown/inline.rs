//! The text of one paragraph, heading or cell, in two steps: collect its pieces, then write them.
//!
//! The first step removes what Markdown cannot express. Spaces at the inner edge of emphasis and links move outside
//! (`<b>a </b>b` becomes `**a** b`). Empty emphasis and links are dropped, and so are spaces and line breaks at either
//! end.

use super::emphasis::{keep_expressible, strokes};
use super::escape::{Dollars, TextContext, escape, is_character_reference};
use super::piece::{EmphasisMark, Piece};
use crate::document::{Embed, Image, Inline};
use crate::render::common::{Script, ScriptForm, is_forbidden};
use crate::url::SafeUrl;

/// The pieces of one block's text.
pub(super) struct Inlines<'a> {
    place: TextContext,
    pieces: Vec<Piece<'a>>,
    /// The number of links around the current place. `emphasis`, `strong` and `deleted` count marks
    /// in the same way. If marks of one kind are nested, only the outermost is written.
    links: usize,
    emphasis: usize,
    strong: usize,
    deleted: usize,
    /// The forms of the sub- and superscripts around the current place.
    scripts: Vec<ScriptForm<'a>>,
    /// References inside the open link, which are written after it.
    waiting_notes: Vec<usize>,
}

impl<'a> Inlines<'a> {
    pub(super) fn new(place: TextContext) -> Inlines<'a> {
        Inlines {
            place,
            pieces: Vec::new(),
            links: 0,
            emphasis: 0,
            strong: 0,
            deleted: 0,
            scripts: Vec::new(),
            waiting_notes: Vec::new(),
        }
    }

    pub(super) fn enter(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(_) if matches!(self.scripts.last(), Some(ScriptForm::Characters(_))) => {}
            Inline::Text(text) => self.text(text),
            Inline::Code(text) | Inline::Keyboard(text) => self.code(text.trim_matches(is_white)),
            Inline::Math(latex) if latex.trim_matches(is_white).is_empty() => {}
            Inline::Math(latex) => self.pieces.push(Piece::Math(latex)),
            // A link cannot contain another link.
            Inline::Note(index) if self.links > 0 => self.waiting_notes.push(index + 1),
            Inline::Note(index) => self.pieces.push(Piece::Note(index + 1)),
            Inline::Image(image) => self.pieces.push(Piece::Image(image)),
            Inline::LineBreak if self.place == TextContext::Paragraph => self.space(Piece::Break),
            Inline::LineBreak if self.place == TextContext::Cell => self.space(Piece::CellBreak),
            Inline::LineBreak => self.space(Piece::Space(" ")),
            Inline::Emphasis(_) => self.open(EmphasisMark::Emphasis),
            Inline::Strong(_) => self.open(EmphasisMark::Strong),
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

    /// Adds a link with a text, outside any other link.
    pub(super) fn link(&mut self, text: &'a str, url: &'a SafeUrl) {
        self.pieces.push(Piece::OpenLink);
        self.text(text);
        self.end(Piece::OpenLink, Piece::CloseLink(url));
    }

    pub(super) fn leave(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Emphasis(_) => self.close(EmphasisMark::Emphasis),
            Inline::Strong(_) => self.close(EmphasisMark::Strong),
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
            Inline::Subscript(_) => self.end_script(Script::Below),
            Inline::Superscript(_) => self.end_script(Script::Above),
            _ => {}
        }
    }

    /// Returns the block's Markdown, or an empty string if it has no text. Each line break begins a
    /// new line.
    pub(super) fn finish(mut self) -> String {
        while self.pieces.last().is_some_and(Piece::is_space) {
            self.pieces.pop();
        }
        keep_expressible(&mut self.pieces);
        mark_unsure_deletions(&mut self.pieces);
        let mut dollars = Dollars::new(self.pieces.iter().any(Piece::has_dollar));
        let mut out = String::new();
        let (mut after_note, mut is_linked) = (false, false);
        // Words and spaces are escaped together, because the effect of a character depends on its neighbours.
        let mut text = String::new();
        for piece in self.pieces {
            if let Piece::Word(word) | Piece::Space(word) = piece {
                // `[^1]:` would define a note, `[^1](` would begin a link.
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
                Piece::OpenTag(name) => out.extend(["<", name, ">"]),
                Piece::CloseTag(name) => out.extend(["</", name, ">"]),
                Piece::OpenLink => {
                    // `[^1][a](b)` would be a link with the text `^1`.
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

    pub(super) fn open(&mut self, mark: EmphasisMark) {
        let depth = self.depth(mark);
        *depth += 1;
        if *depth > 1 {
            return;
        }
        // `<b>a</b><b>b</b>` becomes `**ab**`.
        if self.pieces.last() == Some(&Piece::Close(mark)) {
            self.pieces.pop();
        } else {
            self.pieces.push(Piece::Open(mark));
        }
    }

    pub(super) fn close(&mut self, mark: EmphasisMark) {
        let depth = self.depth(mark);
        *depth -= 1;
        if *depth == 0 {
            self.end(Piece::Open(mark), Piece::Close(mark));
        }
    }

    fn depth(&mut self, mark: EmphasisMark) -> &mut usize {
        match mark {
            EmphasisMark::Emphasis => &mut self.emphasis,
            EmphasisMark::Strong => &mut self.strong,
        }
    }

    pub(super) fn text(&mut self, text: &'a str) {
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

    fn script(&mut self, content: &'a [Inline], script: Script) {
        let stands_alone = self.pieces.iter().rev().find(|piece| !piece.opens()).is_none_or(Piece::is_space);
        let form = script.form(content, stands_alone);
        match form {
            ScriptForm::Characters(text) => self.pieces.push(Piece::Script(text, script)),
            ScriptForm::Plain => {}
            ScriptForm::Marked => self.pieces.push(Piece::OpenTag(script.element())),
        }
        self.scripts.push(form);
    }

    fn end_script(&mut self, script: Script) {
        if self.scripts.pop() == Some(ScriptForm::Marked) {
            self.end(Piece::OpenTag(script.element()), Piece::CloseTag(script.element()));
        }
    }

    fn code(&mut self, code: &'a str) {
        // Two code spans side by side would be read as one with mixed fences. In a cell, the backslash of `\|` counts
        // as an escape even in code.
        let is_mark = |piece: &&Piece| {
            matches!(piece, Piece::Open(_) | Piece::Close(_) | Piece::OpenDeleted | Piece::CloseDeleted)
        };
        let before = self.pieces.iter().rev().find(|piece| !is_mark(piece));
        let follows_code = matches!(before, Some(Piece::Code(_)));
        if follows_code || (self.place == TextContext::Cell && code.contains("\\|")) {
            self.text(code);
        } else if !code.is_empty() {
            self.pieces.push(Piece::Code(code));
        }
    }

    /// Adds white space, unless there is already some, or nothing comes before it. If marks have
    /// just been opened, the white space is put before them.
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

    /// Ends a mark or a link before the white space at its end. If it is empty, drops both of its
    /// ends.
    fn end(&mut self, open: Piece<'a>, close: Piece<'a>) {
        let end = self.pieces.iter().rposition(|piece| !piece.is_space()).map_or(0, |last| last + 1);
        if self.pieces[..end].last() == Some(&open) {
            self.pieces.remove(end - 1);
        } else {
            self.pieces.insert(end, close);
        }
    }
}

/// Begins a link or a reference. A `!` before it would make it an image.
fn open_bracket(out: &mut String) {
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    out.push('[');
}

/// Returns an image of a figure, which is not part of a sentence.
pub(super) fn image(image: &Image) -> String {
    let mut out = String::new();
    write_image(&mut out, image, TextContext::Paragraph, &mut Dollars::new(false));
    out
}

/// Returns an embed as a link with its picture and title.
pub(super) fn card(embed: &Embed) -> String {
    let mut out = String::from("[");
    if let Some(thumbnail) = &embed.thumbnail {
        out.push_str("![]");
        write_destination(&mut out, thumbnail);
        out.push(' ');
    }
    let title: Vec<&str> = embed.title.split(is_white).filter(|word| !word.is_empty()).collect();
    escape(&mut out, &title.join(" "), TextContext::Paragraph, true, &mut Dollars::new(false));
    out.push(']');
    write_destination(&mut out, &embed.url);
    out
}

/// Returns LaTeX in a form that is safe in Markdown. A parser without formulas reads it as text, so
/// it must not contain a tag, a link, a list of attributes or the end of the formula. LaTeX has
/// other commands for `<` and `>`, and ignores additional spaces.
pub(super) fn formula(latex: &str) -> String {
    let mut out = String::with_capacity(latex.len());
    let mut before = ' ';
    for (at, c) in latex.char_indices() {
        match c {
            '<' => out.push_str("\\lt "),
            '>' => out.push_str("\\gt "),
            '$' if before != '\\' => {}
            '(' | ':' | '[' if before == ']' => out.extend([' ', c]),
            '[' if before == '!' => out.extend([' ', c]),
            '/' if before == ':' => out.extend([' ', c]),
            '{' if matches!(before, '*' | '_' | '~' | ')' | '=' | '+' | '^') && is_attribute_list(&latex[at..]) => {
                out.extend([' ', c]);
            }
            '`' => out.push('\''),
            _ if is_forbidden(c) => {}
            _ => out.push(c),
        }
        before = c;
    }
    out
}

/// Returns `true` if braces at the beginning of the text contain a list of attributes: a name of at
/// least three letters before an equals sign. Attributes with shorter names have no effect, and
/// `_{i=1}` must not be changed.
fn is_attribute_list(text: &str) -> bool {
    const SHORTEST_NAME: usize = 3;
    let inside = text.strip_prefix('{').unwrap_or(text).split(['{', '}']).next().unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    inside.match_indices('=').any(|(at, _)| {
        let before = inside[..at].trim_end();
        before.len() - before.trim_end_matches(is_name).len() >= SHORTEST_NAME
    })
}

fn write_formula(out: &mut String, latex: &str, place: TextContext) {
    let latex = formula(latex);
    let words: Vec<&str> = latex.split(is_white).filter(|word| !word.is_empty()).collect();
    let mut latex = words.join(" ");
    if place == TextContext::Cell {
        latex = latex.replace('|', "\\|");
    }
    out.extend(["$", &latex, "$"]);
}

/// Replaces `~~` by tags where a parser might not recognize it. Without the line, an old price and
/// the new one beside it would read as one number.
fn mark_unsure_deletions(pieces: &mut [Piece]) {
    let is_stroke = |piece: Piece| matches!(piece, Piece::OpenDeleted | Piece::CloseDeleted);
    let is_sure = |at: usize, pieces: &[Piece]| {
        let (before, after) = (at.checked_sub(1).map(|at| pieces[at]), pieces.get(at + 1).copied());
        let (opens, closes) = strokes(
            before.map_or(' ', |piece| piece.last_character()),
            after.map_or(' ', |piece| piece.first_character()),
        );
        let is_alone = !before.is_some_and(is_stroke) && !after.is_some_and(is_stroke);
        is_alone && if pieces[at] == Piece::OpenDeleted { opens } else { closes }
    };
    let mut open = None;
    for at in 0..pieces.len() {
        match (pieces[at], open) {
            (Piece::OpenDeleted, _) => open = Some(at),
            (Piece::CloseDeleted, Some(start)) if !(is_sure(start, pieces) && is_sure(at, pieces)) => {
                pieces[start] = Piece::OpenTag("del");
                pieces[at] = Piece::CloseTag("del");
            }
            _ => {}
        }
    }
}

fn write_image(out: &mut String, image: &Image, place: TextContext, dollars: &mut Dollars) {
    let alt: Vec<&str> = image.alt.split(is_white).filter(|word| !word.is_empty()).collect();
    out.push_str("![");
    escape(out, &alt.join(" "), place, true, dollars);
    out.push(']');
    write_destination(out, &image.url);
}

/// Writes the address of a link. A [`SafeUrl`] has no space, quote, backslash, `<`, `>` or `|`, so
/// only two characters need escapes.
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

/// Writes code between runs of backticks that the code does not contain.
fn write_code(out: &mut String, code: &str, place: TextContext) {
    let fence = "`".repeat(longest_backticks(code) + 1);
    let padding = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    out.push_str(&fence);
    out.push_str(padding);
    for c in code.chars() {
        match c {
            '|' if place == TextContext::Cell => out.push_str("\\|"),
            _ if is_collapsible(c) => out.push(' '),
            _ => out.push(c),
        }
    }
    out.push_str(padding);
    out.push_str(&fence);
}

/// Returns the length of the longest run of backticks.
pub(super) fn longest_backticks(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn is_white(c: char) -> bool {
    c.is_whitespace() || is_forbidden(c)
}

/// Returns `true` for white space equivalent to a space, and for control characters. The no-break space and similar
/// spaces do not count.
fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}') || is_forbidden(c)
}
