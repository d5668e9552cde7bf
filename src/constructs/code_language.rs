//! The programming language of code, as named by highlighters.

use super::code::code_under_head;
use crate::tree::{NodeId, Tag, Tree};

/// Returns the language that a `pre`, the code in it or the two elements around it name, in lower case.
pub(crate) fn of(tree: &Tree, pre: NodeId) -> Option<String> {
    let inside = tree.children(pre).find(|&child| tree.tag(child) == Tag::CODE);
    std::iter::once(pre)
        .chain(inside.or_else(|| code_under_head(tree, pre)))
        .find_map(|id| named_by(tree, id))
        .or_else(|| {
            tree.ancestors(pre).take(2).filter(|&id| is_highlighter(tree, id)).find_map(|id| named_by(tree, id))
        })
        .or_else(|| tree.ancestors(pre).take(HEXO_LEVELS).find_map(|id| named_by_figure(tree, id)))
        .filter(|language| {
            !matches!(language.as_str(), "text" | "txt" | "plain" | "plaintext" | "none" | "auto" | "nohighlight")
        })
}

/// Returns `true` if an element belongs to a highlighter. Elsewhere, `lang-vi` on a page's body is not a programming
/// language.
fn is_highlighter(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "class").is_some_and(|class| class.contains("highlight") || class.contains("code"))
}

/// Levels from a `pre` to Hexo's `figure`: cell, row, group of rows, table, and the figure.
const HEXO_LEVELS: usize = 5;

/// Returns the language that Hexo names: `<figure class="highlight rust">`.
fn named_by_figure(tree: &Tree, id: NodeId) -> Option<String> {
    let mut words = tree.class_words(id).skip_while(|&word| word != "highlight").skip(1);
    if tree.tag(id) == Tag::FIGURE { words.next().and_then(|word| valid(&word.to_ascii_lowercase())) } else { None }
}

fn named_by(tree: &Tree, id: NodeId) -> Option<String> {
    let mut words = tree.class_words(id).map(str::to_ascii_lowercase).peekable();
    while let Some(word) = words.next() {
        let prefixed = LANGUAGE_PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix));
        let name = match (prefixed, word.as_str()) {
            (Some(name), _) if !name.is_empty() => Some(name),
            (_, "brush:" | "sourcecode" | "hljs" | "hl") => {
                words.peek().map(String::as_str).filter(|next| !next.contains("lang"))
            }
            (_, "syntaxhighlighter") => {
                while words.next_if(|word| matches!(word.as_str(), "nogutter" | "collapsed" | "notranslate")).is_some()
                {
                }
                words.peek().map(String::as_str)
            }
            _ => None,
        };
        if let Some(name) = name.and_then(valid) {
            return Some(name);
        }
    }
    tree.attr(id, "data-lang")
        .or_else(|| tree.attr(id, "data-language"))
        .and_then(|name| valid(&name.to_ascii_lowercase()))
}

/// Prefixes that highlighters put before a language's name.
const LANGUAGE_PREFIXES: &[&str] = &["language-", "lang-", "highlight-source-", "brush:"];

fn valid(name: &str) -> Option<String> {
    let name = name.trim_end_matches(';');
    let is_name = !name.is_empty()
        && name.len() <= 32
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'.' | b'-' | b'_'));
    is_name.then(|| name.to_owned())
}
