//! The closed model of an article.
//!
//! This is the security boundary's far side: there is no raw HTML, no attribute bag and no unknown element
//! here, so what these types cannot say, no output can contain. Plain data; the only behaviour is
//! [`Document::events`], the walk that all renderers share.
//!
//! Dropping, cloning and comparing recurse, as Rust derives them: whoever builds a document bounds its nesting
//! ([`crate::MAX_DOCUMENT_DEPTH`] for blocks).

use crate::url::SafeUrl;
use std::slice::Iter;

/// An article's content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A block of an article.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A section heading. The article's own title is metadata, not a block.
    Heading {
        /// 2 to 6: level 1 is the title's.
        level: u8,
        /// The heading's words.
        content: Vec<Inline>,
    },
    /// A bulleted or numbered list.
    List {
        /// The number of the first item; `None` for a bulleted list.
        start: Option<u32>,
        /// The items, each a sequence of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// Preformatted text, with its line breaks and indentation.
    Code {
        /// The programming language in lower case (`rust`, `c++`), where the page names it.
        language: Option<String>,
        /// The text.
        text: String,
    },
    /// A data table.
    Table(Table),
    /// An image or several, with their caption.
    Figure {
        /// At least one.
        images: Vec<Image>,
        /// Empty where there is none.
        caption: Vec<Inline>,
    },
    /// A thematic break.
    Rule,
}

/// A data table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Empty where there is none.
    pub caption: Vec<Inline>,
    /// The rows, each a sequence of cells. Rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Whether it heads its row or column (`<th>`).
    pub header: bool,
    /// The cell's text.
    pub content: Vec<Inline>,
}

/// An image.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Where it lies.
    pub url: SafeUrl,
    /// What it shows, for those who cannot see it; empty for decoration.
    pub alt: String,
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text with its white space collapsed.
    Text(String),
    /// A link.
    Link {
        /// Where it leads.
        url: SafeUrl,
        /// What it says.
        content: Vec<Inline>,
    },
    /// `<em>`.
    Emphasis(Vec<Inline>),
    /// `<strong>`.
    Strong(Vec<Inline>),
    /// `<sub>`.
    Subscript(Vec<Inline>),
    /// `<sup>`.
    Superscript(Vec<Inline>),
    /// Code inside a sentence.
    Code(String),
    /// An image inside a sentence.
    Image(Image),
    /// A line break.
    LineBreak,
}

impl Document {
    /// Walks the document in reading order, without recursion.
    ///
    /// ```
    /// use unchaff::document::{Block, Document, Event, Inline, Node};
    /// let document = Document { blocks: vec![Block::Paragraph(vec![Inline::Text("Xin chào".into())])] };
    /// let text: String = document
    ///     .events()
    ///     .filter_map(|event| match event {
    ///         Event::Enter(Node::Inline(Inline::Text(text))) => Some(text.as_str()),
    ///         _ => None,
    ///     })
    ///     .collect();
    /// assert_eq!(text, "Xin chào");
    /// ```
    pub fn events(&self) -> Events<'_> {
        Events { stack: vec![Frame { node: None, children: Children::Blocks(self.blocks.iter()) }] }
    }
}

/// A part of a document that [`Document::events`] passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node<'a> {
    /// A block.
    Block(&'a Block),
    /// An item of a list.
    Item(&'a [Block]),
    /// The caption of a table, before its rows, or of a figure. Only where there is one.
    Caption(&'a [Inline]),
    /// A row of a table.
    Row(&'a [Cell]),
    /// A cell of a table.
    Cell(&'a Cell),
    /// A run of text. The images of a figure are no inlines: they stand in its block.
    Inline(&'a Inline),
}

/// A step of [`Document::events`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'a> {
    /// A node, before what it holds.
    Enter(Node<'a>),
    /// A node, after what it holds. Nodes that hold no others (rules, code, text, images and line breaks) are
    /// only entered.
    Leave(Node<'a>),
}

/// The walk that [`Document::events`] makes.
#[derive(Debug, Clone)]
pub struct Events<'a> {
    stack: Vec<Frame<'a>>,
}

#[derive(Debug, Clone)]
struct Frame<'a> {
    /// What is left after the children; `None` for the document itself.
    node: Option<Node<'a>>,
    children: Children<'a>,
}

#[derive(Debug, Clone)]
enum Children<'a> {
    Blocks(Iter<'a, Block>),
    Items(Iter<'a, Vec<Block>>),
    CaptionAndRows(Option<&'a [Inline]>, Iter<'a, Vec<Cell>>),
    Cells(Iter<'a, Cell>),
    Inlines(Iter<'a, Inline>),
}

impl Events<'_> {
    /// Right after an `Enter` of a node that holds others: leaves them out. Its `Leave` still comes.
    pub fn skip_children(&mut self) {
        if let Some(frame) = self.stack.last_mut() {
            frame.children = Children::Inlines([].iter());
        }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        let frame = self.stack.last_mut()?;
        let Some(node) = frame.children.next() else {
            return self.stack.pop()?.node.map(Event::Leave);
        };
        if let Some(children) = node.children() {
            self.stack.push(Frame { node: Some(node), children });
        }
        Some(Event::Enter(node))
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        match self {
            Children::Blocks(blocks) => blocks.next().map(Node::Block),
            Children::Items(items) => items.next().map(|item| Node::Item(item)),
            Children::CaptionAndRows(caption, rows) => {
                caption.take().map(Node::Caption).or_else(|| rows.next().map(|row| Node::Row(row)))
            }
            Children::Cells(cells) => cells.next().map(Node::Cell),
            Children::Inlines(inlines) => inlines.next().map(Node::Inline),
        }
    }
}

impl<'a> Node<'a> {
    fn children(self) -> Option<Children<'a>> {
        let caption = |caption: &'a [Inline]| (!caption.is_empty()).then_some(caption);
        Some(match self {
            Node::Block(Block::Paragraph(content) | Block::Heading { content, .. }) => {
                Children::Inlines(content.iter())
            }
            Node::Caption(content) => Children::Inlines(content.iter()),
            Node::Block(Block::List { items, .. }) => Children::Items(items.iter()),
            Node::Block(Block::Quote(blocks)) => Children::Blocks(blocks.iter()),
            Node::Item(blocks) => Children::Blocks(blocks.iter()),
            Node::Block(Block::Table(table)) => Children::CaptionAndRows(caption(&table.caption), table.rows.iter()),
            Node::Block(Block::Figure { caption: content, .. }) => {
                Children::CaptionAndRows(caption(content), [].iter())
            }
            Node::Row(cells) => Children::Cells(cells.iter()),
            Node::Cell(cell) => Children::Inlines(cell.content.iter()),
            Node::Inline(
                Inline::Link { content, .. }
                | Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Subscript(content)
                | Inline::Superscript(content),
            ) => Children::Inlines(content.iter()),
            Node::Block(Block::Code { .. } | Block::Rule)
            | Node::Inline(Inline::Text(_) | Inline::Code(_) | Inline::Image(_) | Inline::LineBreak) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.into())
    }

    fn name(node: Node) -> String {
        match node {
            Node::Block(Block::Paragraph(_)) => "p".into(),
            Node::Block(Block::List { .. }) => "ul".into(),
            Node::Block(Block::Table(_)) => "table".into(),
            Node::Block(Block::Figure { .. }) => "figure".into(),
            Node::Block(Block::Rule) => "hr".into(),
            Node::Item(_) => "li".into(),
            Node::Caption(_) => "caption".into(),
            Node::Row(_) => "tr".into(),
            Node::Cell(_) => "td".into(),
            Node::Inline(Inline::Strong(_)) => "strong".into(),
            Node::Inline(Inline::Text(text)) => format!("'{text}'"),
            other => format!("{other:?}"),
        }
    }

    fn sample() -> Document {
        let cell = |s: &str| Cell { header: false, content: vec![text(s)] };
        let table = Table { caption: vec![text("t")], rows: vec![vec![cell("1"), cell("2")], vec![]] };
        Document {
            blocks: vec![
                Block::Paragraph(vec![text("a"), Inline::Strong(vec![text("b")])]),
                Block::List { start: None, items: vec![vec![Block::Rule], vec![]] },
                Block::Table(table),
                Block::Figure { images: vec![], caption: vec![] },
            ],
        }
    }

    #[test]
    fn events_come_in_reading_order_and_close_what_they_open() {
        let events: Vec<String> = sample()
            .events()
            .map(|event| match event {
                Event::Enter(node) => name(node),
                Event::Leave(node) => format!("/{}", name(node)),
            })
            .collect();
        assert_eq!(
            events.join(" "),
            "p 'a' strong 'b' /strong /p ul li hr /li li /li /ul \
             table caption 't' /caption tr td '1' /td td '2' /td /tr tr /tr /table figure /figure"
        );
    }

    #[test]
    fn skipped_children_leave_their_parent_closed() {
        let document = sample();
        let mut events = document.events();
        let mut names = Vec::new();
        while let Some(event) = events.next() {
            match event {
                Event::Enter(node) => {
                    names.push(name(node));
                    if matches!(node, Node::Block(Block::List { .. } | Block::Table(_))) {
                        events.skip_children();
                    }
                }
                Event::Leave(node) => names.push(format!("/{}", name(node))),
            }
        }
        assert_eq!(names.join(" "), "p 'a' strong 'b' /strong /p ul /ul table /table figure /figure");
    }
}
