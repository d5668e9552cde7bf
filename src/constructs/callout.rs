//! Callouts: notes, tips and warnings, recognized by the class names that site generators use.

use crate::document::CalloutKind;
use crate::tree::{NodeId, Tag, Tree};

/// Class names of callouts of any kind: Python-Markdown and Sphinx, Obsidian, GitHub, VuePress, Bootstrap, Docusaurus,
/// Hugo and Jekyll themes, Starlight, Confluence, MDN.
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
    "custom-container",
    "hint-container",
    "bs-callout",
    "starlight-aside",
    "confluence-information-macro",
    "notecard",
];

/// Classes that make a `details` element a callout without any other class. Markdown extensions
/// write them.
const DETAILS: &[&str] = &["note", "info", "tip", "hint", "important", "attention", "warning", "caution", "danger"];

/// Classes that DocFX gives to its callouts, in capitals.
const DOCFX: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// Returns the kind of callout that an element is, or `None` if it is not a callout.
///
/// One class must mark it as a callout, and a class or `data-callout` must name the kind. A class `note` or `info`
/// alone has many meanings.
pub(crate) fn kind(tree: &Tree, id: NodeId) -> Option<CalloutKind> {
    if !matches!(
        tree.tag(id),
        Tag::DIV | Tag::ASIDE | Tag::SECTION | Tag::BLOCKQUOTE | Tag::DETAILS | Tag::P | Tag::FIGURE
    ) {
        return None;
    }
    if let Some(name) = tree.attr(id, "data-callout") {
        return Some(named(&name.trim().to_ascii_lowercase()).unwrap_or(CalloutKind::Note));
    }
    let class = tree.attr(id, "class")?;
    if DOCFX.contains(&class) {
        return named(&class.to_ascii_lowercase());
    }
    // Nearly all classes have another meaning, so they are not copied.
    let is_known = |word: &str| {
        let mut names = CALLOUTS.iter().chain(DETAILS).chain(&["callout"]);
        names.any(|name| word.eq_ignore_ascii_case(name))
    };
    if !class.split_ascii_whitespace().any(is_known) {
        return None;
    }
    let words: Vec<String> = class.split_ascii_whitespace().map(str::to_ascii_lowercase).collect();
    if tree.tag(id) == Tag::DETAILS
        && let Some(word) = words.iter().find(|word| DETAILS.contains(&word.as_str()))
    {
        return named(word);
    }
    // Notion's callouts.
    if tree.tag(id) == Tag::FIGURE {
        return words.iter().any(|word| word == "callout").then_some(CalloutKind::Note);
    }
    if !words.iter().any(|word| CALLOUTS.contains(&word.as_str())) {
        return None;
    }
    words.iter().find_map(|word| named(word.rsplit(['-', '_']).next().unwrap_or(word)))
}

fn named(word: &str) -> Option<CalloutKind> {
    Some(match word {
        "note" | "info" | "information" | "abstract" | "summary" | "tldr" | "quote" | "cite" | "example"
        | "question" | "faq" | "help" | "todo" | "seealso" | "primary" | "secondary" => CalloutKind::Note,
        "tip" | "hint" | "success" | "check" | "done" => CalloutKind::Tip,
        "important" | "attention" => CalloutKind::Important,
        "warning" | "warn" => CalloutKind::Warning,
        "caution" | "danger" | "error" | "failure" | "fail" | "missing" | "bug" => CalloutKind::Caution,
        _ => return None,
    })
}

/// Returns `true` if an element at the start of a callout holds its title.
pub(crate) fn is_title(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), Tag::SUMMARY)
        || tree.parent(id).is_some_and(|callout| is_docfx_title(tree, callout, id))
        || tree.class_words(id).any(|word| {
            let word = word.to_ascii_lowercase();
            word.contains("title") || word.contains("heading") || word.contains("header")
        })
}

/// Returns `true` if an element is the first one of a DocFX callout. It holds the title in the page's language.
fn is_docfx_title(tree: &Tree, callout: NodeId, id: NodeId) -> bool {
    let is_docfx = tree.attr(callout, "class").is_some_and(|class| DOCFX.contains(&class));
    let first = || tree.children(callout).find(|&child| tree.tag(child) != Tag::TEXT);
    matches!(tree.tag(id), Tag::P | Tag::H5) && is_docfx && first() == Some(id)
}
