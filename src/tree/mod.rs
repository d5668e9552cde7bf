//! The page as a tree: an arena of nodes in document order of creation.
//!
//! A node is an index, so there is no reference counting, no recursion on drop, and a tree of a million nodes
//! is four allocations. Comments and the doctype are not kept: nothing later reads them.

mod body;
mod builder;
mod edit;
mod foreign;
mod formatting;
mod head;
mod names;
mod plain;
mod tables;

use crate::{Error, tokenize};
use builder::Builder;
use names::Names;
pub use names::Tag;
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

    /// Position in the arena, for tables that hold something for each node.
    #[inline]
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The vocabulary an element's name belongs to.
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
struct Node {
    tag: Tag,
    namespace: Namespace,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    /// A bit for each attribute's name, see [`bit`]; none for text.
    names: u32,
    /// A text node's characters in `Tree::text`, or an element's range in `Tree::attributes`.
    span: Span,
}

#[derive(Debug, Clone, Copy)]
struct Attribute {
    name: u16,
    sketch: u16,
    value: Span,
}

impl Attribute {
    fn new(names: &Names, name: u16, value: Span) -> Attribute {
        Attribute { name, sketch: sketch(names.name(name)), value }
    }
}

/// What tells most names apart without reading them: elements are asked for attributes far more often than they have them.
#[inline]
fn sketch(name: &str) -> u16 {
    let [first, .., last] = name.as_bytes() else { return name.len() as u16 };
    u16::from(first ^ (last << 2)) << 8 | name.len() as u16 & 0xFF
}

/// The bit of a name in [`Node::names`]; those that pages use most have bits of their own.
#[inline]
fn bit(sketch: u16) -> u32 {
    1 << ((sketch >> 8 ^ sketch) & 31)
}

/// A parsed page.
#[derive(Debug, Clone)]
pub struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// The characters of all text nodes and attribute values.
    text: String,
    names: Names,
    source_bytes: usize,
    root: NodeId,
    head: NodeId,
    body: NodeId,
}

/// Reads HTML as a browser without scripts does.
///
/// The tree is that of the HTML standard but for what no later stage asks for: `<frameset>` is ignored, names
/// of SVG elements are in lower case, the content of a `<template>` lies in it as any other, and text that one
/// browser node would hold may be several. Past [`crate::MAX_TREE_DEPTH`] the tree is flattened, see there.
///
/// # Errors
///
/// [`Error::InputTooLarge`] past [`crate::MAX_INPUT_BYTES`].
///
/// ```
/// use unchaff::tree::{self, Tag};
/// let tree = tree::parse("<p>Một <b>hai<p>ba &amp; bốn").unwrap();
/// let paragraphs: Vec<_> = tree.descendants(tree.body(), Tag::P).map(|p| tree.text_content(p)).collect();
/// assert_eq!(paragraphs, ["Một hai", "ba & bốn"]);
/// ```
pub fn parse(html: &str) -> Result<Tree, Error> {
    let mut builder = Builder::new(html.len());
    tokenize::tokenize(html, |token| builder.process(token))?;
    Ok(builder.finish())
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
    /// The `<html>` element.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// The `<head>` element.
    pub fn head(&self) -> NodeId {
        self.head
    }

    /// The `<body>` element.
    pub fn body(&self) -> NodeId {
        self.body
    }

    /// Number of nodes; every [`NodeId::index`] is below it.
    #[allow(clippy::len_without_is_empty, reason = "a tree always has html, head and body")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How long the source was, which bounds how long its article may be.
    pub fn source_bytes(&self) -> usize {
        self.source_bytes
    }

    /// The kind of a node; [`Tag::TEXT`] for text.
    #[inline]
    pub fn tag(&self, id: NodeId) -> Tag {
        self.nodes[id.index()].tag
    }

    /// An element's name in lower case, or `#text`.
    #[inline]
    pub fn name(&self, id: NodeId) -> &str {
        self.names.name(self.tag(id).0)
    }

    /// An element's vocabulary.
    #[inline]
    pub fn namespace(&self, id: NodeId) -> Namespace {
        self.nodes[id.index()].namespace
    }

    /// The element around a node.
    #[inline]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].parent
    }

    /// The first child.
    #[inline]
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].first_child
    }

    /// The last child.
    #[inline]
    pub fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].last_child
    }

    /// The sibling after a node.
    #[inline]
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].next
    }

    /// The sibling before a node.
    #[inline]
    pub fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.nodes[id.index()].previous
    }

    /// The children in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.first_child(id), |&child| self.next_sibling(child))
    }

    /// The elements around a node, innermost first, without the node itself.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |&node| self.parent(node))
    }

    /// A text node's characters, entities decoded, white space as in the source; empty for an element.
    #[inline]
    pub fn text(&self, id: NodeId) -> &str {
        let node = &self.nodes[id.index()];
        if node.tag == Tag::TEXT { self.slice(node.span) } else { "" }
    }

    /// The value of an attribute by its lower-case name, entities decoded; empty for one without a value.
    #[inline]
    pub fn attr(&self, id: NodeId, name: &str) -> Option<&str> {
        let sketch = sketch(name);
        if self.nodes[id.index()].names & bit(sketch) == 0 { None } else { self.find_attribute(id, name, sketch) }
    }

    fn find_attribute(&self, id: NodeId, name: &str, sketch: u16) -> Option<&str> {
        let is_named = |a: &&Attribute| a.sketch == sketch && self.names.name(a.name) == name;
        self.attributes_of(id).iter().find(is_named).map(|a| self.slice(a.value))
    }

    /// All attributes in source order, the first of each name only.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> {
        self.attributes_of(id).iter().map(|a| (self.names.name(a.name), self.slice(a.value)))
    }

    #[inline]
    fn attributes_of(&self, id: NodeId) -> &[Attribute] {
        let node = &self.nodes[id.index()];
        if node.tag == Tag::TEXT { &[] } else { &self.attributes[node.span.range()] }
    }

    /// A node and everything under it in document order, without recursion.
    pub fn walk(&self, from: NodeId) -> Walk<'_> {
        Walk { tree: self, from, next: Some(Step::Enter(from)) }
    }

    /// All nodes under `from` with the tag, in document order.
    pub fn descendants(&self, from: NodeId, tag: Tag) -> impl Iterator<Item = NodeId> + '_ {
        self.walk(from).filter_map(move |step| match step {
            Step::Enter(id) if self.tag(id) == tag => Some(id),
            _ => None,
        })
    }

    /// The text under a node, joined as it stands in the source.
    pub fn text_content(&self, id: NodeId) -> String {
        self.descendants(id, Tag::TEXT).map(|text| self.text(text)).collect()
    }

    /// Whether an element is a link into the page itself that shows no word, but a sign: the `¶` of a heading, the
    /// `↩` of a note.
    pub(crate) fn is_permalink(&self, id: NodeId) -> bool {
        if self.tag(id) == Tag::SPAN {
            let words = self.attr(id, "class").unwrap_or_default();
            return words.split_ascii_whitespace().any(|word| word == "mw-editsection");
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
    /// After `Enter(id)`: leaves out what is under `id`. Its `Leave` still comes.
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
