/*!
unchaff turns a web page, or text pasted from one, into its article: clean HTML, Markdown, plain text, metadata and a short
summary made of its own sentences.

```
let page = "<html><head><title>Rain | Example News</title></head><body><nav><a href=/>Home</a></nav>
    <article><h1>Rain</h1><p>It rained all night in the hills, and the river rose by two metres.</p>
    <p>By the morning the water had gone down again, and the bridge was open to traffic.</p></article>
    <footer>Example News, all rights reserved</footer></body></html>";
let article = unchaff::clean(page, &unchaff::Options::new())?;
assert_eq!(article.metadata.title.as_deref(), Some("Rain"));
assert!(article.text.starts_with("It rained all night"));
assert!(!article.html().contains("Home"));
# Ok::<(), unchaff::Error>(())
```

# What it is for

Use this crate to read what a page says: for a reading mode, an archive, a search index, a feed, or text for a language model.
It finds the article among menus, related links and notices in any language, and keeps its structure: headings, lists,
tables, code, formulas, footnotes, images with their captions.

Use something else

* to fetch pages or to run their scripts: unchaff has no network and no JavaScript engine. It reads the HTML that it is given.
  Where a page builds itself by script, give the HTML of a browser's finished page.
* to show a page as it is without its dangerous parts: that is a sanitizer, such as [ammonia](https://docs.rs/ammonia).
* to read particular fields of a site that you know: CSS selectors are exact there, and a classifier is not. See
  [scraper](https://docs.rs/scraper).
* to change HTML while it passes: see [lol_html](https://docs.rs/lol_html), which unchaff reads HTML with.

# How it works

```text
bytes  → decode ─┐
HTML   ──────────┴→ tokenize → tree ─┬→ blocks → features → classify → select ─┐
pasted text ──────────→ lines → tree ┘                                         │
                               tree → metadata                                 ↓
                                                      clean → Document ─┬→ HTML, Markdown, text
                                                                        └→ summary, keywords
```

Bytes are decoded, HTML becomes a tree, and pasted text becomes one too. The tree is cut into text blocks, and a classifier
judges each. The blocks that are kept become a [`document::Document`], which is then rendered. [`Article::blocks`] tells the
verdict on each block. A person can correct it with [`Options::keep`] and [`Options::drop`].

The same input gives the same output, byte for byte, on every platform: no clock, random number or locale has a part in it.

# Examples

[`clean`] takes bytes or text. With the page's address, relative links and images resolve:

```
use unchaff::{InputType, Options};

let page = b"<title>Ferries</title><article><h1>Ferries</h1><p>The ferry to the island of Lindow stops at noon today because of
    the storm, says <a href=/harbour>the harbour</a>.</p></article>";
let options = Options::new().url("https://example.com/news/ferries").input_type(InputType::Html);
let article = unchaff::clean(&page[..], &options)?;
assert!(article.markdown().contains("[the harbour](https://example.com/harbour)"));
# Ok::<(), unchaff::Error>(())
```

[`summarize`] and [`keywords`] read any text:

```
use unchaff::{Length, SummaryOptions};

let text = "The town of Lindow opened its new library on Monday.\nThree hundred guests came to the opening of the library.";
let options = SummaryOptions::new().title("Lindow opens its new library").length(Length::Sentences(1));
let summary = unchaff::summarize(text, &options)?;
assert_eq!(summary[0].text, "The town of Lindow opened its new library on Monday.");
assert!(unchaff::keywords(text, None, Some("en")).contains(&"library".to_owned()));
# Ok::<(), unchaff::Error>(())
```

# Untrusted input

Pages are hostile. The document model is closed: it can hold neither scripts, event handlers, unknown elements nor URLs of
other schemes than those in [`url`], so no output can. Nothing recurses over the page, every loop over it is linear, and every
limit is in [`limits`] with its reason.

A page that makes the crate panic is a bug. What unchaff does not promise: an image that is kept still tells its server that
somebody reads, and whoever edits the returned HTML answers for the result.

# Features

None is on by default.

* **serde**: [`Article`], [`Metadata`], [`document::Document`] and what they hold implement `serde::Serialize`. Names are those
  of Rust.

Features with a leading underscore, and `bench`, are for the crate's own tests and tools. They change without notice.
*/

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
mod blocks;
mod classify;
mod clean;
mod constructs;
mod corrections;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod decode;
mod detect;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
pub mod document;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod entities;
mod error;
mod features;
mod hash;
mod input;
mod input_error;
#[cfg(feature = "_internals")]
pub mod internals;
mod join;
pub mod language;
mod learn;
pub mod limits;
mod lines;
mod links;
mod metadata;
mod notices;
mod options;
mod paths;
mod perceptron;
mod pipeline;
mod posts;
mod readable;
pub mod render;
mod rules;
mod script;
mod select;
mod selection;
mod stage;
mod substring;
mod summary;
mod terms;
mod text;
mod tokenize;
mod tree;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
pub mod url;
mod word_map;
mod words;

pub use article::{Article, BlockReport, Notice, PageTypeGuess, Post, SecondArticle, SummarySentence};
pub use classify::Reason;
pub use classify::explain::Influence;
pub use classify::page_type::PageType;
pub use error::Error;
pub use features::Evidence;
pub use input::Input;
pub use join::join;
pub use learn::{Corrections, learn_rules};
pub use links::Link;
pub use metadata::{LeadImage, Metadata, Source, Sources};
pub use options::{InputType, Options};
pub use readable::probably_readable;
pub use rules::{Rule, RuleAction};
pub use summary::{Length, Sentence, SummaryOptions, keywords, summarize};

/// Cleans a page: HTML, or plain text pasted from one.
///
/// # Errors
///
/// [`Error::EmptyInput`], [`Error::InputTooLarge`] and [`Error::NotText`] before the page is read,
/// [`Error::InvalidOption`] for options out of range, [`Error::NothingReadable`] if no article was found.
pub fn clean<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<Article, Error> {
    pipeline::article(input.into(), options)
}

/// Cleans a page for its text alone, as it is in [`Article::text`]. Nothing else is made, which takes about six tenths
/// of the time of [`clean`].
///
/// # Errors
///
/// Those of [`clean`].
///
/// ```
/// use unchaff::{Options, to_text};
/// let page = "<nav>Home</nav><p>Rain fell on the <b>hills</b> all night, and the river rose by two metres.</p>";
/// let text = to_text(page, &Options::new())?;
/// assert_eq!(text, "Rain fell on the hills all night, and the river rose by two metres.");
/// # Ok::<(), unchaff::Error>(())
/// ```
pub fn to_text<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<String, Error> {
    Ok(pipeline::body(input.into(), options)?.text)
}

/// Cleans a page for its Markdown alone, as [`Article::markdown`] writes it. Nothing else is made, which takes about six
/// tenths of the time of [`clean`].
///
/// # Errors
///
/// Those of [`clean`].
///
/// ```
/// use unchaff::{Options, to_markdown};
/// let page = "<nav>Home</nav><p>Rain fell on the <b>hills</b> all night, and the river rose by two metres.</p>";
/// let markdown = to_markdown(page, &Options::new())?;
/// assert_eq!(markdown, "Rain fell on the **hills** all night, and the river rose by two metres.\n");
/// # Ok::<(), unchaff::Error>(())
/// ```
pub fn to_markdown<'a>(input: impl Into<Input<'a>>, options: &Options) -> Result<String, Error> {
    let body = pipeline::body(input.into(), options)?;
    Ok(stage::timed(stage::Stage::Render, || render::markdown(&body.document)))
}
