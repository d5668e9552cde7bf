//! What can go wrong, said so that the reader knows what to do next.

use std::fmt;

/// Why a page could not be cleaned.
///
/// Every message names the problem and the way out of it. [`Error::code`] is the stable name that the
/// JavaScript package and the command line use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The input holds no text at all, or nothing but white space.
    EmptyInput,
    /// The input is larger than [`Options::max_bytes`](crate::Options#structfield.max_bytes).
    InputTooLarge {
        /// Size of the input in bytes.
        bytes: usize,
        /// The limit in force, in bytes.
        limit: usize,
    },
    /// The bytes are an image, an archive, a PDF or other data, not text.
    NotText {
        /// What the bytes look like, for example `PDF`.
        kind: &'static str,
    },
    /// The page was read but nothing on it looks like an article.
    NothingReadable,
    /// An option has a value that cannot be used.
    InvalidOption {
        /// The option's name: a field of [`Options`](crate::Options) or [`SummaryOptions`](crate::SummaryOptions).
        name: String,
        /// What is wrong and which values are possible.
        problem: String,
    },
}

impl Error {
    /// A short name that never changes: `empty-input`, `input-too-large`, `not-text`, `nothing-readable` or
    /// `invalid-option`.
    ///
    /// ```
    /// assert_eq!(unchaff::Error::EmptyInput.code(), "empty-input");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Error::EmptyInput => "empty-input",
            Error::InputTooLarge { .. } => "input-too-large",
            Error::NotText { .. } => "not-text",
            Error::NothingReadable => "nothing-readable",
            Error::InvalidOption { .. } => "invalid-option",
        }
    }

    /// Returns the message with other names of the options, for a binding to another language: `rename` gets a name as it
    /// is in Rust and returns the one to print.
    ///
    /// ```
    /// let error = unchaff::Error::InputTooLarge { bytes: 11, limit: 10 };
    /// assert!(error.to_string().ends_with("or raise max_bytes."));
    /// assert!(error.message(|_| "maxBytes").ends_with("or raise maxBytes."));
    /// ```
    pub fn message(&self, rename: impl Fn(&str) -> &str) -> String {
        match self {
            Error::EmptyInput => "The input is empty. Give the page's HTML, or the text of the article.".to_owned(),
            Error::InputTooLarge { bytes, limit } => format!(
                "The input has {bytes} bytes and the limit is {limit}. Give only the page that holds the article, or raise {}.",
                rename("max_bytes")
            ),
            Error::NotText { kind } => format!(
                "The input is {kind}, not a web page or text. Open it in its own program and give the text, or the page's HTML."
            ),
            Error::NothingReadable => "No article was found. The page may load its text by script or ask for a login: open it in a browser, then copy and paste what you see.".to_owned(),
            Error::InvalidOption { name, problem } => {
                format!("The option {} cannot be used: {problem}", rename(name))
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(|name| name))
    }
}

impl std::error::Error for Error {}
