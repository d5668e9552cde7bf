//! The options that a caller can set.

use crate::decode;
use crate::error::Error;
use crate::limits::{MAX_BETA, MAX_INPUT_BYTES, MIN_BETA};
use crate::rules::{self, Rule};
use crate::summary::Length;
use crate::url::is_absolute;

/// How the input is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum InputType {
    /// Decides by the input: HTML if it has tags, plain text if not.
    #[default]
    Auto,
    /// HTML source.
    Html,
    /// Plain text, as pasted from a page.
    Text,
}

/// The options for cleaning a page. The defaults are for a page whose address is not known. Each
/// field has a method that changes it.
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
    /// The address of the page, which relative links and images need. If it is not given, an
    /// absolute `<link rel=canonical>` is used. Without both, and without a `<base>`, relative
    /// links and images are left out, because they would point into the site of the reader. An
    /// address that is not absolute is ignored, and [`Article::notice`](crate::Article::notice)
    /// reports it.
    pub url: Option<String>,
    /// How to read the input.
    pub input_type: InputType,
    /// The charset that the server named (`charset` of `Content-Type`), a label of the Encoding
    /// Standard. It is used only for bytes. A byte order mark and bytes that are valid UTF-8 take
    /// precedence over it.
    pub charset: Option<String>,
    /// The length of the summary. By default it depends on the text ([`Length::Auto`]). At most
    /// [`MAX_SUMMARY_SENTENCES`](crate::limits::MAX_SUMMARY_SENTENCES).
    pub summary_length: Length,
    /// `true`, the default, to find the article's [keywords](crate::Article::keywords). This takes
    /// about as long as the summary.
    pub keywords: bool,
    /// `true` to add the page's JSON-LD without changes, see
    /// [`Article::json_ld`](crate::Article::json_ld).
    pub json_ld: bool,
    /// `true` to add the comments under the article, see
    /// [`Article::comments`](crate::Article::comments). They are never part of its text.
    pub comments: bool,
    /// Maximum size of the input in bytes. The default, [`MAX_INPUT_BYTES`], is also the highest
    /// possible value.
    pub max_bytes: usize,
    /// How much is kept in case of doubt, between [`MIN_BETA`] and [`MAX_BETA`]. This is the β of
    /// the F-measure that the choice of blocks maximizes. With 1, the default, a superfluous word
    /// is as bad as a missing word. With 2, missing words are worse, so more is kept. With 0.5,
    /// superfluous words are worse, so less is kept.
    pub beta: f64,
    /// `true` to find the influences on the verdict of each block
    /// ([`BlockReport::influences`](crate::BlockReport::influences)). The page is then judged once
    /// more for each kind of evidence.
    pub explain: bool,
    /// `true` to keep everything that the page shows. Nothing is treated as boilerplate: the input
    /// is only made safe and rendered. Icons and tracking pixels are still left out. Use it for a
    /// part of a page that a person selected.
    pub whole: bool,
    /// Numbers of blocks to keep whatever the classifier decides, as a person's correction. The
    /// numbers are those of [`Article::blocks`](crate::Article::blocks) for the same input, read in
    /// the same way. The reason for these blocks is [`Reason::ByHand`](crate::Reason::ByHand).
    pub keep: Vec<usize>,
    /// Numbers of blocks to leave out whatever the classifier decides. See
    /// [`Options::keep`](Options#structfield.keep).
    pub drop: Vec<usize>,
    /// Rules of the page's site, such as those that [`learn_rules`](crate::learn_rules) returns:
    /// what to keep or leave out, and where to find title, author and date. At most
    /// [`MAX_RULES`](crate::limits::MAX_RULES). If several rules match a block, the last one
    /// decides. [`Options::keep`](Options#structfield.keep), `drop` and `whole` take precedence
    /// over all rules. [`Article::matched_rules`](crate::Article::matched_rules) tells which rules
    /// matched.
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

    /// Checks that all values are in range. [`clean`](crate::clean) does this before it reads the
    /// page.
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
            // The text does not format MIN_BETA and MAX_BETA, because code that prints
            // floating-point numbers would add 15 KB to the module.
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
