//! The changes that the tree builder makes to the arena. Every step except [`Tree::move_children`] takes constant time.

use super::{Names, Namespace, NodeData, NodeId, Span, StoredAttribute, Tag, Tree, bit};
use crate::tokenize;

impl Tree {
    /// Returns a tree with only an `<html>` element, which also stands in for head and body until they are set.
    pub(in crate::tree) fn new(source_bytes: usize) -> Tree {
        let mut tree = Tree {
            // Real pages have one node for every 40 to 80 bytes. Between a third and two thirds of
            // a page is text and attribute values.
            nodes: Vec::with_capacity(source_bytes / 48 + 16),
            attributes: Vec::with_capacity(source_bytes / 64 + 16),
            text: String::with_capacity(source_bytes / 2 + 64),
            names: Names::default(),
            source_bytes,
            root: NodeId::from_index(0),
            head: NodeId::from_index(0),
            body: NodeId::from_index(0),
        };
        tree.root = tree.new_element(Tag::HTML, Namespace::Html, &[]);
        tree
    }

    pub(in crate::tree) fn set_head(&mut self, head: NodeId) {
        self.head = head;
    }

    pub(in crate::tree) fn set_body(&mut self, body: NodeId) {
        self.body = body;
    }

    pub(in crate::tree) fn intern_tag(&mut self, name: &str) -> Tag {
        Tag(self.names.intern(name))
    }

    pub(in crate::tree) fn new_element(
        &mut self,
        tag: Tag,
        namespace: Namespace,
        attributes: &[tokenize::RawAttribute<'_>],
    ) -> NodeId {
        let start = self.attributes.len();
        self.add_attributes(start, attributes);
        self.new_node(tag, namespace, Span::new(start, self.attributes.len()))
    }

    /// Gives an element another name. Its attributes and its children stay.
    pub(crate) fn rename(&mut self, id: NodeId, tag: Tag) {
        self.nodes[id.index()].tag = tag;
    }

    /// Returns a new element with the name and attributes of another one, and no children.
    pub(in crate::tree) fn copy_element(&mut self, id: NodeId) -> NodeId {
        let NodeData { tag, namespace, span, .. } = self.nodes[id.index()];
        self.new_node(tag, namespace, span)
    }

    /// Adds those attributes that the element does not have yet.
    pub(in crate::tree) fn merge_attributes(&mut self, id: NodeId, attributes: &[tokenize::RawAttribute<'_>]) {
        if attributes.is_empty() {
            return;
        }
        let old = self.nodes[id.index()].span;
        let start = self.attributes.len();
        self.attributes.extend_from_within(old.range());
        self.add_attributes(start, attributes);
        if self.attributes.len() - start > old.range().len() {
            let span = Span::new(start, self.attributes.len());
            self.nodes[id.index()].names = self.bits(span);
            self.nodes[id.index()].span = span;
        } else {
            self.attributes.truncate(start);
        }
    }

    /// Adds attributes after those from `start` on. If a name is repeated, only the first attribute
    /// counts.
    fn add_attributes(&mut self, start: usize, attributes: &[tokenize::RawAttribute<'_>]) {
        for attribute in attributes {
            let name = self.names.intern(attribute.name);
            let own = &self.attributes[start..];
            if own.len() < crate::limits::MAX_ATTRIBUTES && own.iter().all(|known| known.name != name) {
                let value = self.push_text(&attribute.value());
                self.attributes.push(StoredAttribute::new(&self.names, name, value));
            }
        }
    }

    /// Returns `true` if two elements have the same name, and the same attributes in the same
    /// order.
    pub(in crate::tree) fn is_like(&self, one: NodeId, other: NodeId) -> bool {
        let (a, b) = (&self.nodes[one.index()], &self.nodes[other.index()]);
        a.tag == b.tag && a.namespace == b.namespace && (a.span == b.span || self.attrs(one).eq(self.attrs(other)))
    }

    /// Adds text at the end of `parent`, or before the child `before`.
    pub(in crate::tree) fn insert_text(&mut self, parent: NodeId, before: Option<NodeId>, text: &str) {
        if text.is_empty() {
            return;
        }
        let span = self.push_text(text);
        let previous = match before {
            Some(next) => self.previous_sibling(next),
            None => self.last_child(parent),
        };
        if let Some(previous) = previous {
            let node = &mut self.nodes[previous.index()];
            if node.tag == Tag::TEXT && node.span.end == span.start {
                node.span.end = span.end;
                return;
            }
        }
        let node = self.new_node(Tag::TEXT, Namespace::Html, span);
        self.insert(parent, before, node);
    }

    /// Puts a node without a parent at the end of `parent`, or before its child `before`.
    pub(in crate::tree) fn insert(&mut self, parent: NodeId, before: Option<NodeId>, id: NodeId) {
        let previous = match before {
            Some(next) => self.nodes[next.index()].previous.replace(id),
            None => self.nodes[parent.index()].last_child.replace(id),
        };
        match previous {
            Some(previous) => self.nodes[previous.index()].next = Some(id),
            None => self.nodes[parent.index()].first_child = Some(id),
        }
        let node = &mut self.nodes[id.index()];
        node.parent = Some(parent);
        node.previous = previous;
        node.next = before;
    }

    /// Removes a node, with everything in it, from its parent.
    pub(in crate::tree) fn detach(&mut self, id: NodeId) {
        let node = &mut self.nodes[id.index()];
        let (previous, next) = (node.previous.take(), node.next.take());
        let Some(parent) = node.parent.take() else { return };
        match previous {
            Some(previous) => self.nodes[previous.index()].next = next,
            None => self.nodes[parent.index()].first_child = next,
        }
        match next {
            Some(next) => self.nodes[next.index()].previous = previous,
            None => self.nodes[parent.index()].last_child = previous,
        }
    }

    /// Moves all children of an element to another element, which has no children.
    pub(in crate::tree) fn move_children(&mut self, from: NodeId, to: NodeId) {
        let node = &mut self.nodes[from.index()];
        let (first, last) = (node.first_child.take(), node.last_child.take());
        let mut child = first;
        while let Some(id) = child {
            self.nodes[id.index()].parent = Some(to);
            child = self.next_sibling(id);
        }
        let node = &mut self.nodes[to.index()];
        (node.first_child, node.last_child) = (first, last);
    }

    /// Returns the bits of an element's attributes.
    fn bits(&self, attributes: Span) -> u32 {
        self.attributes[attributes.range()].iter().fold(0, |bits, attribute| bits | bit(attribute.sketch))
    }

    pub(super) fn push_text(&mut self, text: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(text);
        Span::new(start, self.text.len())
    }

    pub(super) fn new_node(&mut self, tag: Tag, namespace: Namespace, span: Span) -> NodeId {
        let id = NodeId::from_index(self.nodes.len());
        let names = if tag == Tag::TEXT { 0 } else { self.bits(span) };
        self.nodes.push(NodeData {
            tag,
            namespace,
            parent: None,
            previous: None,
            next: None,
            first_child: None,
            last_child: None,
            names,
            span,
        });
        id
    }
}
