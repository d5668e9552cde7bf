//! The page as a tree: an arena of nodes in the order of their creation.
//!
//! A node is an index. So there is no reference counting, no recursion on drop, and only four
//! allocations for a tree of a million nodes. Comments and the doctype are not kept, because no
//! later stage reads them.

mod adoption;
mod arena;
mod body;
mod builder;
mod foreign;
mod formatting;
mod head;
mod names;
mod quirks;
mod shadow;
mod tables;

use crate::input_error::InputError;
use crate::tokenize;
pub use arena::{Namespace, NodeId, Step, Tree};
use builder::TreeBuilder;
pub use names::Tag;

/// Reads HTML like a browser without scripts.
///
/// The tree follows the HTML standard, except for details that no later stage needs. `<frameset>`
/// is ignored. Names of SVG elements are in lower case. The content of a `<template>` is part of
/// the tree, and the content of a declarative shadow root is in its host. The text of one node in a
/// browser may be split into several nodes. Elements deeper than [`crate::limits::MAX_TREE_DEPTH`]
/// are flattened.
///
/// # Errors
///
/// [`InputError::TooLarge`] for more than [`crate::limits::MAX_INPUT_BYTES`].
///
/// ```
/// use unchaff::internals::tree::{self, Tag};
/// let tree = tree::parse("<p>Một <b>hai<p>ba &amp; bốn").unwrap();
/// let paragraphs: Vec<_> = tree.descendants(tree.body(), Tag::P).map(|p| tree.text_content(p)).collect();
/// assert_eq!(paragraphs, ["Một hai", "ba & bốn"]);
/// ```
pub fn parse(html: &str) -> Result<Tree, InputError> {
    let mut builder = TreeBuilder::new(html.len());
    tokenize::tokenize(html, |token| builder.process(token))?;
    let mut tree = builder.finish();
    shadow::compose(&mut tree);
    Ok(tree)
}
