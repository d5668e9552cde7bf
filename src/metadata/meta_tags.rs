//! `<meta>` elements: Open Graph, Twitter cards, Dublin Core, Highwire (`citation_*`), and names
//! that single vendors use.

use super::source::{Source, Stated};
use crate::tree::{NodeId, Tag, Tree};

// Names of `<meta>` in lower case, the most trusted first: Open Graph and its `article` terms, Highwire's `citation_*`,
// Dublin Core, and the names that analytics and newspaper systems read (Parse.ly, Sailthru, Cxense).

pub(super) const DESCRIPTIONS: &[&str] = &[
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
];
pub(super) const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "title",
];
pub(super) const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "article:author_name",
    "og:author",
    "article.author",
    "cxenseparse:author",
    "mediator_author",
    "vr:author",
];
pub(super) const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "citation_online_date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published",
    "published-date",
    "published_time",
    "publication_date",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "ptime",
    "article.published",
    "originalpublicationdate",
    "date",
    "last-published",
    "article.created",
];
pub(super) const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "article:modified",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "revised",
    "article.updated",
];
pub(super) const LANGUAGES: &[&str] = &["content-language", "language", "og:locale", "dc.language", "dcterms.language"];
pub(super) const SITE_NAMES: &[&str] =
    &["application-name", "apple-mobile-web-app-title", "al:android:app_name", "dc.publisher"];
pub(super) const PUBLISHERS: &[&str] = &["dc.publisher", "dcterms.publisher", "citation_publisher"];
pub(super) const SOURCES: &[&str] = &["source", "article:source", "original-source", "syndication-source"];
pub(super) const SECTIONS: &[&str] =
    &["article:section", "og:article:section", "parsely-section", "cxenseparse:section", "section"];
pub(super) const TAGS: &[&str] =
    &["article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"];

/// The named values of a page's `<meta>` elements, in source order.
pub(super) struct MetaTags<'a> {
    entries: Vec<(String, &'a str)>,
    /// The values of `itemprop` in the head.
    properties: Vec<(&'a str, &'a str)>,
}

impl<'a> MetaTags<'a> {
    /// Reads the `<meta>` elements of head and body. A broken head can move them into the body.
    /// Elements with `itemprop` describe the microdata item around them, so only those in the head
    /// describe the page.
    pub(super) fn read(tree: &'a Tree) -> MetaTags<'a> {
        let mut tags = MetaTags { entries: Vec::new(), properties: Vec::new() };
        let content = |meta: NodeId| tree.attr(meta, "content").filter(|content: &&'a str| !content.trim().is_empty());
        for meta in tree.descendants(tree.root(), Tag::META) {
            let Some(content) = content(meta) else { continue };
            // `property` may hold several names.
            for attribute in ["property", "name", "http-equiv"] {
                for name in tree.attr(meta, attribute).unwrap_or_default().split_ascii_whitespace() {
                    tags.entries.push((name.to_ascii_lowercase(), content));
                }
            }
        }
        for meta in tree.descendants(tree.head(), Tag::META) {
            if let (Some(content), Some(property)) = (content(meta), tree.attr(meta, "itemprop")) {
                tags.properties.extend(property.split_ascii_whitespace().map(|property| (property, content)));
            }
        }
        tags
    }

    /// Returns all named values, in source order. The names are in lower case.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.entries.iter().map(|(name, content)| (name.as_str(), *content))
    }

    /// Returns all values of a name, in source order.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = Stated<&'a str>> {
        let own = self.entries.iter().filter(move |(candidate, _)| candidate == name);
        own.map(move |&(_, content)| (content, Source::Meta(name)))
    }

    /// Returns the values of several names, in the order of the names.
    pub(super) fn in_order(&self, names: &'static [&'static str]) -> impl Iterator<Item = Stated<&'a str>> {
        names.iter().flat_map(|name| self.all(name))
    }

    /// Returns the values of an `itemprop` in the head.
    pub(super) fn property(&self, name: &'static str) -> impl Iterator<Item = Stated<&'a str>> {
        let own = self.properties.iter().filter(move |(candidate, _)| *candidate == name);
        own.map(move |&(_, content)| (content, Source::Microdata(name)))
    }
}
