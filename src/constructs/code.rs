//! Code outside a `pre`.

use super::style::declared;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Returns `true` if an element outside a `pre` is a block of code. It is a box of lines, a `code` with the style or
/// class of a block, a `div` of text that has a class for code and names its language, or a `div` with the style of a
/// `pre`, as editors copy it.
pub(crate) fn is_block_of_code(tree: &Tree, id: NodeId) -> bool {
    if is_box_of_lines(tree, id) {
        return true;
    }
    if tree.tag(id) == Tag::DIV {
        let is_bare = || tree.children(id).all(|child| matches!(tree.tag(child), Tag::TEXT | Tag::SPAN | Tag::BR));
        let says_so = || tree.class_words(id).any(|word| matches!(word, "code-block" | "codeblock"));
        return tree.attr(id, "data-lang").is_some() && says_so() && is_bare() || is_styled_as_pre(tree, id);
    }
    if tree.tag(id) != Tag::CODE {
        return false;
    }
    let style: String = tree.attr(id, "style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("white-space:pre") && !style.contains("white-space:pre-line")
        || tree.class_words(id).any(|word| matches!(word, "block" | "code-block" | "codeblock"))
}

/// Returns `true` if an element's style keeps white space and sets a monospaced font. The font is recognized by words
/// in its name.
fn is_styled_as_pre(tree: &Tree, id: NodeId) -> bool {
    // Only the value `pre` counts. Mails also keep their white space, but they wrap their lines.
    declared(tree, id, "white-space") == Some("pre")
        && ["font-family", "font"].iter().filter_map(|name| declared(tree, id, name)).any(|font| {
            let font = font.to_ascii_lowercase();
            ["mono", "courier", "consolas", "menlo", "monaco"].iter().any(|name| font.contains(name))
        })
}

/// Returns the only `code` of a `pre` that also contains a header: a language, a file name or a
/// button to copy. The text of the header is short, has no line breaks and is in separate elements.
pub(crate) fn code_under_head(tree: &Tree, pre: NodeId) -> Option<NodeId> {
    const MAX_HEAD_CHARACTERS: usize = 120;
    let mut codes = tree.descendants(pre, Tag::CODE);
    let code = codes.next().filter(|_| codes.next().is_none())?;
    let mut inside = false;
    let (mut head, mut own) = (0, 0);
    for step in tree.walk(pre) {
        match step {
            Step::Enter(id) if id == code => inside = true,
            Step::Leave(id) if id == code => inside = false,
            Step::Enter(id) if tree.tag(id) == Tag::TEXT && !tree.is_blank_text(id) => {
                let characters = tree.text(id).trim().chars().count();
                if inside {
                    own += characters;
                } else if tree.parent(id) == Some(pre) || tree.text(id).contains('\n') {
                    return None;
                } else {
                    head += characters;
                }
            }
            _ => {}
        }
    }
    (head > 0 && own > 0 && head <= MAX_HEAD_CHARACTERS).then_some(code)
}

/// Returns `true` if an element is a box whose blocks are lines of code: of the editors CodeMirror and Monaco, of
/// Crayon, SyntaxHighlighter and Doxygen, or of GitHub's files, diffs and gists. White space between the lines belongs
/// to the template, not to the code.
pub(crate) fn is_box_of_lines(tree: &Tree, id: NodeId) -> bool {
    let has_class = |id, wanted: fn(&str) -> bool| tree.class_words(id).any(wanted);
    match tree.tag(id) {
        Tag::DIV => {
            has_class(id, |word| {
                matches!(word, "CodeMirror-code" | "cm-content" | "view-lines" | "crayon-pre" | "syntaxhighlighter")
            }) || has_class(id, |word| word == "fragment")
                && tree.children(id).any(|line| tree.tag(line) == Tag::DIV && has_class(line, |word| word == "line"))
        }
        Tag::TABLE => {
            let names_lines = |cell| has_class(cell, |word| word.starts_with("blob-code"));
            has_class(id, |word| matches!(word, "highlight" | "js-file-line-container" | "diff-table"))
                && tree.descendants(id, Tag::TD).take(GITHUB_COLUMNS).any(names_lines)
        }
        _ => false,
    }
}

/// The number of the old line, the number of the new line, and the line.
const GITHUB_COLUMNS: usize = 3;
