//! unchaff turns a web page, or text pasted from one, into its article.

#[doc(hidden)]
pub mod clean;
#[doc(hidden)]
pub mod decode;
#[doc(hidden)]
pub mod detect;
pub mod document;
mod entities;
mod error;
pub mod language;
#[doc(hidden)]
pub mod lines;
pub mod metadata;
mod options;
pub mod render;
#[doc(hidden)]
pub mod select;
pub mod summary;
mod tokenize;
#[doc(hidden)]
pub mod tree;
pub mod url;

pub use error::Error;
pub use options::*;
