//! Short functions for making documents, for the tests of the renderers.

use unchaff::document::{Block, Cell, Embed, Image, Inline, Numbering, PostHeader, Table};
use unchaff::url::BaseUrl;

pub fn t(text: &str) -> Inline {
    Inline::Text(text.into())
}

pub fn em(text: &str) -> Inline {
    Inline::Emphasis(vec![t(text)])
}

pub fn strong(text: &str) -> Inline {
    Inline::Strong(vec![t(text)])
}

pub fn link(text: &str) -> Inline {
    link_around([t(text)])
}

/// Returns a link to `https://a.example/`.
pub fn link_around<const N: usize>(content: [Inline; N]) -> Inline {
    let url = BaseUrl::default().resolve("https://a.example/").expect("a valid URL");
    Inline::Link { url, content: content.into() }
}

/// Returns the image `https://a.example/i.png`.
pub fn image(alt: &str) -> Image {
    let url = BaseUrl::default().resolve_image("https://a.example/i.png").expect("a valid URL");
    Image { url, alt: alt.into(), size: None }
}

pub fn paragraph<const N: usize>(content: [Inline; N]) -> Block {
    Block::Paragraph(content.into())
}

/// Returns a post of 12 May 2024 with one paragraph. Without a name it has no author.
pub fn post(depth: u16, author: &str, text: &str) -> Block {
    let header = PostHeader {
        author: (!author.is_empty()).then(|| author.into()),
        published_time: Some("2024-05-12".into()),
        shown_time: Some("May 12".into()),
        depth,
        ..PostHeader::default()
    };
    Block::Post { header, blocks: vec![paragraph([t(text)])] }
}

pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, content: vec![t(text)] }
}

pub fn list<const N: usize>(start: Option<u32>, items: [Vec<Block>; N]) -> Block {
    Block::List { start, numbering: Numbering::Decimal, items: items.into_iter().map(Into::into).collect() }
}

/// Returns an item with a paragraph.
pub fn item(text: &str) -> Vec<Block> {
    vec![paragraph([t(text)])]
}

pub fn code(text: &str) -> Block {
    Block::Code { language: None, text: text.into() }
}

pub fn cell(header: bool, text: &str) -> Cell {
    Cell { header, content: vec![t(text)], ..Cell::default() }
}

/// Returns a table without header cells.
pub fn table<const ROWS: usize, const COLUMNS: usize>(rows: [[&str; COLUMNS]; ROWS]) -> Block {
    let rows = rows.iter().map(|row| row.iter().map(|text| cell(false, text)).collect()).collect();
    Block::Table(Table { caption: Vec::new(), rows })
}

/// Returns an embed of `https://a.example/` with a picture.
pub fn embed(title: &str) -> Block {
    let url = BaseUrl::default().resolve("https://a.example/").expect("a valid URL");
    Block::Embed(Embed { url, title: title.into(), thumbnail: Some(image("").url) })
}
