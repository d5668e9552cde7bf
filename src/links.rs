//! The links of an article.

use crate::document::{Block, Document, Event, Inline, Node};
use crate::hash::{HashSet, HashSetExt};
use crate::url::SafeUrl;

/// A link in an article's text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Link {
    /// The target of the link, http or https.
    pub url: SafeUrl,
    /// The text of the link. Empty for an image.
    pub text: String,
}

/// Returns the links of a document in reading order, each address once.
pub(crate) fn links(document: &Document) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let mut seen = HashSet::new();
    // Links are not nested, so at most one is open.
    let mut open: Option<Link> = None;
    for event in document.events() {
        match event {
            Event::Enter(Node::Inline(Inline::Link { url, .. })) => {
                let leads_out = url.as_str().starts_with("http") && seen.insert(url.as_str());
                open = leads_out.then(|| Link { url: url.clone(), text: String::new() });
            }
            Event::Enter(Node::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Keyboard(text))) => {
                if let Some(link) = &mut open {
                    link.text.push_str(text);
                }
            }
            Event::Enter(Node::Block(Block::Embed(embed))) if seen.insert(embed.url.as_str()) => {
                found.push(Link { url: embed.url.clone(), text: embed.title.clone() });
            }
            Event::Leave(Node::Inline(Inline::Link { .. })) => {
                found.extend(open.take().map(|link| Link { text: link.text.trim().to_owned(), ..link }));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_embed_is_a_link() {
        let page = "<article><p>The boat sailed at dawn with forty cars and four hundred people, as the harbour had promised \
                    in the spring.</p><iframe src=https://player.vimeo.com/video/1234567 title=Boat></iframe><p>By noon it was \
                    on the other side of the bay, and the cars rolled off one after the other.</p></article>";
        let links = crate::clean(page, &crate::Options::default()).unwrap().links();
        let said: Vec<(&str, &str)> = links.iter().map(|link| (link.url.as_str(), link.text.as_str())).collect();
        assert_eq!(said, [("https://vimeo.com/1234567", "Boat")]);
    }

    #[test]
    fn links_come_once_in_reading_order_without_mail() {
        let text = "The boat sailed at dawn with forty cars and four hundred people, as the harbour had promised in the spring.";
        let page = format!(
            "<title>The boat</title><article><h1>The boat</h1><p>{text} <a href=/b>The <b>second</b> boat</a>, \
             <a href=mailto:a@example.com>mail</a>, <a href=/a>the first</a>, <a href=/b>again</a>.</p><p>{text}</p></article>"
        );
        let options = crate::Options::new().url("https://bay.example/");
        let links = crate::clean(page.as_str(), &options).unwrap().links();
        let said: Vec<(&str, &str)> = links.iter().map(|link| (link.url.as_str(), link.text.as_str())).collect();
        assert_eq!(said, [("https://bay.example/b", "The second boat"), ("https://bay.example/a", "the first")]);
    }
}
