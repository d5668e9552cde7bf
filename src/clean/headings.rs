//! Heading levels: an article begins at level 2, below its title, and skips none.
//!
//! The levels of a page count from its shell: a site may set its name in `h1`, the headline in `h2` and the sections of
//! the article in `h4`, or in `h3` the ones before the first `h2`. What holds is which heading is deeper than which.

use crate::document::{Block, ContentMut, Document};

/// Gives each heading the level after that of the heading it belongs to: the last one before it that the page sets
/// higher.
pub(super) fn rebase(document: &mut Document) {
    // The page's levels of the headings around the current one.
    let mut around: Vec<u8> = Vec::new();
    // The next ones last.
    let mut waiting: Vec<_> = document.notes.iter_mut().rev().map(|note| note.blocks.iter_mut()).collect();
    waiting.push(document.blocks.iter_mut());
    while let Some(blocks) = waiting.last_mut() {
        let Some(block) = blocks.next() else {
            waiting.pop();
            continue;
        };
        if let Block::Heading { level, .. } = block {
            while around.last().is_some_and(|last| last >= level) {
                around.pop();
            }
            around.push(*level);
            *level = u8::try_from(around.len() + 1).unwrap_or(6).min(6);
        }
        waiting.extend(block.contents_mut().into_iter().rev().filter_map(|content| match content {
            ContentMut::Blocks(blocks) => Some(blocks.iter_mut()),
            ContentMut::Inlines(_) => None,
        }));
    }
}
