//! Document → plain text.
//!
//! The words of the article and nothing else, for search, counting and reading aloud: no bullets, no numbers,
//! no link targets, no images, no captions, no footnotes nor their marks. Emphasis and the like are written as their
//! text, formulas in LaTeX.

use super::is_forbidden;
use crate::document::{Block, Document, Event, Inline, Node};

/// Renders a document as plain text.
///
/// An empty line stands between blocks, a line break between the items of a list (and the blocks in them) and
/// between the rows of a table, a tab between cells. Code is written as it is. No white space at either end.
///
/// ```
/// use unchaff::document::{Block, Document, Inline};
/// let paragraph = |text: &str| Block::Paragraph(vec![Inline::Text(text.into())]);
/// let document = Document::from(vec![paragraph("Một."), paragraph("Hai.")]);
/// assert_eq!(unchaff::render::text(&document), "Một.\n\nHai.");
/// ```
pub fn text(document: &Document) -> String {
    let mut writer = Writer::default();
    let mut events = document.events();
    while let Some(event) = events.next() {
        match event {
            Event::Enter(Node::Caption(_) | Node::Notes(_)) => events.skip_children(),
            Event::Enter(node) => writer.enter(node),
            Event::Leave(node) => writer.leave(node),
        }
    }
    writer.text.truncate(writer.text.trim_end().len());
    writer.text
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Line breaks that have to stand before the next text.
    breaks: &'static str,
    /// Lists around the current place.
    lists: usize,
    /// The number of the current cell in its row; `None` outside tables.
    cell: Option<usize>,
}

impl Writer {
    fn enter(&mut self, node: Node) {
        match node {
            Node::Block(block) => {
                self.at_least(if self.lists == 0 { "\n\n" } else { "\n" });
                match block {
                    Block::List { .. } | Block::Definitions(_) => self.lists += 1,
                    Block::Code { text, .. } | Block::Math(text) => self.push(text.trim_end()),
                    _ => {}
                }
            }
            Node::Row(_) => {
                self.at_least("\n");
                self.cell = Some(0);
            }
            Node::Title(_) => self.at_least("\n\n"),
            Node::Term(_) | Node::Detail(_) => self.at_least("\n"),
            Node::Inline(Inline::Reading(_)) => self.push("("),
            Node::Cell(_) => {
                if self.cell > Some(0) {
                    self.push("\t");
                }
            }
            Node::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Keyboard(text) | Inline::Math(text)) => {
                let begins_line = !self.breaks.is_empty() || self.text.is_empty();
                self.push(if begins_line { text.trim_start() } else { text });
            }
            Node::Inline(Inline::LineBreak) if self.cell.is_some() => self.push(" "),
            Node::Inline(Inline::LineBreak) => self.breaks = if self.breaks.is_empty() { "\n" } else { "\n\n" },
            Node::Item(_) | Node::Caption(_) | Node::Inline(_) | Node::Notes(_) | Node::Note { .. } => {}
        }
    }

    fn leave(&mut self, node: Node) {
        match node {
            Node::Block(Block::List { .. } | Block::Definitions(_)) => self.lists -= 1,
            Node::Inline(Inline::Reading(_)) => self.push(")"),
            Node::Row(_) => self.cell = None,
            Node::Cell(_) => self.cell = self.cell.map(|cell| cell + 1),
            _ => {}
        }
    }

    fn at_least(&mut self, breaks: &'static str) {
        if breaks.len() > self.breaks.len() {
            self.breaks = breaks;
        }
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.breaks.is_empty() {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            if !self.text.is_empty() {
                self.text.push_str(self.breaks);
            }
            self.breaks = "";
        }
        self.text.extend(text.chars().filter(|&c| !is_forbidden(c)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Table};
    use crate::render::sample::{cell, code, heading, image, item, link, list, paragraph, strong, t};

    /// Blocks, their text.
    fn cases() -> Vec<(Vec<Block>, &'static str)> {
        vec![
            (vec![], ""),
            (vec![paragraph([t(" Một "), strong("hai"), t("  ")]), paragraph([t("Ba.")])], "Một hai\n\nBa."),
            (vec![paragraph([t("x"), Inline::Subscript(vec![t("2")]), t("y")])], "x2y"),
            (vec![paragraph([t("a "), Inline::LineBreak, t(" b"), Inline::LineBreak])], "a\nb"),
            (vec![paragraph([t("a"), Inline::LineBreak, Inline::LineBreak, t("b")])], "a\n\nb"),
            (vec![heading(2, "H"), Block::Rule, paragraph([link("l")])], "H\n\nl"),
            (
                vec![
                    paragraph([t("p")]),
                    list(None, [item("a"), vec![paragraph([t("b")]), list(Some(3), [item("c")])], item("d")]),
                    paragraph([t("q")]),
                ],
                "p\n\na\nb\nc\nd\n\nq",
            ),
            (vec![Block::Quote(vec![paragraph([t("a")]), paragraph([t("b")])])], "a\n\nb"),
            (vec![code("fn a() {\n    b()\n}\n"), paragraph([t("<p>")])], "fn a() {\n    b()\n}\n\n<p>"),
            (
                vec![Block::Table(Table {
                    caption: vec![t("caption")],
                    rows: vec![
                        vec![cell(true, "a"), cell(true, "b"), cell(true, "c")],
                        vec![
                            cell(false, "1"),
                            cell(false, ""),
                            Cell { content: vec![t("2"), Inline::LineBreak, t("3")], ..Cell::default() },
                        ],
                    ],
                })],
                "a\tb\tc\n1\t\t2 3",
            ),
            (
                vec![
                    Block::Figure { images: vec![image("alt")], caption: vec![t("caption")] },
                    paragraph([t("a"), Inline::Image(image("alt")), t("b")]),
                ],
                "ab",
            ),
            (vec![paragraph([t("a\0b\u{7}c\u{1b}[0m")])], "abc[0m"),
        ]
    }

    #[test]
    fn text_holds_the_words_in_lines() {
        for (blocks, expected) in cases() {
            let document = Document::from(blocks);
            assert_eq!(text(&document), expected, "{document:?}");
        }
    }
}
