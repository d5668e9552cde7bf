//! The page as a tree: an arena of nodes in the order of their creation.
//!
//! A node is an index. So there is no reference counting and no recursion on drop, and a tree of a million nodes takes
//! four allocations. Comments and the doctype are not kept, because no later stage reads them.

mod adoption;
mod arena;
mod body;
mod builder;
mod foreign;
mod formatting;
mod head;
mod names;
mod quirks;
mod tables;

use crate::{Error, tokenize};
pub use arena::{Namespace, NodeId, Step, Tree};
use builder::TreeBuilder;
pub use names::Tag;

/// Reads HTML as a browser without scripts does.
///
/// The tree is that of the HTML standard but for what no later stage asks for: `<frameset>` is ignored, names
/// of SVG elements are in lower case, the content of a `<template>` lies in it as any other, and text that one
/// browser node would hold may be several. Past [`crate::limits::MAX_TREE_DEPTH`] the tree is flattened, see there.
///
/// # Errors
///
/// [`Error::InputTooLarge`] past [`crate::limits::MAX_INPUT_BYTES`].
///
/// ```
/// use unchaff::internals::tree::{self, Tag};
/// let tree = tree::parse("<p>Một <b>hai<p>ba &amp; bốn").unwrap();
/// let paragraphs: Vec<_> = tree.descendants(tree.body(), Tag::P).map(|p| tree.text_content(p)).collect();
/// assert_eq!(paragraphs, ["Một hai", "ba & bốn"]);
/// ```
pub fn parse(html: &str) -> Result<Tree, Error> {
    let mut builder = TreeBuilder::new(html.len());
    tokenize::tokenize(html, |token| builder.process(token))?;
    Ok(builder.finish())
}
