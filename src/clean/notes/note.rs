//! A note and its marks.

use crate::tree::{NodeId, Step, Tree};

/// Where a note begins.
#[derive(Debug, Clone)]
pub(in crate::clean) struct Start {
    /// The note's number, from 0.
    pub(in crate::clean) index: usize,
    /// The element at whose end the note ends at the latest.
    pub(in crate::clean) until: NodeId,
    /// The note's mark, or an empty string for a sidenote without a mark.
    pub(in crate::clean) label: String,
    /// `true` if the note is inside a sentence.
    pub(in crate::clean) is_inline: bool,
}

/// A note with at least one reference.
pub(super) struct FoundNote {
    pub(super) place: NodeId,
    pub(super) label: String,
    /// The first link to the note, or the sidenote itself.
    pub(super) reference: NodeId,
}

/// Longest text that can be a mark, in characters.
pub(super) const MAX_LABEL_CHARS: usize = 12;

/// Returns the mark in an element, without brackets: up to four digits, one or two letters, a Roman number, or signs.
pub(super) fn label(tree: &Tree, id: NodeId) -> Option<String> {
    let label = label_of(tree, id)?;
    let is_number = label.len() <= 4 && label.bytes().all(|b| b.is_ascii_digit());
    let is_letter = label.len() <= 2 && label.bytes().all(|b| b.is_ascii_lowercase());
    let is_roman = label.len() <= 6 && label.bytes().all(|b| b"ivxlc".contains(&b));
    let is_sign = label.chars().count() <= 3 && label.chars().all(|c| "*†‡§¶#⁂∗✱".contains(c));
    (!label.is_empty() && (is_number || is_letter || is_roman || is_sign)).then_some(label)
}

/// Returns the short text of an element without brackets and white space, or `None` if it is longer.
pub(super) fn label_of(tree: &Tree, id: NodeId) -> Option<String> {
    /// Maximum number of steps through an element in search of its mark.
    const MAX_STEPS: usize = 64;
    let mut text = String::new();
    for (number, step) in tree.walk(id).enumerate() {
        if let Step::Enter(leaf) = step {
            text.push_str(tree.text(leaf).trim());
        }
        if number > MAX_STEPS || text.len() > 4 * MAX_LABEL_CHARS {
            return None;
        }
    }
    let text = text.trim_start_matches("Note").trim_start_matches("note");
    Some(bare(text).to_owned()).filter(|text| text.chars().count() <= MAX_LABEL_CHARS)
}

/// Returns a mark without the characters around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "[](){}.:^,".contains(c))
}

/// Returns the text of a note after its mark, if the text begins with the mark: `[3] `, `3. `, `*
/// `.
pub(in crate::clean) fn after_label<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || "[(^".contains(c));
    let rest = start.strip_prefix(label)?;
    if label.is_empty() {
        return None;
    }
    let after = rest.trim_start_matches(['.', ':', ')', ']', ',']);
    let is_apart = after.is_empty() || after.len() < rest.len() || rest.starts_with(char::is_whitespace);
    // `2.5` is a number and does not begin a note.
    let is_number = rest.starts_with('.') && after.starts_with(|c: char| c.is_ascii_digit());
    (is_apart && !is_number).then_some(after.trim_start())
}

/// Returns `true` if a text at the start of a note has only characters that surround a mark.
pub(in crate::clean) fn is_around_label(text: &str) -> bool {
    bare(text).is_empty()
}

/// Returns `true` if the class, role or relation of an element is one that notes have.
pub(super) fn says_note(tree: &Tree, id: NodeId) -> bool {
    ["class", "role", "rel", "epub:type", "data-type"].into_iter().filter_map(|name| tree.attr(id, name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value.contains("footnote")
            || value.contains("noteref")
            || value.contains("endnote")
            || value.contains("reference")
    })
}
