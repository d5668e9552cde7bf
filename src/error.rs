//! The errors of this crate. Every message tells the caller what to do next.

use crate::input_error::InputError;
use crate::limits::MAX_INPUT_BYTES;
use crate::metadata::Metadata;
use std::fmt;

/// Names of arguments that [`Error::InvalidOption`] may contain besides names of options.
const ARGUMENTS: &[&str] = &["article", "corrections", "input", "options", "pages", "text"];

/// Why a page could not be cleaned.
///
/// Every message describes the problem and what to do. [`Error::code`] is the stable name that the
/// JavaScript package and the command line use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The input has no text, or nothing but white space.
    EmptyInput,
    /// The input is larger than [`Options::max_bytes`](crate::Options#structfield.max_bytes).
    InputTooLarge {
        /// Size of the input in bytes.
        bytes: usize,
        /// The limit that applies, in bytes.
        limit: usize,
    },
    /// The bytes are an image, an archive, a PDF or other data, not text.
    NotText {
        /// What the bytes look like, for example `PDF`.
        kind: &'static str,
    },
    /// The page was read, but no part of it looks like an article.
    NothingReadable {
        /// The metadata of the page: title, authors, dates and so on.
        metadata: Box<Metadata>,
    },
    /// An argument or an option has a value that cannot be used.
    InvalidOption {
        /// The name of the argument, or of the option: a field of [`Options`](crate::Options) or
        /// [`SummaryOptions`](crate::SummaryOptions).
        name: String,
        /// What is wrong and which values are possible.
        problem: String,
    },
}

impl Error {
    /// Returns a short name that never changes: `empty-input`, `input-too-large`, `not-text`,
    /// `nothing-readable` or `invalid-option`.
    ///
    /// ```
    /// assert_eq!(unchaff::Error::EmptyInput.code(), "empty-input");
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Error::EmptyInput => "empty-input",
            Error::InputTooLarge { .. } => "input-too-large",
            Error::NotText { .. } => "not-text",
            Error::NothingReadable { .. } => "nothing-readable",
            Error::InvalidOption { .. } => "invalid-option",
        }
    }

    /// Returns the metadata of a page without an article. Returns `None` for all other errors.
    ///
    /// ```
    /// // A script writes the text of this page.
    /// let page = "<title>Ferry timetable</title><meta name=author content='An Nguyen'><script src=/app.js></script>";
    /// let error = unchaff::clean(page, &unchaff::Options::new()).unwrap_err();
    /// assert_eq!(error.metadata().unwrap().title.as_deref(), Some("Ferry timetable"));
    /// assert_eq!(unchaff::Error::EmptyInput.metadata(), None);
    /// ```
    pub fn metadata(&self) -> Option<&Metadata> {
        match self {
            Error::NothingReadable { metadata } => Some(metadata),
            _ => None,
        }
    }

    /// Returns the message with other names for the options, for a binding to another language.
    /// `rename` gets the Rust name and returns the name to print.
    ///
    /// ```
    /// let error = unchaff::Error::InputTooLarge { bytes: 11, limit: 10 };
    /// assert!(error.to_string().ends_with("or raise max_bytes."));
    /// assert!(error.message(|_| "maxBytes").ends_with("or raise maxBytes."));
    /// ```
    pub fn message(&self, rename: impl Fn(&str) -> &str) -> String {
        match self {
            Error::EmptyInput => "The input is empty. Give the page's HTML, or the text of the article.".to_owned(),
            Error::InputTooLarge { bytes, limit } => {
                let way_out = match *limit >= MAX_INPUT_BYTES {
                    true => "; this is the largest limit".to_owned(),
                    false => format!(", or raise {}", rename("max_bytes")),
                };
                format!("The input has {bytes} bytes and the limit is {limit}. Give only the page that holds the article{way_out}.")
            }
            Error::NotText { kind } => format!(
                "The input is {kind}, not a web page or text. Open it in its own program and give the text, or the page's HTML."
            ),
            Error::NothingReadable { .. } => "No article was found. The page may load its text by script or ask for a login: open it in a browser, then copy and paste what you see.".to_owned(),
            Error::InvalidOption { name, problem } => {
                let kind = if ARGUMENTS.contains(&name.as_str()) { "argument" } else { "option" };
                format!("The {kind} {} cannot be used: {problem}", rename(name))
            }
        }
    }
}

impl From<InputError> for Error {
    fn from(error: InputError) -> Error {
        match error {
            InputError::Empty => Error::EmptyInput,
            InputError::TooLarge { bytes, limit } => Error::InputTooLarge { bytes, limit },
            InputError::NotText { kind } => Error::NotText { kind },
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Error::from(*self).fmt(f)
    }
}

impl std::error::Error for InputError {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(|name| name))
    }
}

impl std::error::Error for Error {}
