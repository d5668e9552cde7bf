//! Preformatted text: its lines, its language, and the additions of highlighters.

use crate::constructs::code::is_box_of_lines;
use crate::document::Block;
use crate::tree::{NodeId, Tag, Tree};

/// The text of a `pre` while it is collected.
#[derive(Debug)]
pub(super) struct Code {
    language: Option<String>,
    text: String,
    /// Numbers in their own elements at the start of a line, each with its place in the text.
    numbers: Vec<(std::ops::Range<usize>, usize)>,
    /// Where the current line begins. `line_has_ink` is `true` if the line has more than white
    /// space.
    line_start: usize,
    line_has_ink: bool,
}

impl Code {
    pub(super) fn new(language: Option<String>) -> Code {
        Code { language, text: String::new(), numbers: Vec::new(), line_start: 0, line_has_ink: false }
    }

    /// Adds text without changes, except that no-break spaces become spaces. Some pages indent with them, but compilers
    /// reject them.
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

    /// Adds a line break.
    pub(super) fn line_break(&mut self) {
        self.text.push('\n');
        self.line_start = self.text.len();
        self.line_has_ink = false;
    }

    /// Marks the start or end of a block, such as a line in its own `div`.
    pub(super) fn boundary(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            if !self.line_has_ink {
                self.text.truncate(self.line_start);
            }
            self.line_break();
        }
    }

    /// Returns the block without empty lines at its ends, or `None` if it is empty or has only line numbers.
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
    /// Returns the text without line numbers. Numbers are line numbers if they count up and every
    /// line has one.
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
            // A number on its own line belongs to the line after it.
            at += usize::from(self.text[at..].starts_with('\n') && !self.text[at + 1..].starts_with('\n'));
        }
        text.push_str(&self.text[at..]);
        let lines = text.trim().lines().count();
        if lines <= self.numbers.len() && lines > 0 { text } else { self.text.clone() }
    }
}

/// Returns `true` if a node is the white space between the lines of a box of lines, which is not code.
pub(super) fn is_between_lines(tree: &Tree, space: NodeId) -> bool {
    /// How many levels are searched. A highlighter's table and its parts stand between the box and the lines.
    const LEVELS: usize = 7;
    let is_beside_line = || {
        let beside = [tree.previous_sibling(space), tree.next_sibling(space)];
        beside.into_iter().flatten().any(|id| tree.tag(id) == Tag::DIV)
            && tree.ancestors(space).take(LEVELS).any(|id| is_box_of_lines(tree, id))
    };
    is_beside_line()
        || tree.parent(space).is_some_and(|parent| {
            matches!(tree.tag(parent), Tag::TABLE | Tag::THEAD | Tag::TBODY | Tag::TR) || is_box_of_lines(tree, parent)
        })
}

/// Returns `true` if an element holds the numbers of the lines in a box of lines beside it.
pub(super) fn is_gutter_of_box(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), Tag::DIV | Tag::TD)
        && tree
            .class_words(id)
            .any(|word| matches!(word, "cm-gutters" | "CodeMirror-gutters" | "crayon-nums" | "lines-gutter"))
}

/// Returns `true` if an element inside a `pre` starts a line although it is not a block. It is the
/// second of two `code` elements, or of two elements with a class for lines, with nothing between
/// them.
pub(super) fn starts_line(tree: &Tree, id: NodeId) -> bool {
    let is_line = |node: NodeId| {
        tree.tag(node) == Tag::CODE && tree.parent(node).is_some_and(|parent| tree.tag(parent).is_preformatted())
            || tree.class_words(node).any(|word| matches!(word, "line" | "code-line" | "view-line" | "cl"))
    };
    is_line(id) && tree.previous_sibling(id).is_some_and(is_line)
}

/// Returns `true` if an element inside a `pre` holds line numbers.
pub(super) fn is_gutter(tree: &Tree, id: NodeId) -> bool {
    // Text that cannot be selected is not part of the code.
    let cannot_be_selected = tree.attr(id, "style").is_some_and(|style| style.contains("user-select:none"));
    let is_control = matches!(tree.tag(id), Tag::BUTTON | Tag::CAPTION);
    cannot_be_selected
        || is_control
        || tree.class_words(id).any(|word| {
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
                        | "toolbar"
                        | "ln"
                        | "pre-numbering"
                )
        })
}
