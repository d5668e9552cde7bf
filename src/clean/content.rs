//! Helpers for text and lists of content, shared by the files of this folder.

use crate::document::Inline;

/// Returns a text with its white space collapsed, without control characters.
pub(super) fn collapse(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// Adds a line after the existing ones.
pub(super) fn append_line(content: &mut Vec<Inline>, line: Vec<Inline>) {
    if !content.is_empty() && !line.is_empty() {
        content.push(Inline::LineBreak);
    }
    content.extend(line);
}

/// Makes each line of the content bold. Line breaks stay outside the bold text.
pub(super) fn strong_lines(content: Vec<Inline>) -> Vec<Inline> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    for inline in content.into_iter().chain([Inline::LineBreak]) {
        if inline != Inline::LineBreak {
            line.push(inline);
        } else if !line.is_empty() {
            append_line(&mut lines, vec![Inline::Strong(std::mem::take(&mut line))]);
        }
    }
    lines
}

/// Adds an item to a list that usually has a single item, such as a paragraph of one text or a cell
/// of one paragraph. A plain `push` reserves room for four items, and a page may have a million
/// such lists.
pub(super) fn push_sparingly<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}
