//! Renders documents as Markdown. This is CommonMark with GitHub's additions: tables, footnotes,
//! task lists, alerts, strikethrough and formulas between dollar signs.
//!
//! The danger is text that Markdown reads as markup, and markup of this crate that a parser reads
//! as text. So text is escaped where it would have a special meaning ([`escape`]), and emphasis is
//! written only where its stars are certain to pair ([`emphasis`]). HTML is used in only three
//! cases. A table with cells that span several columns or rows is written as in [`super::html()`].
//! A line break in a cell is `<br>`. `<sub>`, `<sup>` and `<del>` are used where the text would
//! have another meaning without them. Other raised and lowered characters are written with
//! Unicode's characters. Everything else that Markdown cannot express is reduced to its text:
//! definition lists, languages, letters as numbers.

mod emphasis;
mod escape;
mod inline;
mod piece;

use super::common::{MAX_POST_LEVELS, head_rows, is_forbidden, is_language};
use crate::document::{Block, CalloutKind, Cell, Document, Embed, Event, Inline, Item, Node, PostHeader, Table};
use escape::TextContext;
use inline::Inlines;
use piece::EmphasisMark;

/// Renders a document as Markdown. The result ends in a newline unless it is empty.
///
/// A table without a header row gets an empty one, because Markdown requires it. Captions become paragraphs in
/// emphasis: a table's caption before the table, a figure's caption after its images.
///
/// ```
/// use unchaff::document::{Block, Document, Inline};
/// let text = Inline::Text("2 * 3 * 4".into());
/// let document = Document::from(vec![Block::Heading { level: 2, content: vec![text] }]);
/// assert_eq!(unchaff::render::markdown(&document), "## 2 \\* 3 \\* 4\n");
/// ```
pub fn markdown(document: &Document) -> String {
    let mut writer = MarkdownWriter::new();
    let mut events = document.events();
    while let Some(event) = events.next() {
        match event {
            Event::Enter(Node::Block(block @ Block::Table(table))) if spans(table) => {
                writer.write_html(&super::html::table(block));
                events.skip_children();
            }
            Event::Enter(Node::Title(title)) if writer.title_says_kind(title) => events.skip_children(),
            Event::Enter(node) => writer.enter(node),
            Event::Leave(Node::Title(title)) if writer.title_says_kind(title) => {}
            Event::Leave(node) => writer.leave(node),
        }
    }
    if !writer.out.is_empty() {
        writer.out.push('\n');
    }
    writer.out
}

/// Largest number of a list item that CommonMark reads.
const MAX_ITEM_NUMBER: u32 = 999_999_999;

struct MarkdownWriter<'a> {
    out: String,
    /// The start of each line in the current container: `> ` for a quote, spaces for an item.
    indent: String,
    /// `true` if the current line has only the markers of its containers.
    line_is_empty: bool,
    /// The document, and the quotes and lists around the current place.
    containers: Vec<BlockContext>,
    /// The lengths of `indent` outside the quotes and items around the current place.
    outer_indents: Vec<usize>,
    /// The text of the current paragraph, heading, caption or cell.
    inlines: Inlines<'a>,
    /// The current table. `rows` is the number of its written rows.
    table: Option<&'a Table>,
    rows: usize,
    /// `true` at the start of the current note.
    begins_note: bool,
    /// The kind of the last callout.
    kind: Option<CalloutKind>,
}

/// The document, a quote, or a list with its items.
#[derive(Default)]
struct BlockContext {
    /// `true` if its blocks follow each other without an empty line.
    tight: bool,
    /// The number of written items.
    items: usize,
    /// The number of the first item, or `None` if the list is not ordered.
    start: Option<u32>,
    /// The mark before each item, or after its number if the list is ordered.
    delimiter: char,
    /// `true` if the next block goes right below the mark of an alert.
    follows_mark: bool,
    /// The delimiter of the last list that was written in this container.
    last_list: Option<char>,
}

impl<'a> MarkdownWriter<'a> {
    fn new() -> MarkdownWriter<'a> {
        MarkdownWriter {
            out: String::new(),
            indent: String::new(),
            line_is_empty: true,
            containers: vec![BlockContext::default()],
            outer_indents: Vec::new(),
            inlines: Inlines::new(TextContext::Paragraph),
            table: None,
            rows: 0,
            begins_note: false,
            kind: None,
        }
    }

    /// Returns `true` if a callout's title is only the name that its mark already shows.
    fn title_says_kind(&self, title: &[Inline]) -> bool {
        match (title, self.kind) {
            ([Inline::Text(title)], Some(kind)) => title.trim().eq_ignore_ascii_case(alert(kind)),
            _ => false,
        }
    }

    fn enter(&mut self, node: Node<'a>) {
        match node {
            Node::Block(block) => self.enter_block(block),
            Node::Item(item) => self.enter_item(item),
            Node::Term(_) | Node::Title(_) => {
                self.inlines = Inlines::new(TextContext::Paragraph);
                self.inlines.open(EmphasisMark::Strong);
            }
            Node::Caption(_) => {
                self.inlines = Inlines::new(TextContext::Paragraph);
                self.inlines.open(EmphasisMark::Emphasis);
            }
            Node::Row(cells) => self.enter_row(cells),
            Node::Cell(_) => self.inlines = Inlines::new(TextContext::Cell),
            Node::Inline(inline) => self.inlines.enter(inline),
            Node::Note { index, .. } => {
                self.begin_block();
                self.open_container(&format!("[^{}]: ", index + 1), "    ");
                self.begins_note = true;
                self.containers.push(BlockContext::default());
            }
            Node::Detail(_) | Node::Notes(_) => {}
        }
    }

    fn leave(&mut self, node: Node<'a>) {
        match node {
            Node::Block(block) => self.leave_block(block),
            Node::Item(_) => self.leave_item(),
            Node::Term(_) | Node::Title(_) => {
                self.inlines.close(EmphasisMark::Strong);
                self.write_text("");
            }
            Node::Caption(_) => {
                self.inlines.close(EmphasisMark::Emphasis);
                self.write_text("");
            }
            Node::Row(cells) => self.leave_row(cells),
            Node::Cell(_) => {
                let text = self.take_text();
                self.out.extend([" ", &text, " |"]);
            }
            Node::Inline(inline) => self.inlines.leave(inline),
            Node::Note { .. } => {
                self.containers.pop();
                self.close_container();
            }
            Node::Detail(_) | Node::Notes(_) => {}
        }
    }

    fn enter_block(&mut self, block: &'a Block) {
        match block {
            Block::Paragraph(_) => self.inlines = Inlines::new(TextContext::Paragraph),
            Block::Heading { .. } => self.inlines = Inlines::new(TextContext::Heading),
            Block::List { start, items, .. } => {
                let around = self.containers.last().and_then(|container| container.last_list);
                // Two lists in a row need different delimiters, or they would become one.
                let delimiter = match (start, around) {
                    (None, Some('-')) => '*',
                    (None, _) => '-',
                    (Some(_), Some('.')) => ')',
                    (Some(_), _) => '.',
                };
                self.containers.push(BlockContext {
                    tight: items.iter().all(|item| is_tight_item(&item.blocks)),
                    start: *start,
                    delimiter,
                    ..BlockContext::default()
                });
            }
            Block::Quote(_) => {
                self.begin_block();
                self.open_container("> ", "> ");
                self.containers.push(BlockContext::default());
            }
            Block::Callout { kind, title, blocks } => {
                self.begin_block();
                self.open_container("> ", "> ");
                self.out.extend(["[!", alert(*kind), "]"]);
                self.line_is_empty = false;
                // The mark is on a line of its own, with the text right below it.
                self.kind = Some(*kind);
                let has_title = !title.is_empty() && !self.title_says_kind(title);
                let begins_with_text = has_title || matches!(blocks.first(), Some(Block::Paragraph(_)));
                self.containers.push(BlockContext { follows_mark: begins_with_text, ..BlockContext::default() });
            }
            Block::Post { header, .. } => self.enter_post(header),
            Block::Code { language, text } => self.write_code_block(language.as_deref(), text),
            Block::Math(latex) => self.write_formula(latex),
            Block::Embed(embed) => self.write_embed(embed),
            Block::Definitions(_) | Block::Section { .. } => {}
            Block::Table(table) => {
                self.table = Some(table);
                self.rows = 0;
            }
            Block::Figure { images, .. } => {
                for image in images {
                    let image = inline::image(image);
                    let image = if self.begins_note { no_destination(image) } else { image };
                    self.begin_block();
                    self.out.push_str(&image);
                }
            }
            Block::Rule => {
                self.begin_below_note_mark();
                // Underscores are used because `- ---` would be a rule instead of an item with a rule.
                self.out.push_str("___");
            }
        }
    }

    /// Opens a post. It is inside as many quotations as its depth, and begins with a line of its
    /// author and time.
    fn enter_post(&mut self, header: &'a PostHeader) {
        if header.depth > 0 {
            self.begin_block();
        }
        for _ in 0..post_level(header) {
            self.open_container("> ", "> ");
            self.containers.push(BlockContext::default());
        }
        self.inlines = Inlines::new(TextContext::Paragraph);
        if let Some(author) = &header.author {
            self.inlines.open(EmphasisMark::Strong);
            self.inlines.text(author);
            self.inlines.close(EmphasisMark::Strong);
        }
        if let Some(time) = header.time() {
            self.inlines.text(if header.author.is_some() { " · " } else { "" });
            match &header.url {
                Some(url) => self.inlines.link(time, url),
                None => self.inlines.text(time),
            }
        }
        self.write_text("");
    }

    fn leave_block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(_) => self.write_text(""),
            Block::Heading { level, .. } => {
                let marker = ["## ", "### ", "#### ", "##### ", "###### "][usize::from((*level).clamp(2, 6)) - 2];
                self.write_text(marker);
            }
            Block::List { items, .. } => {
                let list = self.containers.pop();
                if let (false, Some(list), Some(around)) = (items.is_empty(), list, self.containers.last_mut()) {
                    around.last_list = Some(list.delimiter);
                }
            }
            Block::Quote(_) | Block::Callout { .. } => {
                self.containers.pop();
                self.close_container();
            }
            Block::Post { header, .. } => {
                for _ in 0..post_level(header) {
                    self.containers.pop();
                    self.close_container();
                }
            }
            Block::Table(_) => self.table = None,
            Block::Code { .. }
            | Block::Math(_)
            | Block::Embed(_)
            | Block::Definitions(_)
            | Block::Section { .. }
            | Block::Figure { .. }
            | Block::Rule => {}
        }
    }

    fn enter_item(&mut self, item: &Item) {
        let depth = self.containers.len();
        let around_is_tight = self.containers[depth - 2].tight;
        let list = &mut self.containers[depth - 1];
        let tight = if list.items == 0 { around_is_tight } else { list.tight };
        let marker = match list.start {
            None => format!("{} ", list.delimiter),
            Some(start) => {
                let number = start.saturating_add(u32::try_from(list.items).unwrap_or(u32::MAX));
                format!("{}{} ", number.min(MAX_ITEM_NUMBER), list.delimiter)
            }
        };
        list.items += 1;
        list.last_list = None;
        if !self.line_is_empty {
            self.new_line(!tight);
        }
        self.open_container(&marker, &" ".repeat(marker.len()));
        // A box needs text after it.
        if let (Some(checked), true) = (item.checked, begins_with_text(&item.blocks)) {
            self.out.push_str(if checked { "[x] " } else { "[ ] " });
        }
    }

    fn leave_item(&mut self) {
        if self.line_is_empty {
            // An item without text can turn the line before it into a heading.
            self.out.push_str("&#32;");
        }
        self.close_container();
    }

    fn enter_row(&mut self, cells: &[Cell]) {
        let Some(table) = self.table.filter(|_| !cells.is_empty()) else { return };
        if self.rows == 0 {
            self.begin_block();
            if head_rows(table) == 0 {
                let columns = columns(table);
                self.out.push('|');
                self.fill_row(0, columns);
                self.write_delimiters(columns);
                self.new_line(false);
            }
        } else {
            self.new_line(false);
        }
        self.out.push('|');
    }

    fn leave_row(&mut self, cells: &[Cell]) {
        let Some(table) = self.table.filter(|_| !cells.is_empty()) else { return };
        if self.rows == 0 && head_rows(table) > 0 {
            let columns = columns(table);
            self.fill_row(cells.len(), columns);
            self.write_delimiters(columns);
        }
        self.rows += 1;
    }

    /// Fills up the head of a table. Only the head needs as many cells as the table has columns. Filling up all rows
    /// could take quadratic space.
    fn fill_row(&mut self, cells: usize, columns: usize) {
        self.out.extend(std::iter::repeat_n("  |", columns - cells));
    }

    fn write_delimiters(&mut self, columns: usize) {
        self.new_line(false);
        self.out.push('|');
        self.out.extend(std::iter::repeat_n(" --- |", columns));
    }

    fn write_code_block(&mut self, language: Option<&str>, text: &str) {
        self.begin_below_note_mark();
        let fence = "`".repeat(3.max(inline::longest_backticks(text) + 1));
        self.out.extend([&fence, language.filter(|name| is_language(name)).unwrap_or_default()]);
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            if line.is_empty() {
                self.out.push('\n');
                self.out.push_str(self.indent.trim_end());
            } else {
                self.new_line(false);
                self.out.extend(line.chars().filter(|&c| !is_forbidden(c)));
            }
        }
        self.new_line(false);
        self.out.push_str(&fence);
    }

    /// Writes a formula between lines of dollar signs. Empty lines are removed, because some
    /// parsers end the formula at them.
    fn write_formula(&mut self, latex: &str) {
        let latex = inline::formula(latex);
        if latex.trim().is_empty() {
            return;
        }
        self.begin_below_note_mark();
        self.out.push_str("$$");
        for line in latex.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            self.new_line(false);
            self.out.push_str(line);
        }
        self.new_line(false);
        self.out.push_str("$$");
    }

    fn write_embed(&mut self, embed: &Embed) {
        let card = inline::card(embed);
        let card = if self.begins_note { no_destination(card) } else { card };
        self.begin_block();
        self.out.push_str(&card);
    }

    /// Writes HTML as a separate block. The block ends at the next empty line, so the HTML must not
    /// contain one. Braces become character references, because between tags Pandoc reads lists of
    /// attributes and MDX reads expressions.
    fn write_html(&mut self, html: &str) {
        self.begin_below_note_mark();
        for (number, line) in html.lines().filter(|line| !line.trim().is_empty()).enumerate() {
            if number > 0 {
                self.new_line(false);
            }
            self.out.push_str(&line.replace('{', "&#123;"));
        }
    }

    fn take_text(&mut self) -> String {
        std::mem::replace(&mut self.inlines, Inlines::new(TextContext::Paragraph)).finish()
    }

    /// Writes the collected text as a block, unless it is empty.
    fn write_text(&mut self, marker: &str) {
        let text = self.take_text();
        if text.is_empty() {
            return;
        }
        let text = if self.begins_note { no_destination(text) } else { text };
        self.begin_block();
        self.out.push_str(marker);
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.new_line(false);
            }
            self.out.push_str(line);
        }
    }

    fn begin_block(&mut self) {
        let Some(container) = self.containers.last_mut() else { return };
        container.last_list = None;
        self.begins_note = false;
        let tight = container.tight || std::mem::take(&mut container.follows_mark);
        if !self.line_is_empty {
            self.new_line(!tight);
        }
        self.line_is_empty = false;
    }

    /// Begins a block whose first line can be a single word. Right after `[^1]:`, a parser without footnotes would read
    /// that word as the address of a link, and would not read the following lines as code.
    fn begin_below_note_mark(&mut self) {
        if self.begins_note {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.line_is_empty = false;
        }
        self.begin_block();
    }

    fn new_line(&mut self, after_empty_line: bool) {
        if after_empty_line {
            self.out.push('\n');
            self.out.push_str(self.indent.trim_end());
        }
        self.out.push('\n');
        self.out.push_str(&self.indent);
    }

    fn open_container(&mut self, marker: &str, indent: &str) {
        self.out.push_str(marker);
        self.outer_indents.push(self.indent.len());
        self.indent.push_str(indent);
        self.line_is_empty = true;
        self.begins_note = false;
    }

    fn close_container(&mut self) {
        self.indent.truncate(self.outer_indents.pop().unwrap_or_default());
        self.line_is_empty = false;
    }
}

/// Returns the number of quotations around a post.
fn post_level(header: &PostHeader) -> u16 {
    header.depth.min(MAX_POST_LEVELS)
}

/// Returns the text of a note in a form that is safe after `[^1]:`. A parser without footnotes
/// reads this as the definition of a link, whose address is the first word, with any scheme. If
/// more text follows that is not a title, it does not.
fn no_destination(text: String) -> String {
    // A no-break space would be read as part of the address.
    let end = text.find([' ', '\n']).unwrap_or(text.len());
    let follows = text[end..].split('\n').next().unwrap_or_default().trim_start_matches(' ');
    if !follows.is_empty() && !follows.starts_with(['"', '\'', '(']) {
        return text;
    }
    // The backslash of a line break must stay at the end of its line.
    let is_break = text[end..].starts_with('\n') && text[..end].ends_with('\\');
    let (first, rest) = text.split_at(if is_break { end - 1 } else { end });
    format!("{first} &#32;{rest}")
}

/// Returns `true` if an item needs no empty line inside it or around it. Such an item is one
/// paragraph, followed only by lists that a parser recognizes without an empty line before them.
/// Their first item is not empty, and their first number is 1.
fn is_tight_item(item: &[Block]) -> bool {
    let follows_text = |block: &Block| match block {
        Block::List { start: None | Some(1), items, .. } => {
            items.first().is_some_and(|item| begins_with_text(&item.blocks))
        }
        _ => false,
    };
    begins_with_text(item) && item[1..].iter().all(follows_text)
}

fn begins_with_text(item: &[Block]) -> bool {
    matches!(item.first(), Some(Block::Paragraph(text)) if !text.is_empty())
}

/// Returns `true` if a cell spans several columns or rows, which GitHub's tables cannot express.
fn spans(table: &Table) -> bool {
    table.rows.iter().flatten().any(|cell| cell.columns > 1 || cell.rows > 1)
}

fn alert(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "NOTE",
        CalloutKind::Tip => "TIP",
        CalloutKind::Important => "IMPORTANT",
        CalloutKind::Warning => "WARNING",
        CalloutKind::Caution => "CAUTION",
    }
}

fn columns(table: &Table) -> usize {
    table.rows.iter().map(Vec::len).max().unwrap_or(0)
}
