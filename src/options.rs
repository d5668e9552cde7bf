//! What a caller can choose.

use crate::decode;
use crate::error::Error;
use crate::limits::{MAX_BETA, MAX_INPUT_BYTES, MIN_BETA};
use crate::rules::{self, Rule};
use crate::summary::Length;
use crate::url::is_absolute;

/// How the input is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum InputType {
    /// Decide by looking at the input: HTML if it has tags, plain text if not.
    #[default]
    Auto,
    /// HTML source.
    Html,
    /// Plain text, as pasted from a page.
    Text,
}

/// What a caller can choose. The defaults suit a page whose address is not known; a method for each field changes it.
///
/// ```
/// use unchaff::{InputType, Length, Options};
/// let options = Options::new().url("https://example.com/a/").input_type(InputType::Html);
/// assert_eq!(options.url.as_deref(), Some("https://example.com/a/"));
/// assert_eq!(options.summary_length, Length::Auto);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Address of the page. Relative links and images resolve against it. Without it (and without a `<base>`) they are
    /// dropped, because they would point into the reader's own site. Without it, an absolute `<link rel=canonical>` serves. One
    /// that is not absolute counts as not given, and [`Article::notice`](crate::Article::notice) says so.
    pub url: Option<String>,
    /// How to read the input.
    pub input_type: InputType,
    /// The charset that the server named (`charset` of `Content-Type`), a label of the Encoding Standard. Only used for bytes;
    /// a byte order mark, and bytes that read as UTF-8, outrank it.
    pub charset: Option<String>,
    /// How long the summary is to be; as fits the text by default ([`Length::Auto`]), at most
    /// [`MAX_SUMMARY_SENTENCES`](crate::limits::MAX_SUMMARY_SENTENCES).
    pub summary_length: Length,
    /// Whether the article gets its [keywords](crate::Article::keywords), which take about as long as its summary; `true` by
    /// default.
    pub keywords: bool,
    /// Whether the article holds the page's JSON-LD as it is, see [`Article::json_ld`](crate::Article::json_ld).
    pub json_ld: bool,
    /// `true` to add the comments under the article, see [`Article::comments`](crate::Article::comments). Its text never
    /// holds them.
    pub comments: bool,
    /// Largest input in bytes; at most, and by default, [`MAX_INPUT_BYTES`].
    pub max_bytes: usize,
    /// How much is kept in doubt: the β of the F-measure that the choice of blocks aims at. With 1, the default, a word
    /// too many is as bad as a word too few. With 2 losing content is worse, so more is kept; with 0.5 it is the other way
    /// round. Between [`MIN_BETA`] and [`MAX_BETA`].
    pub beta: f64,
    /// Whether the article says what moved the verdict on each block
    /// ([`BlockReport::influences`](crate::BlockReport::influences)). The page is then judged once more for each kind of
    /// evidence.
    pub explain: bool,
    /// Whether everything is kept that the page shows. Nothing is taken for boilerplate, and the input is only made clean
    /// and rendered; icons and tracking pixels are left out all the same. For a part of a page that a person selected.
    pub whole: bool,
    /// Blocks to keep whatever the classifier says, by their number in [`Article::blocks`](crate::Article::blocks) of the
    /// same input read the same way: a person's correction. Their reason is [`Reason::ByHand`](crate::Reason::ByHand).
    pub keep: Vec<usize>,
    /// Blocks to leave out whatever the classifier says; see [`Options::keep`](Options#structfield.keep).
    pub drop: Vec<usize>,
    /// Rules of the page's site, such as [`learn_rules`](crate::learn_rules) makes: what to keep or to leave out, and where
    /// title, author and date stand. At most [`MAX_RULES`](crate::limits::MAX_RULES). The last one that matches a block
    /// decides on it; [`Options::keep`](Options#structfield.keep), `drop` and `whole` outrank them.
    /// [`Article::matched_rules`](crate::Article::matched_rules) says which ones matched.
    pub rules: Vec<Rule>,
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
            comments: false,
            max_bytes: MAX_INPUT_BYTES,
            beta: 1.0,
            explain: false,
            whole: false,
            keep: Vec::new(),
            drop: Vec::new(),
            rules: Vec::new(),
        }
    }
}

impl Options {
    /// Returns the defaults.
    pub fn new() -> Self {
        Options::default()
    }

    /// Sets the page's [address](Options#structfield.url).
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets how the [input](Options#structfield.input_type) is read.
    pub fn input_type(mut self, input_type: InputType) -> Self {
        self.input_type = input_type;
        self
    }

    /// Sets the [charset](Options#structfield.charset) that the server named.
    pub fn charset(mut self, charset: impl Into<String>) -> Self {
        self.charset = Some(charset.into());
        self
    }

    /// Sets the [length of the summary](Options#structfield.summary_length).
    pub fn summary_length(mut self, length: Length) -> Self {
        self.summary_length = length;
        self
    }

    /// Sets whether there are [keywords](Options#structfield.keywords).
    pub fn keywords(mut self, keywords: bool) -> Self {
        self.keywords = keywords;
        self
    }

    /// Sets whether there is [JSON-LD](Options#structfield.json_ld).
    pub fn json_ld(mut self, json_ld: bool) -> Self {
        self.json_ld = json_ld;
        self
    }

    /// Sets whether there are [comments](Options#structfield.comments).
    pub fn comments(mut self, comments: bool) -> Self {
        self.comments = comments;
        self
    }

    /// Sets the [largest input](Options#structfield.max_bytes) in bytes.
    pub fn max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Sets how much is [kept in doubt](Options#structfield.beta).
    pub fn beta(mut self, beta: f64) -> Self {
        self.beta = beta;
        self
    }

    /// Sets whether verdicts are [explained](Options#structfield.explain).
    pub fn explain(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }

    /// Sets whether [everything](Options#structfield.whole) that the page shows is kept.
    pub fn whole(mut self, whole: bool) -> Self {
        self.whole = whole;
        self
    }

    /// Sets the blocks to [keep](Options#structfield.keep).
    pub fn keep(mut self, blocks: impl Into<Vec<usize>>) -> Self {
        self.keep = blocks.into();
        self
    }

    /// Sets the blocks to [leave out](Options#structfield.drop).
    pub fn drop(mut self, blocks: impl Into<Vec<usize>>) -> Self {
        self.drop = blocks.into();
        self
    }

    /// Sets the [rules](Options#structfield.rules) of the site.
    pub fn rules(mut self, rules: impl Into<Vec<Rule>>) -> Self {
        self.rules = rules.into();
        self
    }

    /// Refuses values out of range, as [`clean`](crate::clean) does before it reads the page.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidOption`]
    pub fn check(&self) -> Result<(), Error> {
        let invalid = |name: &str, problem: String| Err(Error::InvalidOption { name: name.into(), problem });
        self.summary_length.check("summary_length")?;
        rules::check(&self.rules)?;
        if self.max_bytes == 0 || self.max_bytes > MAX_INPUT_BYTES {
            return invalid("max_bytes", format!("{} is not between 1 and {MAX_INPUT_BYTES}.", self.max_bytes));
        }
        if !(MIN_BETA..=MAX_BETA).contains(&self.beta) {
            // MIN_BETA and MAX_BETA in words: code that prints floating point is 15 KB of the module.
            return invalid("beta", "it is not between 0.1 and 10.".to_owned());
        }
        if let Some(label) = &self.charset
            && !decode::is_charset(label)
        {
            return invalid(
                "charset",
                format!("{label:?} is no charset; give a label such as windows-1252, or leave it out."),
            );
        }
        Ok(())
    }

    /// Returns the page's address if it is absolute.
    pub(crate) fn absolute_url(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_absolute(url))
    }
}
