//! Documents as HTML, Markdown and plain text.
//!
//! Each renderer makes one pass over [`crate::document::Document::events`] and writes only what the document
//! holds. The danger is text that a format would read as markup: each renderer escapes for its format, and
//! trusts nobody to have done so before. Control characters other than tab and newline are left out
//! everywhere: HTML cannot carry some of them, and terminals act on others.

// As in lib.rs: no cut at a place that was only computed.
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod html;
mod markdown;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod sample;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod size;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod text;

pub use html::html;
pub use markdown::markdown;
pub(crate) use size::is_longer_than;
pub use text::text;

use crate::document::{Block, Table};

/// Whether a list item reads as one paragraph: none but its first block is one. Such items go without `<p>`,
/// and lists of them without blank lines.
fn is_tight(item: &[Block]) -> bool {
    !item.iter().skip(1).any(|block| matches!(block, Block::Paragraph(_)))
}

/// Whether a character has no place in any output.
fn is_forbidden(c: char) -> bool {
    c.is_ascii_control() && c != '\t' && c != '\n'
}

/// Whether the name of a programming language can be written as it is: `rust`, `c++`, `objective-c`.
fn is_language(name: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+#-_.".contains(&b);
    !name.is_empty() && name.bytes().all(is_plain)
}

/// The rows at the top that hold header cells only.
fn head_rows(table: &Table) -> usize {
    table.rows.iter().take_while(|row| !row.is_empty() && row.iter().all(|cell| cell.header)).count()
}
