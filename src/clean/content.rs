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

/// Returns lines as bold lines. A line break stands outside of all styles.
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

/// Adds to a list that mostly stays at one: a paragraph of one text, a cell of one paragraph. `push` by itself makes
/// room for four, and a page may have a million of them.
pub(super) fn push_sparingly<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}
