//! Heading levels. An article begins at level 2, below its title, and skips no level.
//!
//! The levels of a page depend on its template. A site may use `h1` for its name, `h2` for the
//! headline and `h4` for the sections of the article, or it may use `h3` for some sections before
//! the first `h2`. So only the order counts: which heading is deeper than which.

use crate::document::{Block, ContentMut, Document};

/// Gives each heading a level one below that of its parent: the last heading before it with a higher rank on the page.
pub(super) fn rebase(document: &mut Document) {
    // The original levels of the headings around the current one.
    let mut around: Vec<u8> = Vec::new();
    // This is a stack, so the first container to read is its last item.
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
