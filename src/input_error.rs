//! What the stages before the tree can refuse.
//!
//! [`Error`](crate::Error) can hold the metadata of a page, so it stands above the stages that read a page. These stages have
//! an error of their own, which becomes one of those.

/// Why an input cannot be a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputError {
    /// It holds no text.
    Empty,
    /// It is larger than the limit.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// It is an image, an archive or other data.
    NotText {
        /// What it looks like.
        kind: &'static str,
    },
}
