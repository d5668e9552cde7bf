//! The active formatting elements. Because of them, an unclosed `<b>` continues in the next
//! paragraph, and `<b><p></b></p>` becomes a tree.
//!
//! The danger is size: each unclosed `<b>` is copied into every block that follows, so a small page can produce a huge
//! tree. The list is bounded, and so is the number of copies.

use super::arena::NodeId;
use crate::limits::{BYTES_PER_FORMATTING_COPY, MIN_FORMATTING_COPIES};

/// The list of active formatting elements, and a budget for copies.
#[derive(Debug)]
pub(super) struct Formatting {
    /// The entries. `None` is a marker: the elements before it are outside the current table cell
    /// or similar element.
    pub entries: Vec<Option<NodeId>>,
    /// How many more copies are allowed.
    copies_left: usize,
}

impl Formatting {
    pub fn of_page(source_bytes: usize) -> Formatting {
        Formatting {
            entries: Vec::new(),
            copies_left: source_bytes / BYTES_PER_FORMATTING_COPY + MIN_FORMATTING_COPIES,
        }
    }

    /// Adds a marker when an element such as a table cell opens, so that earlier formatting does not enter it. Its end
    /// removes the marker.
    pub fn push_marker(&mut self) {
        self.entries.push(None);
    }

    /// Removes all formatting since the last marker, and the marker.
    pub fn clear_to_marker(&mut self) {
        self.entries.truncate(self.marker().unwrap_or(0));
    }

    fn marker(&self) -> Option<usize> {
        self.entries.iter().rposition(Option::is_none)
    }

    /// Returns the index of the first entry after the last marker.
    pub fn start(&self) -> usize {
        self.marker().map_or(0, |marker| marker + 1)
    }

    /// Returns the index of an element that is active since the last marker.
    pub fn position(&self, node: NodeId) -> Option<usize> {
        let start = self.start();
        self.entries[start..].iter().position(|&entry| entry == Some(node)).map(|index| start + index)
    }

    pub fn remove(&mut self, node: NodeId) {
        if let Some(index) = self.position(node) {
            self.entries.remove(index);
        }
    }

    pub fn may_copy(&self) -> bool {
        self.copies_left > 0
    }

    /// Counts a copy against the budget.
    pub fn spend_copy(&mut self) {
        self.copies_left = self.copies_left.saturating_sub(1);
    }
}
