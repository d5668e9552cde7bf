//! URLs that are safe to put into an output.

/// An absolute URL of an allowed scheme, serialised by the WHATWG URL standard.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// The URL's text. ASCII, without spaces, quotes or angle brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
