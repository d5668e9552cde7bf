//! The arena of a tree: its nodes, attributes and text, and the functions that read them.

mod edit;
mod plain;

use super::names::{Names, Tag};
use std::num::NonZeroU32;
use std::ops::Range;

/// A node of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(NonZeroU32);

impl NodeId {
    fn from_index(index: usize) -> NodeId {
        // One page has at most MAX_INPUT_BYTES nodes, which is far below u32::MAX.
        NodeId(NonZeroU32::MIN.saturating_add(index as u32))
    }

    /// Returns the position in the arena, as an index into tables with one entry per node.
    #[inline]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The namespace of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Namespace {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML.
    MathMl,
}

/// A span of [`Tree::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[derive(Debug, Clone)]
struct NodeData {
    tag: Tag,
    namespace: Namespace,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    /// One bit per attribute name, see [`bit`]. Zero for text.
    names: u32,
    /// A text node's characters in `Tree::text`, or an element's range in `Tree::attributes`.
    span: Span,
}

#[derive(Debug, Clone, Copy)]
struct StoredAttribute {
    name: u16,
    sketch: u16,
    value: Span,
}

impl StoredAttribute {
    fn new(names: &Names, name: u16, value: Span) -> StoredAttribute {
        StoredAttribute { name, sketch: sketch(names.name(name)), value }
    }
}

/// Returns a hash by which most names can be told apart without reading them. It makes lookups
/// fast, because most of them find nothing.
#[inline]
fn sketch(name: &str) -> u16 {
    let [first, .., last] = name.as_bytes() else { return name.len() as u16 };
    u16::from(first ^ (last << 2)) << 8 | name.len() as u16 & 0xFF
}

/// Returns the bit of a name in [`NodeData::names`]. The most common names have bits of their own.
#[inline]
fn bit(sketch: u16) -> u32 {
    1 << ((sketch >> 8 ^ sketch) & 31)
}

/// A parsed page.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<NodeData>,
    attributes: Vec<StoredAttribute>,
    /// The characters of all text nodes and attribute values.
    text: String,
    names: Names,
    source_bytes: usize,
    root: NodeId,
    head: NodeId,
    body: NodeId,
}

/// A step of [`Tree::walk`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A node, before its children.
    Enter(NodeId),
    /// An element, after its children. Text nodes are only entered.
    Leave(NodeId),
}

impl Tree {
    /// Returns the `<html>` element.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// Returns the `<head>` element.
    pub fn head(&self) -> NodeId {
        self.head
    }

    /// Returns the `<body>` element.
    pub fn body(&self) -> NodeId {
        self.body
    }

    /// Returns the number of nodes. Every [`NodeId::index`] is below it.
    #[allow(clippy::len_without_is_empty, reason = "a tree always has html, head and body")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the length of the source, which bounds the length of the article.
    pub fn source_bytes(&self) -> usize {
        self.source_bytes
    }

    /// Returns the kind of a node, [`Tag::TEXT`] for text.
    #[inline]
    pub fn tag(&self, id: NodeId) -> Tag {
        self.nodes[id.index()].tag
    }

    /// Returns an element's name in lower case, or `#text`.
    #[inline]
    pub fn name(&self, id: NodeId) -> &str {
        self.names.name(self.tag(id).0)
    }

    /// Returns the namespace of an element.
    #[inline]
    pub fn namespace(&self, id: NodeId) -> Namespace {
        self.nodes[id.index()].namespace
    }

    /// Returns the element that holds a node.
    #[inline]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].parent
    }

    /// Returns the first child.
    #[inline]
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].first_child
    }

    /// Returns the last child.
    #[inline]
    pub fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].last_child
    }

    /// Returns the sibling after a node.
    #[inline]
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].next
    }

    /// Returns the sibling before a node.
    #[inline]
    pub fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].previous
    }

    /// Returns the children in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// Returns the siblings after a node, the nearest first.
    pub(crate) fn siblings_after(&self, id: NodeId) -> impl Iterator<Item = NodeId> + Clone + '_ {
        std::iter::successors(self.next_sibling(id), |&next| self.next_sibling(next))
    }

    /// Returns the siblings before a node, the nearest first.
    pub(crate) fn siblings_before(&self, id: NodeId) -> impl Iterator<Item = NodeId> + Clone + '_ {
        std::iter::successors(self.previous_sibling(id), |&before| self.previous_sibling(before))
    }

    /// Returns the elements around a node, innermost first, without the node itself.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&node| self.parent(node))
    }

    /// Returns a text node's characters, with entities decoded and white space as in the source. Returns an empty
    /// string for an element.
    #[inline]
    pub fn text(&self, id: NodeId) -> &str {
        let node = &self.nodes[id.index()];
        if node.tag == Tag::TEXT { self.slice(node.span) } else { "" }
    }

    /// Returns `true` for text that is only white space.
    pub(crate) fn is_blank_text(&self, id: NodeId) -> bool {
        self.tag(id) == Tag::TEXT && self.text(id).trim().is_empty()
    }

    /// Returns the value of an attribute by its lower-case name, with entities decoded. The value
    /// of an attribute without a value is empty.
    #[inline]
    pub fn attr(&self, id: NodeId, name: &str) -> Option<&str> {
        let sketch = sketch(name);
        if self.nodes[id.index()].names & bit(sketch) == 0 { None } else { self.find_attribute(id, name, sketch) }
    }

    fn find_attribute(&self, id: NodeId, name: &str, sketch: u16) -> Option<&str> {
        let is_named = |a: &&StoredAttribute| a.sketch == sketch && self.names.name(a.name) == name;
        self.attributes_of(id).iter().find(is_named).map(|a| self.slice(a.value))
    }

    /// Returns the words of an element's class.
    pub(crate) fn class_words(&self, id: NodeId) -> impl Iterator<Item = &str> {
        self.attr(id, "class").unwrap_or_default().split_ascii_whitespace()
    }

    /// Returns all attributes in source order. If a name is repeated, only the first attribute
    /// counts.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> {
        self.attributes_of(id).iter().map(|a| (self.names.name(a.name), self.slice(a.value)))
    }

    #[inline]
    fn attributes_of(&self, id: NodeId) -> &[StoredAttribute] {
        let node = &self.nodes[id.index()];
        if node.tag == Tag::TEXT { &[] } else { &self.attributes[node.span.range()] }
    }

    /// Returns a node and everything under it in document order, without recursion.
    pub fn walk(&self, from: NodeId) -> Walk<'_> {
        Walk { tree: self, from, next: Some(Step::Enter(from)) }
    }

    /// Returns all nodes under `from` with the tag, in document order.
    pub fn descendants(&self, from: NodeId, tag: Tag) -> impl Iterator<Item = NodeId> + '_ {
        self.walk(from).filter_map(move |step| match step {
            Step::Enter(id) if self.tag(id) == tag => Some(id),
            _ => None,
        })
    }

    /// Returns the text under a node, joined without changes.
    pub fn text_content(&self, id: NodeId) -> String {
        self.descendants(id, Tag::TEXT).map(|text| self.text(text)).collect()
    }

    /// Returns `true` if readers do not see an element's text as text of the page. An `object` that embeds nothing is
    /// read, because a browser shows its content. Pages use such an `object` to put a link inside another link.
    pub(crate) fn is_unread(&self, id: NodeId) -> bool {
        let embeds = || {
            ["data", "type", "classid"].iter().any(|name| self.attr(id, name).is_some())
                || self.children(id).any(|child| matches!(self.tag(child), Tag::PARAM | Tag::EMBED | Tag::IFRAME))
        };
        self.tag(id).is_unread() && (self.tag(id) != Tag::OBJECT || embeds())
    }

    /// Returns `true` if an element is a link into the page itself that shows a sign instead of words: the `¶` of a
    /// heading, the `↩` of a note.
    pub(crate) fn is_permalink(&self, id: NodeId) -> bool {
        if self.tag(id) == Tag::SPAN {
            return self.class_words(id).any(|word| word == "mw-editsection");
        }
        self.tag(id) == Tag::A
            && self.attr(id, "href").is_some_and(|href| href.starts_with('#'))
            && !self.descendants(id, Tag::TEXT).any(|text| self.text(text).contains(char::is_alphanumeric))
            && !self.descendants(id, Tag::IMG).any(|_| true)
    }

    #[inline]
    fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}

/// The walk that [`Tree::walk`] makes.
pub struct Walk<'a> {
    tree: &'a Tree,
    from: NodeId,
    next: Option<Step>,
}

impl Walk<'_> {
    /// Skips the nodes under `id`, right after its `Enter`. Its `Leave` still follows.
    pub fn skip_children(&mut self, id: NodeId) {
        if self.tree.tag(id) != Tag::TEXT {
            self.next = Some(Step::Leave(id));
        }
    }

    fn after(&self, id: NodeId) -> Option<Step> {
        if id == self.from {
            return None;
        }
        match self.tree.next_sibling(id) {
            Some(sibling) => Some(Step::Enter(sibling)),
            None => self.tree.parent(id).map(Step::Leave),
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let step = self.next?;
        self.next = match step {
            Step::Enter(id) if self.tree.tag(id) == Tag::TEXT => self.after(id),
            Step::Enter(id) => Some(self.tree.first_child(id).map_or(Step::Leave(id), Step::Enter)),
            Step::Leave(id) => self.after(id),
        };
        Some(step)
    }
}
