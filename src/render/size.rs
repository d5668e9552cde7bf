//! The length of a rendered document.

use super::html::html;
use super::markdown::markdown;
use crate::document::{Block, Document, Event, Image, Inline, Node};
use crate::url::SafeUrl;

/// An upper bound for the length of any mark of HTML or Markdown, including the indentation of a
/// line in the deepest lists.
const LONGEST_MARK: usize = 300;
/// Maximum number of characters that one character becomes by escaping: `"` becomes `&quot;`.
const LONGEST_ESCAPE: usize = 6;

/// Returns `true` if the document as HTML or as Markdown has more bytes than `limit`.
pub(crate) fn is_longer_than(document: &Document, limit: usize) -> bool {
    let mut most: usize = 0;
    for event in document.events() {
        most = most.saturating_add(match event {
            Event::Enter(node) => longest(node),
            Event::Leave(_) => LONGEST_MARK,
        });
    }
    // Only a document that may be too long is rendered.
    most > limit && (html(document).len() > limit || markdown(document).len() > limit)
}

/// Returns an upper bound for the bytes that are written when a node is entered.
fn longest(node: Node) -> usize {
    let lines = |text: &str| {
        let breaks = text.bytes().filter(|&byte| byte == b'\n').count();
        text.len().saturating_mul(LONGEST_ESCAPE).saturating_add((breaks + 1).saturating_mul(LONGEST_MARK))
    };
    let address = |url: &SafeUrl| url.as_str().len().saturating_mul(LONGEST_ESCAPE);
    let image = |image: &Image| address(&image.url).saturating_add(lines(&image.alt));
    match node {
        Node::Block(Block::Code { text, .. } | Block::Math(text)) => lines(text),
        Node::Block(Block::Figure { images, .. }) => images.iter().map(image).sum(),
        Node::Block(Block::Post { header, .. }) => {
            let texts = [header.author.as_deref(), header.time(), header.published_time.as_deref()];
            let texts: usize = texts.into_iter().flatten().map(lines).sum();
            // In nested quotations, each line begins with one mark for each level.
            texts.saturating_add(header.url.as_ref().map_or(0, address)).saturating_add(2 * LONGEST_MARK)
        }
        Node::Block(Block::Embed(embed)) => {
            let addresses = address(&embed.url).saturating_add(embed.thumbnail.as_ref().map_or(0, address));
            addresses.saturating_add(lines(&embed.title))
        }
        Node::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Keyboard(text) | Inline::Math(text)) => {
            lines(text)
        }
        Node::Inline(Inline::Abbreviation { title, .. }) => lines(title),
        Node::Inline(Inline::Link { url, .. }) => address(url).saturating_add(LONGEST_MARK),
        Node::Inline(Inline::Image(found)) => image(found),
        _ => LONGEST_MARK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::BaseUrl;

    #[test]
    fn addresses_count_as_they_are_written() {
        let address = format!("https://a.example/?{}", "&{".repeat(1000));
        let url = BaseUrl::default().resolve(&address).expect("a valid URL");
        let document = Document::from(vec![Block::Paragraph(vec![Inline::Link { url, content: Vec::new() }])]);
        let bytes = html(&document).len();
        assert!(is_longer_than(&document, bytes - 1));
        assert!(!is_longer_than(&document, bytes));
    }
}
