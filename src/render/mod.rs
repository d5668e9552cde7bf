//! Renders documents as HTML, Markdown and plain text.
//!
//! Each renderer makes one pass over [`crate::document::Document::events`] and writes only what the
//! document holds. The danger is text that a format would read as markup. So each renderer escapes
//! text for its own format and assumes that the text has not been escaped before. Control
//! characters other than tab and newline are dropped everywhere: HTML cannot represent some of
//! them, and terminals execute others.

// As in lib.rs, slicing at computed positions is not allowed.
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod common;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod html;
mod markdown;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod size;
#[cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]
mod text;

pub use html::html;
pub use markdown::markdown;
pub(crate) use size::is_longer_than;
pub use text::text;
pub(crate) use text::{text_and_heads, text_without_heads};
