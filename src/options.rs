//! What a caller can choose, and every limit that the code keeps.

use crate::error::Error;
use crate::summary::Length;

/// How the input is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InputType {
    /// Decide by looking at the input: HTML if it has tags, plain text if not.
    #[default]
    Auto,
    /// HTML source.
    Html,
    /// Plain text, as pasted from a page.
    Text,
}

/// What a caller can choose. The defaults suit a page whose address is not known.
///
/// ```
/// use unchaff::{InputType, Options};
/// let options = Options { url: Some("https://example.com/a/".into()), input_type: InputType::Html, ..Options::default() };
/// assert_eq!(options.summary_length, unchaff::Length::Sentences(3));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Address of the page. Relative links and images resolve against it; without it (and without a `<base>`)
    /// they are dropped, because they would point into the reader's own site.
    pub url: Option<String>,
    /// How to read the input.
    pub input_type: InputType,
    /// The charset that the server named (`charset` of `Content-Type`). Only used for bytes; a byte order mark, and bytes
    /// that read as UTF-8, outrank it.
    pub charset: Option<String>,
    /// How long the summary is to be: three sentences unless told, at most [`MAX_SUMMARY_SENTENCES`].
    pub summary_length: Length,
    /// Whether the article gets its [keywords](crate::Article::keywords), which take about as long as its summary.
    pub keywords: bool,
    /// Whether the answer holds the page's JSON-LD as it is, see [`crate::Article::json_ld`].
    pub json_ld: bool,
    /// Largest input in bytes; at most, and by default, [`MAX_INPUT_BYTES`].
    pub max_bytes: usize,
    /// How much is kept in doubt: the β of the F-measure that the choice of blocks aims at. With 1, the default, a word
    /// too many is as bad as a word too few; with 2 losing content is the worse, and more is kept; with 0.5 it is the
    /// other way round. Between [`MIN_BETA`] and [`MAX_BETA`].
    pub beta: f64,
    /// Whether the answer explains itself: what moved the verdict on each block
    /// ([`BlockReport::influences`](crate::BlockReport::influences)), for which the page is judged once more for each kind of evidence; and
    /// in JavaScript where each value of the metadata was read, which in Rust is always there
    /// ([`Metadata::sources`](crate::metadata::Metadata::sources)).
    pub explain: bool,
    /// Whether everything is kept that the page shows: nothing is taken for boilerplate, and the input is only made clean
    /// and rendered; icons and tracking pixels are left out all the same. For a part of a page that a person selected.
    pub whole: bool,
    /// Blocks to keep whatever the classifier says, by their number in [`Article::blocks`](crate::Article::blocks) of the
    /// same input read the same way: a person's correction. Their reason is [`Reason::ByHand`](crate::Reason::ByHand).
    pub keep: Vec<usize>,
    /// Blocks to leave out whatever the classifier says; see [`Options::keep`].
    pub drop: Vec<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            url: None,
            input_type: InputType::Auto,
            charset: None,
            summary_length: Length::default(),
            keywords: true,
            json_ld: false,
            max_bytes: MAX_INPUT_BYTES,
            beta: 1.0,
            explain: false,
            whole: false,
            keep: Vec::new(),
            drop: Vec::new(),
        }
    }
}

impl Options {
    /// Refuses values out of range.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let invalid = |name: &str, problem: String| Err(Error::InvalidOption { name: name.into(), problem });
        self.summary_length.check(["sentences", "summaryShare", "summaryCharacters"])?;
        if self.max_bytes == 0 || self.max_bytes > MAX_INPUT_BYTES {
            return invalid("maxBytes", format!("{} is not between 1 and {MAX_INPUT_BYTES}.", self.max_bytes));
        }
        if !(MIN_BETA..=MAX_BETA).contains(&self.beta) {
            // MIN_BETA and MAX_BETA in words: code that prints floating point is 15 KB of the module.
            return invalid("beta", "it is not between 0.1 and 10.".to_owned());
        }
        if let Some(url) = &self.url
            && ::url::Url::parse(url).is_err()
        {
            return invalid("url", format!("{url:?} is no absolute address, such as https://example.com/page."));
        }
        Ok(())
    }
}

/// Largest input in bytes. The largest page of a corpus of 1,500 real ones has 5.3 MB; past 32 MB a
/// WebAssembly instance in a phone's browser runs short of memory.
pub const MAX_INPUT_BYTES: usize = 32 * 1024 * 1024;

/// Smallest and largest [`Options::beta`]. Past them the choice is all or nothing.
pub const MIN_BETA: f64 = 0.1;
/// See [`MIN_BETA`].
pub const MAX_BETA: f64 = 10.0;

/// Most blocks of a page that the learned classifier judges; it takes 1 KB for each. Of 1,700 real pages the longest has
/// under 3,000. A longer page is judged by the rules that [`crate::Reason`] names, which take no memory.
pub const MAX_LEARNED_BLOCKS: usize = 20_000;

/// Fewest words that a page in HTML must give to count as an article. What login walls and pages that need script
/// leave is shorter; so would be a photo with two words under it, which its own page is better for.
pub const MIN_ARTICLE_WORDS: usize = 10;

/// Longest summary that can be asked for: past it, it is no summary.
pub const MAX_SUMMARY_SENTENCES: usize = 50;

/// Sentences of a text that are ranked for its summary, from the start: 99 of 100 articles have fewer, and what
/// tells most of a text stands near its start. It bounds the comparisons between sentences.
pub const MAX_RANKED_SENTENCES: usize = 400;

/// Deepest nesting of elements that the tree keeps; deeper elements become siblings of the deepest. Browsers
/// use the same number (Blink: `kMaximumHTMLParserDOMTreeDepth`).
pub const MAX_TREE_DEPTH: usize = 512;

/// Memory that lol_html may use for what it buffers, in bytes: it holds one token at a time, so this is the
/// longest single tag or comment, twice over.
pub const MAX_TOKENIZER_MEMORY: usize = 2 * MAX_INPUT_BYTES;

/// Most attributes read of one element. Real pages stay under 60; the list is searched linearly.
pub const MAX_ATTRIBUTES: usize = 256;

/// Most formatting elements (`<b>`, `<font>` and so on) that go on in the next block while they are not closed.
/// Each block gets a copy of all of them. Real pages stay under 10.
pub const MAX_ACTIVE_FORMATTING: usize = 32;

/// A page has at most one copy of a formatting element for so many of its bytes, and [`MIN_FORMATTING_COPIES`] on top; past it,
/// unclosed ones end with their block. Without it a page of unclosed tags asks for a tree of [`MAX_ACTIVE_FORMATTING`] times
/// its size.
pub const BYTES_PER_FORMATTING_COPY: usize = 16;

/// See [`BYTES_PER_FORMATTING_COPY`].
pub const MIN_FORMATTING_COPIES: usize = 1000;

/// Longest URL kept, in bytes after resolution. Longer ones are tracking data or `data:` images; browsers
/// and servers give up at about the same length.
pub const MAX_URL_BYTES: usize = 8 * 1024;

/// Longest page address or `<base>` that links resolve against, in bytes without its query. Every relative
/// link repeats it, so it bounds how much larger than the page its output can be.
pub const MAX_BASE_URL_BYTES: usize = 2 * 1024;

/// Addresses of links and images in an article may take so many times the bytes of its page, and [`MIN_ADDRESS_BYTES`] on top.
/// Past it links are left as their words, and images out. Real pages stay under their own size.
pub const MAX_ADDRESS_GROWTH: usize = 2;

/// See [`MAX_ADDRESS_GROWTH`].
pub const MIN_ADDRESS_BYTES: usize = 64 * 1024;

/// An article as HTML, and as Markdown, has at most so many times the bytes of its page (as UTF-8), and [`MIN_OUTPUT_BYTES`]
/// on top. Past it the article is its text in plain paragraphs; where signs that both have to escape make even that too
/// long, nothing is readable. Real articles are shorter than their pages.
pub const MAX_OUTPUT_GROWTH: usize = 4;

/// See [`MAX_OUTPUT_GROWTH`].
pub const MIN_OUTPUT_BYTES: usize = 1024 * 1024;

/// Deepest nesting of lists and quotes in a document. Deeper ones are flattened into the deepest.
pub const MAX_DOCUMENT_DEPTH: usize = 24;

/// Most columns or rows that a cell of a table takes: the limit for columns of the HTML standard.
pub const MAX_SPAN: u16 = 1000;

/// Longest formula, in bytes of LaTeX; a longer one is left out. Those of textbooks stay under 2 KB.
pub const MAX_FORMULA_BYTES: usize = 16 * 1024;

/// Bytes at a page's start in which its own charset declaration is looked for. The HTML standard asks for
/// 1,024; pages that put scripts and styles before it are common, and browsers read on.
pub const META_PRESCAN_BYTES: usize = 4096;

/// Bytes that the charset detector reads, from the first one outside ASCII on. It is sure after a few
/// hundred; markup between the words takes the rest.
pub const CHARSET_DETECTION_BYTES: usize = 256 * 1024;

/// Bytes of text read to tell its language: trigram counts settle well before.
pub const LANGUAGE_SAMPLE_BYTES: usize = 4 * 1024;

/// Fewest letters from which a language is told that has its script or its letters for itself: one word.
pub const MIN_SCRIPT_LETTERS: usize = 6;

/// Fewest letters from which any other language is told; on a headline the detector guesses.
pub const MIN_DETECTABLE_LETTERS: usize = 40;

/// Fewest letters with which a detected language overrules the one that the page declares.
pub const MIN_OVERRULING_LETTERS: usize = 200;

/// Bytes of JSON-LD parsed in one page, all scripts together. Real articles stay under 100 KB; shops that list
/// every product go past it, and the rest of their scripts is not read.
pub const MAX_JSON_LD_BYTES: usize = 1024 * 1024;

/// Most pages that are joined into one article in JavaScript; the longest articles have a few dozen.
pub const MAX_JOINED_PAGES: usize = 200;

/// Longest title, in characters; a longer one is cut after a word and ends with an ellipsis.
pub const MAX_TITLE_CHARS: usize = 300;

/// Most headings compared with the titles that a page's metadata gives; the headline is among the first.
pub const MAX_HEADINGS: usize = 200;

/// Longest name of one author or of a site, in characters; a longer one is a sentence and is dropped.
pub const MAX_NAME_CHARS: usize = 60;

/// Most authors in a byline; the rest is left out. Papers with hundreds of authors exist.
pub const MAX_AUTHORS: usize = 20;

/// Most tags; past it they are a list of the site's topics.
pub const MAX_TAGS: usize = 50;

/// Largest width or height of an image that is believed, in pixels: image formats of the web end at 65,535.
pub const MAX_IMAGE_PIXELS: u32 = 65_535;

/// Longest excerpt, in characters; a longer one is cut after a word and ends with an ellipsis.
pub const MAX_EXCERPT_CHARS: usize = 1000;
