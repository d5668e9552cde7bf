//! The closed model of an article.
//!
//! This is the security boundary's far side: there is no raw HTML, no attribute bag and no unknown element
//! here, so what these types cannot say, no output can contain. Plain data; [`Document::events`] is the walk that all
//! renderers share.
//!
//! Dropping, cloning and comparing recurse, as Rust derives them: whoever builds a document bounds its nesting
//! ([`crate::limits::MAX_DOCUMENT_DEPTH`] for blocks).

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
    /// The footnotes, in the order of their first reference: [`Inline::Note`] counts them from 0.
    pub notes: Vec<Note>,
}

/// Returns a document of plain paragraphs: those of a text that has an empty line between them.
pub(crate) fn plain(text: &str) -> Document {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    Document::from(paragraphs.map(|text| Block::Paragraph(vec![Inline::Text(text.to_owned())])).collect::<Vec<_>>())
}

/// A footnote, endnote or sidenote.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Note {
    /// What it says, without its mark.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Item {
    /// Whether its box is ticked; `None` for an item that is no task.
    pub checked: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// How the numbers of a list are written.
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
    /// What is defined; several in a row share their details.
    Term(Vec<Inline>),
    /// What is said of it.
    Detail(Vec<Block>),
}

/// What a callout is for. These are the five of GitHub's Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
    /// Takes a tag of the form of BCP 47 (two to eight letters, then parts of up to eight letters or digits); `None`
    /// for anything else. Whether such a language exists is not looked up.
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
    /// Empty where there is none.
    pub caption: Vec<Inline>,
    /// The rows, each a sequence of cells. Rows may differ in length.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
    /// Returns an empty cell of one column and row.
    fn default() -> Cell {
        Cell { header: false, columns: 1, rows: 1, content: Vec::new() }
    }
}

/// An image.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

impl From<Vec<Block>> for Document {
    /// Returns a document without notes.
    fn from(blocks: Vec<Block>) -> Document {
        Document { blocks, notes: Vec::new() }
    }
}

impl From<Vec<Block>> for Item {
    /// Returns an item that is no task.
    fn from(blocks: Vec<Block>) -> Item {
        Item { checked: None, blocks }
    }
}

/// What stands directly in a block or inline, to be changed.
pub(crate) enum ContentMut<'a> {
    /// Blocks.
    Blocks(&'a mut [Block]),
    /// A run of text.
    Inlines(&'a mut [Inline]),
}

impl Block {
    /// Returns what stands directly in the block, in reading order.
    pub(crate) fn contents_mut(&mut self) -> Vec<ContentMut<'_>> {
        use ContentMut::{Blocks, Inlines};
        match self {
            Block::Paragraph(content) | Block::Heading { content, .. } | Block::Figure { caption: content, .. } => {
                vec![Inlines(content)]
            }
            Block::List { items, .. } => items.iter_mut().map(|item| Blocks(&mut item.blocks)).collect(),
            Block::Definitions(parts) => parts.iter_mut().map(Definition::content_mut).collect(),
            Block::Quote(blocks) | Block::Section { blocks, .. } => vec![Blocks(blocks)],
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

/// What an inline holds, shared or mutable as the inline is; `None` for one that cannot hold others.
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
    /// Returns what the inline holds; `None` for one that cannot hold others.
    fn content(&self) -> Option<&Vec<Inline>> {
        content_of!(self)
    }

    /// Returns what the inline holds, to be changed; `None` for one that cannot hold others.
    pub(crate) fn content_mut(&mut self) -> Option<&mut Vec<Inline>> {
        content_of!(self)
    }
}
