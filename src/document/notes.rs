//! Numbers footnotes.

use super::events::{Event, Node};
use super::{Block, ContentMut, Document, Inline, Note};
use std::collections::VecDeque;

/// Numbers the notes in the order of their first references: first those in the text, then those in
/// other notes. Drops notes without a reference.
pub(crate) fn put_notes_in_order(document: &mut Document) {
    if document.notes.is_empty() {
        return;
    }
    // The notes that the text refers to. For each of them, the notes that it refers to are added.
    let mut waiting = VecDeque::new();
    let mut in_note: Vec<Vec<usize>> = vec![Vec::new(); document.notes.len()];
    let mut around = None;
    for event in document.events() {
        match event {
            Event::Enter(Node::Note { index, .. }) => around = Some(index),
            Event::Enter(Node::Inline(&Inline::Note(number))) => match around.map(|note| in_note.get_mut(note)) {
                None => waiting.push_back(number),
                Some(Some(referred)) => referred.push(number),
                Some(None) => {}
            },
            _ => {}
        }
    }
    let mut unplaced: Vec<Option<(Note, Vec<usize>)>> =
        std::mem::take(&mut document.notes).into_iter().zip(in_note).map(Some).collect();
    let mut places = vec![None; unplaced.len()];
    while let Some(number) = waiting.pop_front() {
        let Some(place) = places.get_mut(number) else { continue };
        if let Some((note, referred)) = unplaced.get_mut(number).and_then(Option::take) {
            *place = Some(document.notes.len());
            document.notes.push(note);
            waiting.extend(referred);
        }
    }
    let place = |number: usize| places.get(number).copied().flatten().unwrap_or(number);
    renumber(&mut document.blocks, &place);
    document.notes.iter_mut().for_each(|note| renumber(&mut note.blocks, &place));
}

/// Replaces the number in every reference to a footnote.
pub(crate) fn renumber(blocks: &mut [Block], new: &dyn Fn(usize) -> usize) {
    let mut waiting = vec![ContentMut::Blocks(blocks)];
    while let Some(content) = waiting.pop() {
        match content {
            ContentMut::Blocks(blocks) => waiting.extend(blocks.iter_mut().flat_map(Block::contents_mut)),
            ContentMut::Inlines(content) => {
                for inline in content {
                    match inline {
                        Inline::Note(number) => *number = new(*number),
                        _ => waiting.extend(inline.content_mut().map(|content| ContentMut::Inlines(content))),
                    }
                }
            }
        }
    }
}
