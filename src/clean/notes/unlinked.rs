//! Footnotes without links: raised numbers in the text, and paragraphs or items with the same
//! numbers below it. A link that needs a script does not count as a link.
//!
//! A raised number may as well be an exponent, so several conditions must hold. The numbers of the
//! notes count from 1 without a gap, and each note stands after its reference. In addition,
//! something separates the notes from the text, or their marks are raised as well.

use super::note::{FoundNote, MAX_LABEL_CHARS, label_of, says_note};
use crate::hash::{HashMap, HashMapExt};
use crate::selection::Selection;
use crate::tree::{NodeId, Step, Tag, Tree};

/// A note and the references to it.
pub(super) struct UnlinkedNote {
    pub(super) found: FoundNote,
    pub(super) references: Vec<NodeId>,
}

/// Finds the notes of a page whose references are not links.
pub(super) fn find(tree: &Tree, selection: &Selection) -> Vec<UnlinkedNote> {
    let mut references: Vec<(NodeId, usize)> = Vec::new();
    let mut definitions: Vec<(NodeId, usize)> = Vec::new();
    // The number of the current item in each open list of notes.
    let mut lists: Vec<(NodeId, usize)> = Vec::new();
    let mut after_divider = false;
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave(id) => {
                lists.pop_if(|(list, _)| *list == id);
                continue;
            }
        };
        match tree.tag(id) {
            Tag::A | Tag::TABLE | Tag::PRE => walk.skip_children(id),
            Tag::HR => after_divider = true,
            Tag::SUP => {
                if let Some(number) = number(tree, id).filter(|_| selection.keeps_text_in(tree, id)) {
                    references.push((id, number));
                }
            }
            Tag::OL if holds_notes(tree, id) => {
                let start = tree.attr(id, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                lists.push((id, start));
            }
            Tag::LI => {
                if let Some((list, next)) = lists.last_mut()
                    && tree.parent(id) == Some(*list)
                {
                    definitions.push((id, *next));
                    *next += 1;
                }
            }
            Tag::P | Tag::DIV => {
                if let Some((number, is_raised)) = opening_number(tree, id)
                    && (is_raised || after_divider || says_note(tree, id))
                {
                    definitions.push((id, number));
                }
            }
            _ => {}
        }
    }
    pair(tree, references, definitions)
}

fn pair(tree: &Tree, references: Vec<(NodeId, usize)>, definitions: Vec<(NodeId, usize)>) -> Vec<UnlinkedNote> {
    let mut notes: Vec<(NodeId, usize)> = Vec::new();
    for (block, number) in definitions {
        if number == notes.len() + 1 {
            notes.push((block, number));
        }
    }
    let mut by_number: HashMap<usize, Vec<NodeId>> = HashMap::new();
    for (reference, number) in references {
        // The mark of a note may be raised too, but it is not a reference.
        let is_before = notes.get(number.wrapping_sub(1)).is_some_and(|&(block, _)| reference.index() < block.index());
        if is_before {
            by_number.entry(number).or_default().push(reference);
        }
    }
    if notes.is_empty() || by_number.len() < notes.len() {
        return Vec::new();
    }
    notes
        .into_iter()
        .filter_map(|(place, number)| {
            let references = by_number.remove(&number)?;
            let reference = widened(tree, *references.first()?);
            let found = FoundNote { place, label: number.to_string(), reference };
            Some(UnlinkedNote {
                found,
                references: references.into_iter().map(|reference| widened(tree, reference)).collect(),
            })
        })
        .collect()
}

/// Returns `true` if a link has an address. `javascript:;` and `#` only carry a script.
fn leads_somewhere(tree: &Tree, link: NodeId) -> bool {
    let href = tree.attr(link, "href").unwrap_or_default().trim();
    !matches!(href, "" | "#") && href.get(..11).is_none_or(|start| !start.eq_ignore_ascii_case("javascript:"))
}

/// Returns the outermost element around the reference that holds nothing else.
fn widened(tree: &Tree, reference: NodeId) -> NodeId {
    /// Maximum number of children: white space, the reference, white space.
    const MAX_CHILDREN: usize = 3;
    let mut widened = reference;
    for around in tree.ancestors(reference).take(2) {
        let is_alone = tree.tag(around).is_mark_wrapper()
            && tree.children(around).take(MAX_CHILDREN + 1).all(|child| child == widened || tree.is_blank_text(child));
        if !is_alone {
            break;
        }
        widened = around;
    }
    widened
}

/// Returns the number from 1 to 999 that is the only text of an element.
fn number(tree: &Tree, id: NodeId) -> Option<usize> {
    let text = label_of(tree, id)?;
    text.parse().ok().filter(|number| (1..1000).contains(number))
}

/// Returns the number at the start of a block, if the number is in an element of its own. Also
/// returns `true` if that element is raised.
fn opening_number(tree: &Tree, block: NodeId) -> Option<(usize, bool)> {
    /// Maximum number of elements around the mark: `<b><sup>1</sup> Note:</b>`.
    const MAX_DEPTH: usize = 3;
    let mut node = tree.children(block).find(|&child| !tree.is_blank_text(child))?;
    let mut is_raised = false;
    for _ in 0..MAX_DEPTH {
        let is_idle_link = tree.tag(node) == Tag::A && !leads_somewhere(tree, node);
        let is_mark = matches!(tree.tag(node), Tag::SUP | Tag::B | Tag::STRONG | Tag::SPAN | Tag::EM | Tag::SMALL);
        if !is_mark && !is_idle_link {
            return None;
        }
        is_raised |= tree.tag(node) == Tag::SUP;
        if let Some(number) = number(tree, node) {
            // The note must have text after its number.
            let follows = tree.next_sibling(node).is_some() || tree.parent(node) != Some(block);
            return follows.then_some((number, is_raised));
        }
        node = tree.first_child(node)?;
    }
    None
}

/// Returns `true` if a numbered list is a list of notes. The classes around it, the ids of its
/// items or the heading above it show this, or its place in the margin.
fn holds_notes(tree: &Tree, list: NodeId) -> bool {
    let names = |id: NodeId| {
        tree.class_words(id).any(|word| {
            let word = word.to_ascii_lowercase();
            word.contains("footnote") || word.contains("endnote")
        })
    };
    let first = tree.children(list).find(|&child| tree.tag(child) == Tag::LI);
    let named_item = first.and_then(|item| tree.attr(item, "id")).is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        name.len() <= MAX_LABEL_CHARS
            && (name.starts_with("fn") || name.starts_with("footnote") || name.starts_with("note"))
    });
    named_item
        || names(list)
        || tree.ancestors(list).take(2).any(|around| names(around) || tree.tag(around) == Tag::ASIDE)
}
