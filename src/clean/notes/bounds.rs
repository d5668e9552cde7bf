//! Finds where each note begins and ends.
//!
//! Danger: only the next note marks the end of a note with several blocks. After the last note
//! comes other content.

use super::note::{FoundNote, Start, bare, label_of};
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::selection::Selection;
use crate::tree::{NodeId, Tag, Tree};

/// Returns the elements that begin notes. `sidenotes` are the notes beside their place, with their
/// numbers.
pub(super) fn starts(
    tree: &Tree,
    selection: &Selection,
    found: &[FoundNote],
    sidenotes: &[(NodeId, usize)],
) -> HashMap<NodeId, Start> {
    let mut starts = HashMap::new();
    // The block of each note. Several notes may share a block.
    let blocks: Vec<Option<NodeId>> = found.iter().map(|note| block(tree, note.place, note.reference)).collect();
    let mut shared: HashMap<NodeId, usize> = HashMap::new();
    for &block in blocks.iter().flatten() {
        *shared.entry(block).or_default() += 1;
    }
    let aside_numbers: HashSet<usize> = sidenotes.iter().map(|&(_, index)| index).collect();
    // The blocks in which notes begin. Each shows where the note before it ends.
    let begins: HashSet<NodeId> = blocks.iter().copied().flatten().collect();
    for (index, note) in found.iter().enumerate() {
        let (place, label) = (note.place, note.label.clone());
        if aside_numbers.contains(&index) {
            let label = sidenote_label(tree, place);
            starts.entry(place).or_insert(Start { index, until: place, label, is_inline: true });
            continue;
        }
        let Some(block) = blocks[index] else { continue };
        if starts.contains_key(&block) {
            continue;
        }
        let start = if shared[&block] > 1 {
            // Of several notes in one block, each ends where the next one begins.
            Start { index, until: block, label, is_inline: false }
        } else {
            let until = end(tree, selection, block, &label, &begins);
            Start { index, until, label, is_inline: false }
        };
        starts.entry(if shared[&block] > 1 { place } else { block }).or_insert(start);
    }
    starts
}

/// Returns the number at the start of a sidenote, if the number is a text node of its own.
fn sidenote_label(tree: &Tree, aside: NodeId) -> String {
    /// A longer number is a year.
    const MAX_DIGITS: usize = 3;
    let first = tree.descendants(aside, Tag::TEXT).map(|leaf| bare(tree.text(leaf))).find(|text| !text.is_empty());
    let is_number = |text: &&str| text.len() <= MAX_DIGITS && text.bytes().all(|b| b.is_ascii_digit());
    first.filter(is_number).unwrap_or_default().to_owned()
}

/// Returns the block of a note. A row of a table counts as a block. Returns `None` if the block holds the reference
/// too.
pub(super) fn block(tree: &Tree, place: NodeId, reference: NodeId) -> Option<NodeId> {
    let block = std::iter::once(place).chain(tree.ancestors(place)).find(|&id| !tree.tag(id).is_mark_wrapper())?;
    match tree.tag(block) {
        _ if block.index() < reference.index() => None,
        Tag::TD | Tag::TH => tree.parent(block),
        Tag::BODY | Tag::ARTICLE | Tag::MAIN | Tag::HTML | Tag::TABLE => None,
        _ => Some(block),
    }
}

/// Maximum number of blocks of one note that are searched for the next note.
const MAX_FURTHER_BLOCKS: usize = 8;

/// Returns the element that ends a note that begins with a block. It is the block itself, or its
/// parent if further blocks follow before the next note. The last note goes on to the last kept
/// block that follows it, if the note before it has several blocks too.
fn end(tree: &Tree, selection: &Selection, block: NodeId, label: &str, begins: &HashSet<NodeId>) -> NodeId {
    if tree.tag(block) == Tag::LI || tree.tag(block) == Tag::TR {
        return block;
    }
    let mut further = elements_after(tree, block);
    let first = further.clone().next();
    let next_note = further.find(|&id| begins.contains(&id) || !continues(tree, id));
    match next_note {
        Some(next) if begins.contains(&next) => tree.parent(block).unwrap_or(block),
        // The last note ends with its own block, or with the block after its mark.
        _ if label_of(tree, block).is_some_and(|text| text == label) => {
            first.filter(|&id| continues(tree, id)).unwrap_or(block)
        }
        _ if follows_long_note(tree, block, begins) => elements_after(tree, block)
            .take_while(|&id| continues(tree, id) && tree.tag(id) != Tag::DIV && selection.keeps_text_in(tree, id))
            .last()
            .unwrap_or(block),
        _ => block,
    }
}

/// Returns the elements after a block on the same level.
fn elements_after(tree: &Tree, block: NodeId) -> impl Iterator<Item = NodeId> + Clone + '_ {
    tree.siblings_after(block).filter(|&id| tree.tag(id) != Tag::TEXT).take(MAX_FURTHER_BLOCKS)
}

/// Returns `true` if an element can be a further block of a note.
fn continues(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), Tag::P | Tag::DD | Tag::UL | Tag::OL | Tag::PRE | Tag::BLOCKQUOTE | Tag::DIV)
}

/// Returns `true` if the note before a block has further blocks.
fn follows_long_note(tree: &Tree, block: NodeId, begins: &HashSet<NodeId>) -> bool {
    let mut before = tree.siblings_before(block).filter(|&id| tree.tag(id) != Tag::TEXT).take(MAX_FURTHER_BLOCKS);
    before.next().is_some_and(|id| !begins.contains(&id) && continues(tree, id))
        && before.find(|&id| begins.contains(&id) || !continues(tree, id)).is_some_and(|id| begins.contains(&id))
}
