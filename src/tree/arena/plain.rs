//! A tree that is built by calls, for text without tags.

use super::{Namespace, NodeId, Span, StoredAttribute, Tag, Tree};

impl Tree {
    /// Returns a tree with an empty `<head>` and an empty `<body>`, and memory for the text of a source of this size.
    pub(crate) fn empty(source_bytes: usize) -> Tree {
        let mut tree = Tree::new(source_bytes);
        let head = tree.append_element(tree.root, Tag::HEAD, &[]);
        tree.set_head(head);
        let body = tree.append_element(tree.root, Tag::BODY, &[]);
        tree.set_body(body);
        tree
    }

    /// Adds an element as the last child of `parent`. Names of attributes are in lower case, values are stored
    /// unchanged.
    pub(crate) fn append_element(&mut self, parent: NodeId, tag: Tag, attributes: &[(&str, &str)]) -> NodeId {
        let start = self.attributes.len();
        for &(name, value) in attributes {
            let name = self.names.intern(name);
            let value = self.push_text(value);
            self.attributes.push(StoredAttribute::new(&self.names, name, value));
        }
        let id = self.new_node(tag, Namespace::Html, Span::new(start, self.attributes.len()));
        self.insert(parent, None, id);
        id
    }

    /// Adds text at the end of `parent`.
    pub(crate) fn append_text(&mut self, parent: NodeId, text: &str) {
        self.insert_text(parent, None, text);
    }
}
