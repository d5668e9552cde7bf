//! The leaves of the tree that an article is made of: what `select` decides and `clean` reads.

use crate::tree::{NodeId, Tag, Tree};

/// What a leaf of the tree is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the text.
    Body,
    /// Part of what is said of an image or table.
    Caption,
}

/// Which leaves of the tree are kept: text nodes, images (a `picture` by its `img`), and films and the like.
#[derive(Debug, Clone)]
pub struct Selection {
    roles: Vec<Option<Role>>,
}

impl Selection {
    /// Returns a selection of a tree with so many nodes that keeps nothing yet.
    pub fn new(nodes: usize) -> Selection {
        Selection { roles: vec![None; nodes] }
    }

    /// Keeps a leaf.
    pub fn set(&mut self, id: NodeId, role: Role) {
        self.roles[id.index()] = Some(role);
    }

    /// Returns what the leaf is in the article; `None` when it is dropped.
    pub fn role(&self, id: NodeId) -> Option<Role> {
        self.roles[id.index()]
    }

    /// Returns `true` if any text under a node is kept.
    pub(crate) fn keeps_text_in(&self, tree: &Tree, id: NodeId) -> bool {
        tree.descendants(id, Tag::TEXT).any(|leaf| self.role(leaf).is_some())
    }
}
