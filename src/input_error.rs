//! The errors of the stages before the tree.
//!
//! [`Error`](crate::Error) can hold the metadata of a page, so the stages that only read a page
//! cannot depend on it. They use this type instead, which is then converted.

/// Why an input cannot be a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputError {
    /// The input has no text.
    Empty,
    /// The input is larger than the limit.
    TooLarge {
        /// The size of the input in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The input is an image, an archive or other data.
    NotText {
        /// What the data looks like.
        kind: &'static str,
    },
}
