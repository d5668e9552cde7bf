//! The closed model of an article.
//!
//! The types are the output side of the security boundary. There is no raw HTML, no list of arbitrary attributes and no
//! unknown element here, so no output can contain them. The types are plain data. All renderers use the walk
//! [`Document::events`].
//!
//! Dropping, cloning and comparing are recursive, as Rust derives them. So the code that builds a document must limit
//! its nesting ([`crate::limits::MAX_DOCUMENT_DEPTH`] for blocks).

mod events;
mod notes;

pub use crate::language::Direction;
use crate::url::SafeUrl;
pub use events::{Event, Events, Node};
pub(crate) use notes::{put_notes_in_order, renumber};

/// An article's content.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes in the order of their first reference. The index in [`Inline::Note`] counts from 0.
    pub notes: Vec<Note>,
}

/// Returns a document of plain paragraphs from a text with empty lines between them.
pub(crate) fn plain(text: &str) -> Document {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    Document::from(paragraphs.map(|text| Block::Paragraph(vec![Inline::Text(text.to_owned())])).collect::<Vec<_>>())
}

/// A footnote, endnote or sidenote.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Note {
    /// Its content, without its mark.
    pub blocks: Vec<Block>,
}

/// A block of an article.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A section heading. The article's own title is metadata, not a block.
    Heading {
        /// The level, 2 to 6. Level 1 is reserved for the title.
        level: u8,
        /// The heading's words.
        content: Vec<Inline>,
    },
    /// A bulleted or numbered list.
    List {
        /// The number of the first item, or `None` for a bulleted list.
        start: Option<u32>,
        /// The form of the numbers, [`Numbering::Decimal`] for a bulleted list.
        numbering: Numbering,
        /// The items.
        items: Vec<Item>,
    },
    /// A definition list.
    Definitions(Vec<Definition>),
    /// A block quotation.
    Quote(Vec<Block>),
    /// A box separate from the text: a note, tip or warning to the reader.
    Callout {
        /// Its purpose.
        kind: CalloutKind,
        /// The title, empty if the page shows only the kind.
        title: Vec<Inline>,
        /// Its content.
        blocks: Vec<Block>,
    },
    /// A part in another language or writing direction than the text around it.
    Section {
        /// The language and direction, if they differ from those of the text around it.
        locale: Locale,
        /// Its content.
        blocks: Vec<Block>,
    },
    /// A post of a conversation: of a thread, a chat, a question with answers. Posts follow each
    /// other in reading order. [`PostHeader::depth`] shows which post answers which.
    Post {
        /// The author and time of the post, and its place in the conversation.
        header: PostHeader,
        /// Its content.
        blocks: Vec<Block>,
    },
    /// Preformatted text, with its line breaks and indentation.
    Code {
        /// The programming language in lower case (`rust`, `c++`), if the page names it.
        language: Option<String>,
        /// The text.
        text: String,
    },
    /// A formula on lines of its own, in LaTeX.
    Math(String),
    /// A data table.
    Table(Table),
    /// A video, recording or post of another site, as a link to it.
    Embed(Embed),
    /// One or more images with their caption.
    Figure {
        /// The images, at least one.
        images: Vec<Image>,
        /// The caption, empty if there is none.
        caption: Vec<Inline>,
    },
    /// A thematic break.
    Rule,
}

/// The author, time and place of a post.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PostHeader {
    /// The name of its author.
    pub author: Option<String>,
    /// The time in ISO 8601, as precisely as the page states it: a date, a date with a time, or in
    /// a chat a time of day alone.
    pub published_time: Option<String>,
    /// The time in the words of the page: `3 hours ago`.
    pub shown_time: Option<String>,
    /// The address of the post itself.
    pub url: Option<SafeUrl>,
    /// 0 for a post that answers the page or nothing, 1 for an answer to a post of depth 0, and so on.
    pub depth: u16,
    /// The number of votes or points that the page shows.
    pub score: Option<i32>,
}

impl PostHeader {
    /// Returns the time to show: in the words of the page, or else in ISO 8601.
    pub(crate) fn time(&self) -> Option<&str> {
        self.shown_time.as_deref().or(self.published_time.as_deref())
    }

    /// Returns `true` if the header has neither an author nor a time.
    pub(crate) fn is_silent(&self) -> bool {
        self.author.is_none() && self.time().is_none()
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Item {
    /// `true` if the item's checkbox is ticked. `None` if the item is not a task.
    pub checked: Option<bool>,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// The form of the numbers in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Definition {
    /// A term. Several in a row share their details.
    Term(Vec<Inline>),
    /// The definition of a term.
    Detail(Vec<Block>),
}

/// The purpose of a callout. These are the five kinds of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum CalloutKind {
    /// Useful information.
    Note,
    /// Advice.
    Tip,
    /// Essential information.
    Important,
    /// A possible problem.
    Warning,
    /// A risk of harm.
    Caution,
}

/// A language and a writing direction. Each is set only if it differs from that of the text around
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Locale {
    /// The language.
    pub language: Option<LanguageTag>,
    /// The direction.
    pub direction: Option<Direction>,
}

/// A language tag: letters, digits and hyphens, such as `vi` or `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Parses a tag of the form of BCP 47: two to eight letters, then parts of up to eight letters or digits. Returns
    /// `None` for anything else. The language need not exist.
    pub fn new(tag: &str) -> Option<LanguageTag> {
        let mut parts = tag.split('-');
        let is_language = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_tag = tag.len() <= 35 && parts.next().is_some_and(is_language) && parts.all(is_part);
        is_tag.then(|| LanguageTag(tag.to_owned()))
    }

    /// Returns the tag's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A data table.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Table {
    /// The caption, empty if there is none.
    pub caption: Vec<Inline>,
    /// The rows, each a sequence of cells. Rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Cell {
    /// `true` if the cell is the header of its row or column (`<th>`).
    pub header: bool,
    /// The number of columns that it spans, at least 1.
    pub columns: u16,
    /// The number of rows that it spans, at least 1.
    pub rows: u16,
    /// The cell's text.
    pub content: Vec<Inline>,
}

impl Default for Cell {
    /// Returns an empty cell of one column and row.
    fn default() -> Cell {
        Cell { header: false, columns: 1, rows: 1, content: Vec::new() }
    }
}

/// An image.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Image {
    /// Its address.
    pub url: SafeUrl,
    /// The text that describes it, empty for decoration.
    pub alt: String,
    /// Width and height in pixels, if the page states both.
    pub size: Option<(u32, u32)>,
}

/// A video, recording or post that the page embeds.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Embed {
    /// The address of the embedded content's own page or file.
    pub url: SafeUrl,
    /// The title of the content, or the name of the service that shows it.
    pub title: String,
    /// A preview image of the content.
    pub thumbnail: Option<SafeUrl>,
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Inline {
    /// Text with its white space collapsed.
    Text(String),
    /// A link.
    Link {
        /// Its target.
        url: SafeUrl,
        /// Its content.
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
    /// Deleted text.
    Deleted(Vec<Inline>),
    /// Inserted text.
    Inserted(Vec<Inline>),
    /// Highlighted text.
    Marked(Vec<Inline>),
    /// An abbreviation.
    Abbreviation {
        /// The long form.
        title: String,
        /// The short form.
        content: Vec<Inline>,
    },
    /// Text in another language or writing direction than the text around it.
    Span {
        /// The language and direction, if they differ from those of the text around it.
        locale: Locale,
        /// The text.
        content: Vec<Inline>,
    },
    /// Words with their pronunciation.
    Ruby(Vec<Inline>),
    /// The pronunciation inside [`Inline::Ruby`], after its word.
    Reading(Vec<Inline>),
    /// Code inside a sentence.
    Code(String),
    /// A key to press, or text to type.
    Keyboard(String),
    /// A formula inside a sentence, in LaTeX.
    Math(String),
    /// A reference to a footnote, by its index in [`Document::notes`].
    Note(usize),
    /// An image inside a sentence.
    Image(Image),
    /// A line break.
    LineBreak,
}

impl From<Vec<Block>> for Document {
    /// Returns a document without notes.
    fn from(blocks: Vec<Block>) -> Document {
        Document { blocks, notes: Vec::new() }
    }
}

impl From<Vec<Block>> for Item {
    /// Returns an item that is not a task.
    fn from(blocks: Vec<Block>) -> Item {
        Item { checked: None, blocks }
    }
}

/// The direct children of a block or inline, for changes.
pub(crate) enum ContentMut<'a> {
    /// Blocks.
    Blocks(&'a mut [Block]),
    /// A run of text.
    Inlines(&'a mut [Inline]),
}

impl Block {
    /// Returns the direct children of the block in reading order.
    pub(crate) fn contents_mut(&mut self) -> Vec<ContentMut<'_>> {
        use ContentMut::{Blocks, Inlines};
        match self {
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Figure { caption: content, .. } => {
                vec![Inlines(content)]
            }
            Block::List { items, .. } => items.iter_mut().map(|item| Blocks(&mut item.blocks)).collect(),
            Block::Definitions(parts) => parts.iter_mut().map(Definition::content_mut).collect(),
            Block::Quote(blocks) | Block::Section { blocks, .. } | Block::Post { blocks, .. } => vec![Blocks(blocks)],
            Block::Callout { title, blocks, .. } => vec![Inlines(title), Blocks(blocks)],
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flatten().map(|cell| Inlines(&mut cell.content));
                std::iter::once(Inlines(&mut table.caption)).chain(cells).collect()
            }
            Block::Code { .. } | Block::Math(_) | Block::Embed(_) | Block::Rule => Vec::new(),
        }
    }
}

impl Definition {
    fn content_mut(&mut self) -> ContentMut<'_> {
        match self {
            Definition::Term(content) => ContentMut::Inlines(content),
            Definition::Detail(blocks) => ContentMut::Blocks(blocks),
        }
    }
}

/// Returns the content of an inline, as a shared or mutable reference like that to the inline.
/// `None` if the inline cannot have content.
macro_rules! content_of {
    ($inline:expr) => {
        match $inline {
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
            | Inline::Reading(content) => Some(content),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Keyboard(_)
            | Inline::Math(_)
            | Inline::Note(_)
            | Inline::Image(_)
            | Inline::LineBreak => None,
        }
    };
}

impl Inline {
    /// Returns the content of the inline, or `None` if it cannot have any.
    fn content(&self) -> Option<&Vec<Inline>> {
        content_of!(self)
    }

    /// Returns the mutable content of the inline, or `None` if it cannot have any.
    pub(crate) fn content_mut(&mut self) -> Option<&mut Vec<Inline>> {
        content_of!(self)
    }
}
