//! The fields of the metadata.

use super::credit;
use super::image::LeadImage;
use super::pasted_byline;
use super::source::{Source, Sources};
use super::text::{cap, tidy};
use crate::language::{self, Direction};
use crate::limits::MAX_EXCERPT_CHARS;
use crate::url::SafeUrl;

/// The metadata of an article, as the page states it. Strings are plain text: references are
/// decoded, white space is collapsed, and markup, control characters and bidirectional formatting
/// characters are removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Metadata {
    /// The headline without the site's name or a kicker, at most [`crate::limits::MAX_TITLE_CHARS`] characters. Sources
    /// in order: the heading that agrees with JSON-LD, Open Graph or `<title>`; a lone `h1` that shares a word with
    /// them; the titles of JSON-LD, Open Graph, Twitter, citation and Dublin Core; `<title>`. For a site's first page
    /// it is the whole `<title>`.
    pub title: Option<String>,
    /// The authors' names, joined by `, `. Sources in order: JSON-LD; `<meta>`; microdata, `rel=author` and class names
    /// near the headline; a signature below the text. The name of the site or of a publishing house is used only if no
    /// person is named.
    pub byline: Option<String>,
    /// The authors' names one by one, at most [`crate::limits::MAX_AUTHORS`].
    pub authors: Vec<String>,
    /// The agency, paper or site that the article comes from, if the page names one beside the author: "Source:
    /// Reuters", "(AFP)", `LONDON (Reuters) -`. Sources in order: `<meta name=source>` and similar names; JSON-LD's
    /// `sourceOrganization`; lines near the headline and under the text.
    pub source: Option<String>,
    /// When the article was published, ISO 8601: a date, or a date with a time and, if known, an offset. Sources in
    /// order: JSON-LD; `<meta>`; microdata; `<time>` and class names near the headline; the address. An earlier day
    /// that the page shows in words ("Published 4 March 2031") wins over metadata. If the page shows only the date of
    /// the last change, that date is used.
    pub published_time: Option<String>,
    /// When the article was last changed. Sources are those of `published_time` without the address.
    pub modified_time: Option<String>,
    /// The site's name. Sources in order: Open Graph; JSON-LD's publisher and website; `application-name`; the part
    /// that `<title>` adds to the title.
    pub site_name: Option<String>,
    /// The publisher, from JSON-LD, Dublin Core or `citation_publisher`.
    pub publisher: Option<String>,
    /// The page's own description, at most [`crate::limits::MAX_EXCERPT_CHARS`] characters. Sources in order: Open
    /// Graph; `<meta name=description>`; JSON-LD; Twitter; Dublin Core.
    pub description: Option<String>,
    /// The description. Without one, the beginning of the text.
    pub excerpt: Option<String>,
    /// The lead image, from Open Graph, Twitter, JSON-LD or `<link rel=image_src>`.
    pub image: Option<LeadImage>,
    /// The site's icon: the largest `<link rel=icon>`, or else `apple-touch-icon`.
    pub favicon: Option<SafeUrl>,
    /// The article's own address, from `<link rel=canonical>`, Open Graph or JSON-LD.
    pub url: Option<SafeUrl>,
    /// The address of the next page, if the article has several: the page's own address with the page number plus one.
    /// It is found in `rel=next` or in a link with a word such as "next".
    pub next_page: Option<SafeUrl>,
    /// The declared language as a BCP 47 tag, from `<html lang>`, `content-language`, Open Graph's
    /// locale or JSON-LD. Declared languages are often wrong, so [`language::settle`] checks them
    /// against the text.
    pub language: Option<String>,
    /// The declared direction: `dir` of `<html>` or `<body>`.
    pub direction: Option<Direction>,
    /// The section of the site, from JSON-LD or `<meta>`.
    pub section: Option<String>,
    /// The article's subjects, at most [`crate::limits::MAX_TAGS`], from `article:tag`, JSON-LD, `rel=tag` or keywords.
    pub tags: Vec<String>,
    /// The address of the licence, from JSON-LD or `rel=license`.
    pub license: Option<SafeUrl>,
    /// `true` if everyone may read the whole article without paying, from JSON-LD's `isAccessibleForFree` or
    /// `article:content_tier`.
    pub is_accessible_for_free: Option<bool>,
    /// The source of each value.
    pub sources: Sources,
}

impl Metadata {
    /// Completes the fields that need the article's text. Checks the declared language against the text, and takes a
    /// missing direction or description from it.
    pub(crate) fn completed(mut self, text: &str) -> Metadata {
        let language = language::settle(self.language.as_deref(), text);
        if language != self.language {
            self.sources.replace("lang", language.is_some().then_some(Source::Text));
            self.language = language;
        }
        if self.direction.is_none() {
            self.direction = self.sources.note("dir", language::direction(text).map(|d| (d, Source::Text)));
        }
        let opening = text.lines().find(|line| !line.trim().is_empty());
        if self.source.is_none() {
            let source = opening.and_then(credit::in_dateline);
            self.source = self.sources.note("source", source.map(|name| (name, Source::Text)));
        }
        if self.authors.is_empty() {
            let primary = self.language.as_deref().and_then(|tag| tag.split('-').next()).unwrap_or_default();
            // A subheading or a caption may come before the first paragraph.
            const OPENING_LINES: usize = 3;
            let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(OPENING_LINES);
            let reporters = lines.find_map(|line| pasted_byline::in_dateline(line, primary));
            self.authors =
                self.sources.note("byline", reporters.map(|names| (names, Source::Text))).unwrap_or_default();
            self.byline = (!self.authors.is_empty()).then(|| self.authors.join(", "));
        }
        self.excerpt = self.description.clone().or_else(|| {
            let first = cap(tidy(opening?), MAX_EXCERPT_CHARS);
            self.sources.note("excerpt", Some((first, Source::Text)))
        });
        self
    }
}
