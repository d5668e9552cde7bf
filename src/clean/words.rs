//! Words that only a style sheet separates.

use super::builder::DocumentBuilder;
use super::content::collapse;
use crate::tree::{NodeId, Tag, Tree};

/// Returns `true` if a space is missing before a text. News sites begin a report with the name of a
/// place in a separate element, and a style sheet adds the distance to the next word: `<span>TP
/// HCM</span>Trời`. Comments do the same with their authors: `<a>Ana
/// Ruiz</a><span>Reporter</span>`.
///
/// A space is added only under two conditions. The element holds the first words of a line, and
/// these are several words or the element has a class for a place. A capital letter follows.
pub(super) fn lacks_space(tree: &Tree, leaf: NodeId, text: &str, builder: &DocumentBuilder) -> bool {
    /// Longest name of a place or person, in bytes.
    const MAX_NAME_BYTES: usize = 100;
    let run = builder.run();
    if run.owes_space() || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let Some(before) = run.short_line(MAX_NAME_BYTES) else { return false };
    let before = before.trim();
    let element = element_before(tree, leaf).filter(|&id| collapse(&tree.text_content(id)) == before);
    let is_named = element.is_some_and(|element| {
        tree.class_words(element).any(|word| {
            let word = word.to_ascii_lowercase();
            ["location", "place", "dateline", "city"].iter().any(|part| word.contains(part))
        })
    });
    (element.is_some() || builder.follows_set_apart())
        && before.ends_with(char::is_alphabetic)
        && before.chars().filter(|c| c.is_alphabetic()).count() > 1
        && (is_named || before.contains(' ') && before.starts_with(char::is_uppercase))
}

/// Returns the element right before a text, if sites use this kind of element for the first words
/// of a paragraph.
fn element_before(tree: &Tree, leaf: NodeId) -> Option<NodeId> {
    let is_inline = |tag| matches!(tag, Tag::SPAN | Tag::A | Tag::LABEL | Tag::B | Tag::STRONG);
    tree.previous_sibling(leaf).filter(|&element| is_inline(tree.tag(element)))
}
