//! Builds a tree from tokens, by the tree construction stage of the HTML standard.
//!
//! This file holds the state and the parts that all insertion modes share: the stack of open elements, the searches in
//! it, and the places for new nodes. The modes themselves are in `head`, `body` and `tables`, each with a method for
//! start tags and one for end tags (`start_in_row`, `end_in_row`). `formatting` has the active formatting elements and
//! the adoption agency, `foreign` has SVG and MathML. Parse errors are not reported, so steps of the standard that
//! differ only in their errors are merged.
//!
//! The danger is a hostile page. All searches here go through the stack, so the stack must be
//! short. If an element would be deeper than [`MAX_TREE_DEPTH`], the deepest open element is closed
//! first. A mode must not ask for a token to be processed again unless it has changed the mode or
//! popped an element.

use super::arena::{Namespace, NodeId, Tree};
use super::formatting::Formatting;
use super::names::{Tag, kind};
use super::quirks::is_quirky;
use crate::limits::MAX_TREE_DEPTH;
use crate::tokenize::{DoctypeIds, HtmlToken, RawAttribute};

/// The insertion modes of the standard, without those of framesets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    InHeadNoscript,
    AfterHead,
    InBody,
    Text,
    InTable,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    AfterAfterBody,
}

/// The result of a token in a mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub(super) enum Flow {
    /// The token is processed.
    Done,
    /// The state has changed, and the token must be processed again.
    Again,
}

/// A start tag.
#[derive(Clone, Copy)]
pub(super) struct StartTag<'a> {
    pub tag: Tag,
    pub attributes: &'a [RawAttribute<'a>],
    pub self_closing: bool,
}

impl StartTag<'_> {
    /// Returns the tag of an element that the source implies.
    pub fn implied(tag: Tag) -> StartTag<'static> {
        StartTag { tag, attributes: &[], self_closing: false }
    }

    /// Returns the value of an attribute, in lower case.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let attribute = self.attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))?;
        Some(attribute.value().to_ascii_lowercase())
    }
}

/// An entry of the stack of open elements.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenElement {
    pub node: NodeId,
    pub tag: Tag,
    pub namespace: Namespace,
    /// `true` for an SVG or MathML element whose content is HTML.
    pub html_integration: bool,
    /// See [`kind`].
    kinds: u32,
    /// An upper bound for the number of elements around the node, including itself.
    pub depth: u16,
}

impl OpenElement {
    fn new(node: NodeId, tag: Tag, namespace: Namespace, html_integration: bool, depth: u16) -> OpenElement {
        let mut open = OpenElement { node, tag, namespace, html_integration, kinds: 0, depth };
        open.kinds = match namespace {
            Namespace::Html => tag.kinds(),
            _ if open.is_integration_point() => kind::SPECIAL | kind::SCOPE,
            _ => 0,
        };
        open
    }

    /// Returns `true` if the entry is the HTML element with this name.
    pub fn is(&self, tag: Tag) -> bool {
        self.tag == tag && self.namespace == Namespace::Html
    }

    /// Returns `true` if the entry has one of the properties. Elements of SVG and MathML have none,
    /// except that those with HTML content are special and end a scope.
    pub fn has(&self, kinds: u32) -> bool {
        self.kinds & kinds != 0
    }
}

/// How far a search in the stack goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Default,
    Button,
    ListItem,
    Table,
}

impl Scope {
    /// Returns the properties that end the search.
    fn ends(self) -> u32 {
        match self {
            Scope::Default => kind::SCOPE,
            Scope::Button => kind::SCOPE | kind::BUTTON_SCOPE,
            Scope::ListItem => kind::SCOPE | kind::LIST_ITEM_SCOPE,
            Scope::Table => kind::TABLE_SCOPE,
        }
    }
}

/// The place of a new node: at the end of `parent`, or before its child `before`.
pub(super) struct InsertionPoint {
    pub parent: NodeId,
    pub before: Option<NodeId>,
}

/// The state of tree construction.
pub(super) struct TreeBuilder {
    pub tree: Tree,
    /// The stack is never empty: the first entry is `<html>` and stays.
    pub stack: Vec<OpenElement>,
    pub mode: Mode,
    /// The mode to return to from [`Mode::Text`].
    pub original_mode: Mode,
    pub template_modes: Vec<Mode>,
    pub formatting: Formatting,
    pub head: Option<NodeId>,
    pub form: Option<NodeId>,
    pub quirks: bool,
    /// `true` while content that does not belong in a table is put before the table.
    pub foster_parenting: bool,
    /// `true` if a line end is dropped when it comes next, as after `<pre>`.
    pub skip_line_end: bool,
}

impl TreeBuilder {
    pub fn new(source_bytes: usize) -> TreeBuilder {
        let tree = Tree::new(source_bytes);
        let html = OpenElement::new(tree.root(), Tag::HTML, Namespace::Html, false, 1);
        TreeBuilder {
            tree,
            stack: vec![html],
            mode: Mode::Initial,
            original_mode: Mode::Initial,
            template_modes: Vec::new(),
            formatting: Formatting::of_page(source_bytes),
            head: None,
            form: None,
            quirks: false,
            foster_parenting: false,
            skip_line_end: false,
        }
    }

    /// Takes the next token of the page.
    pub fn process(&mut self, token: HtmlToken<'_>) {
        let skip_line_end = std::mem::take(&mut self.skip_line_end);
        match token {
            HtmlToken::Comment => {}
            HtmlToken::Doctype(ids) => self.doctype(&ids),
            HtmlToken::Text(text) => {
                let text = if skip_line_end { text.strip_prefix('\n').unwrap_or(&text) } else { &text };
                self.text(text);
            }
            HtmlToken::Start { name, attributes, self_closing } => {
                let tag = self.tree.intern_tag(name);
                self.start_tag(&StartTag { tag, attributes, self_closing });
            }
            HtmlToken::End { name } => {
                let tag = self.tree.intern_tag(name);
                self.end_tag(tag);
            }
        }
    }

    /// Returns the tree after all tokens.
    pub fn finish(mut self) -> Tree {
        if self.head.is_none() {
            self.stack.truncate(1);
            self.open_head(&StartTag::implied(Tag::HEAD));
        }
        if self.tree.body() == self.tree.root() {
            self.stack.truncate(1);
            self.open_body(&StartTag::implied(Tag::BODY));
        }
        self.tree
    }

    fn doctype(&mut self, ids: &DoctypeIds) {
        if self.mode == Mode::Initial {
            self.quirks = is_quirky(ids);
            self.mode = Mode::BeforeHtml;
        }
    }

    fn start_tag(&mut self, start: &StartTag<'_>) {
        loop {
            let flow = if self.goes_by_html_rules(start) {
                self.start_tag_in_mode(start)
            } else {
                self.start_tag_in_foreign(start)
            };
            if flow == Flow::Done {
                return;
            }
        }
    }

    /// Processes a start tag by the rules of the current mode.
    pub fn start_tag_in_mode(&mut self, start: &StartTag<'_>) -> Flow {
        match self.mode {
            Mode::Initial => self.leave_initial(),
            Mode::BeforeHtml => self.start_before_html(start),
            Mode::BeforeHead => self.start_before_head(start),
            Mode::InHead => self.start_in_head(start),
            Mode::InHeadNoscript => self.start_in_head_noscript(start),
            Mode::AfterHead => self.start_after_head(start),
            Mode::InBody => self.start_in_body(start),
            Mode::Text => self.leave_text(),
            Mode::InTable => self.start_in_table(start),
            Mode::InCaption => self.start_in_caption(start),
            Mode::InColumnGroup => self.start_in_column_group(start),
            Mode::InTableBody => self.start_in_table_body(start),
            Mode::InRow => self.start_in_row(start),
            Mode::InCell => self.start_in_cell(start),
            Mode::InTemplate => self.start_in_template(start),
            Mode::AfterBody | Mode::AfterAfterBody => self.start_after_body(start),
        }
    }

    fn end_tag(&mut self, tag: Tag) {
        loop {
            let flow = if self.current().namespace == Namespace::Html {
                self.end_tag_in_mode(tag)
            } else {
                self.end_tag_in_foreign(tag)
            };
            if flow == Flow::Done {
                return;
            }
        }
    }

    /// Processes an end tag by the rules of the current mode.
    pub fn end_tag_in_mode(&mut self, tag: Tag) -> Flow {
        match self.mode {
            Mode::Initial => self.leave_initial(),
            Mode::BeforeHtml => self.end_before_html(tag),
            Mode::BeforeHead => self.end_before_head(tag),
            Mode::InHead => self.end_in_head(tag),
            Mode::InHeadNoscript => self.end_in_head_noscript(tag),
            Mode::AfterHead => self.end_after_head(tag),
            Mode::InBody => self.end_in_body(tag),
            Mode::Text => {
                let _ = self.leave_text();
                Flow::Done
            }
            Mode::InTable => self.end_in_table(tag),
            Mode::InCaption => self.end_in_caption(tag),
            Mode::InColumnGroup => self.end_in_column_group(tag),
            Mode::InTableBody => self.end_in_table_body(tag),
            Mode::InRow => self.end_in_row(tag),
            Mode::InCell => self.end_in_cell(tag),
            Mode::InTemplate => self.end_in_template(tag),
            Mode::AfterBody => self.end_after_body(tag),
            Mode::AfterAfterBody => self.end_after_after_body(),
        }
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let current = self.current();
            if current.namespace != Namespace::Html && !current.is_integration_point_for_text() {
                self.insert_text(rest);
                return;
            }
            rest = self.text_in_mode(rest);
        }
    }

    /// Processes text by the rules of the current mode. Returns the rest for the next mode.
    fn text_in_mode<'t>(&mut self, text: &'t str) -> &'t str {
        match self.mode {
            Mode::Initial
            | Mode::BeforeHtml
            | Mode::BeforeHead
            | Mode::InHead
            | Mode::InHeadNoscript
            | Mode::AfterHead => return self.text_before_body(text),
            Mode::InColumnGroup => return self.text_in_column_group(text),
            Mode::Text => self.insert_text(text),
            Mode::InTable | Mode::InTableBody | Mode::InRow => self.text_in_table(text),
            Mode::InBody | Mode::InCaption | Mode::InCell | Mode::InTemplate => self.text_in_body(text),
            Mode::AfterBody | Mode::AfterAfterBody => {
                if !is_blank(text) {
                    self.mode = Mode::InBody;
                }
                self.text_in_body(text);
            }
        }
        ""
    }

    /// Begins an element that contains only text. The next tokens are its text and its end tag.
    pub fn start_text_only(&mut self, start: &StartTag<'_>) -> Flow {
        self.insert_element(start);
        self.original_mode = self.mode;
        self.mode = Mode::Text;
        Flow::Done
    }

    /// Ends an element that contains only text. This also happens at a start tag, if the tokenizer
    /// did not treat the element as text.
    fn leave_text(&mut self) -> Flow {
        self.pop();
        self.mode = self.original_mode;
        Flow::Again
    }

    // The stack of open elements.

    /// Returns the innermost open element.
    pub fn current(&self) -> OpenElement {
        self.stack[self.stack.len() - 1]
    }

    /// Closes the innermost element, unless it is `<html>`.
    pub fn pop(&mut self) {
        self.pop_from(self.stack.len() - 1);
    }

    /// Closes the element at `index` of the stack and all elements that are open in it, but never
    /// `<html>`.
    pub fn pop_from(&mut self, index: usize) {
        for closed in self.stack.drain(index.max(1)..) {
            if closed.has(kind::MARKER) {
                self.formatting.clear_to_marker();
            }
            if closed.is(Tag::TEMPLATE) {
                self.template_modes.pop();
            }
        }
    }

    /// Returns the index of a node in the stack, if it is open.
    pub fn position_of(&self, node: NodeId) -> Option<usize> {
        self.stack.iter().rposition(|open| open.node == node)
    }

    /// Removes an element from the stack, but not the elements that are open in it.
    pub fn remove_from_stack(&mut self, node: NodeId) {
        if let Some(index) = self.position_of(node) {
            self.stack.remove(index);
        }
    }

    pub fn has_template(&self) -> bool {
        self.stack.iter().any(|open| open.is(Tag::TEMPLATE))
    }

    /// Returns the index of the innermost open element in scope for which `wanted` returns `true`.
    fn find_open_in_scope(&self, scope: Scope, wanted: impl Fn(&OpenElement) -> bool) -> Option<usize> {
        let ends = scope.ends();
        let index = self.stack.iter().rposition(|open| wanted(open) || open.has(ends))?;
        wanted(&self.stack[index]).then_some(index)
    }

    /// Returns the index in the stack of the innermost HTML element in scope for which `wanted`
    /// returns `true`.
    pub fn find_in_scope(&self, scope: Scope, wanted: impl Fn(Tag) -> bool) -> Option<usize> {
        self.find_open_in_scope(scope, |open| wanted(open.tag) && open.namespace == Namespace::Html)
    }

    pub fn is_node_in_scope(&self, node: NodeId) -> bool {
        self.find_open_in_scope(Scope::Default, |open| open.node == node).is_some()
    }

    pub fn is_in_scope(&self, scope: Scope, tag: Tag) -> bool {
        self.find_in_scope(scope, |open| open == tag).is_some()
    }

    /// Closes the innermost `tag` in scope and all elements that are open in it. Returns `false` if
    /// no such element is in scope.
    pub fn pop_in_scope(&mut self, scope: Scope, tag: Tag) -> bool {
        let found = self.find_in_scope(scope, |open| open == tag);
        if let Some(index) = found {
            self.pop_from(index);
        }
        found.is_some()
    }

    /// Closes an open paragraph, if it is in button scope.
    pub fn close_p(&mut self) {
        self.pop_in_scope(Scope::Button, Tag::P);
    }

    /// Closes the elements with optional end tags, except `except`.
    pub fn close_implied(&mut self, except: Option<Tag>) {
        while self.current().has(kind::IMPLIED_END) && Some(self.current().tag) != except {
            self.pop();
        }
    }

    // The places where nodes are inserted.

    /// Returns the "appropriate place for inserting a node", where `target` is the element to put it in.
    pub fn place_in(&self, target: NodeId) -> InsertionPoint {
        let in_table = self.tree.tag(target).is(kind::FOSTERS) && self.tree.namespace(target) == Namespace::Html;
        if !self.foster_parenting || !in_table {
            return InsertionPoint { parent: target, before: None };
        }
        let outer = self.stack.iter().rfind(|open| open.is(Tag::TABLE) || open.is(Tag::TEMPLATE));
        match outer {
            Some(open) if open.tag == Tag::TEMPLATE => InsertionPoint { parent: open.node, before: None },
            Some(table) => {
                InsertionPoint { parent: self.tree.parent(table.node).unwrap_or(target), before: Some(table.node) }
            }
            // The depth limit has closed the table.
            None => InsertionPoint { parent: target, before: None },
        }
    }

    /// Inserts text at the appropriate place.
    pub fn insert_text(&mut self, text: &str) {
        let place = self.place_in(self.current().node);
        self.tree.insert_text(place.parent, place.before, text);
    }

    /// Inserts an HTML element and opens it.
    pub fn insert_element(&mut self, start: &StartTag<'_>) -> NodeId {
        self.make_room();
        let node = self.tree.new_element(start.tag, Namespace::Html, start.attributes);
        self.insert_and_push(node, false);
        node
    }

    /// Inserts an HTML element without content.
    pub fn insert_void(&mut self, start: &StartTag<'_>) -> NodeId {
        let node = self.insert_element(start);
        self.pop();
        node
    }

    /// Inserts a new element at the appropriate place and opens it.
    pub fn insert_and_push(&mut self, node: NodeId, html_integration: bool) {
        let place = self.place_in(self.current().node);
        self.tree.insert(place.parent, place.before, node);
        self.open(node, html_integration);
    }

    /// Puts an element on the stack.
    pub fn open(&mut self, node: NodeId, html_integration: bool) {
        let (tag, namespace) = (self.tree.tag(node), self.tree.namespace(node));
        self.stack.push(OpenElement::new(node, tag, namespace, html_integration, self.current().depth + 1));
    }

    /// Closes the deepest element if a new element would exceed the depth limit. The new element
    /// then becomes its sibling instead of its child.
    pub fn make_room(&mut self) {
        while usize::from(self.current().depth) >= MAX_TREE_DEPTH {
            let closed = self.current();
            self.pop();
            if closed.has(kind::TABLE_PART) || closed.is(Tag::TEMPLATE) || closed.is(Tag::TABLE) {
                self.reset_mode();
            }
        }
    }

    /// Sets the mode that fits the stack: "reset the insertion mode appropriately".
    pub fn reset_mode(&mut self) {
        let mode = self.stack.iter().rev().filter(|open| open.namespace == Namespace::Html).find_map(|open| {
            Some(match open.tag {
                Tag::TD | Tag::TH => Mode::InCell,
                Tag::TR => Mode::InRow,
                tag if tag.is(kind::TABLE_SECTION) => Mode::InTableBody,
                Tag::CAPTION => Mode::InCaption,
                Tag::COLGROUP => Mode::InColumnGroup,
                Tag::TABLE => Mode::InTable,
                Tag::TEMPLATE => self.template_modes.last().copied().unwrap_or(Mode::InTemplate),
                Tag::HEAD => Mode::InHead,
                Tag::BODY => Mode::InBody,
                Tag::HTML if self.head.is_none() => Mode::BeforeHead,
                Tag::HTML => Mode::AfterHead,
                _ => return None,
            })
        });
        self.mode = mode.unwrap_or(Mode::InBody);
    }
}

/// Returns `true` if a text is only HTML white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_space)
}

/// Splits a text into the HTML white space at its beginning and the rest.
pub(super) fn split_blank(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().position(|byte| !is_space(byte)).unwrap_or(text.len()))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
