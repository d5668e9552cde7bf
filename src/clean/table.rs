//! Tables. Data tables stay tables. Tables that only serve the layout are replaced by their content.

use super::content::{append_line, strong_lines};
use super::part::{RawPart, resolve};
use crate::document::{Block, Cell, Definition, Embed, Inline, Table};

/// A table while it is collected.
#[derive(Debug, Default)]
pub(super) struct RawTable {
    /// `true` if the page says that this is not a data table (`role="presentation"`).
    pub(super) is_layout: bool,
    pub(super) caption: Vec<Inline>,
    pub(super) rows: Vec<Vec<RawCell>>,
    /// The numbers of the foot's rows. The foot may come before the body in the source and is shown
    /// after it.
    pub(super) foot: Vec<usize>,
}

/// A cell while it is collected.
#[derive(Debug)]
pub(super) struct RawCell {
    pub(super) is_header: bool,
    pub(super) columns: u16,
    pub(super) rows: u16,
    pub(super) parts: Vec<RawPart>,
}

impl Default for RawCell {
    fn default() -> RawCell {
        RawCell { is_header: false, columns: 1, rows: 1, parts: Vec::new() }
    }
}

impl RawTable {
    /// Begins a row.
    pub(super) fn push_row(&mut self, is_in_foot: bool) {
        if is_in_foot {
            self.foot.push(self.rows.len());
        }
        self.rows.push(Vec::new());
    }

    /// Adds a cell to the last row.
    pub(super) fn push_cell(&mut self, cell: RawCell) {
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    /// Converts the table. The result is one table, or the parts of its cells in order.
    pub(super) fn close(mut self) -> Vec<RawPart> {
        self.sink_foot();
        self.rows.retain(|row| row.iter().any(|cell| !cell.parts.is_empty()));
        self.head_by_headings();
        if self.holds_data() {
            let cell = |cell: RawCell| Cell {
                header: cell.is_header,
                columns: cell.columns,
                rows: cell.rows,
                content: into_lines(resolve(cell.parts)),
            };
            let mut rows: Vec<Vec<Cell>> =
                self.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
            rows.retain(|row| row.iter().any(|cell| !cell.content.is_empty()));
            mark_header(&mut rows);
            return vec![RawPart::Block(Block::Table(Table { caption: self.caption, rows }))];
        }
        let mut parts = Vec::new();
        if !self.caption.is_empty() {
            parts.push(RawPart::Block(Block::Paragraph(self.caption)));
        }
        parts.extend(self.rows.into_iter().flatten().flat_map(|cell| cell.parts));
        parts
    }

    /// Moves the rows of the foot to the end.
    fn sink_foot(&mut self) {
        let mut feet = std::mem::take(&mut self.foot).into_iter().peekable();
        let mut foot = Vec::new();
        let mut body = Vec::new();
        for (number, row) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            let is_foot = feet.next_if_eq(&number).is_some();
            if is_foot { &mut foot } else { &mut body }.push(row);
        }
        body.append(&mut foot);
        self.rows = body;
    }

    /// Makes the first row a head if it has only headings and the cells below it are short.
    fn head_by_headings(&mut self) {
        let is_heading = |part: &RawPart| matches!(part, RawPart::Block(Block::Heading { .. }));
        let Some(([first, ..], rest)) = self.rows.split_at_checked(1) else { return };
        let mut headed = first.iter().filter(|cell| !cell.parts.is_empty());
        let is_head =
            headed.clone().count() >= 2 && headed.all(|cell| matches!(&cell.parts[..], [part] if is_heading(part)));
        let is_short = |cell: &RawCell| cell.parts.is_empty() || says_one_thing(&cell.parts);
        if is_head && rest.len() >= 2 && rest.iter().flatten().all(is_short) {
            self.rows[0].iter_mut().for_each(|cell| cell.is_header = true);
        }
    }

    /// Returns `true` if there are header cells above all columns or before all rows.
    fn is_headed(&self) -> bool {
        let is_header = |cell: &RawCell| cell.is_header || cell.parts.is_empty();
        let is_over = |row: &Vec<RawCell>| row.len() >= 2 && row.iter().all(is_header);
        self.rows.first().is_some_and(is_over)
            || self.rows.iter().all(|row| row.first().is_some_and(|cell| cell.is_header))
    }

    /// Returns `true` if the table holds data. Such a table has at least two rows and two columns,
    /// and at least three quarters of its cells have simple content. A cell may also hold a list if
    /// the first cell of each row has simple content. If the table has some header cells, cells may
    /// hold several lines or a list. If its header cells cover the whole table, cells may hold
    /// anything that can be written in lines.
    fn holds_data(&self) -> bool {
        if self.is_layout || self.rows.len() < 2 {
            return false;
        }
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut filled = vec![false; columns];
        let is_headed = self.is_headed();
        let is_labelled = self.rows.len() > 2
            && self.rows.iter().all(|row| row.first().is_some_and(|cell| says_one_thing(&cell.parts)));
        let is_list = |cell: &RawCell| matches!(cell.parts[..], [RawPart::Block(Block::List { .. })]);
        let (mut cells, mut long) = (0, 0);
        let mut has_header = false;
        for row in &self.rows {
            for (cell, filled) in row.iter().zip(&mut filled) {
                if cell.parts.is_empty() {
                    continue;
                }
                let fits = |part| fits_into_cell(part, cell.is_header) || is_headed && can_be_lines(part);
                if !cell.parts.iter().all(fits) {
                    return false;
                }
                *filled = true;
                cells += 1;
                long += usize::from(!(says_one_thing(&cell.parts) || is_labelled && is_list(cell)));
                has_header |= cell.is_header;
            }
        }
        filled.iter().filter(|&&filled| filled).count() >= 2 && (has_header || long * 4 <= cells)
    }
}

/// Makes an all-bold first row the header of a table without header cells. Removes the bold from header cells, because
/// readers show them in bold anyway.
fn mark_header(rows: &mut [Vec<Cell>]) {
    let is_bold = |cell: &Cell| matches!(cell.content[..], [Inline::Strong(_)]);
    if let [first, second, ..] = rows
        && first.iter().all(|cell| is_bold(cell) || cell.content.is_empty())
        && !second.iter().all(is_bold)
        && !rows.iter().flatten().any(|cell| cell.header)
    {
        rows[0].iter_mut().for_each(|cell| cell.header = true);
    }
    // The corner above a column of row headers is empty.
    if let Some(first) = rows.first_mut()
        && first.iter().any(|cell| cell.header)
        && first.iter().all(|cell| cell.header || cell.content.is_empty())
    {
        first.iter_mut().for_each(|cell| cell.header = true);
    }
    for cell in rows.iter_mut().flatten().filter(|cell| cell.header) {
        if let [Inline::Strong(content)] = &mut cell.content[..] {
            cell.content = std::mem::take(content);
        }
    }
}

fn says_one_thing(parts: &[RawPart]) -> bool {
    matches!(
        parts,
        [RawPart::Block(Block::Paragraph(_) | Block::Math(_) | Block::Section { .. } | Block::Figure { .. })]
    )
}

/// Returns `true` if a part can be written as lines of a cell. A heading can only in a header cell.
fn fits_into_cell(part: &RawPart, is_header: bool) -> bool {
    match part {
        RawPart::Block(Block::Paragraph(_) | Block::Math(_) | Block::Rule) | RawPart::Notes => true,
        RawPart::Block(Block::Section { blocks, .. }) => matches!(blocks[..], [Block::Paragraph(_)]),
        RawPart::Block(Block::Heading { .. }) => is_header,
        RawPart::Block(Block::Figure { caption, .. }) => caption.is_empty(),
        RawPart::Block(Block::Code { text, .. }) => !text.contains('\n'),
        RawPart::Block(Block::List { items, .. }) => {
            items.iter().all(|item| item.blocks.iter().all(|block| matches!(block, Block::Paragraph(_))))
        }
        RawPart::Block(
            Block::Quote(_)
            | Block::Callout { .. }
            | Block::Definitions(_)
            | Block::Embed(_)
            | Block::Table(_)
            | Block::Post { .. },
        )
        | RawPart::Caption { .. } => false,
    }
}

/// Returns `true` if a part can be written as lines in a table with header cells. Without header
/// cells, it would show that the table serves the layout.
fn can_be_lines(part: &RawPart) -> bool {
    match part {
        RawPart::Block(Block::Table(_) | Block::Heading { .. }) => false,
        RawPart::Block(_) | RawPart::Notes | RawPart::Caption { .. } => true,
    }
}

/// Returns the blocks of a cell as lines.
fn into_lines(blocks: Vec<Block>) -> Vec<Inline> {
    let mut lines = Vec::new();
    // This is a stack, so the next block is its last item.
    let mut waiting: Vec<Block> = blocks.into_iter().rev().collect();
    while let Some(block) = waiting.pop() {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => append_line(&mut lines, content),
            Block::Figure { images, caption } => {
                append_line(&mut lines, images.into_iter().map(Inline::Image).collect());
                append_line(&mut lines, caption);
            }
            Block::Code { text, .. } => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    append_line(&mut lines, vec![Inline::Code(line.to_owned())]);
                }
            }
            Block::List { items, .. } => waiting.extend(items.into_iter().flat_map(|item| item.blocks).rev()),
            Block::Math(latex) => append_line(&mut lines, vec![Inline::Math(latex)]),
            Block::Section { locale, blocks } => match <[Block; 1]>::try_from(blocks) {
                Ok([Block::Paragraph(content)]) => append_line(&mut lines, vec![Inline::Span { locale, content }]),
                Ok([block]) => waiting.push(block),
                Err(blocks) => {
                    let alone = |block| Block::Section { locale: locale.clone(), blocks: vec![block] };
                    waiting.extend(blocks.into_iter().rev().map(alone));
                }
            },
            Block::Quote(blocks) | Block::Post { blocks, .. } => waiting.extend(blocks.into_iter().rev()),
            Block::Callout { title, blocks, .. } => {
                append_line(&mut lines, title);
                waiting.extend(blocks.into_iter().rev());
            }
            Block::Definitions(parts) => waiting.extend(parts.into_iter().rev().flat_map(|part| match part {
                Definition::Term(content) => vec![Block::Paragraph(strong_lines(content))],
                Definition::Detail(blocks) => blocks.into_iter().rev().collect(),
            })),
            Block::Embed(Embed { url, title, .. }) => {
                append_line(&mut lines, vec![Inline::Link { url, content: vec![Inline::Text(title)] }]);
            }
            Block::Table(_) | Block::Rule => {}
        }
    }
    lines
}
