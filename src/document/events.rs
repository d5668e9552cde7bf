//! The walk over a document that all renderers share.

use super::{Block, Cell, Definition, Document, Inline, Item, Note};
use std::iter::Enumerate;
use std::slice::Iter;

impl Document {
    /// Walks the document in reading order, without recursion.
    ///
    /// ```
    /// use unchaff::document::{Block, Document, Event, Inline, Node};
    /// let document = Document::from(vec![Block::Paragraph(vec![Inline::Text("Xin chào".into())])]);
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
        let notes = (!self.notes.is_empty()).then_some(self.notes.as_slice());
        Events { stack: vec![OpenNode { node: None, children: Children::BlocksAndNotes(self.blocks.iter(), notes) }] }
    }
}

/// A part of a document that [`Document::events`] visits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node<'a> {
    /// A block.
    Block(&'a Block),
    /// An item of a list.
    Item(&'a Item),
    /// A term of a definition list.
    Term(&'a [Inline]),
    /// The description of a term in a definition list.
    Detail(&'a [Block]),
    /// The title of a callout, before its blocks. Visited only if it is not empty.
    Title(&'a [Inline]),
    /// The caption of a table, before its rows, or of a figure. Visited only if it is not empty.
    Caption(&'a [Inline]),
    /// A row of a table.
    Row(&'a [Cell]),
    /// A cell of a table.
    Cell(&'a Cell),
    /// A run of text. The images of a figure are not visited, because they are part of its block.
    Inline(&'a Inline),
    /// The footnotes, after all blocks. Visited only if there are any.
    Notes(&'a [Note]),
    /// A footnote.
    Note {
        /// The index of the footnote in [`Document::notes`].
        index: usize,
        /// The content of the footnote.
        note: &'a Note,
    },
}

/// A step of [`Document::events`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'a> {
    /// A node, before its children.
    Enter(Node<'a>),
    /// A node, after its children. Nodes that cannot have children (rules, code, formulas, embeds, text, images, line
    /// breaks and references to notes) are only entered.
    Leave(Node<'a>),
}

/// The walk that [`Document::events`] makes.
#[derive(Debug, Clone)]
pub struct Events<'a> {
    stack: Vec<OpenNode<'a>>,
}

#[derive(Debug, Clone)]
struct OpenNode<'a> {
    /// The node to leave after the children, or `None` for the document itself.
    node: Option<Node<'a>>,
    children: Children<'a>,
}

#[derive(Debug, Clone)]
enum Children<'a> {
    BlocksAndNotes(Iter<'a, Block>, Option<&'a [Note]>),
    TitleAndBlocks(Option<&'a [Inline]>, Iter<'a, Block>),
    Blocks(Iter<'a, Block>),
    Items(Iter<'a, Item>),
    Definitions(Iter<'a, Definition>),
    Notes(Enumerate<Iter<'a, Note>>),
    CaptionAndRows(Option<&'a [Inline]>, Iter<'a, Vec<Cell>>),
    Cells(Iter<'a, Cell>),
    Inlines(Iter<'a, Inline>),
}

impl Events<'_> {
    /// Skips the children of a node, right after its `Enter`. Its `Leave` still follows.
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
            self.stack.push(OpenNode { node: Some(node), children });
        }
        Some(Event::Enter(node))
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        match self {
            Children::BlocksAndNotes(blocks, notes) => {
                blocks.next().map(Node::Block).or_else(|| notes.take().map(Node::Notes))
            }
            Children::TitleAndBlocks(title, blocks) => {
                title.take().map(Node::Title).or_else(|| blocks.next().map(Node::Block))
            }
            Children::Blocks(blocks) => blocks.next().map(Node::Block),
            Children::Items(items) => items.next().map(Node::Item),
            Children::Definitions(parts) => parts.next().map(|part| match part {
                Definition::Term(content) => Node::Term(content),
                Definition::Detail(blocks) => Node::Detail(blocks),
            }),
            Children::Notes(notes) => notes.next().map(|(index, note)| Node::Note { index, note }),
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
        let some = |content: &'a [Inline]| (!content.is_empty()).then_some(content);
        Some(match self {
            Node::Block(Block::Paragraph(content) | Block::Heading { content, .. }) => {
                Children::Inlines(content.iter())
            }
            Node::Caption(content) | Node::Title(content) | Node::Term(content) => Children::Inlines(content.iter()),
            Node::Block(Block::List { items, .. }) => Children::Items(items.iter()),
            Node::Block(Block::Definitions(parts)) => Children::Definitions(parts.iter()),
            Node::Block(Block::Quote(blocks) | Block::Section { blocks, .. } | Block::Post { blocks, .. }) => {
                Children::Blocks(blocks.iter())
            }
            Node::Detail(blocks) => Children::Blocks(blocks.iter()),
            Node::Block(Block::Callout { title, blocks, .. }) => Children::TitleAndBlocks(some(title), blocks.iter()),
            Node::Item(item) => Children::Blocks(item.blocks.iter()),
            Node::Block(Block::Table(table)) => Children::CaptionAndRows(some(&table.caption), table.rows.iter()),
            Node::Block(Block::Figure { caption, .. }) => Children::CaptionAndRows(some(caption), [].iter()),
            Node::Row(cells) => Children::Cells(cells.iter()),
            Node::Cell(cell) => Children::Inlines(cell.content.iter()),
            Node::Notes(notes) => Children::Notes(notes.iter().enumerate()),
            Node::Note { note, .. } => Children::Blocks(note.blocks.iter()),
            Node::Inline(inline) => return inline.content().map(|content| Children::Inlines(content.iter())),
            Node::Block(Block::Code { .. } | Block::Math(_) | Block::Embed(_) | Block::Rule) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Numbering, Table};

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
            Node::Notes(_) => "notes".into(),
            Node::Note { index, .. } => format!("note {index}"),
            Node::Caption(_) => "caption".into(),
            Node::Row(_) => "tr".into(),
            Node::Cell(_) => "td".into(),
            Node::Inline(Inline::Strong(_)) => "strong".into(),
            Node::Inline(Inline::Text(text)) => format!("'{text}'"),
            other => format!("{other:?}"),
        }
    }

    fn sample() -> Document {
        let cell = |s: &str| Cell { content: vec![text(s)], ..Cell::default() };
        let table = Table { caption: vec![text("t")], rows: vec![vec![cell("1"), cell("2")], vec![]] };
        Document {
            blocks: vec![
                Block::Paragraph(vec![text("a"), Inline::Strong(vec![text("b")])]),
                Block::List {
                    start: None,
                    numbering: Numbering::Decimal,
                    items: vec![vec![Block::Rule].into(), Item::default()],
                },
                Block::Table(table),
                Block::Figure { images: vec![], caption: vec![] },
            ],
            notes: vec![Note { blocks: vec![Block::Rule] }],
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
             table caption 't' /caption tr td '1' /td td '2' /td /tr tr /tr /table figure /figure \
             notes note 0 hr /note 0 /notes"
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
        assert_eq!(
            names.join(" "),
            "p 'a' strong 'b' /strong /p ul /ul table /table figure /figure notes note 0 hr /note 0 /notes"
        );
    }
}
