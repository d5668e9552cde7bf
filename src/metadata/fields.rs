//! The fields of the metadata.

use super::credit;
use super::image::LeadImage;
use super::source::{Source, Sources};
use super::text::{cap, tidy};
use crate::language::{self, Direction};
use crate::limits::MAX_EXCERPT_CHARS;
use crate::url::SafeUrl;

/// What a page says of its article. Strings are plain text: references decoded, white space collapsed, without
/// markup, control and bidirectional formatting characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Metadata {
    /// The headline without the site's name or a kicker, at most [`crate::limits::MAX_TITLE_CHARS`] characters. The heading
    /// that agrees with JSON-LD, Open Graph or `<title>`; else a lone `h1` that has a word with them in common; else JSON-LD,
    /// Open Graph, Twitter, citation and Dublin Core titles; else `<title>`. Of a site's first page it is `<title>` as it
    /// stands.
    pub title: Option<String>,
    /// The authors' names, joined by `, `. From JSON-LD, `<meta>`, then microdata, `rel=author` and class names near the
    /// headline, then a signature below the text. The name of the site or of a publishing house only where no person is named.
    pub byline: Option<String>,
    /// The authors' names one by one, at most [`crate::limits::MAX_AUTHORS`].
    pub authors: Vec<String>,
    /// The agency, paper or site that the article comes from, where the page names one beside the author: "Source: Reuters",
    /// "(AFP)", `LONDON (Reuters) -`. From `<meta name=source>` and its kin, JSON-LD's `sourceOrganization`, then lines near
    /// the headline and under the text.
    pub source: Option<String>,
    /// When it was published, ISO 8601: a date, or a date with a time, with the offset where the page gives one.
    /// From JSON-LD, `<meta>`, microdata, then `<time>` and class names near the headline, then the address. An earlier
    /// day that the page shows in words ("Published 4 March 2031") is believed before metadata; where the page shows
    /// nothing but its last change, that is its date.
    pub published_time: Option<String>,
    /// When it was last changed, from the same sources but the address.
    pub modified_time: Option<String>,
    /// The site's name: Open Graph, JSON-LD's publisher and website, `application-name`, else what `<title>` adds
    /// to the title.
    pub site_name: Option<String>,
    /// Who published it: JSON-LD, Dublin Core, `citation_publisher`.
    pub publisher: Option<String>,
    /// The page's own description, at most [`crate::limits::MAX_EXCERPT_CHARS`] characters: Open Graph, `<meta
    /// name=description>`, JSON-LD, Twitter, Dublin Core.
    pub description: Option<String>,
    /// The description; where there is none, the beginning of the text.
    pub excerpt: Option<String>,
    /// The lead image: Open Graph, Twitter, JSON-LD, `<link rel=image_src>`.
    pub image: Option<LeadImage>,
    /// The site's icon: the largest `<link rel=icon>`, else `apple-touch-icon`.
    pub favicon: Option<SafeUrl>,
    /// The article's own address: `<link rel=canonical>`, Open Graph, JSON-LD.
    pub url: Option<SafeUrl>,
    /// The address of the article's next page, where it is spread over several: the page's own address with a page
    /// number one higher, found behind `rel=next` or a link that says so.
    pub next_page: Option<SafeUrl>,
    /// The declared language as a BCP 47 tag: `<html lang>`, `content-language`, Open Graph's locale, JSON-LD.
    /// Declared languages are often wrong: [`language::settle`] checks them against the text.
    pub language: Option<String>,
    /// The declared direction: `dir` of `<html>` or `<body>`.
    pub direction: Option<Direction>,
    /// The part of the site that it stands in: JSON-LD, `<meta>`.
    pub section: Option<String>,
    /// What it is about, at most [`crate::limits::MAX_TAGS`]: `article:tag`, JSON-LD, `rel=tag`, keywords.
    pub tags: Vec<String>,
    /// The licence it is under, as the address of its text: JSON-LD, `rel=license`.
    pub license: Option<SafeUrl>,
    /// Whether all may read the whole of it without paying: JSON-LD's `isAccessibleForFree`, `article:content_tier`.
    pub is_accessible_for_free: Option<bool>,
    /// Where each value was read.
    pub sources: Sources,
}

impl Metadata {
    /// Settles what needs the article's text: the declared language is checked against it, and it stands in for a
    /// direction or description that the page does not give.
    pub(crate) fn completed(mut self, text: &str) -> Metadata {
        let language = language::settle(self.language.as_deref(), text);
        if language != self.language {
            self.sources.replace("lang", language.is_some().then_some(Source::Text));
            self.language = language;
        }
        if self.direction.is_none() {
            self.direction = self.sources.note("dir", language::direction(text).map(|d| (d, Source::Text)));
        }
        if self.source.is_none() {
            let opening = text.lines().find(|line| !line.trim().is_empty()).and_then(credit::in_dateline);
            self.source = self.sources.note("source", opening.map(|name| (name, Source::Text)));
        }
        self.excerpt = self.description.clone().or_else(|| {
            let first = text.lines().find(|line| !line.trim().is_empty())?;
            let first = cap(tidy(first), MAX_EXCERPT_CHARS);
            self.sources.note("excerpt", Some((first, Source::Text)))
        });
        self
    }
}
