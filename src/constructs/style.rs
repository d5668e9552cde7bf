//! Properties in an element's style attribute. Style sheets are not read.

use crate::tree::{NodeId, Tree};

/// Returns the last value of a property in an element's style attribute, without `!important`.
pub(crate) fn declared<'a>(tree: &'a Tree, id: NodeId, property: &str) -> Option<&'a str> {
    let declarations = tree.attr(id, "style")?.split(';').filter_map(|declaration| declaration.split_once(':'));
    let mut values = declarations.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
    values.next_back().map(|(_, value)| value.split('!').next().unwrap_or_default().trim())
}

/// Returns `Some(true)` if an element's style makes a browser show the line breaks of the source,
/// and `Some(false)` if it does not. Returns `None` if the style has no such property, because the
/// elements around it then decide.
pub(crate) fn shows_line_breaks(tree: &Tree, id: NodeId) -> Option<bool> {
    let value = declared(tree, id, "white-space")?;
    match value {
        "pre" | "pre-wrap" | "pre-line" | "break-spaces" => Some(true),
        "normal" | "nowrap" => Some(false),
        _ => None,
    }
}

/// Returns `true` if an element's style puts it on lines of its own.
pub(crate) fn is_shown_as_block(tree: &Tree, id: NodeId) -> bool {
    matches!(declared(tree, id, "display"), Some("block" | "flex" | "grid" | "list-item" | "table"))
}

/// Returns `true` if an element's style makes it part of a line.
pub(crate) fn is_shown_inline(tree: &Tree, id: NodeId) -> bool {
    declared(tree, id, "display") == Some("inline")
}
