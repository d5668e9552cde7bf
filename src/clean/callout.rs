//! Callouts: notes, tips and warnings, by the class names that site generators give them.

use super::class_words;
use crate::document::CalloutKind;
use crate::tree::{NodeId, Tag, Tree};

/// Class names of callouts in general: Python-Markdown and Sphinx, Obsidian, GitHub, VuePress, Bootstrap, Docusaurus,
/// Hugo and Jekyll themes.
const CALLOUTS: &[&str] = &[
    "admonition",
    "callout",
    "markdown-alert",
    "custom-block",
    "alert",
    "hint",
    "notice",
    "admonitionblock",
    "theme-admonition",
];

/// What an element is a callout for; `None` if it is none.
///
/// A class has to say that it is a callout, and a class or `data-callout` what for: a bare `note` or `info` means many
/// things.
pub(crate) fn kind(tree: &Tree, id: NodeId) -> Option<CalloutKind> {
    if !matches!(tree.tag(id), Tag::DIV | Tag::ASIDE | Tag::SECTION | Tag::BLOCKQUOTE | Tag::DETAILS | Tag::P) {
        return None;
    }
    if let Some(name) = tree.attr(id, "data-callout") {
        return Some(named(&name.trim().to_ascii_lowercase()).unwrap_or(CalloutKind::Note));
    }
    let words: Vec<String> = class_words(tree, id).map(str::to_ascii_lowercase).collect();
    if !words.iter().any(|word| CALLOUTS.contains(&word.as_str())) {
        return None;
    }
    words.iter().find_map(|word| named(word.rsplit(['-', '_']).next().unwrap_or(word)))
}

fn named(word: &str) -> Option<CalloutKind> {
    Some(match word {
        "note" | "info" | "abstract" | "summary" | "tldr" | "quote" | "cite" | "example" | "question" | "faq"
        | "help" | "todo" | "seealso" | "primary" | "secondary" => CalloutKind::Note,
        "tip" | "hint" | "success" | "check" | "done" => CalloutKind::Tip,
        "important" | "attention" => CalloutKind::Important,
        "warning" | "warn" => CalloutKind::Warning,
        "caution" | "danger" | "error" | "failure" | "fail" | "missing" | "bug" => CalloutKind::Caution,
        _ => return None,
    })
}

/// Whether an element at the start of a callout holds its title.
pub(super) fn is_title(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), Tag::SUMMARY)
        || class_words(tree, id).any(|word| {
            let word = word.to_ascii_lowercase();
            word.contains("title") || word.contains("heading") || word.contains("header")
        })
}
