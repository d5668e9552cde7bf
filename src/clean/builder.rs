//! Collects the results of the walk into blocks. The state is a stack of open containers and one
//! run of inline content.

mod styles;

use super::code::Code;
use super::content::{append_line, push_sparingly, strong_lines};
use super::frame::{Container, Frame, RawDefinition, RawItem, close_definitions, close_list, close_post};
use super::headings;
use super::inline::{InlineRun, Meanings, Style};
use super::part::{RawPart, close_figure, drop_empty_end, resolve};
use super::table::RawCell;
use crate::document::{Block, Document, Embed, Image, Inline, Note, put_notes_in_order};
use crate::limits::MAX_DOCUMENT_DEPTH;
use crate::selection::Role;

/// A block that is a single line of inline content, even if the page has blocks inside it.
#[derive(Debug, Clone, Copy)]
pub(super) enum LineBlock {
    /// A heading, with its level on the page.
    Heading(u8),
    Caption,
    TableCaption,
    /// A term of a definition list.
    Term,
    /// The title of a callout.
    Title,
}

/// Marks that are written around the content of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub(super) open: char,
    pub(super) close: char,
}

/// Builds a [`Document`] from calls in document order.
#[derive(Debug)]
pub(super) struct DocumentBuilder {
    frames: Vec<Frame>,
    run: InlineRun,
    /// `true` if the run is the caption of an image outside a `figure`.
    run_is_caption: bool,
    /// The heading or caption that the run belongs to.
    line: Option<LineBlock>,
    /// `true` if the line has words of the article itself.
    line_has_body: bool,
    /// The open `pre`, which receives all text.
    code: Option<Code>,
    styles: Vec<Style>,
    meanings: Meanings,
    /// Opening marks that are written before their first word.
    marks: Vec<char>,
    /// The footnotes by number. `outside` is the state of the text around the open one.
    notes: Vec<Vec<RawPart>>,
    outside: Option<Outside>,
}

/// The state of the text around a footnote.
#[derive(Debug, Default)]
struct Outside {
    run: InlineRun,
    run_is_caption: bool,
    line: Option<LineBlock>,
    line_has_body: bool,
    styles: Vec<Style>,
    marks: Vec<char>,
}

impl DocumentBuilder {
    pub(super) fn new() -> DocumentBuilder {
        DocumentBuilder {
            frames: vec![Frame::Root(Vec::new())],
            run: InlineRun::default(),
            run_is_caption: false,
            line: None,
            line_has_body: false,
            code: None,
            styles: Vec::new(),
            meanings: Meanings::default(),
            marks: Vec::new(),
            notes: Vec::new(),
            outside: None,
        }
    }

    /// Returns the run of text that is being collected.
    pub(super) fn run(&self) -> &InlineRun {
        &self.run
    }

    /// Returns the run of text that is being collected, for changes.
    pub(super) fn run_mut(&mut self) -> &mut InlineRun {
        &mut self.run
    }

    /// Returns `true` if the whole run so far is a link or bold text, and the next text does not belong to it.
    pub(super) fn follows_set_apart(&self) -> bool {
        self.run.is_set_apart_from(&self.styles)
    }

    /// Returns `true` if a `pre` is open.
    pub(super) fn is_in_code(&self) -> bool {
        self.code.is_some()
    }

    /// Adds white space between elements. It has no role.
    pub(super) fn white_space(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.text(text),
            None => self.run.text(text, &[]),
        }
    }

    /// Adds text that is not only white space.
    pub(super) fn text(&mut self, text: &str, role: Role) {
        if let Some(code) = &mut self.code {
            return code.text(text);
        }
        self.expect(role);
        if !self.marks.is_empty() {
            let start = text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
            self.run.text(&text[..start], &self.styles);
            let marks: String = self.marks.drain(..).collect();
            self.run.text(&marks, &self.styles);
            return self.run.text(&text[start..], &self.styles);
        }
        self.run.text(text, &self.styles);
    }

    /// Adds an image.
    pub(super) fn image(&mut self, image: Image, large: bool) {
        if self.code.is_none() {
            self.expect(Role::Body);
            self.run.image(image, large, &self.styles);
        }
    }

    /// Adds a formula. A display formula ends the paragraph before it.
    pub(super) fn math(&mut self, latex: String, is_display: bool) {
        if self.code.is_some() {
            return;
        }
        self.expect(Role::Body);
        if is_display && self.line.is_none() {
            self.flush();
            self.push(RawPart::Block(Block::Math(latex)));
        } else {
            self.run.math(latex, &self.styles);
        }
    }

    /// Adds a video, recording or post.
    pub(super) fn embed(&mut self, embed: Embed) {
        self.boundary();
        if self.line.is_none() && self.code.is_none() {
            self.push(RawPart::Block(Block::Embed(embed)));
        }
    }

    /// Adds a reference to a footnote, without a space before it.
    pub(super) fn reference(&mut self, index: usize) {
        if self.code.is_none() {
            self.run.note(index, &self.styles);
        }
    }

    /// Opens a footnote. Returns `false` inside another footnote, or if the number is unknown.
    pub(super) fn open_note(&mut self, is_inline: bool) -> bool {
        if self.outside.is_some() || self.code.is_some() {
            return false;
        }
        if !is_inline {
            self.boundary();
        }
        self.outside = Some(Outside {
            run: std::mem::take(&mut self.run),
            run_is_caption: std::mem::take(&mut self.run_is_caption),
            line: self.line.take(),
            line_has_body: self.line_has_body,
            styles: std::mem::take(&mut self.styles),
            marks: std::mem::take(&mut self.marks),
        });
        self.frames.push(Frame::Note(Vec::new()));
        true
    }

    /// Closes the footnote and returns to the text around it.
    pub(super) fn close_note(&mut self, index: usize) {
        let Some(outside) = self.outside.take() else { return };
        self.line = None;
        self.close_code();
        // The note may cut through elements, so containers may still be open inside it.
        while !matches!(self.frames.last(), Some(Frame::Note(_) | Frame::Root(_))) {
            self.close();
        }
        self.flush();
        if let Some(Frame::Note(_)) = self.frames.last()
            && let Some(Frame::Note(parts)) = self.frames.pop()
        {
            self.notes.resize_with(self.notes.len().max(index + 1), Vec::new);
            self.notes[index].extend(parts);
        }
        Outside {
            run: self.run,
            run_is_caption: self.run_is_caption,
            line: self.line,
            line_has_body: self.line_has_body,
            styles: self.styles,
            marks: self.marks,
        } = outside;
        if self.run.is_empty() && self.line.is_none() {
            self.push(RawPart::Notes);
        }
    }

    /// Adds text that may consist of white space.
    pub(super) fn text_or_space(&mut self, text: &str, role: Role) {
        if text.chars().all(char::is_whitespace) {
            self.white_space(text);
        } else {
            self.text(text, role);
        }
    }

    /// Returns `true` inside code, in a block or in a sentence.
    pub(super) fn is_in_verbatim(&self) -> bool {
        self.code.is_some() || self.styles.iter().any(|style| style.is_verbatim())
    }

    /// Returns `true` if a block can come next. In a list or table, only its parts can.
    pub(super) fn is_among_blocks(&self) -> bool {
        let is_among_parts =
            matches!(self.frames.last(), Some(Frame::List { .. } | Frame::Definitions(_) | Frame::Table(_)));
        self.code.is_none() && self.line.is_none() && !is_among_parts
    }

    /// Returns `true` if an empty callout is open.
    pub(super) fn is_at_start_of_callout(&self) -> bool {
        self.run.is_empty()
            && self.line.is_none()
            && matches!(self.frames.last(), Some(Frame::Callout { title, parts, .. }) if title.is_empty() && parts.is_empty())
    }

    /// Returns `true` if the open footnote has no words yet.
    pub(super) fn is_at_start_of_note(&self) -> bool {
        matches!(self.frames.last(), Some(Frame::Note(parts)) if parts.is_empty()) && !self.run.has_words()
    }

    /// Returns `true` if the open paragraph ends with a formula.
    pub(super) fn follows_formula(&self) -> bool {
        self.run.ends_with_formula()
    }

    /// Ticks or unticks the box of the current item, if no word came before it.
    pub(super) fn tick(&mut self, is_checked: bool) {
        if let Some(Frame::Item(item)) = self.frames.last_mut()
            && item.parts.is_empty()
            && !self.run.has_words()
        {
            item.checked = Some(is_checked);
        }
    }

    /// Ends the paragraph if the role of the next content is different.
    fn expect(&mut self, role: Role) {
        if self.line.is_some() {
            self.line_has_body |= role == Role::Body;
        } else if self.run_is_caption != (role == Role::Caption) {
            self.flush();
            self.run_is_caption = role == Role::Caption;
        }
    }

    pub(super) fn line_break(&mut self) {
        match &mut self.code {
            Some(code) => code.line_break(),
            None => self.run.line_break(),
        }
    }

    /// Begins a new line of the paragraph, unless one has just begun.
    pub(super) fn fresh_line(&mut self) {
        match &mut self.code {
            Some(code) => code.boundary(),
            None => self.run.fresh_line(),
        }
    }

    /// Adds a thematic break.
    pub(super) fn rule(&mut self) {
        self.boundary();
        if self.line.is_none() && self.code.is_none() {
            self.push(RawPart::Block(Block::Rule));
        }
    }

    /// Marks the start or the end of a block.
    pub(super) fn boundary(&mut self) {
        match (&mut self.code, self.line) {
            (Some(code), _) => code.boundary(),
            (None, None) => self.flush(),
            (None, Some(LineBlock::Heading(_) | LineBlock::Title)) => self.run.space(),
            (None, Some(LineBlock::Caption | LineBlock::TableCaption | LineBlock::Term)) => self.run.line_break(),
        }
    }

    /// Opens a `pre`. Returns `false` inside another one, a heading or a caption.
    pub(super) fn open_code(&mut self, language: Option<String>) -> bool {
        self.boundary();
        if self.code.is_some() || self.line.is_some() {
            return false;
        }
        self.code = Some(Code::new(language));
        true
    }

    pub(super) fn close_code(&mut self) {
        if let Some(block) = self.code.take().and_then(Code::into_block) {
            self.push(RawPart::Block(block));
        }
    }

    /// Opens a heading or caption. Returns `false` inside another one or inside a `pre`.
    pub(super) fn open_line(&mut self, line: LineBlock) -> bool {
        self.boundary();
        if self.code.is_some() || self.line.is_some() {
            return false;
        }
        self.line = Some(line);
        self.line_has_body = false;
        self.run_is_caption = false;
        true
    }

    pub(super) fn close_line(&mut self) {
        let run = std::mem::take(&mut self.run);
        let Some(line) = self.line.take() else { return };
        if run.is_empty() {
            return;
        }
        if let LineBlock::Heading(level) = line {
            if run.has_words() && !run.is_paragraph() {
                self.push(RawPart::Block(Block::Heading { level, content: run.into_heading(&self.meanings) }));
            } else {
                self.push_paragraphs(run);
            }
            return;
        }
        let (images, content) = run.into_caption(&self.meanings);
        match (line, self.frames.last_mut()) {
            (LineBlock::TableCaption, Some(Frame::Table(table))) => {
                append_line(&mut table.caption, content);
                return append_line(&mut table.caption, images.into_iter().map(Inline::Image).collect());
            }
            (LineBlock::Title, Some(Frame::Callout { title, .. })) if images.is_empty() => {
                return append_line(title, content);
            }
            (LineBlock::Term, Some(Frame::Definitions(parts))) if images.is_empty() => {
                return parts.push(RawDefinition::Term(content));
            }
            _ => {}
        }
        if !images.is_empty() {
            self.push(RawPart::Block(Block::Figure { images, caption: Vec::new() }));
        }
        if matches!(line, LineBlock::Term | LineBlock::Title) {
            if !content.is_empty() {
                self.push(RawPart::Block(Block::Paragraph(strong_lines(content))));
            }
            return;
        }
        if !content.is_empty() {
            self.push(RawPart::Caption { content, is_body: self.line_has_body });
        }
    }

    /// Opens a container. Returns `false` if it is not allowed here or is nested too deep. Its
    /// content then goes into the container around it.
    pub(super) fn open(&mut self, container: Container) -> bool {
        self.boundary();
        if self.code.is_some() || self.line.is_some() {
            return false;
        }
        let is_deep = self.depth() >= MAX_DOCUMENT_DEPTH;
        let frame = match (container, self.frames.last_mut()) {
            (Container::Item { number }, Some(Frame::List { .. })) => {
                Frame::Item(RawItem { number, ..RawItem::default() })
            }
            (Container::Row { is_in_foot }, Some(Frame::Table(table))) => {
                table.push_row(is_in_foot);
                return false;
            }
            (Container::Cell(cell), Some(Frame::Table(_))) => Frame::Cell(cell),
            (Container::Detail, Some(Frame::Definitions(_))) => Frame::Detail(Vec::new()),
            (Container::Row { .. } | Container::Cell { .. } | Container::Detail, _) => return false,
            _ if is_deep => return false,
            (Container::Item { .. }, frame) => {
                if matches!(frame, Some(Frame::Note(_))) {
                    return false;
                }
                self.frames.push(Frame::List {
                    start: None,
                    numbering: Default::default(),
                    is_reversed: false,
                    items: Vec::new(),
                    is_implied: true,
                });
                Frame::Item(RawItem::default())
            }
            (Container::Quote, _) => Frame::Quote(Vec::new()),
            (Container::Callout(kind), _) => Frame::Callout { kind, title: Vec::new(), parts: Vec::new() },
            (Container::Section(locale), _) => Frame::Section(locale, Vec::new()),
            (Container::Post(header), _) => Frame::Post(header, Vec::new()),
            (Container::List { start, numbering, is_reversed }, _) => {
                Frame::List { start, numbering, is_reversed, items: Vec::new(), is_implied: false }
            }
            (Container::Definitions, _) => Frame::Definitions(Vec::new()),
            (Container::Figure, _) => Frame::Figure(Vec::new()),
            (Container::Table(table), _) => Frame::Table(table),
        };
        self.frames.push(frame);
        true
    }

    fn depth(&self) -> usize {
        self.frames.iter().filter(|frame| frame.nests()).count()
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self) {
        self.flush();
        match self.frames.pop() {
            Some(Frame::Quote(parts)) => {
                let blocks = resolve(parts);
                if !blocks.is_empty() {
                    self.push(RawPart::Block(Block::Quote(blocks)));
                }
            }
            Some(Frame::Callout { kind, title, parts }) => {
                let blocks = resolve(parts);
                if !blocks.is_empty() {
                    self.push(RawPart::Block(Block::Callout { kind, title, blocks }));
                } else if !title.is_empty() {
                    self.push(RawPart::Block(Block::Paragraph(title)));
                }
            }
            Some(Frame::Section(locale, parts)) => {
                let blocks = resolve(parts);
                if !blocks.is_empty() {
                    self.push(RawPart::Block(Block::Section { locale, blocks }));
                }
            }
            Some(Frame::Post(header, parts)) => close_post(header, parts).into_iter().for_each(|part| self.push(part)),
            Some(Frame::Item(item)) => {
                if let Some(Frame::List { items, is_implied, .. }) = self.frames.last_mut() {
                    items.push(item);
                    if *is_implied {
                        self.close();
                    }
                }
            }
            Some(Frame::Detail(parts)) => {
                if let Some(Frame::Definitions(definitions)) = self.frames.last_mut() {
                    definitions.push(RawDefinition::Detail(parts));
                }
            }
            Some(Frame::Definitions(parts)) => close_definitions(parts).into_iter().for_each(|part| self.push(part)),
            Some(Frame::Figure(parts)) => close_figure(parts).into_iter().for_each(|part| self.push(part)),
            Some(Frame::Cell(cell)) => {
                if let Some(Frame::Table(table)) = self.frames.last_mut() {
                    table.push_cell(cell);
                }
            }
            Some(Frame::List { start, numbering, is_reversed, items, is_implied }) => {
                let list = close_list(start, numbering, is_reversed, items);
                match (list, self.frames.last_mut().and_then(Frame::parts).and_then(|parts| parts.last_mut())) {
                    (list, Some(RawPart::Block(Block::List { start: None, items: before, .. })))
                        if is_implied && matches!(list[..], [RawPart::Block(Block::List { start: None, .. })]) =>
                    {
                        let items = list.into_iter().filter_map(|part| match part {
                            RawPart::Block(Block::List { items, .. }) => Some(items),
                            _ => None,
                        });
                        before.extend(items.flatten());
                    }
                    (list, _) => list.into_iter().for_each(|part| self.push(part)),
                }
            }
            Some(Frame::Table(table)) => table.close().into_iter().for_each(|part| self.push(part)),
            // Only `finish` and `close_note` close these frames.
            Some(frame @ (Frame::Root(_) | Frame::Note(_))) => self.frames.push(frame),
            None => {}
        }
    }

    /// Ends the paragraph or caption.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        if self.run_is_caption {
            // A caption's images have no role of their own, so the role of the run is ignored.
            let (_, content) = run.into_caption(&self.meanings);
            if !content.is_empty() {
                self.push(RawPart::Caption { content, is_body: false });
            }
        } else {
            self.push_paragraphs(run);
        }
    }

    fn push_paragraphs(&mut self, run: InlineRun) {
        for block in run.into_blocks(&self.meanings) {
            self.push(RawPart::Block(block));
        }
    }

    fn push(&mut self, part: RawPart) {
        match self.frames.last_mut() {
            Some(Frame::List { items, .. }) => match (items.last_mut(), &part) {
                // A list or a caption between two items belongs to the item before it.
                (Some(item), RawPart::Block(Block::List { .. }) | RawPart::Caption { .. }) => item.parts.push(part),
                _ => items.push(RawItem { parts: vec![part], ..RawItem::default() }),
            },
            Some(Frame::Definitions(definitions)) => match definitions.last_mut() {
                Some(RawDefinition::Detail(parts)) => parts.push(part),
                _ => definitions.push(RawDefinition::Detail(vec![part])),
            },
            Some(Frame::Table(table)) => table.rows.push(vec![RawCell { parts: vec![part], ..RawCell::default() }]),
            frame => {
                if let Some(parts) = frame.and_then(Frame::parts) {
                    push_sparingly(parts, part);
                }
            }
        }
    }

    /// Returns the document. Heading levels are made consecutive from 2 on, and notes are numbered
    /// in reading order.
    pub(super) fn finish(mut self) -> Document {
        self.flush();
        let mut blocks = match self.frames.pop() {
            Some(Frame::Root(parts)) => resolve(parts),
            _ => Vec::new(),
        };
        if !self.notes.is_empty() {
            drop_empty_end(&mut blocks);
        }
        let notes = self.notes.into_iter().map(|parts| Note { blocks: resolve(parts) }).collect();
        let mut document = Document { blocks, notes };
        headings::promote_bold(&mut document.blocks);
        headings::rebase(&mut document);
        put_notes_in_order(&mut document);
        document
    }
}
