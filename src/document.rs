//! The closed model of an article.
//!
//! This is the security boundary's far side: there is no raw HTML, no attribute bag and no unknown element
//! here, so what these types cannot say, no output can contain. Plain data; the only behaviour is
//! [`Document::events`], the walk that all renderers share.

use crate::url::SafeUrl;

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
