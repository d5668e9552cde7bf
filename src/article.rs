//! What a cleaned page is.

use crate::blocks::TextBlock;
use crate::classify::{Reason, explain::Influence, page_type::PageType};
use crate::document::Document;
use crate::error::Error;
use crate::language;
use crate::links::{self, Link};
use crate::metadata::Metadata;
use crate::options::{InputType, Options};
use crate::render;
use crate::stage::{Stage, timed};
use crate::summary::{Sentence, SummaryOptions, summarize_with_keywords};
use crate::text::word_count;
use serde_json::Value;
use std::ops::Range;

/// A page's article, with all that was learned of it on the way.
#[derive(Debug, Clone, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Article {
    /// What the input was read as; never [`InputType::Auto`].
    pub input_type: InputType,
    /// What kind of page it is; `None` for pages past [`MAX_LEARNED_BLOCKS`](crate::limits::MAX_LEARNED_BLOCKS), and for
    /// pasted mails and notes of a few lines.
    pub page_type: Option<PageTypeGuess>,
    /// Title, author, dates and the rest.
    pub metadata: Metadata,
    /// The content.
    pub document: Document,
    /// The content as plain text: paragraphs separated by an empty line, without title, captions and footnotes.
    pub text: String,
    /// The summary: the publisher's own description where it says what the text says, then sentences in the order of
    /// the text.
    pub summary: Vec<SummarySentence>,
    /// Words and phrases that tell what the article is about, the best first; at most ten.
    pub keywords: Vec<String>,
    /// Words in the text; in scripts without spaces two characters count as one.
    pub word_count: usize,
    /// Whole minutes to read the text at the usual speed of its language, at least one.
    pub reading_minutes: usize,
    /// Whole minutes that a fast and a slow reader take, at least one.
    pub reading_range: (usize, usize),
    /// The page's JSON-LD as the page has it, not made fit for an output; empty unless
    /// [`Options::json_ld`](crate::Options#structfield.json_ld) asks.
    pub json_ld: Vec<Value>,
    /// A second article that seems to stand on the same page. It was left out.
    pub second_article: Option<SecondArticle>,
    /// What is to be known of the answer: an option that could not be used.
    pub notice: Option<Notice>,
    /// Every text block of the page in reading order, with the verdict on it.
    pub blocks: Vec<BlockReport>,
}

/// What is wrong with an option and is no reason to lose the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Notice {
    /// [`Options::url`](crate::Options#structfield.url) is not an absolute address. The page was read without it.
    RelativeUrl,
}

impl Notice {
    /// Returns a short name that never changes: `relative-url`.
    pub fn code(self) -> &'static str {
        match self {
            Notice::RelativeUrl => "relative-url",
        }
    }

    /// Returns what happened and what to do.
    pub fn message(self) -> &'static str {
        match self {
            Notice::RelativeUrl => {
                "The option url was ignored: it is not an absolute address, such as https://example.com/page."
            }
        }
    }
}

/// A sentence of the summary and its place in the article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SummarySentence {
    /// What it says.
    pub text: String,
    /// Where it stands in [`Article::text`]: bytes of UTF-8. `None` for a sentence of the publisher's description that the
    /// text does not have.
    pub range: Option<Range<usize>>,
    /// The number of the block that it stands in, in [`Article::blocks`]; `None` where it stands in no single one.
    pub block: Option<usize>,
}

/// Where a second article begins on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SecondArticle {
    /// Its headline.
    pub title: String,
    /// The headline's place among [`Article::blocks`]; what follows it is the article, as far as it goes.
    pub block: usize,
}

impl SecondArticle {
    /// Returns the article under a headline, which is the block with this number.
    pub(crate) fn under(headline: &TextBlock, block: usize) -> SecondArticle {
        SecondArticle { title: headline.text.clone(), block }
    }
}

/// The likeliest type of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PageTypeGuess {
    /// The type.
    pub page_type: PageType,
    /// How probable it is, 0 to 1.
    pub confidence: f32,
}

/// A text block of the page and the verdict on it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BlockReport {
    /// What it says.
    pub text: String,
    /// Whether it is part of the article.
    pub kept: bool,
    /// What spoke most for the verdict.
    pub reason: Reason,
    /// How probable it is that the block belongs to the article, 0 to 1.
    pub probability: f32,
    /// What moved the verdict most, strongest first; empty unless [`Options::explain`](crate::Options#structfield.explain) is set
    /// and the block was judged by the learned classifier.
    pub influences: Vec<Influence>,
}

impl Article {
    /// Fills in what follows from the text: words, reading times, summary, keywords.
    pub(crate) fn completed(mut self, options: &Options) -> Result<Article, Error> {
        self.word_count = timed(Stage::Language, || word_count(&self.text));
        let language = self.metadata.language.as_deref();
        let summary_options = SummaryOptions {
            title: self.metadata.title.clone(),
            description: self.metadata.description.clone(),
            length: options.summary_length,
            language: self.metadata.language.clone(),
        };
        let (summary, keywords) =
            timed(Stage::Summary, || summarize_with_keywords(&self.text, &summary_options, options.keywords))?;
        self.summary = place(summary, &self.blocks);
        self.keywords = keywords;
        (self.reading_minutes, self.reading_range) =
            timed(Stage::Language, || language::reading_times(&self.text, language));
        Ok(self)
    }

    /// Where the links in the content lead, in reading order, each address once.
    pub fn links(&self) -> Vec<Link> {
        links::links(&self.document)
    }

    /// The content as HTML that is safe to insert into any page.
    pub fn html(&self) -> String {
        timed(Stage::Render, || render::html(&self.document))
    }

    /// The content as Markdown: CommonMark with GitHub's tables, footnotes, alerts, task lists, strikethrough and formulas.
    /// HTML only where Markdown has no words: tables with spans, and line breaks in cells.
    pub fn markdown(&self) -> String {
        timed(Stage::Render, || render::markdown(&self.document))
    }
}

/// Finds the block of each sentence. White space differs between a block and the article's text.
fn place(sentences: Vec<Sentence>, blocks: &[BlockReport]) -> Vec<SummarySentence> {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let kept: Vec<(usize, String)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kept)
        .map(|(i, block)| (i, squeezed(&block.text)))
        .collect();
    // Sentences and blocks stand in the order of the text.
    let mut from = 0;
    sentences
        .into_iter()
        .map(|Sentence { text, range }| {
            let wanted = squeezed(&text);
            let mut ahead = kept.iter().enumerate().skip(from);
            let found = range.as_ref().and_then(|_| ahead.find(|(_, (_, block))| block.contains(&wanted)));
            from = found.map_or(from, |(at, _)| at);
            SummarySentence { text, range, block: found.map(|(_, (block, _))| *block) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_no_keywords_if_none_are_wanted() {
        let text = "The ferry to Lindow stopped at noon.\nThe old ferry pier of Lindow is closed.";
        let article = |keywords| crate::clean(text, &Options::new().keywords(keywords)).unwrap();
        assert!(!article(true).keywords.is_empty());
        assert!(article(false).keywords.is_empty());
        assert_eq!(article(false).summary, article(true).summary);
    }

    #[test]
    fn each_sentence_is_found_in_its_block() {
        let block = |text: &str, kept| BlockReport {
            text: text.into(),
            kept,
            reason: Reason::Prose,
            probability: 1.0,
            influences: Vec::new(),
        };
        let blocks = [
            block("Mưa to. Gió lớn.", false),
            block("Mưa to.\n Gió lớn.", true),
            block("Nắng lên.", true),
            block("Mưa to. Gió lớn.", true),
        ];
        let sentence = |text: &str, in_text: bool| Sentence { text: text.into(), range: in_text.then_some(0..1) };
        let sentences = vec![
            sentence("Nắng lên.", false),
            sentence("Gió lớn.", true),
            sentence("Mưa to. Gió lớn.", true),
            sentence("Bão.", true),
        ];
        let found: Vec<Option<usize>> = place(sentences, &blocks).into_iter().map(|sentence| sentence.block).collect();
        assert_eq!(found, [None, Some(1), Some(1), None]);
    }
}
