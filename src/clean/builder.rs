//! Collects what the walk finds into blocks: a stack of open containers and one run of inline content.

use super::code::Code;
use super::inline::{Run, Style, append_line};
use super::part::{Part, close_figure, resolve};
use super::table::{RawCell, RawTable};
use crate::document::{Block, Document, Image, Inline};
use crate::options::MAX_DOCUMENT_DEPTH;
use crate::select::Role;
use crate::url::SafeUrl;

/// A container to open.
#[derive(Debug)]
pub(super) enum Container {
    Quote,
    /// A list, with its first number if it is numbered.
    List(Option<u32>),
    Item,
    Figure,
    Table {
        is_layout: bool,
    },
    Row,
    Cell {
        is_header: bool,
    },
}

/// A block that is one line of inline content, whatever blocks stand in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line {
    /// A heading, with the level that the page gives it.
    Heading(u8),
    Caption,
    TableCaption,
}

#[derive(Debug)]
enum Frame {
    Root(Vec<Part>),
    Quote(Vec<Part>),
    Item(Vec<Part>),
    Figure(Vec<Part>),
    Cell {
        is_header: bool,
        parts: Vec<Part>,
    },
    List {
        start: Option<u32>,
        items: Vec<Vec<Part>>,
        /// Opened for an item that stands in no list.
        is_implied: bool,
    },
    Table(RawTable),
}

/// A mark that is written around what stands in an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    pub(super) open: char,
    pub(super) close: char,
}

/// Builds a [`Document`] from what it is told in document order.
#[derive(Debug)]
pub(super) struct Builder {
    frames: Vec<Frame>,
    run: Run,
    /// Whether the run is the caption of an image outside a `figure`.
    run_is_caption: bool,
    /// The heading or caption that the run belongs to.
    line: Option<Line>,
    /// Whether the line has words that are the article's own.
    line_has_body: bool,
    /// The `pre` that all text goes to.
    code: Option<Code>,
    styles: Vec<Style>,
    links: Vec<SafeUrl>,
    /// Number of inline code elements so far.
    codes: usize,
    /// Opening marks that wait for their first word.
    marks: Vec<char>,
}

impl Builder {
    pub(super) fn new() -> Builder {
        Builder {
            frames: vec![Frame::Root(Vec::new())],
            run: Run::default(),
            run_is_caption: false,
            line: None,
            line_has_body: false,
            code: None,
            styles: Vec::new(),
            links: Vec::new(),
            codes: 0,
            marks: Vec::new(),
        }
    }

    /// Whether a `pre` is open.
    pub(super) fn is_in_code(&self) -> bool {
        self.code.is_some()
    }

    /// Adds white space between elements, which belongs to no role.
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

    /// Ends the paragraph if what comes next is of another role.
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

    /// A thematic break.
    pub(super) fn rule(&mut self) {
        self.boundary();
        if self.line.is_none() && self.code.is_none() {
            self.push(Part::Block(Block::Rule));
        }
    }

    /// The start or the end of a block.
    pub(super) fn boundary(&mut self) {
        match (&mut self.code, self.line) {
            (Some(code), _) => code.boundary(),
            (None, None) => self.flush(),
            (None, Some(Line::Heading(_))) => self.run.space(),
            (None, Some(Line::Caption | Line::TableCaption)) => self.run.line_break(),
        }
    }

    /// Opens a style; false where it is already open or cannot stand here.
    pub(super) fn open_style(&mut self, style: Style) -> bool {
        if self.code.is_some() || self.styles.iter().any(|open| open.is_same_kind(style)) {
            return false;
        }
        match (self.styles.last(), style) {
            // Code has no styles inside but a link, which goes around it.
            (Some(Style::Code(_)), Style::Link(_)) => self.styles.insert(self.styles.len() - 1, style),
            (Some(Style::Code(_)), _) => return false,
            _ => self.styles.push(style),
        }
        true
    }

    /// Opens a link as [`Builder::open_style`] does.
    pub(super) fn open_link(&mut self, url: SafeUrl) -> bool {
        // The same target twice in a row is one link.
        if self.links.last() != Some(&url) {
            self.links.push(url);
        }
        self.open_style(Style::Link(self.links.len() - 1))
    }

    /// Opens inline code as [`Builder::open_style`] does.
    pub(super) fn open_inline_code(&mut self) -> bool {
        self.codes += 1;
        self.open_style(Style::Code(self.codes))
    }

    /// Closes the style of this kind.
    pub(super) fn close_style(&mut self, kind: Style) {
        self.styles.retain(|style| !style.is_same_kind(kind));
    }

    pub(super) fn open_marks(&mut self, marks: Marks) -> bool {
        if self.code.is_some() {
            return false;
        }
        self.marks.push(marks.open);
        true
    }

    /// Writes the closing mark, if a word came after the opening one.
    pub(super) fn close_marks(&mut self, marks: Marks) {
        if self.marks.pop().is_none() && !self.run.is_empty() {
            self.run.closing_mark(marks.close, &self.styles);
        }
    }

    /// Opens a `pre`; false inside another one, a heading or a caption.
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
            self.push(Part::Block(block));
        }
    }

    /// Opens a heading or caption; false inside another one or a `pre`.
    pub(super) fn open_line(&mut self, line: Line) -> bool {
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
        if let Line::Heading(level) = line {
            if run.has_words() && !run.is_paragraph() {
                self.push(Part::Block(Block::Heading { level, content: run.into_heading(&self.links) }));
            } else {
                self.push_paragraphs(run);
            }
            return;
        }
        let (images, content) = run.into_caption(&self.links);
        if let (Line::TableCaption, Some(Frame::Table(table))) = (line, self.frames.last_mut()) {
            append_line(&mut table.caption, content);
            return append_line(&mut table.caption, images.into_iter().map(Inline::Image).collect());
        }
        if !images.is_empty() {
            self.push(Part::Block(Block::Figure { images, caption: Vec::new() }));
        }
        if !content.is_empty() {
            self.push(Part::Caption { content, is_body: self.line_has_body });
        }
    }

    /// Opens a container; false where it cannot stand or is nested too deep, and then its content goes into
    /// the container around it.
    pub(super) fn open(&mut self, container: Container) -> bool {
        self.boundary();
        if self.code.is_some() || self.line.is_some() {
            return false;
        }
        let is_deep = self.depth() >= MAX_DOCUMENT_DEPTH;
        let frame = match (container, self.frames.last_mut()) {
            (Container::Item, Some(Frame::List { .. })) => Frame::Item(Vec::new()),
            (Container::Row, Some(Frame::Table(table))) => {
                table.rows.push(Vec::new());
                return false;
            }
            (Container::Cell { is_header }, Some(Frame::Table(_))) => Frame::Cell { is_header, parts: Vec::new() },
            (Container::Row | Container::Cell { .. }, _) => return false,
            _ if is_deep => return false,
            (Container::Item, _) => {
                self.frames.push(Frame::List { start: None, items: Vec::new(), is_implied: true });
                Frame::Item(Vec::new())
            }
            (Container::Quote, _) => Frame::Quote(Vec::new()),
            (Container::List(start), _) => Frame::List { start, items: Vec::new(), is_implied: false },
            (Container::Figure, _) => Frame::Figure(Vec::new()),
            (Container::Table { is_layout }, _) => Frame::Table(RawTable { is_layout, ..RawTable::default() }),
        };
        self.frames.push(frame);
        true
    }

    fn depth(&self) -> usize {
        let counts = |frame: &&Frame| !matches!(frame, Frame::Root(_) | Frame::Item(_) | Frame::Cell { .. });
        self.frames.iter().filter(counts).count()
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self) {
        self.flush();
        match self.frames.pop() {
            Some(Frame::Quote(parts)) => {
                let blocks = resolve(parts);
                if !blocks.is_empty() {
                    self.push(Part::Block(Block::Quote(blocks)));
                }
            }
            Some(Frame::Item(parts)) => {
                if let Some(Frame::List { items, is_implied, .. }) = self.frames.last_mut() {
                    items.push(parts);
                    if *is_implied {
                        self.close();
                    }
                }
            }
            Some(Frame::Figure(parts)) => close_figure(parts).into_iter().for_each(|part| self.push(part)),
            Some(Frame::Cell { is_header, parts }) => {
                if let Some(Frame::Table(table)) = self.frames.last_mut() {
                    table.push_cell(RawCell { is_header, parts });
                }
            }
            Some(Frame::List { start, items, is_implied }) => self.close_list(start, items, is_implied),
            Some(Frame::Table(table)) => table.close().into_iter().for_each(|part| self.push(part)),
            // Closed by `finish` alone.
            Some(Frame::Root(parts)) => self.frames.push(Frame::Root(parts)),
            None => {}
        }
    }

    fn close_list(&mut self, start: Option<u32>, items: Vec<Vec<Part>>, is_implied: bool) {
        if start.is_none() && lays_out(&items) {
            return items.into_iter().flatten().for_each(|part| self.push(part));
        }
        // Items whose content was dropped leave no number behind, save those at the start.
        let dropped = items.iter().take_while(|item| item.is_empty()).count();
        let start = start.map(|start| start.saturating_add(u32::try_from(dropped).unwrap_or(0)));
        let items: Vec<Vec<Block>> = items.into_iter().map(resolve).filter(|item| !item.is_empty()).collect();
        if items.is_empty() {
            return;
        }
        if is_implied
            && let Some(Part::Block(Block::List { start: None, items: before })) =
                self.frames.last_mut().and_then(Frame::parts).and_then(|parts| parts.last_mut())
        {
            return before.extend(items);
        }
        self.push(Part::Block(Block::List { start, items }));
    }

    /// Ends the paragraph or caption.
    fn flush(&mut self) {
        let run = std::mem::take(&mut self.run);
        if run.is_empty() {
            return;
        }
        if self.run_is_caption {
            // Images are never of the caption's role, so the run has none.
            let (_, content) = run.into_caption(&self.links);
            if !content.is_empty() {
                self.push(Part::Caption { content, is_body: false });
            }
        } else {
            self.push_paragraphs(run);
        }
    }

    fn push_paragraphs(&mut self, run: Run) {
        for block in run.into_blocks(&self.links) {
            self.push(Part::Block(block));
        }
    }

    fn push(&mut self, part: Part) {
        match self.frames.last_mut() {
            Some(Frame::List { items, .. }) => match (items.last_mut(), &part) {
                // A list or a caption between two items belongs to the item before it.
                (Some(item), Part::Block(Block::List { .. }) | Part::Caption { .. }) => item.push(part),
                _ => items.push(vec![part]),
            },
            Some(Frame::Table(table)) => table.rows.push(vec![RawCell { is_header: false, parts: vec![part] }]),
            frame => {
                if let Some(parts) = frame.and_then(Frame::parts) {
                    parts.push(part);
                }
            }
        }
    }

    /// The document, its headings' levels made consecutive from 2 on.
    pub(super) fn finish(mut self) -> Document {
        self.flush();
        let mut blocks = match self.frames.pop() {
            Some(Frame::Root(parts)) => resolve(parts),
            _ => Vec::new(),
        };
        rebase_headings(&mut blocks);
        Document { blocks }
    }
}

impl Frame {
    fn parts(&mut self) -> Option<&mut Vec<Part>> {
        match self {
            Frame::Root(parts) | Frame::Quote(parts) | Frame::Item(parts) | Frame::Figure(parts) => Some(parts),
            Frame::Cell { parts, .. } => Some(parts),
            Frame::List { .. } | Frame::Table(_) => None,
        }
    }
}

/// Whether a bulleted list only lays out the page: it divides sections with headings, or shows pictures.
fn lays_out(items: &[Vec<Part>]) -> bool {
    let is_heading = |part: &Part| matches!(part, Part::Block(Block::Heading { .. }));
    let is_picture = |part: &Part| matches!(part, Part::Block(Block::Figure { .. }) | Part::Caption { .. });
    items.iter().flatten().any(is_heading) || items.iter().flatten().all(is_picture)
}

/// Maps the levels in use to 2, 3, 4, … in their order.
fn rebase_headings(blocks: &mut [Block]) {
    let mut used = [false; 7];
    each_heading(blocks, |level| used[usize::from(*level)] = true);
    let mut levels = [0; 7];
    for ((level, _), new) in used.iter().enumerate().filter(|(_, used)| **used).zip(2..) {
        levels[level] = new.min(6);
    }
    each_heading(blocks, |level| *level = levels[usize::from(*level)]);
}

fn each_heading(blocks: &mut [Block], mut action: impl FnMut(&mut u8)) {
    let mut waiting = vec![blocks];
    while let Some(blocks) = waiting.pop() {
        for block in blocks {
            match block {
                Block::Heading { level, .. } => action(level),
                Block::List { items, .. } => waiting.extend(items.iter_mut().map(Vec::as_mut_slice)),
                Block::Quote(blocks) => waiting.push(blocks),
                _ => {}
            }
        }
    }
}
