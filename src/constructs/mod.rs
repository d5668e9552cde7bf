//! Finds elements whose meaning does not follow from their tag alone: callouts, code, formulas,
//! images and embeds.
//!
//! This module only reads the tree. `select` decides which constructs are kept, and `clean` converts them.

pub(crate) mod callout;
pub(crate) mod code;
pub(crate) mod code_language;
pub(crate) mod formula;
pub(crate) mod post;
pub(crate) mod style;

use crate::tree::{NodeId, Tag, Tree};

/// Returns `true` if an element is an image: `img`, or AMP's element for it.
pub(crate) fn is_image(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::IMG || matches!(tree.name(id), "amp-img" | "amp-anim")
}

/// Returns `true` if an element can be an embed.
pub(crate) fn is_embed(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id).is_embed()
        || YOUTUBE_ELEMENTS.contains(&tree.name(id))
        || tree.class_words(id).any(|word| word == "embed")
}

/// Custom elements that load YouTube's player late.
pub(crate) const YOUTUBE_ELEMENTS: &[&str] = &["lite-youtube", "youtube-video", "amp-youtube", "youtube-embed"];
