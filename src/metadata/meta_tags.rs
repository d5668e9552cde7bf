//! `<meta>` elements: Open Graph, Twitter cards, Dublin Core, Highwire (`citation_*`), and the vendors' own names.

use crate::tree::{Tag, Tree};

/// The named values of a page's `<meta>` elements, in source order.
pub(super) struct MetaTags<'a> {
    entries: Vec<(String, &'a str)>,
}

impl<'a> MetaTags<'a> {
    /// Reads the `<meta>` elements of head and body (broken heads spill into the body). Those with `itemprop`
    /// belong to microdata, which knows the item around them.
    pub(super) fn read(tree: &'a Tree) -> MetaTags<'a> {
        let mut entries = Vec::new();
        for meta in tree.descendants(tree.root(), Tag::META) {
            let Some(content) = tree.attr(meta, "content").filter(|content| !content.trim().is_empty()) else {
                continue;
            };
            // `property` may hold several names.
            for attribute in ["property", "name", "http-equiv"] {
                for name in tree.attr(meta, attribute).unwrap_or_default().split_ascii_whitespace() {
                    entries.push((name.to_ascii_lowercase(), content));
                }
            }
        }
        MetaTags { entries }
    }

    /// All values of a name, in source order.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |(candidate, _)| candidate == name).map(|&(_, content)| content)
    }

    /// The values of the names, by the order of the names.
    pub(super) fn in_order(&self, names: &[&str]) -> impl Iterator<Item = &'a str> {
        names.iter().flat_map(|name| self.all(name))
    }
}
