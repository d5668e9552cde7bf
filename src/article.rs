//! What a cleaned page is.

use crate::document::Document;
use crate::metadata::Metadata;
use crate::render;
use crate::summary::Sentence;
use crate::{InputType, classify::Reason};

/// A page's article, with all that was learned of it on the way.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Article {
    /// What the input was read as; never [`InputType::Auto`].
    pub input_type: InputType,
    /// Title, author, dates and the rest.
    pub metadata: Metadata,
    /// The content.
    pub document: Document,
    /// The content as plain text: paragraphs separated by an empty line, without title and captions.
    pub text: String,
    /// The summary's sentences, in the order of the text.
    pub summary: Vec<Sentence>,
    /// Words in the text; in scripts without spaces two characters count as one.
    pub word_count: usize,
    /// Whole minutes to read the text, at least one.
    pub reading_minutes: usize,
    /// Every text block of the page in reading order, with the verdict on it.
    pub blocks: Vec<BlockReport>,
}

/// A text block of the page and the verdict on it.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockReport {
    /// What it says.
    pub text: String,
    /// Whether it is part of the article.
    pub kept: bool,
    /// What spoke most for the verdict.
    pub reason: Reason,
    /// How probable it is that the block belongs to the article, 0 to 1.
    pub probability: f32,
}

impl Article {
    /// The content as HTML that is safe to insert into any page.
    pub fn html(&self) -> String {
        render::html(&self.document)
    }

    /// The content as Markdown (CommonMark with tables), without raw HTML.
    pub fn markdown(&self) -> String {
        render::markdown(&self.document)
    }
}
