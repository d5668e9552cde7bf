//! Heading levels: an article begins at level 2, below its title, and skips none.
//!
//! The levels of a page count from its shell: a site may set its name in `h1`, the headline in `h2` and the sections of
//! the article in `h4`, or in `h3` the ones before the first `h2`. What holds is which heading is deeper than which.

use crate::document::{Block, Definition, Document};

/// Gives each heading the level after that of the heading it belongs to: the last one before it that the page sets
/// higher.
pub(super) fn rebase(document: &mut Document) {
    let notes = document.notes.iter_mut().map(|note| note.blocks.iter_mut());
    // The page's levels of the headings around the current one.
    let mut around: Vec<u8> = Vec::new();
    let mut waiting = vec![document.blocks.iter_mut()];
    let mut notes: Vec<_> = notes.rev().collect();
    loop {
        let Some(blocks) = waiting.last_mut() else {
            match notes.pop() {
                Some(note) => waiting.push(note),
                None => return,
            }
            continue;
        };
        match blocks.next() {
            None => {
                waiting.pop();
            }
            Some(Block::Heading { level, .. }) => {
                while around.last().is_some_and(|last| last >= level) {
                    around.pop();
                }
                around.push(*level);
                *level = u8::try_from(around.len() + 1).unwrap_or(6).min(6);
            }
            Some(Block::List { items, .. }) => {
                waiting.extend(items.iter_mut().rev().map(|item| item.blocks.iter_mut()))
            }
            Some(Block::Quote(blocks) | Block::Callout { blocks, .. } | Block::Section { blocks, .. }) => {
                waiting.push(blocks.iter_mut());
            }
            Some(Block::Definitions(parts)) => waiting.extend(parts.iter_mut().rev().filter_map(|part| match part {
                Definition::Detail(blocks) => Some(blocks.iter_mut()),
                Definition::Term(_) => None,
            })),
            Some(_) => {}
        }
    }
}
