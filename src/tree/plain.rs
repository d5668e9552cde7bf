//! A tree made by hand, for text that has no tags.

use super::{Attribute, Namespace, NodeId, Span, Tag, Tree};

impl Tree {
    /// A tree with an empty `<head>` and an empty `<body>`, and room for the text of a source of a size.
    pub(crate) fn empty(source_bytes: usize) -> Tree {
        let mut tree = Tree::new(source_bytes);
        let head = tree.append_element(tree.root, Tag::HEAD, None);
        tree.set_head(head);
        let body = tree.append_element(tree.root, Tag::BODY, None);
        tree.set_body(body);
        tree
    }

    /// Adds an element with at most one attribute (its name in lower case, its value as it is) as the last child
    /// of `parent`.
    pub(crate) fn append_element(&mut self, parent: NodeId, tag: Tag, attribute: Option<(&str, &str)>) -> NodeId {
        let start = self.attributes.len();
        if let Some((name, value)) = attribute {
            let name = self.names.intern(name);
            let value = self.push_text(value);
            self.attributes.push(Attribute::new(&self.names, name, value));
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
