//! Tables: those that hold data stay tables, those that only lay out a page become what they hold.

use super::inline::append_line;
use super::part::{Part, resolve};
use crate::document::{Block, Cell, Inline, Table};

/// A table while it is collected.
#[derive(Debug, Default)]
pub(super) struct RawTable {
    /// Whether the page says that it is no data table (`role="presentation"`).
    pub(super) is_layout: bool,
    pub(super) caption: Vec<Inline>,
    pub(super) rows: Vec<Vec<RawCell>>,
}

/// A cell while it is collected.
#[derive(Debug)]
pub(super) struct RawCell {
    pub(super) is_header: bool,
    pub(super) columns: u16,
    pub(super) rows: u16,
    pub(super) parts: Vec<Part>,
}

impl Default for RawCell {
    fn default() -> RawCell {
        RawCell { is_header: false, columns: 1, rows: 1, parts: Vec::new() }
    }
}

impl RawTable {
    /// Adds a cell to the last row.
    pub(super) fn push_cell(&mut self, cell: RawCell) {
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    /// What the table becomes: one table, or the parts of its cells in order.
    pub(super) fn close(mut self) -> Vec<Part> {
        self.rows.retain(|row| row.iter().any(|cell| !cell.parts.is_empty()));
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
            return vec![Part::Block(Block::Table(Table { caption: self.caption, rows }))];
        }
        let mut parts = Vec::new();
        if !self.caption.is_empty() {
            parts.push(Part::Block(Block::Paragraph(self.caption)));
        }
        parts.extend(self.rows.into_iter().flatten().flat_map(|cell| cell.parts));
        parts
    }

    /// Data has two rows and two columns at least, and cells that each say one thing. With header cells a
    /// cell may hold several lines or a list.
    fn holds_data(&self) -> bool {
        if self.is_layout || self.rows.len() < 2 {
            return false;
        }
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut filled = vec![false; columns];
        let (mut cells, mut long) = (0, 0);
        let mut has_header = false;
        for row in &self.rows {
            for (cell, filled) in row.iter().zip(&mut filled) {
                if cell.parts.is_empty() {
                    continue;
                }
                if !cell.parts.iter().all(|part| fits_into_cell(part, cell.is_header)) {
                    return false;
                }
                *filled = true;
                cells += 1;
                long += usize::from(!says_one_thing(&cell.parts));
                has_header |= cell.is_header;
            }
        }
        filled.iter().filter(|&&filled| filled).count() >= 2 && (has_header || long * 4 <= cells)
    }
}

/// Makes a first row that is all bold, in a table without header cells, the header, and takes the bold from
/// header cells: every reader shows them so.
fn mark_header(rows: &mut [Vec<Cell>]) {
    let is_bold = |cell: &Cell| matches!(cell.content[..], [Inline::Strong(_)]);
    if let [first, second, ..] = rows
        && first.iter().all(|cell| is_bold(cell) || cell.content.is_empty())
        && !second.iter().all(is_bold)
        && !rows.iter().flatten().any(|cell| cell.header)
    {
        rows[0].iter_mut().for_each(|cell| cell.header = true);
    }
    // The corner over a column of row headers is empty.
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

fn says_one_thing(parts: &[Part]) -> bool {
    matches!(parts, [Part::Block(Block::Paragraph(_) | Block::Math(_) | Block::Section { .. } | Block::Figure { .. })])
}

/// Whether a part can be written as lines of a cell. A heading divides a page, save in a cell that is one.
fn fits_into_cell(part: &Part, is_header: bool) -> bool {
    match part {
        Part::Block(Block::Paragraph(_) | Block::Math(_) | Block::Rule) | Part::Notes => true,
        Part::Block(Block::Section { blocks, .. }) => matches!(blocks[..], [Block::Paragraph(_)]),
        Part::Block(Block::Heading { .. }) => is_header,
        Part::Block(Block::Figure { caption, .. }) => caption.is_empty(),
        Part::Block(Block::Code { text, .. }) => !text.contains('\n'),
        Part::Block(Block::List { items, .. }) => {
            items.iter().all(|item| item.blocks.iter().all(|block| matches!(block, Block::Paragraph(_))))
        }
        Part::Block(
            Block::Quote(_) | Block::Callout { .. } | Block::Definitions(_) | Block::Embed(_) | Block::Table(_),
        )
        | Part::Caption { .. } => false,
    }
}

/// The blocks of a cell as lines.
fn into_lines(blocks: Vec<Block>) -> Vec<Inline> {
    let mut lines = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => append_line(&mut lines, content),
            Block::Figure { images, .. } => append_line(&mut lines, images.into_iter().map(Inline::Image).collect()),
            Block::Code { text, .. } => append_line(&mut lines, vec![Inline::Code(text)]),
            Block::List { items, .. } => {
                for content in items.into_iter().flat_map(|item| item.blocks).filter_map(into_paragraph) {
                    append_line(&mut lines, content);
                }
            }
            Block::Math(latex) => append_line(&mut lines, vec![Inline::Math(latex)]),
            Block::Section { locale, blocks } => {
                for content in blocks.into_iter().filter_map(into_paragraph) {
                    append_line(&mut lines, vec![Inline::Span { locale: locale.clone(), content }]);
                }
            }
            Block::Quote(_)
            | Block::Callout { .. }
            | Block::Definitions(_)
            | Block::Embed(_)
            | Block::Table(_)
            | Block::Rule => {}
        }
    }
    lines
}

fn into_paragraph(block: Block) -> Option<Vec<Inline>> {
    if let Block::Paragraph(content) = block { Some(content) } else { None }
}
