//! The large first letter of a paragraph, in an element separate from its word.

use crate::tree::{NodeId, Tree};

/// Returns `true` if a text is the large first letter of a paragraph, separate from its word.
pub(super) fn is_drop_cap(tree: &Tree, leaf: NodeId, text: &str) -> bool {
    let mut letters = text.trim().chars();
    let is_letter = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_letter && tree.parent(leaf).is_some_and(|element| is_drop_cap_element(tree, element))
}

/// Returns `true` if an element is marked as a drop cap.
pub(super) fn is_drop_cap_element(tree: &Tree, element: NodeId) -> bool {
    tree.class_words(element).any(|word| {
        let word: String = word.chars().filter(char::is_ascii_alphabetic).collect();
        word.to_ascii_lowercase().contains("dropcap")
    })
}
