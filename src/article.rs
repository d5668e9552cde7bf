//! The result of cleaning a page.

use crate::blocks::TextBlock;
use crate::classify::{Reason, explain::Influence, page_type::PageType};
use crate::document::{Document, PostHeader};
use crate::error::Error;
use crate::language;
use crate::links::{self, Link};
use crate::metadata::Metadata;
use crate::options::{InputType, Options};
use crate::render;
use crate::stage::{Stage, timed};
use crate::summary::{Length, Sentence, SummaryOptions, summarize_with_keywords};
use crate::text::word_count;
use serde_json::Value;
use std::ops::Range;

/// A page's article, with everything else that was found out about the page.
#[derive(Debug, Clone, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Article {
    /// How the input was read. Never [`InputType::Auto`].
    pub input_type: InputType,
    /// The type of the page. `None` for pages past [`MAX_LEARNED_BLOCKS`](crate::limits::MAX_LEARNED_BLOCKS), and for
    /// pasted mails and short notes.
    pub page_type: Option<PageTypeGuess>,
    /// Title, author, dates and so on.
    pub metadata: Metadata,
    /// The content.
    pub document: Document,
    /// The content as plain text: paragraphs separated by an empty line, without title, captions and footnotes.
    pub text: String,
    /// The summary: the publisher's own description if it agrees with the text, then sentences in the order of the
    /// text.
    pub summary: Vec<SummarySentence>,
    /// Words and phrases that describe the subject of the article, the best first. At most ten.
    pub keywords: Vec<String>,
    /// The number of words in the text. In scripts without spaces two characters count as one word.
    pub word_count: usize,
    /// Whole minutes to read the text at the usual speed of its language, at least one.
    pub reading_minutes: usize,
    /// The times that a fast and a slow reader need for the text, in whole minutes, at least one.
    pub reading_range: (usize, usize),
    /// The posts of a page that is a conversation: a thread, a question with answers, a chat. Empty for other pages.
    pub posts: Vec<Post>,
    /// The comments under an article. They are never part of its text. Empty unless
    /// [`Options::comments`](crate::Options#structfield.comments) is set.
    pub comments: Vec<Post>,
    /// The page's JSON-LD without changes, not made safe for output. Empty unless
    /// [`Options::json_ld`](crate::Options#structfield.json_ld) is set.
    pub json_ld: Vec<Value>,
    /// The start of a second article that seems to be on the same page. It was left out.
    pub second_article: Option<SecondArticle>,
    /// The numbers of the [rules](crate::Options#structfield.rules) that matched. A rule that no
    /// longer matches the pages of its site should be deleted or learned again.
    pub matched_rules: Vec<usize>,
    /// Information for the caller about this result, such as an option that could not be used.
    pub notice: Option<Notice>,
    /// Every text block of the page in reading order, with its verdict.
    pub blocks: Vec<BlockReport>,
}

/// A problem with an option that does not prevent cleaning the page.
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
    /// The sentence.
    pub text: String,
    /// The place of the sentence in [`Article::text`], in bytes of UTF-8. `None` for a sentence of
    /// the publisher's description that is not in the text.
    pub range: Option<Range<usize>>,
    /// The number of the sentence's block in [`Article::blocks`], or `None` if it is not in a
    /// single block.
    pub block: Option<usize>,
}

/// A post of a conversation, or a comment under an article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Post {
    /// The author, time and address of the post, and its place in the conversation.
    pub header: PostHeader,
    /// The numbers of the post's blocks in [`Article::blocks`]: from the first to the one after the
    /// last.
    pub blocks: Range<usize>,
    /// The text of the post.
    pub text: String,
}

/// The start of a second article on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SecondArticle {
    /// The headline of the second article.
    pub title: String,
    /// The headline's number in [`Article::blocks`]. The article is in the blocks after it.
    pub block: usize,
}

impl SecondArticle {
    /// Returns the article under a headline. `block` is the number of the headline's block.
    pub(crate) fn under(headline: &TextBlock, block: usize) -> SecondArticle {
        SecondArticle { title: headline.text.clone(), block }
    }
}

/// The most likely type of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PageTypeGuess {
    /// The type.
    pub page_type: PageType,
    /// The probability of this type, 0 to 1.
    pub confidence: f32,
}

/// A text block of the page with its verdict.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BlockReport {
    /// The text of the block.
    pub text: String,
    /// The place of the block in the page's structure, for [rules](crate::Rule): `main >
    /// article.story > p`. It is the same on all pages with the same layout. It lists the elements
    /// around the block from the outermost to its own, each with its id or its first classes.
    /// Numbers, hashes and states are left out, because they differ from page to page. The path is
    /// empty if a limit on the size of all paths was reached. In pasted text it is only the kind of
    /// the line.
    pub path: String,
    /// `true` if the block is part of the article.
    pub kept: bool,
    /// The main reason for the verdict.
    pub reason: Reason,
    /// The probability that the block belongs to the article, 0 to 1.
    pub probability: f32,
    /// The strongest influences on the verdict, the strongest first. Empty unless
    /// [`Options::explain`](crate::Options#structfield.explain) is set and the learned classifier
    /// judged the block.
    pub influences: Vec<Influence>,
}

impl Article {
    /// Fills in the fields that are computed from the text: number of words, reading times,
    /// summary, keywords.
    pub(crate) fn completed(mut self, options: &Options) -> Result<Article, Error> {
        self.word_count = timed(Stage::Language, || word_count(&self.text));
        let language = self.metadata.language.as_deref();
        let summary_options = SummaryOptions {
            title: self.metadata.title.clone(),
            description: self.metadata.description.clone(),
            length: options.summary_length,
            language: self.metadata.language.clone(),
        };
        let (summary, keywords) = timed(Stage::Summary, || match self.posts.is_empty() {
            true => summarize_with_keywords(&self.text, &summary_options, options.keywords),
            false => summarize_conversation(&self.document, &summary_options, options.keywords),
        })?;
        self.summary = place(summary, &self.blocks);
        self.keywords = keywords;
        (self.reading_minutes, self.reading_range) =
            timed(Stage::Language, || language::reading_times(&self.text, language));
        Ok(self)
    }

    /// Returns the links in the content in reading order, each address once.
    pub fn links(&self) -> Vec<Link> {
        links::links(&self.document)
    }

    /// Returns the content as HTML that is safe to insert into any page.
    pub fn html(&self) -> String {
        timed(Stage::Render, || render::html(&self.document))
    }

    /// Returns the content as Markdown: CommonMark with GitHub's tables, footnotes, alerts, task lists, strikethrough
    /// and formulas. HTML is used only for tables with spans and for line breaks in cells, which Markdown cannot
    /// express.
    pub fn markdown(&self) -> String {
        timed(Stage::Render, || render::markdown(&self.document))
    }
}

/// Summarizes a conversation. First comes the summary of the post that opens it, then sentences of
/// the others that express what most posts say. Lines with authors are not sentences. If the length
/// is a share of the text or a number of characters, it applies to all posts together.
fn summarize_conversation(
    document: &Document,
    options: &SummaryOptions,
    wants_keywords: bool,
) -> Result<(Vec<Sentence>, Vec<String>), Error> {
    let (mut text, heads) = render::text_and_heads(document);
    for head in &heads {
        // Each head is replaced by spaces of the same length in bytes, so that the places of
        // sentences stay those in the article's text.
        text.replace_range(head.clone(), &" ".repeat(head.len()));
    }
    let second = heads.get(1).map_or(text.len(), |head| head.start);
    let (opening, answers) = text.split_at(second);
    let (of_opening, of_answers) = match options.length {
        Length::Auto => (Length::Sentences(1), Length::Auto),
        Length::Sentences(count) if count > 1 => {
            let first = count.div_ceil(3);
            (Length::Sentences(first), Length::Sentences(count - first))
        }
        _ => return summarize_with_keywords(&text, options, wants_keywords),
    };
    if opening.trim().is_empty() || answers.trim().is_empty() {
        return summarize_with_keywords(&text, options, wants_keywords);
    }
    let keywords = match wants_keywords {
        true => {
            let options = SummaryOptions { length: Length::Sentences(0), ..options.clone() };
            summarize_with_keywords(&text, &options, true)?.1
        }
        false => Vec::new(),
    };
    let mut summary =
        summarize_with_keywords(opening, &SummaryOptions { length: of_opening, ..options.clone() }, false)?.0;
    let options = SummaryOptions { length: of_answers, description: None, ..options.clone() };
    let answers = summarize_with_keywords(answers, &options, false)?.0;
    summary.extend(answers.into_iter().map(|sentence| Sentence {
        range: sentence.range.map(|range| range.start + second..range.end + second),
        ..sentence
    }));
    Ok((summary, keywords))
}

/// Finds the block of each sentence. The white space in a block differs from that in the article's
/// text.
fn place(sentences: Vec<Sentence>, blocks: &[BlockReport]) -> Vec<SummarySentence> {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let kept: Vec<(usize, String)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kept)
        .map(|(i, block)| (i, squeezed(&block.text)))
        .collect();
    // Sentences and blocks are both in the order of the text.
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
            path: String::new(),
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
