//! unchaff turns a web page, or text pasted from one, into its article: clean HTML, Markdown, plain text,
//! metadata and a short summary of its own sentences.
//!
//! ```
//! let page = "<html><head><title>Rain | Example News</title></head><body><nav><a href=/>Home</a></nav>
//!     <article><h1>Rain</h1><p>It rained all night in the hills, and the river rose by two metres.</p>
//!     <p>By the morning the water had gone down again, and the bridge was open to traffic.</p></article>
//!     <footer>Example News, all rights reserved</footer></body></html>";
//! let article = unchaff::clean(page, &unchaff::Options::default())?;
//! assert_eq!(article.metadata.title.as_deref(), Some("Rain"));
//! assert!(article.text.starts_with("It rained all night"));
//! assert!(!article.html().contains("Home"));
//! # Ok::<(), unchaff::Error>(())
//! ```
//!
//! Data goes one way: bytes are decoded, HTML becomes a tree (pasted text becomes one too), the tree is cut into
//! blocks, each block is judged, the kept ones become a [`document::Document`], and that is rendered.
//!
//! # Untrusted input
//!
//! Pages are hostile. The document model is closed: it can hold neither scripts, nor event handlers, nor
//! unknown elements, nor URLs of other schemes than those in [`url`], so no output can. Nothing recurses over the
//! page, every loop over it is linear, and every limit stands in this crate's constants with its reason. What
//! unchaff does not promise: images that are kept still tell their server that somebody reads, and a caller who
//! edits the returned HTML answers for the result.

// Nothing panics whatever the page says. An `expect` stands only for data of the crate, with the reason.
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::panic,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

// Where a page comes in and where an answer leaves, nothing is cut at a place that was only computed either.
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod article;
#[doc(hidden)]
pub mod blocks;
#[doc(hidden)]
pub mod classify;
#[doc(hidden)]
pub mod clean;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
#[doc(hidden)]
pub mod decode;
#[doc(hidden)]
pub mod detect;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
pub mod document;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod entities;
mod error;
#[doc(hidden)]
pub mod features;
mod join;
pub mod language;
#[doc(hidden)]
pub mod lines;
mod links;
mod maps;
mod measure;
pub mod metadata;
mod options;
mod parts;
mod readable;
pub mod render;
#[doc(hidden)]
pub mod select;
#[doc(hidden)]
pub mod stage;
pub mod summary;
mod tokenize;
#[doc(hidden)]
pub mod tree;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
pub mod url;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
#[cfg(target_arch = "wasm32")]
mod wasm;
mod word_map;

pub use article::{Article, BlockReport, PageTypeGuess, SecondArticle, SummarySentence};
pub use classify::Reason;
pub use classify::explain::Influence;
pub use classify::page_type::PageType;
pub use error::Error;
pub use features::Evidence;
pub use join::join;
pub use links::Link;
pub use options::*;
pub use readable::probably_readable;
pub use summary::{Length, Sentence, SummaryOptions, keywords, summarize};

use blocks::Blocks;
use classify::Opinion;
use classify::model::Model;
use features::Measured;
use metadata::Metadata;
use select::ByHand;
use stage::{Stage, timed};
use std::borrow::Cow;
use tree::{Tag, Tree};
use url::BaseUrl;

/// A page as it comes: bytes of unknown charset, or text.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// Bytes as a server or file gives them.
    Bytes(&'a [u8]),
    /// Text that is already decoded.
    Text(&'a str),
}

impl<'a> From<&'a str> for Input<'a> {
    fn from(text: &'a str) -> Self {
        Input::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Input::Bytes(bytes)
    }
}

/// Cleans a page: HTML, or plain text pasted from one.
///
/// # Errors
///
/// [`Error::EmptyInput`], [`Error::InputTooLarge`] and [`Error::NotText`] before the page is read,
/// [`Error::InvalidOption`] for options out of range, [`Error::NothingReadable`] when no article was found.
pub fn clean<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Article, Error> {
    options.check()?;
    let source = read(input.into(), options)?;
    let input_type = match options.input_type {
        InputType::Auto if detect::looks_like_html(&source) => InputType::Html,
        InputType::Auto => InputType::Text,
        said => said,
    };
    let page = match input_type {
        InputType::Text => Page::of_text(&source, options),
        _ => Page::of_html(&source, options)?,
    };
    page.into_article(options)
}

/// Decodes the input and refuses what cannot be a page, before anything is copied.
fn read<'a>(input: Input<'a>, options: &Options) -> Result<Cow<'a, str>, Error> {
    let bytes = match input {
        Input::Bytes(bytes) => bytes.len(),
        Input::Text(text) => text.len(),
    };
    if bytes > options.max_bytes {
        return Err(Error::InputTooLarge { bytes, limit: options.max_bytes });
    }
    let text = match input {
        Input::Bytes(bytes) => timed(Stage::Decode, || decode::decode(bytes, options.charset.as_deref()))?,
        Input::Text(text) => Cow::Borrowed(text),
    };
    if text.trim().is_empty() { Err(Error::EmptyInput) } else { Ok(text) }
}

/// A page on its way: all that is known before it is decided what to keep.
struct Page {
    input_type: InputType,
    page_type: Option<PageTypeGuess>,
    tree: Tree,
    base: BaseUrl,
    metadata: Metadata,
    blocks: Blocks,
    measured: Measured,
    opinions: Vec<Opinion>,
    /// What moved each opinion; empty when nobody asks.
    influences: Vec<Vec<Influence>>,
    /// Which blocks are the article's text.
    chosen: Vec<bool>,
    second_article: Option<SecondArticle>,
}

impl Page {
    fn of_html(html: &str, options: &Options) -> Result<Page, Error> {
        let tree = timed(Stage::Tree, || tree::parse(html))?;
        let base_href = tree.descendants(tree.root(), Tag::BASE).find_map(|base| tree.attr(base, "href"));
        let base = BaseUrl::new(options.url.as_deref(), base_href);
        let metadata = timed(Stage::Metadata, || metadata::extract(&tree, &base));
        let blocks = timed(Stage::Blocks, || blocks::segment(&tree));
        let measured = timed(Stage::Measure, || features::measure(&tree, &blocks, metadata.title.as_deref()));
        let (mut influences, mut page_type) = (Vec::new(), None);
        let mut opinions = if blocks.list.len() <= MAX_LEARNED_BLOCKS {
            let model = Model::bundled();
            let table = timed(Stage::Features, || features::table(&tree, &blocks, &measured, &metadata));
            if options.explain {
                influences = classify::explain::explain(model, &table);
            }
            let (opinions, (of_page, confidence)) =
                timed(Stage::Classify, || classify::judge(model, &table, &measured));
            page_type = Some(PageTypeGuess { page_type: of_page, confidence });
            opinions
        } else {
            classify::judge_by_rules(&measured)
        };
        let probabilities: Vec<f32> = opinions.iter().map(|opinion| opinion.probability).collect();
        let mut chosen = timed(Stage::Select, || classify::cut::choose(&measured, &probabilities, options.beta));
        for (i, further) in classify::further::further_articles(&tree, &blocks, &measured).into_iter().enumerate() {
            if further {
                chosen[i] = false;
                opinions[i].against = Reason::SecondArticle;
            }
        }
        Ok(Page {
            input_type: InputType::Html,
            page_type,
            tree,
            base,
            metadata,
            blocks,
            measured,
            opinions,
            influences,
            chosen,
            second_article: None,
        })
    }

    fn of_text(text: &str, options: &Options) -> Page {
        let lines::Lines { tree, blank_before } = timed(Stage::Tree, || lines::parse(text));
        let base = BaseUrl::new(options.url.as_deref(), None);
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured);
        let judged = if blocks.list.len() <= MAX_LEARNED_BLOCKS {
            let table = features::lines::table(&blocks, &measured, &lines, &blank_before);
            classify::lines::judge(classify::lines::bundled(), &blocks, &measured, &lines, &table, options.beta)
        } else {
            classify::lines::judge_by_rules(&blocks, &measured, &lines, options.beta)
        };
        let metadata = metadata::of_lines(&blocks, &lines, &judged);
        let second_article =
            judged.second_article.map(|block| SecondArticle { title: blocks.list[block].text.clone(), block });
        let classify::lines::Judged { opinions, chosen, .. } = judged;
        Page {
            input_type: InputType::Text,
            page_type: None,
            tree,
            base,
            metadata,
            blocks,
            measured,
            opinions,
            influences: Vec::new(),
            chosen,
            second_article,
        }
    }

    fn into_article(self, options: &Options) -> Result<Article, Error> {
        let Page { input_type, page_type, tree, base, metadata, blocks, influences, second_article, .. } = self;
        let by_hand = by_hand(&self.measured, options)?;
        let (selection, verdicts) = timed(Stage::Select, || {
            select::select(&tree, &blocks, &self.measured, &self.opinions, &self.chosen, &by_hand)
        });
        // A long page has many blocks: what was measured of them makes room for the document.
        drop((self.measured, self.opinions, self.chosen, by_hand));
        let reports: Vec<BlockReport> = blocks
            .list
            .into_iter()
            .zip(verdicts)
            .zip(influences.into_iter().chain(std::iter::repeat(Vec::new())))
            .map(|((block, v), influences)| BlockReport {
                text: block.text,
                kept: v.kept,
                reason: v.reason,
                probability: v.probability,
                influences,
            })
            .collect();
        let mut document = timed(Stage::Clean, || clean::clean(&tree, &selection, &base));
        let json_ld = if options.json_ld { metadata::json_ld(&tree) } else { Vec::new() };
        let longest = tree.source_bytes().saturating_mul(MAX_OUTPUT_GROWTH).saturating_add(MIN_OUTPUT_BYTES);
        drop((tree, selection));
        let text = timed(Stage::Render, || render::text(&document));
        if render::is_longer_than(&document, longest) {
            document = document::plain(&text);
            if render::is_longer_than(&document, longest) {
                return Err(Error::NothingReadable);
            }
        }
        let word_count = timed(Stage::Language, || measure::word_count(&text));
        // What a person chose to keep is an article however short.
        let is_certain = input_type == InputType::Text || options.whole || !options.keep.is_empty();
        let fewest = if is_certain { 1 } else { MIN_ARTICLE_WORDS };
        if word_count < fewest {
            return Err(Error::NothingReadable);
        }
        let article = Article {
            input_type,
            page_type,
            metadata: timed(Stage::Language, || metadata.completed(&text)),
            document,
            text,
            json_ld,
            second_article,
            blocks: reports,
            word_count,
            ..Article::default()
        };
        article.retold(options)
    }
}

/// What the caller said of a page.
fn by_hand(measured: &Measured, options: &Options) -> Result<ByHand, Error> {
    let Options { whole, keep, drop, .. } = options;
    if !whole && keep.is_empty() && drop.is_empty() {
        return Ok(ByHand::default());
    }
    let blocks = measured.blocks.len();
    let mut said: Vec<Option<bool>> = measured.blocks.iter().map(|block| whole.then_some(!block.hidden)).collect();
    let mut corrected = vec![false; blocks];
    for (name, numbers, kept) in [("keep", keep, true), ("drop", drop, false)] {
        for &number in numbers {
            let problem = match said.get(number) {
                None => format!("there is no block {number}; the page has {blocks}, counted from 0."),
                Some(other) if corrected[number] && *other != Some(kept) => {
                    format!("block {number} is to be both kept and dropped.")
                }
                _ => {
                    said[number] = Some(kept);
                    corrected[number] = true;
                    continue;
                }
            };
            return Err(Error::InvalidOption { name: name.into(), problem });
        }
    }
    Ok(ByHand { blocks: said, whole: *whole })
}
