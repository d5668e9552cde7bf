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

* to fetch pages or to run their scripts: unchaff has no network access and no JavaScript engine. It only reads the HTML that
  you pass. If a page builds itself by script, pass the HTML of the finished page from a browser.
* to show a whole page without its dangerous parts: use a sanitizer, such as [ammonia](https://docs.rs/ammonia).
* to read particular fields of a site that you know: CSS selectors are exact, and a classifier is not. See
  [scraper](https://docs.rs/scraper).
* to change HTML in a stream: see [lol_html](https://docs.rs/lol_html), which unchaff uses to read HTML.

# How it works

```text
bytes  → decode ─┐
HTML   ──────────┴→ tokenize → tree ─┬→ blocks → features → classify → select ─┐
pasted text ──────────→ lines → tree ┘                                         │
                               tree → metadata                                 ↓
                                                      clean → Document ─┬→ HTML, Markdown, text
                                                                        └→ summary, keywords
```

Bytes are decoded. HTML and pasted text both become a tree. The tree is cut into text blocks, and a classifier judges each
block. The kept blocks become a [`document::Document`], which is then rendered. [`Article::blocks`] has the verdict on each
block. A person can correct it with [`Options::keep`] and [`Options::drop`].

The same input gives the same output, byte for byte, on every platform. It does not depend on a clock, random numbers or a locale.

# Examples

[`clean`] takes bytes or text. With the page's address, relative links and images can be resolved:

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

Pages may be hostile. The document model is closed: it cannot hold scripts, event handlers, unknown elements or URLs with
schemes other than those in [`url`]. So no output can contain them. No code recurses over the page, and every loop over it is
linear. All limits are in [`limits`] with their reasons.

If a page makes the crate panic, that is a bug. Two things are not promised: the server of a kept image still sees that
somebody reads the article, and the returned HTML is safe only as long as it is not edited.

# Features

No feature is on by default.

* **serde**: [`Article`], [`Metadata`], [`document::Document`] and the types inside them implement `serde::Serialize`.
  Field names are the Rust names.

Features with a leading underscore, and `bench`, are for the crate's own tests and tools. They change without notice.
*/

// No page can cause a panic. `expect` is allowed only for data of the crate, with the reason.
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

// Modules that read a page or write a result must not slice or index at computed positions either.
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
