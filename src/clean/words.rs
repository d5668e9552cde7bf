//! Words that the markup glues together or tears apart.

use super::builder::Builder;
use super::{class_words, image};
use crate::tree::{NodeId, Tag, Tree};

/// Whether a text is the large first letter of a paragraph, set apart from its word.
pub(super) fn is_drop_cap(tree: &Tree, leaf: NodeId, text: &str) -> bool {
    let mut letters = text.trim().chars();
    let is_letter = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_letter && tree.parent(leaf).is_some_and(|element| is_drop_cap_element(tree, element))
}

/// Whether an element says that it is a drop cap.
pub(super) fn is_drop_cap_element(tree: &Tree, element: NodeId) -> bool {
    class_words(tree, element).any(|word| {
        let word: String = word.chars().filter(char::is_ascii_alphabetic).collect();
        word.to_ascii_lowercase().contains("dropcap")
    })
}

/// Whether a space is missing before a text. News sites begin a report with its place in an element of its own and set
/// the distance to the first word by a style sheet: `<span>TP HCM</span>Trời`. So do comments with their authors:
/// `<a>Ana Ruiz</a><span>Reporter</span>`.
///
/// That is taken for granted only of the first words of a paragraph, which are several or named a place by their class,
/// and only before a capital letter.
pub(super) fn lacks_space(tree: &Tree, leaf: NodeId, text: &str, builder: &Builder) -> bool {
    /// Longest name of a place or person, in bytes.
    const MAX_NAME_BYTES: usize = 100;
    let run = builder.run();
    if run.owes_space() || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let Some(before) = run.short_text(MAX_NAME_BYTES) else { return false };
    let before = before.trim();
    let element = element_before(tree, leaf).filter(|&id| image::collapse(&tree.text_content(id)) == before);
    let is_named = element.is_some_and(|element| {
        class_words(tree, element).any(|word| {
            let word = word.to_ascii_lowercase();
            ["location", "place", "dateline", "city"].iter().any(|part| word.contains(part))
        })
    });
    (element.is_some() || builder.follows_set_apart())
        && before.ends_with(char::is_alphabetic)
        && before.chars().filter(|c| c.is_alphabetic()).count() > 1
        && (is_named || before.contains(' ') && before.starts_with(char::is_uppercase))
}

/// The element right before a text, of those that sites set the first words of a paragraph in.
fn element_before(tree: &Tree, leaf: NodeId) -> Option<NodeId> {
    let is_inline = |tag| matches!(tag, Tag::SPAN | Tag::A | Tag::LABEL | Tag::B | Tag::STRONG);
    tree.previous_sibling(leaf).filter(|&element| is_inline(tree.tag(element)))
}
