//! Where a value of the metadata was read.

use std::fmt;

/// The place on the page that a value of [`super::Metadata`] comes from.
///
/// ```
/// use unchaff::Source;
/// assert_eq!(Source::Meta("og:title").to_string(), "meta og:title");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Source {
    /// JSON-LD in the vocabulary of schema.org.
    JsonLd,
    /// A `<meta>` element with this name.
    Meta(&'static str),
    /// A `<link>` or `<a>` with this relation.
    Link(&'static str),
    /// An element with this `itemprop`.
    Microdata(&'static str),
    /// An attribute of `<html>` or `<body>`.
    Attribute(&'static str),
    /// A heading of the page.
    Heading,
    /// `<title>`.
    DocumentTitle,
    /// An element near the headline that is recognized by its class name, its `<time>` or its own
    /// words.
    Shown,
    /// The page's address.
    Address,
    /// The article's text.
    Text,
    /// A block that one of the [rules](crate::Options::rules) names.
    Rule,
}

impl fmt::Display for Source {
    /// Writes a short name that never changes: `json-ld`, `meta og:title`, `link canonical`, `microdata author`,
    /// `attribute lang`, `heading`, `title`, `shown`, `address`, `text`, `rule`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Source::JsonLd => f.write_str("json-ld"),
            Source::Meta(name) => write!(f, "meta {name}"),
            Source::Link(relation) => write!(f, "link {relation}"),
            Source::Microdata(property) => write!(f, "microdata {property}"),
            Source::Attribute(name) => write!(f, "attribute {name}"),
            Source::Heading => f.write_str("heading"),
            Source::DocumentTitle => f.write_str("title"),
            Source::Shown => f.write_str("shown"),
            Source::Address => f.write_str("address"),
            Source::Text => f.write_str("text"),
            Source::Rule => f.write_str("rule"),
        }
    }
}

/// A value and its source.
pub(super) type Stated<T> = (T, Source);

/// The source of each field that has a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources(Vec<(&'static str, Source)>);

impl Sources {
    /// Returns the source of a field by its JavaScript name (`title`, `publishedTime`), or `None` if the field has no
    /// value.
    pub fn get(&self, field: &str) -> Option<Source> {
        self.0.iter().find(|(name, _)| *name == field).map(|&(_, source)| source)
    }

    /// Returns the fields by their JavaScript names, each with its source.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Source)> + '_ {
        self.0.iter().copied()
    }

    /// Records the source of a field's value and returns the value.
    pub(super) fn note<T>(&mut self, field: &'static str, found: Option<Stated<T>>) -> Option<T> {
        let (value, source) = found?;
        self.0.push((field, source));
        Some(value)
    }

    /// Records that a field's value now comes from `source`, or that the field has no value.
    pub(super) fn replace(&mut self, field: &'static str, source: Option<Source>) {
        self.0.retain(|(name, _)| *name != field);
        self.0.extend(source.map(|source| (field, source)));
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Sources {
    /// Writes a map from the fields to their sources.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}
