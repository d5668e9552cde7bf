//! A run of inline content. White space is collapsed, styles are merged, and the result is nested
//! again.
//!
//! A run is flat while it is collected: each piece of text has the list of its styles. So a style inside itself, a
//! block inside a link, and empty or adjacent styles need no special case. The nesting that [`nest`] builds is at most
//! as deep as there are styles.

use super::content::{append_line, push_sparingly};
use super::icon::is_icon;
use super::image::{is_copy, prefer};
use crate::document::{Block, Image, Inline, Locale};
use crate::script::is_chinese_or_japanese;
use crate::text;
use crate::url::SafeUrl;

/// A style of a piece of text. The numbers tell elements apart that must not be merged across a
/// space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A link. The number is its index in [`Meanings`]. Other kinds with an entry there use their
    /// index in the same way.
    Link(usize),
    Strong,
    Emphasis,
    Subscript,
    Superscript,
    Deleted,
    Inserted,
    Marked,
    Abbreviation(usize),
    Span(usize),
    Ruby(usize),
    /// The pronunciation in a ruby.
    Reading(usize),
    /// Always the innermost style, because code has no styles inside it. The same applies to keys.
    Code(usize),
    Keyboard(usize),
}

/// The values of styles that are more than a kind, such as the address of a link.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    pub(super) links: Vec<SafeUrl>,
    /// The long forms of abbreviations.
    pub(super) titles: Vec<String>,
    pub(super) locales: Vec<Locale>,
    /// The number of styles so far that have only a number and no other value. The number keeps
    /// neighbours of the same kind apart.
    pub(super) others: usize,
}

impl Style {
    /// Returns `true` if one of the two styles is enough for a text, such as a link in a link, or
    /// strong in strong.
    pub(super) fn is_same_kind(self, other: Style) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Returns `true` if no other style can be inside it.
    pub(super) fn is_verbatim(self) -> bool {
        matches!(self, Style::Code(_) | Style::Keyboard(_))
    }
}

#[derive(Debug)]
enum Content {
    Text(String),
    /// `large` is `true` if the page says that the image is large. Any other image may be an icon
    /// or a formula in a sentence.
    Image {
        image: Image,
        large: bool,
    },
    /// A formula in LaTeX.
    Math(String),
    /// A reference to a footnote.
    Note(usize),
    Break,
}

#[derive(Debug)]
struct RunPiece {
    styles: Vec<Style>,
    content: Content,
}

impl RunPiece {
    /// Returns `true` if it is text, and not just the space between two images.
    fn is_words(&self) -> bool {
        match &self.content {
            Content::Text(text) => !text.trim().is_empty(),
            Content::Math(_) | Content::Note(_) => true,
            Content::Image { .. } | Content::Break => false,
        }
    }

    fn is_break(&self) -> bool {
        matches!(self.content, Content::Break)
    }
}

/// White space that is written only if a word follows on the same line.
#[derive(Debug, Clone, Copy)]
struct Owed {
    space: char,
    /// `true` if the white space held a line break of the source. Chinese and Japanese text has no
    /// space there.
    newline: bool,
}

/// Inline content as it comes from the page, until the end of its block.
#[derive(Debug, Default)]
pub(super) struct InlineRun {
    pieces: Vec<RunPiece>,
    owed: Option<Owed>,
}

impl InlineRun {
    /// Returns `true` if the run has only white space.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Returns `true` if the run has text and not only images.
    pub(super) fn has_words(&self) -> bool {
        self.pieces.iter().any(RunPiece::is_words)
    }

    /// Returns `true` if the run ends with a formula.
    pub(super) fn ends_with_formula(&self) -> bool {
        self.pieces.last().is_some_and(|piece| matches!(piece.content, Content::Math(_)))
    }

    /// Adds text. White space collapses as in a browser, also across the ends of elements, and moves out of styles at
    /// their edges. A single no-break space between words stays.
    pub(super) fn text(&mut self, text: &str, styles: &[Style]) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let (words, after) = rest.split_at(words_as_shown(rest));
            rest = if words.is_empty() { &rest[c.len_utf8()..] } else { after };
            if !words.is_empty() {
                self.pay(c, styles);
                self.append(words, styles);
            } else if c.is_whitespace() {
                self.owe(c);
            }
        }
    }

    /// Adds a mark without a space before it, such as a closing quotation mark.
    pub(super) fn closing_mark(&mut self, mark: char, styles: &[Style]) {
        self.append(mark.encode_utf8(&mut [0; 4]), styles);
    }

    /// Adds white space.
    pub(super) fn space(&mut self) {
        self.owe(' ');
    }

    /// Adds a line break outside all styles. A style or link that continues is written once per line. Line breaks at
    /// the start and the end of a block are dropped later.
    pub(super) fn line_break(&mut self) {
        self.owed = None;
        // Two line breaks separate paragraphs. A third one adds nothing.
        if self.pieces.iter().rev().take(2).filter(|piece| piece.is_break()).count() < 2 {
            self.pieces.push(RunPiece { styles: Vec::new(), content: Content::Break });
        }
    }

    /// Adds a line break, unless the run is empty or a line has just begun.
    pub(super) fn fresh_line(&mut self) {
        if self.pieces.last().is_some_and(|last| !last.is_break()) {
            self.line_break();
        }
        self.owed = None;
    }

    /// Adds an image. A repeated image, as in lazy loading, is added once.
    pub(super) fn image(&mut self, image: Image, large: bool, styles: &[Style]) {
        if let Some(Content::Image { image: last, large: is_large }) =
            self.pieces.last_mut().map(|piece| &mut piece.content)
            && is_copy(last, &image)
        {
            *is_large |= large;
            return prefer(last, image);
        }
        self.whole(Content::Image { image, large }, styles);
    }

    /// Adds a formula.
    pub(super) fn math(&mut self, latex: String, styles: &[Style]) {
        self.whole(Content::Math(latex), styles);
    }

    /// Adds a reference to a footnote. A reference is raised and is a link by itself, so styles for
    /// these are not added.
    pub(super) fn note(&mut self, index: usize, styles: &[Style]) {
        let is_other = |style: &Style| !matches!(style, Style::Superscript | Style::Link(_));
        let styles: Vec<Style> = styles.iter().copied().filter(is_other).collect();
        self.whole(Content::Note(index), &styles);
    }

    /// Adds content that is not text. Code cannot contain such content.
    fn whole(&mut self, content: Content, styles: &[Style]) {
        let styles: Vec<Style> = styles.iter().copied().filter(|style| !style.is_verbatim()).collect();
        self.pay('x', &styles);
        self.pieces.push(RunPiece { styles, content });
    }

    /// Returns the current line so far. An image begins a line, because it may become a figure.
    fn line(&self) -> &[RunPiece] {
        let begins = |piece: &RunPiece| matches!(piece.content, Content::Break | Content::Image { .. });
        self.pieces.rsplit(begins).next().unwrap_or_default()
    }

    /// Returns the text of the line so far, if the line is only text of at most `max_bytes` bytes.
    pub(super) fn short_line(&self, max_bytes: usize) -> Option<String> {
        let mut short = String::new();
        for piece in self.line() {
            match &piece.content {
                Content::Text(text) if short.len() + text.len() <= max_bytes => short.push_str(text),
                _ => return None,
            }
        }
        Some(short)
    }

    /// Returns `true` if the line so far is a single link or a single bold text, and a text in
    /// these styles would not belong to it.
    pub(super) fn is_set_apart_from(&self, styles: &[Style]) -> bool {
        let [RunPiece { styles: own, content: Content::Text(_) }] = self.line() else { return false };
        own.first() != styles.first() && matches!(own.first(), Some(Style::Link(_) | Style::Strong))
    }

    /// Returns `true` if white space is pending before the next word.
    pub(super) fn owes_space(&self) -> bool {
        self.owed.is_some()
    }

    /// Drops pending white space, so that the next content joins the word before it.
    pub(super) fn join(&mut self) {
        self.owed = None;
    }

    fn owe(&mut self, c: char) {
        let newline = matches!(c, '\n' | '\r');
        let collapsible = c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        self.owed = Some(match self.owed {
            None => Owed { space: if collapsible { ' ' } else { c }, newline },
            Some(owed) => Owed { space: ' ', newline: owed.newline || newline },
        });
    }

    /// Writes the pending white space before `next`, in the styles that both sides share.
    fn pay(&mut self, next: char, styles: &[Style]) {
        let (Some(owed), Some(last)) = (self.owed.take(), self.pieces.last()) else { return };
        let before = match &last.content {
            Content::Break => return,
            Content::Text(text) => text.chars().next_back(),
            Content::Image { .. } | Content::Math(_) | Content::Note(_) => None,
        };
        if owed.newline && is_chinese_or_japanese(next) && before.is_some_and(is_chinese_or_japanese) {
            return;
        }
        let shared = shared_prefix(&last.styles, styles);
        self.append(owed.space.encode_utf8(&mut [0; 4]), &styles[..shared]);
    }

    fn append(&mut self, shown: &str, styles: &[Style]) {
        if let Some(RunPiece { styles: last, content: Content::Text(text) }) = self.pieces.last_mut()
            && last == styles
        {
            text.push_str(shown);
            return;
        }
        self.pieces.push(RunPiece { styles: styles.to_vec(), content: Content::Text(shown.into()) });
    }

    /// Returns the run as paragraphs, divided at two or more line breaks. Images apart from the words become figures.
    pub(super) fn into_blocks(self, meanings: &Meanings) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut part = Vec::new();
        let mut breaks = 0;
        for piece in self.pieces {
            if piece.is_break() {
                breaks += 1;
                continue;
            }
            if breaks > 1 {
                push_paragraph(std::mem::take(&mut part), meanings, &mut blocks);
            } else if breaks == 1 {
                part.push(RunPiece { styles: Vec::new(), content: Content::Break });
            }
            breaks = 0;
            part.push(piece);
        }
        push_paragraph(part, meanings, &mut blocks);
        blocks
    }

    /// Returns `true` if the run is too long for a heading and ends like a sentence. Many news sites set the lead of an
    /// article, of two or three lines, as a heading.
    pub(super) fn is_paragraph(&self) -> bool {
        const HEADING_WORDS: usize = 25;
        let text: String =
            self.pieces.iter().map(|piece| if let Content::Text(text) = &piece.content { text } else { " " }).collect();
        text::word_count(&text) > HEADING_WORDS && text::ends_sentence(&text)
    }

    /// Returns the run as one line for a heading. Line breaks become spaces. Strong is removed if
    /// it covers all words.
    pub(super) fn into_heading(self, meanings: &Meanings) -> Vec<Inline> {
        let mut line = InlineRun::default();
        for piece in self.pieces {
            match piece.content {
                Content::Text(text) => line.text(&text, &piece.styles),
                Content::Image { image, large } => line.image(image, large, &piece.styles),
                Content::Math(latex) => line.math(latex, &piece.styles),
                Content::Note(index) => line.note(index, &piece.styles),
                Content::Break => line.space(),
            }
        }
        drop_overall(Style::Strong, &mut line.pieces);
        nest(line.pieces, meanings)
    }

    /// Returns the run as a caption, and the images in it that are separate from the words. A style
    /// that covers all words is removed.
    pub(super) fn into_caption(mut self, meanings: &Meanings) -> (Vec<Image>, Vec<Inline>) {
        drop_overall(Style::Strong, &mut self.pieces);
        drop_overall(Style::Emphasis, &mut self.pieces);
        let (mut figure, mut caption) = (Vec::new(), Vec::new());
        for block in self.into_blocks(meanings) {
            match block {
                Block::Figure { images, .. } => figure.extend(images),
                Block::Paragraph(content) => append_line(&mut caption, content),
                _ => {}
            }
        }
        (figure, caption)
    }
}

/// Returns the length of the start of a text that needs no change: words with single spaces between them.
fn words_as_shown(text: &str) -> usize {
    let (mut end, mut after_word) = (0, false);
    for (at, c) in text.char_indices() {
        if c == ' ' && after_word {
            after_word = false;
        } else if c.is_whitespace() || is_invisible(c) {
            break;
        } else {
            end = at + c.len_utf8();
            after_word = true;
        }
    }
    end
}

/// Returns `true` for characters that break words in programs that read the text: control
/// characters, soft hyphens, zero-width spaces and byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || c.is_control()
}

/// Drops a style that covers all words. It is only the page's style for headings or captions.
fn drop_overall(style: Style, pieces: &mut [RunPiece]) {
    if pieces.iter().filter(|piece| piece.is_words()).all(|piece| piece.styles.contains(&style)) {
        for piece in pieces {
            piece.styles.retain(|&other| other != style);
        }
    }
}

fn shared_prefix(a: &[Style], b: &[Style]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Adds the pieces as a paragraph, and the images before and after its words as figures.
fn push_paragraph(mut pieces: Vec<RunPiece>, meanings: &Meanings, blocks: &mut Vec<Block>) {
    let (Some(first), Some(last)) =
        (pieces.iter().position(RunPiece::is_words), pieces.iter().rposition(RunPiece::is_words))
    else {
        return push_figure(pieces, blocks);
    };
    let after = if stands_apart(pieces[last + 1..].iter()) { pieces.split_off(last + 1) } else { Vec::new() };
    let words =
        if stands_apart(pieces[..first].iter().rev()) { pieces.split_off(first) } else { std::mem::take(&mut pieces) };
    push_figure(pieces, blocks);
    let content = nest(trimmed(words), meanings);
    if !content.is_empty() {
        blocks.push(Block::Paragraph(content));
    }
    push_figure(after, blocks);
}

/// Returns `true` if the pieces between the words and an end of their block are a figure and not
/// part of the sentence. Either a line break separates them from the words, or all images are
/// large. The pieces come in order from the words outwards.
fn stands_apart<'a>(mut pieces: impl Iterator<Item = &'a RunPiece> + Clone) -> bool {
    pieces.clone().next().is_some_and(RunPiece::is_break)
        || pieces.all(|piece| !matches!(piece.content, Content::Image { large: false, .. }))
}

/// Adds images as a figure. Icons are dropped, because they have a meaning only in a sentence.
fn push_figure(pieces: Vec<RunPiece>, blocks: &mut Vec<Block>) {
    let images: Vec<Image> = pieces
        .into_iter()
        .filter_map(|piece| match piece.content {
            Content::Image { image, .. } if !is_icon(&image) => Some(image),
            _ => None,
        })
        .collect();
    if !images.is_empty() {
        blocks.push(Block::Figure { images, caption: Vec::new() });
    }
}

/// Returns the pieces without line breaks and white space at both ends.
fn trimmed(mut pieces: Vec<RunPiece>) -> Vec<RunPiece> {
    let Some(first) = pieces.iter().position(|piece| !piece.is_break()) else { return Vec::new() };
    let last = pieces.iter().rposition(|piece| !piece.is_break()).unwrap_or(first);
    pieces.truncate(last + 1);
    pieces.drain(..first);
    // The image at the front was removed, but the space after it may still be there.
    if let Some(RunPiece { content: Content::Text(text), .. }) = pieces.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
        if text.is_empty() {
            pieces.remove(0);
        }
    }
    if let Some(RunPiece { content: Content::Text(text), .. }) = pieces.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            pieces.pop();
        }
    }
    pieces
}

/// Nests the pieces in their styles. Neighbours share the styles that both begin with.
fn nest(pieces: Vec<RunPiece>, meanings: &Meanings) -> Vec<Inline> {
    let mut content = Vec::new();
    // The styles around the current piece, each with the content before its start.
    let mut open: Vec<(Style, Vec<Inline>)> = Vec::new();
    let close = |open: &mut Vec<(Style, Vec<Inline>)>, content: &mut Vec<Inline>| {
        if let Some((style, outside)) = open.pop() {
            let inside = std::mem::replace(content, outside);
            push(content, wrap(style, inside, meanings));
        }
    };
    for piece in pieces {
        let shared = open.iter().zip(&piece.styles).take_while(|((open, _), style)| open == *style).count();
        while open.len() > shared {
            close(&mut open, &mut content);
        }
        for &style in &piece.styles[shared..] {
            open.push((style, std::mem::take(&mut content)));
        }
        push(
            &mut content,
            match piece.content {
                Content::Text(text) => Inline::Text(text),
                Content::Image { image, .. } => Inline::Image(image),
                Content::Math(latex) => Inline::Math(latex),
                Content::Note(index) => Inline::Note(index),
                Content::Break => Inline::LineBreak,
            },
        );
    }
    while !open.is_empty() {
        close(&mut open, &mut content);
    }
    content
}

fn wrap(style: Style, inside: Vec<Inline>, meanings: &Meanings) -> Inline {
    match style {
        Style::Link(number) => Inline::Link { url: meanings.links[number].clone(), content: inside },
        Style::Strong => Inline::Strong(inside),
        Style::Emphasis => Inline::Emphasis(inside),
        Style::Subscript => Inline::Subscript(inside),
        Style::Superscript => Inline::Superscript(inside),
        Style::Deleted => Inline::Deleted(inside),
        Style::Inserted => Inline::Inserted(inside),
        Style::Marked => Inline::Marked(inside),
        Style::Abbreviation(number) => Inline::Abbreviation { title: meanings.titles[number].clone(), content: inside },
        Style::Span(number) => Inline::Span { locale: meanings.locales[number].clone(), content: inside },
        Style::Ruby(_) => Inline::Ruby(inside),
        Style::Reading(_) => Inline::Reading(inside),
        Style::Code(_) => Inline::Code(text_of(inside)),
        Style::Keyboard(_) => Inline::Keyboard(text_of(inside)),
    }
}

fn text_of(content: Vec<Inline>) -> String {
    let text = |inline| if let Inline::Text(text) = inline { Some(text) } else { None };
    content.into_iter().filter_map(text).collect()
}

/// Adds an inline. Merges it with the one before if both are text or both are code.
fn push(content: &mut Vec<Inline>, inline: Inline) {
    match (content.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(text)) | (Some(Inline::Code(last)), Inline::Code(text)) => {
            last.push_str(&text);
        }
        (_, inline) => push_sparingly(content, inline),
    }
}
