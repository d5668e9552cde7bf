//! Errors with the names that options have in JavaScript.

use crate::answer::{metadata_answer, plain, set};
use serde::Serialize;
use unchaff::{Error, Metadata};
use wasm_bindgen::JsValue;

/// An error in the form that JavaScript gets.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    pub(crate) code: &'static str,
    message: String,
    /// The metadata of a page without an article.
    #[serde(skip)]
    metadata: Option<Box<Metadata>>,
}

impl Failure {
    /// Makes the error for an argument or option. `name` is its name in JavaScript.
    pub(crate) fn of_option(name: &str, problem: &str) -> Failure {
        let error = Error::InvalidOption { name: name.to_owned(), problem: problem.to_owned() };
        Failure { code: error.code(), message: error.to_string(), metadata: None }
    }

    /// Makes the error for a string that is too long. Its size in bytes is not known, because it
    /// was not converted.
    pub(crate) fn too_long(limit: usize) -> Failure {
        let code = Error::InputTooLarge { bytes: limit, limit }.code();
        let message = format!(
            "The input has more than {limit} bytes, which is the limit. Give only the page that holds the article, or raise maxBytes."
        );
        Failure { code, message, metadata: None }
    }

    /// Returns the error in the form that the package's scripts expect.
    pub(crate) fn into_js(self) -> JsValue {
        let failure = plain(&self);
        if let Some(metadata) = self.metadata {
            set(&failure, "metadata", &metadata_answer(*metadata));
        }
        failure
    }
}

impl From<Error> for Failure {
    /// Makes the failure for an error of the core. The core uses the Rust names of options, so they
    /// are replaced.
    fn from(error: Error) -> Failure {
        let message = error.message(|name| if name == "max_bytes" { "maxBytes" } else { name });
        let code = error.code();
        let metadata = match error {
            Error::NothingReadable { metadata } => Some(metadata),
            _ => None,
        };
        Failure { code, message, metadata }
    }
}
