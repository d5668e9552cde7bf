//! How long a document is once it is rendered.

use super::{html, markdown};
use crate::document::{Block, Document, Event, Image, Inline, Node};

/// More than any mark of HTML or Markdown takes, with the indentation of a line in the deepest lists.
const LONGEST_MARK: usize = 300;
/// Characters become at most so many: `"` becomes `&quot;`.
const LONGEST_ESCAPE: usize = 6;

/// Whether the document as HTML or as Markdown has more bytes than `limit`.
pub(crate) fn is_longer_than(document: &Document, limit: usize) -> bool {
    let mut most: usize = 0;
    for event in document.events() {
        most = most.saturating_add(match event {
            Event::Enter(node) => longest(node),
            Event::Leave(_) => LONGEST_MARK,
        });
    }
    // Only what may be too long is rendered to find out.
    most > limit && (html(document).len() > limit || markdown(document).len() > limit)
}

/// More than what entering a node writes.
fn longest(node: Node) -> usize {
    let lines = |text: &str| {
        let breaks = text.bytes().filter(|&byte| byte == b'\n').count();
        text.len().saturating_mul(LONGEST_ESCAPE).saturating_add((breaks + 1).saturating_mul(LONGEST_MARK))
    };
    let image = |image: &Image| image.url.as_str().len() + lines(&image.alt);
    match node {
        Node::Block(Block::Code { text, .. } | Block::Math(text)) => lines(text),
        Node::Block(Block::Figure { images, .. }) => images.iter().map(image).sum(),
        Node::Block(Block::Embed(embed)) => {
            let thumbnail = embed.thumbnail.as_ref().map_or(0, |url| url.as_str().len());
            embed.url.as_str().len() + thumbnail + lines(&embed.title)
        }
        Node::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Keyboard(text) | Inline::Math(text)) => {
            lines(text)
        }
        Node::Inline(Inline::Abbreviation { title, .. }) => lines(title),
        Node::Inline(Inline::Link { url, .. }) => url.as_str().len() + LONGEST_MARK,
        Node::Inline(Inline::Image(found)) => image(found),
        _ => LONGEST_MARK,
    }
}
