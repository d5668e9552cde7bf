//! What the files of this folder share: how text and lists of content grow.

use crate::document::Inline;

/// Returns a text with its white space collapsed, without control characters.
pub(super) fn collapse(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// Adds a further line.
pub(super) fn append_line(content: &mut Vec<Inline>, line: Vec<Inline>) {
    if !content.is_empty() && !line.is_empty() {
        content.push(Inline::LineBreak);
    }
    content.extend(line);
}

/// Adds to a list that mostly stays at one: a paragraph of one text, a cell of one paragraph. `push` by itself makes
/// room for four, and a page may have a million of them.
pub(super) fn push_sparingly<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}
