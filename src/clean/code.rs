//! Preformatted text: its lines, its language, and what highlighters add to it.

use crate::document::Block;
use crate::tree::{NodeId, Tag, Tree};

/// The text of a `pre` while it is collected.
#[derive(Debug)]
pub(super) struct Code {
    language: Option<String>,
    text: String,
    /// Numbers that stand in elements of their own at the start of a line, each with its place in the text.
    numbers: Vec<(std::ops::Range<usize>, usize)>,
    /// Where the current line begins, and whether anything but white space stands in it.
    line_start: usize,
    line_has_ink: bool,
}

impl Code {
    pub(super) fn new(language: Option<String>) -> Code {
        Code { language, text: String::new(), numbers: Vec::new(), line_start: 0, line_has_ink: false }
    }

    /// Adds text as it stands. No-break spaces, with which some pages indent, become spaces: no compiler
    /// takes them.
    pub(super) fn text(&mut self, text: &str) {
        let begins_line = !self.line_has_ink;
        let line_start = self.line_start;
        self.append(text);
        if begins_line && let Ok(number) = text.trim().parse() {
            self.numbers.push((line_start..self.text.len(), number));
        }
    }

    fn append(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' => self.line_break(),
                '\u{a0}' => self.text.push(' '),
                '\u{200b}' | '\u{feff}' => {}
                _ if c.is_control() && c != '\t' => {}
                _ => {
                    self.line_has_ink |= !c.is_whitespace();
                    self.text.push(c);
                }
            }
        }
    }

    /// A `br`.
    pub(super) fn line_break(&mut self) {
        self.text.push('\n');
        self.line_start = self.text.len();
        self.line_has_ink = false;
    }

    /// The start or end of a block, such as a line in a `div` of its own.
    pub(super) fn boundary(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.line_break();
        }
    }

    /// The block, without empty lines at its ends; `None` where nothing is left, or only line numbers.
    pub(super) fn into_block(self) -> Option<Block> {
        let text = self.without_numbers();
        let text = text.trim_end();
        let start = text.find(|c: char| !c.is_whitespace())?;
        let first_line = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let text = &text[first_line..];
        let is_gutter =
            text.contains('\n') && text.lines().zip(1u32..).all(|(line, number)| line.trim().parse() == Ok(number));
        if is_gutter { None } else { Some(Block::Code { language: self.language, text: text.to_owned() }) }
    }
}

impl Code {
    /// The text without the numbers of its lines. They are numbers of lines if they count on and each line has one.
    fn without_numbers(&self) -> String {
        let counts = self.numbers.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
        if !counts || self.numbers.len() < 2 {
            return self.text.clone();
        }
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (number, _) in &self.numbers {
            text.push_str(&self.text[at..number.start]);
            at = number.end;
            // A number on a line of its own is beside the line after it.
            at += usize::from(self.text[at..].starts_with('\n') && !self.text[at + 1..].starts_with('\n'));
        }
        text.push_str(&self.text[at..]);
        let lines = text.trim().lines().count();
        if lines <= self.numbers.len() && lines > 0 { text } else { self.text.clone() }
    }
}

/// Whether an element outside of a `pre` is a block of code: a `code` whose style or class says so, or a `div` of bare
/// text that says so and names its language.
pub(crate) fn is_block_of_code(tree: &Tree, id: NodeId) -> bool {
    if is_box_of_lines(tree, id) {
        return true;
    }
    if tree.tag(id) == Tag::DIV {
        let is_bare = || tree.children(id).all(|child| matches!(tree.tag(child), Tag::TEXT | Tag::SPAN | Tag::BR));
        let says_so = || super::class_words(tree, id).any(|word| matches!(word, "code-block" | "codeblock"));
        return tree.attr(id, "data-lang").is_some() && says_so() && is_bare();
    }
    if tree.tag(id) != Tag::CODE {
        return false;
    }
    let style: String = tree.attr(id, "style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("white-space:pre") && !style.contains("white-space:pre-line")
        || super::class_words(tree, id).any(|word| matches!(word, "block" | "code-block" | "codeblock"))
}

/// Whether an element is a box whose blocks are the lines of code: of the editors CodeMirror and Monaco, of Crayon and
/// Doxygen, of GitHub's files, differences and gists. White space between its parts is the template's.
pub(crate) fn is_box_of_lines(tree: &Tree, id: NodeId) -> bool {
    let has_class = |id, wanted: fn(&str) -> bool| super::class_words(tree, id).any(wanted);
    match tree.tag(id) {
        Tag::DIV => {
            has_class(id, |word| matches!(word, "CodeMirror-code" | "cm-content" | "view-lines" | "crayon-pre"))
                || has_class(id, |word| word == "fragment")
                    && tree
                        .children(id)
                        .any(|line| tree.tag(line) == Tag::DIV && has_class(line, |word| word == "line"))
        }
        Tag::TABLE => {
            let names_lines = |cell| has_class(cell, |word| word.starts_with("blob-code"));
            has_class(id, |word| matches!(word, "highlight" | "js-file-line-container" | "diff-table"))
                && tree.descendants(id, Tag::TD).take(GITHUB_COLUMNS).any(names_lines)
        }
        _ => false,
    }
}

/// The number of the old line, that of the new one, the line.
const GITHUB_COLUMNS: usize = 3;

/// Whether white space stands between the lines of a box of lines, and is none of the code.
pub(super) fn is_between_lines(tree: &Tree, space: NodeId) -> bool {
    tree.parent(space).is_some_and(|parent| {
        matches!(tree.tag(parent), Tag::TABLE | Tag::THEAD | Tag::TBODY | Tag::TR) || is_box_of_lines(tree, parent)
    })
}

/// Whether an element holds the numbers of the lines in a box of lines beside it.
pub(super) fn is_gutter_of_box(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), Tag::DIV | Tag::TD)
        && super::class_words(tree, id)
            .any(|word| matches!(word, "cm-gutters" | "CodeMirror-gutters" | "crayon-nums" | "lines-gutter"))
}

/// Whether an element inside a `pre` is a line of its own although it is no block: the next of two `code`, or
/// of two elements of a line class, with nothing between.
pub(super) fn starts_line(tree: &Tree, id: NodeId) -> bool {
    let is_line = |node: NodeId| {
        tree.tag(node) == Tag::CODE
            || tree.attr(node, "class").is_some_and(|class| {
                class.split_ascii_whitespace().any(|word| matches!(word, "line" | "code-line" | "view-line" | "cl"))
            })
    };
    is_line(id) && tree.previous_sibling(id).is_some_and(is_line)
}

/// Whether an element inside a `pre` holds line numbers.
pub(super) fn is_gutter(tree: &Tree, id: NodeId) -> bool {
    // What cannot be selected is no part of the code.
    let cannot_be_selected = tree.attr(id, "style").is_some_and(|style| style.contains("user-select:none"));
    let is_button = tree.tag(id) == Tag::BUTTON;
    cannot_be_selected
        || is_button
        || tree.attr(id, "class").is_some_and(|class| {
            class.split_ascii_whitespace().any(|word| {
                let word = word.to_ascii_lowercase();
                word.contains("gutter")
                    || word.contains("lineno")
                    || matches!(
                        word.as_str(),
                        "line-number"
                            | "line-numbers-rows"
                            | "linenumber"
                            | "hljs-ln-numbers"
                            | "blob-num"
                            | "lnt"
                            | "ln"
                            | "pre-numbering"
                    )
            })
        })
}

/// The language that a `pre`, the elements directly in it or the two around it name, in lower case.
pub(super) fn language(tree: &Tree, pre: NodeId) -> Option<String> {
    let inside = tree.children(pre).filter(|&child| tree.tag(child) == Tag::CODE).take(1);
    std::iter::once(pre)
        .chain(inside)
        .find_map(|id| named_by(tree, id))
        .or_else(|| {
            tree.ancestors(pre).take(2).filter(|&id| is_highlighter(tree, id)).find_map(|id| named_by(tree, id))
        })
        .or_else(|| tree.ancestors(pre).take(HEXO_LEVELS).find_map(|id| named_by_figure(tree, id)))
        .filter(|language| {
            !matches!(language.as_str(), "text" | "txt" | "plain" | "plaintext" | "none" | "auto" | "nohighlight")
        })
}

/// `lang-vi` on a page's body is no programming language; around a highlighter's element it is one.
fn is_highlighter(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "class").is_some_and(|class| class.contains("highlight") || class.contains("code"))
}

/// `pre`, cell, row, group of rows and table stand in Hexo's `figure`.
const HEXO_LEVELS: usize = 5;

/// Hexo writes `<figure class="highlight rust">`.
fn named_by_figure(tree: &Tree, id: NodeId) -> Option<String> {
    let mut words = super::class_words(tree, id).skip_while(|&word| word != "highlight").skip(1);
    if tree.tag(id) == Tag::FIGURE { words.next().and_then(|word| valid(&word.to_ascii_lowercase())) } else { None }
}

fn named_by(tree: &Tree, id: NodeId) -> Option<String> {
    let class = tree.attr(id, "class").unwrap_or_default();
    let mut words = class.split_ascii_whitespace().map(str::to_ascii_lowercase).peekable();
    while let Some(word) = words.next() {
        let prefixed = LANGUAGE_PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix));
        let name = match (prefixed, word.as_str()) {
            (Some(name), _) if !name.is_empty() => Some(name),
            (_, "brush:" | "sourcecode" | "hljs" | "hl") => {
                words.peek().map(String::as_str).filter(|next| !next.contains("lang"))
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

/// What highlighters write before a language's name.
const LANGUAGE_PREFIXES: &[&str] = &["language-", "lang-", "highlight-source-", "brush:"];

fn valid(name: &str) -> Option<String> {
    let name = name.trim_end_matches(';');
    let is_name = !name.is_empty()
        && name.len() <= 32
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'.' | b'-' | b'_'));
    is_name.then(|| name.to_owned())
}
