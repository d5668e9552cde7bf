//! The leaves of the tree that form an article. `select` chooses them and `clean` reads them.

use crate::tree::{NodeId, Tag, Tree};

/// The role of a leaf in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the text.
    Body,
    /// Part of the caption of an image or table.
    Caption,
}

/// The kept leaves of the tree: text nodes, images (for a `picture`, its `img`), and embeds.
#[derive(Debug, Clone)]
pub struct Selection {
    roles: Vec<Option<Role>>,
}

impl Selection {
    /// Returns a selection for a tree with `nodes` nodes that keeps nothing yet.
    pub fn new(nodes: usize) -> Selection {
        Selection { roles: vec![None; nodes] }
    }

    /// Keeps a leaf.
    pub fn set(&mut self, id: NodeId, role: Role) {
        self.roles[id.index()] = Some(role);
    }

    /// Drops a leaf.
    pub(crate) fn unset(&mut self, id: NodeId) {
        self.roles[id.index()] = None;
    }

    /// Returns the role of a leaf, or `None` if it is dropped.
    pub fn role(&self, id: NodeId) -> Option<Role> {
        self.roles[id.index()]
    }

    /// Returns `true` if any text under a node is kept.
    pub(crate) fn keeps_text_in(&self, tree: &Tree, id: NodeId) -> bool {
        tree.descendants(id, Tag::TEXT).any(|leaf| self.role(leaf).is_some())
    }
}
