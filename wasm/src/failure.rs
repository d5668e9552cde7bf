//! What went wrong, by the names that options have in JavaScript.

use serde::Serialize;
use unchaff::Error;

/// An error as JavaScript sees it.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    pub(crate) code: &'static str,
    message: String,
}

impl Failure {
    /// Makes the failure of an option, whose `name` is JavaScript's.
    pub(crate) fn of_option(name: &str, problem: &str) -> Failure {
        let error = Error::InvalidOption { name: name.to_owned(), problem: problem.to_owned() };
        Failure { code: error.code(), message: error.to_string() }
    }
}

impl From<Error> for Failure {
    /// Makes the failure of an error of the core, which names options as they are in Rust.
    fn from(error: Error) -> Failure {
        let message = error.message(|name| if name == "max_bytes" { "maxBytes" } else { name });
        Failure { code: error.code(), message }
    }
}
