//! The numbers of footnotes.

use super::events::{Event, Node};
use super::{Block, ContentMut, Document, Inline};

/// Numbers the notes in the order of their first references: those in the text, then those in other notes. Drops notes that
/// nothing refers to.
pub(crate) fn put_notes_in_order(document: &mut Document) {
    if document.notes.is_empty() {
        return;
    }
    // The notes that the text refers to, and those that each note refers to.
    let (mut in_text, mut in_note) = (Vec::new(), vec![Vec::new(); document.notes.len()]);
    let mut around = None;
    for event in document.events() {
        match (event, around) {
            (Event::Enter(Node::Note { index, .. }), _) => around = Some(index),
            (Event::Enter(Node::Inline(&Inline::Note(number))), None) => in_text.push(number),
            (Event::Enter(Node::Inline(&Inline::Note(number))), Some(note)) => in_note[note].push(number),
            _ => {}
        }
    }
    let mut places = vec![None; document.notes.len()];
    let mut notes = Vec::new();
    let mut waiting = std::collections::VecDeque::from(in_text);
    while let Some(number) = waiting.pop_front() {
        if let Some(place @ None) = places.get_mut(number) {
            *place = Some(notes.len());
            notes.push(std::mem::take(&mut document.notes[number]));
            waiting.extend(std::mem::take(&mut in_note[number]));
        }
    }
    document.notes = notes;
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
