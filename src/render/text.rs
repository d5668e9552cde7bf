//! Renders documents as plain text.
//!
//! The result has only the words of the article, for search, counting and reading aloud. It has no
//! bullets, numbers, link targets, images, captions, footnotes or footnote marks. Emphasis and
//! similar styles are reduced to their text, and formulas are written in LaTeX. A post begins with
//! a line for its author.

use super::common::{Script, ScriptForm, is_forbidden};
use crate::document::{Block, Document, Event, Image, Inline, Node, PostHeader};
use std::ops::Range;

/// Renders a document as plain text.
///
/// Blocks are separated by an empty line, items of a list (and the blocks in them) and rows of a table by a line break,
/// and cells by a tab. Code is written unchanged. There is no white space at either end.
///
/// ```
/// use unchaff::document::{Block, Document, Inline};
/// let paragraph = |text: &str| Block::Paragraph(vec![Inline::Text(text.into())]);
/// let document = Document::from(vec![paragraph("Một."), paragraph("Hai.")]);
/// assert_eq!(unchaff::render::text(&document), "Một.\n\nHai.");
/// ```
pub fn text(document: &Document) -> String {
    text_and_heads(document).0
}

/// Renders a document as plain text. Also returns the places of the lines with authors, one for
/// each post. The place for a post without an author is empty.
pub(crate) fn text_and_heads(document: &Document) -> (String, Vec<Range<usize>>) {
    let mut writer = TextWriter::default();
    let mut events = document.events();
    while let Some(event) = events.next() {
        match event {
            Event::Enter(Node::Caption(_) | Node::Notes(_)) => events.skip_children(),
            Event::Enter(node) => writer.enter(node),
            Event::Leave(node) => writer.leave(node),
        }
    }
    writer.text.truncate(writer.text.trim_end().len());
    (writer.text, writer.heads)
}

/// Renders a document as plain text, with spaces in place of the lines with authors. So the places
/// of sentences stay those in the article's text.
pub(crate) fn text_without_heads(document: &Document) -> String {
    let (mut text, heads) = text_and_heads(document);
    heads.into_iter().for_each(|head| text.replace_range(head.clone(), &" ".repeat(head.len())));
    text
}

#[derive(Default)]
struct TextWriter {
    text: String,
    /// The places of the lines with authors.
    heads: Vec<Range<usize>>,
    /// The line breaks to write before the next text.
    breaks: &'static str,
    /// The number of lists around the current place.
    lists: usize,
    /// The number of the current cell in its row, or `None` outside tables.
    cell: Option<usize>,
    /// The sub- and superscripts around the current place, with the text at the end of each.
    scripts: Vec<ScriptEnd>,
}

/// The text at the end of a script.
#[derive(Debug, PartialEq)]
enum ScriptEnd {
    Nothing,
    Bracket,
    /// Nothing. The text of the script is already written, so its content is skipped.
    Written,
}

impl TextWriter {
    fn enter(&mut self, node: Node) {
        match node {
            Node::Block(block) => {
                self.at_least(if self.lists == 0 { "\n\n" } else { "\n" });
                match block {
                    Block::List { .. } | Block::Definitions(_) => self.lists += 1,
                    Block::Code { text, .. } | Block::Math(text) => self.push(text.trim_end()),
                    Block::Post { header, .. } => self.post(header),
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
            Node::Inline(Inline::Superscript(content)) => self.script(content, Script::Above),
            Node::Inline(Inline::Subscript(content)) => self.script(content, Script::Below),
            Node::Cell(_) => {
                if self.cell > Some(0) {
                    self.push("\t");
                }
            }
            Node::Inline(Inline::Text(_)) if self.scripts.last() == Some(&ScriptEnd::Written) => {}
            Node::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Keyboard(text) | Inline::Math(text)) => {
                let begins_line = !self.breaks.is_empty() || self.text.is_empty();
                self.push(if begins_line { text.trim_start() } else { text });
            }
            // A small image in a sentence stands for a word, so its alternative text is written.
            Node::Inline(Inline::Image(image)) if is_word(image) => self.push(&image.alt),
            Node::Inline(Inline::LineBreak) if self.cell.is_some() => self.push(" "),
            Node::Inline(Inline::LineBreak) => self.breaks = if self.breaks.is_empty() { "\n" } else { "\n\n" },
            Node::Item(_) | Node::Caption(_) | Node::Inline(_) | Node::Notes(_) | Node::Note { .. } => {}
        }
    }

    fn leave(&mut self, node: Node) {
        match node {
            Node::Block(Block::List { .. } | Block::Definitions(_)) => self.lists -= 1,
            Node::Inline(Inline::Reading(_)) => self.push(")"),
            Node::Inline(Inline::Superscript(_) | Inline::Subscript(_)) => {
                let is_open = self.scripts.pop() == Some(ScriptEnd::Bracket);
                self.push(if is_open { ")" } else { "" });
            }
            Node::Row(_) => self.cell = None,
            Node::Cell(_) => self.cell = self.cell.map(|cell| cell + 1),
            _ => {}
        }
    }

    /// Writes the author of a post, as the line before its text. The time of the post is left out.
    fn post(&mut self, header: &PostHeader) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        let start = self.text.len();
        self.push(header.author.as_deref().unwrap_or_default());
        self.heads.push(start..self.text.len());
        self.at_least("\n\n");
    }

    /// Begins a subscript or superscript. If Unicode has no characters for it, it is written like
    /// in formulas: `x^(n+1)`.
    fn script(&mut self, content: &[Inline], script: Script) {
        let stands_alone = !self.breaks.is_empty() || self.text.chars().next_back().is_none_or(char::is_whitespace);
        let end = match script.form(content, stands_alone) {
            ScriptForm::Characters(text) => {
                let characters: String = text.chars().filter_map(|c| script.of(c)).collect();
                self.push(&characters);
                ScriptEnd::Written
            }
            ScriptForm::Plain => ScriptEnd::Nothing,
            ScriptForm::Marked if is_one_character(content) => {
                self.push(script.mark());
                ScriptEnd::Nothing
            }
            ScriptForm::Marked => {
                self.push(script.mark());
                self.push("(");
                ScriptEnd::Bracket
            }
        };
        self.scripts.push(end);
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

/// Returns `true` for an image that is no higher than a line and has an alternative text, such as a
/// formula, a rating or a character.
fn is_word(image: &Image) -> bool {
    const LINE_PIXELS: u32 = 48;
    /// Longest alternative text of such an image. A longer one describes a picture.
    const MAX_ALT_BYTES: usize = 80;
    image.size.is_some_and(|(_, height)| height <= LINE_PIXELS) && image.alt.len() <= MAX_ALT_BYTES
}

fn is_one_character(content: &[Inline]) -> bool {
    matches!(content, [Inline::Text(text)] if text.chars().count() == 1)
}
