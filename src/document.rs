//! The closed model of an article.
//!
//! This is the security boundary's far side: there is no raw HTML, no attribute bag and no unknown element
//! here, so what these types cannot say, no output can contain. Plain data; the only behaviour is
//! [`Document::events`], the walk that all renderers share.
//!
//! Dropping, cloning and comparing recurse, as Rust derives them: whoever builds a document bounds its nesting
//! ([`crate::MAX_DOCUMENT_DEPTH`] for blocks).

use crate::language::Direction;
use crate::url::SafeUrl;
use std::iter::Enumerate;
use std::slice::Iter;

/// An article's content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of their first reference: [`Inline::Note`] counts them from 0.
    pub notes: Vec<Note>,
}

/// A document of plain paragraphs: those of a text that has an empty line between them.
pub(crate) fn plain(text: &str) -> Document {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    Document::from(paragraphs.map(|text| Block::Paragraph(vec![Inline::Text(text.to_owned())])).collect::<Vec<_>>())
}

/// A footnote, endnote or sidenote.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// What it says, without its mark.
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
        /// How the numbers are written; [`Numbering::Decimal`] for a bulleted list.
        numbering: Numbering,
        /// The items.
        items: Vec<Item>,
    },
    /// A definition list.
    Definitions(Vec<Definition>),
    /// A block quotation.
    Quote(Vec<Block>),
    /// A part set apart from the text: a note, tip or warning to the reader.
    Callout {
        /// What it is for.
        kind: CalloutKind,
        /// Empty where the page gives none beyond its kind.
        title: Vec<Inline>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A part in another language or writing direction than what is around it.
    Section {
        /// What differs.
        locale: Locale,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// Preformatted text, with its line breaks and indentation.
    Code {
        /// The programming language in lower case (`rust`, `c++`), where the page names it.
        language: Option<String>,
        /// The text.
        text: String,
    },
    /// A formula on lines of its own, in LaTeX.
    Math(String),
    /// A data table.
    Table(Table),
    /// A film, recording or post of another site, as a link to it.
    Embed(Embed),
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

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// Whether its box is ticked; `None` for an item that is no task.
    pub checked: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// How the numbers of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbering {
    /// 1, 2, 3.
    #[default]
    Decimal,
    /// a, b, c.
    LowerAlpha,
    /// A, B, C.
    UpperAlpha,
    /// i, ii, iii.
    LowerRoman,
    /// I, II, III.
    UpperRoman,
}

/// A part of a definition list.
#[derive(Debug, Clone, PartialEq)]
pub enum Definition {
    /// What is defined; several in a row share their details.
    Term(Vec<Inline>),
    /// What is said of it.
    Detail(Vec<Block>),
}

/// What a callout is for. These are the five of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Something to know.
    Note,
    /// Advice.
    Tip,
    /// Something that must be known.
    Important,
    /// Something that may go wrong.
    Warning,
    /// Something that does harm.
    Caution,
}

/// Language and writing direction, where they differ from what is around.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Locale {
    /// The language.
    pub language: Option<LanguageTag>,
    /// The direction.
    pub direction: Option<Direction>,
}

/// A language tag: letters, digits and hyphens, such as `vi` or `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Takes a tag of the form of BCP 47 (two to eight letters, then parts of up to eight letters or digits); `None`
    /// for anything else. Whether such a language exists is not looked up.
    pub fn new(tag: &str) -> Option<LanguageTag> {
        let mut parts = tag.split('-');
        let is_language = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_tag = tag.len() <= 35 && parts.next().is_some_and(is_language) && parts.all(is_part);
        is_tag.then(|| LanguageTag(tag.to_owned()))
    }

    /// The tag's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
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
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Whether it heads its row or column (`<th>`).
    pub header: bool,
    /// Columns that it takes, at least 1.
    pub columns: u16,
    /// Rows that it takes, at least 1.
    pub rows: u16,
    /// The cell's text.
    pub content: Vec<Inline>,
}

impl Default for Cell {
    /// An empty cell of one column and row.
    fn default() -> Cell {
        Cell { header: false, columns: 1, rows: 1, content: Vec::new() }
    }
}

/// An image.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Where it lies.
    pub url: SafeUrl,
    /// What it shows, for those who cannot see it; empty for decoration.
    pub alt: String,
    /// Width and height in pixels, where the page gives both.
    pub size: Option<(u32, u32)>,
}

/// A film, recording or post that the page embeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Embed {
    /// The page on which it can be seen or heard, or its file.
    pub url: SafeUrl,
    /// Its title, or the name of the service that shows it.
    pub title: String,
    /// A picture of it.
    pub thumbnail: Option<SafeUrl>,
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
    /// Text that was taken out.
    Deleted(Vec<Inline>),
    /// Text that was put in.
    Inserted(Vec<Inline>),
    /// Text that is marked.
    Marked(Vec<Inline>),
    /// A short form.
    Abbreviation {
        /// What it stands for.
        title: String,
        /// The short form.
        content: Vec<Inline>,
    },
    /// Text in another language or writing direction than what is around it.
    Span {
        /// What differs.
        locale: Locale,
        /// The text.
        content: Vec<Inline>,
    },
    /// Words with their pronunciation.
    Ruby(Vec<Inline>),
    /// The pronunciation inside [`Inline::Ruby`], after the word that it belongs to.
    Reading(Vec<Inline>),
    /// Code inside a sentence.
    Code(String),
    /// A key to press, or what is typed.
    Keyboard(String),
    /// A formula inside a sentence, in LaTeX.
    Math(String),
    /// A reference to a footnote, by its place in [`Document::notes`].
    Note(usize),
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
        Events { stack: vec![Frame { node: None, children: Children::BlocksAndNotes(self.blocks.iter(), notes) }] }
    }
}

impl From<Vec<Block>> for Document {
    /// A document without notes.
    fn from(blocks: Vec<Block>) -> Document {
        Document { blocks, notes: Vec::new() }
    }
}

impl From<Vec<Block>> for Item {
    /// An item that is no task.
    fn from(blocks: Vec<Block>) -> Item {
        Item { checked: None, blocks }
    }
}

/// A part of a document that [`Document::events`] passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node<'a> {
    /// A block.
    Block(&'a Block),
    /// An item of a list.
    Item(&'a Item),
    /// A term of a definition list.
    Term(&'a [Inline]),
    /// What a definition list says of a term.
    Detail(&'a [Block]),
    /// The title of a callout, before its blocks. Only where there is one.
    Title(&'a [Inline]),
    /// The caption of a table, before its rows, or of a figure. Only where there is one.
    Caption(&'a [Inline]),
    /// A row of a table.
    Row(&'a [Cell]),
    /// A cell of a table.
    Cell(&'a Cell),
    /// A run of text. The images of a figure are no inlines: they stand in its block.
    Inline(&'a Inline),
    /// The footnotes, after all blocks. Only where there are any.
    Notes(&'a [Note]),
    /// A footnote.
    Note {
        /// Its place in [`Document::notes`].
        index: usize,
        /// What it says.
        note: &'a Note,
    },
}

/// A step of [`Document::events`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'a> {
    /// A node, before what it holds.
    Enter(Node<'a>),
    /// A node, after what it holds. Nodes that hold no others (rules, code, formulas, embeds, text, images, line
    /// breaks and references to notes) are only entered.
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
            Node::Block(Block::Quote(blocks) | Block::Section { blocks, .. }) => Children::Blocks(blocks.iter()),
            Node::Detail(blocks) => Children::Blocks(blocks.iter()),
            Node::Block(Block::Callout { title, blocks, .. }) => Children::TitleAndBlocks(some(title), blocks.iter()),
            Node::Item(item) => Children::Blocks(item.blocks.iter()),
            Node::Block(Block::Table(table)) => Children::CaptionAndRows(some(&table.caption), table.rows.iter()),
            Node::Block(Block::Figure { caption, .. }) => Children::CaptionAndRows(some(caption), [].iter()),
            Node::Row(cells) => Children::Cells(cells.iter()),
            Node::Cell(cell) => Children::Inlines(cell.content.iter()),
            Node::Notes(notes) => Children::Notes(notes.iter().enumerate()),
            Node::Note { note, .. } => Children::Blocks(note.blocks.iter()),
            Node::Inline(
                Inline::Link { content, .. }
                | Inline::Emphasis(content)
                | Inline::Strong(content)
                | Inline::Subscript(content)
                | Inline::Superscript(content)
                | Inline::Deleted(content)
                | Inline::Inserted(content)
                | Inline::Marked(content)
                | Inline::Abbreviation { content, .. }
                | Inline::Span { content, .. }
                | Inline::Ruby(content)
                | Inline::Reading(content),
            ) => Children::Inlines(content.iter()),
            Node::Block(Block::Code { .. } | Block::Math(_) | Block::Embed(_) | Block::Rule)
            | Node::Inline(
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Keyboard(_)
                | Inline::Math(_)
                | Inline::Note(_)
                | Inline::Image(_)
                | Inline::LineBreak,
            ) => return None,
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
