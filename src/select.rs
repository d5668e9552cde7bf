//! Which leaves of the tree are kept.

use crate::tree::NodeId;

/// What a leaf of the tree is in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the text.
    Body,
    /// Part of what is said of an image or table.
    Caption,
}

/// Which leaves of the tree are kept: text nodes, and images (a `picture` by its `img`).
#[derive(Debug, Clone)]
pub struct Selection {
    roles: Vec<Option<Role>>,
}

impl Selection {
    /// A selection of a tree with so many nodes that keeps nothing yet.
    pub fn new(nodes: usize) -> Selection {
        Selection { roles: vec![None; nodes] }
    }

    /// Keeps a leaf.
    pub fn set(&mut self, id: NodeId, role: Role) {
        self.roles[id.index()] = Some(role);
    }

    /// What the leaf is in the article; `None` when it is dropped.
    pub fn role(&self, id: NodeId) -> Option<Role> {
        self.roles[id.index()]
    }
}
