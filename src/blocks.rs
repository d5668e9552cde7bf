//! Cuts the tree into text blocks. A reader sees each block as one paragraph, heading, list item, table row or label.
//!
//! A block ends at the start and end of a block-level element, at a button, at a custom element unless it is a word of
//! a sentence, and at a double line break. A simple table row is one block. No text node belongs to two blocks. Hidden
//! text is in blocks too, because a later stage judges it.

use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// A text block.
#[derive(Debug, Clone)]
pub struct TextBlock {
    /// The words of the block with white space collapsed. Preformatted text is unchanged.
    pub text: String,
    /// The innermost block-level element around the block.
    pub element: NodeId,
    /// The text nodes of the block, as a range of [`Blocks::leaves`].
    pub leaves: Range<usize>,
    /// The number of characters without white space.
    pub characters: usize,
    /// The number of these characters in links.
    pub link_characters: usize,
    /// The number of links in the block.
    pub links: usize,
}

/// A page's text blocks in reading order.
#[derive(Debug, Clone, Default)]
pub struct Blocks {
    /// The blocks.
    pub list: Vec<TextBlock>,
    /// The text nodes of all blocks in reading order.
    pub leaves: Vec<NodeId>,
}

impl Blocks {
    /// Returns the range of blocks that begin in each element, by [`NodeId::index`].
    pub(crate) fn ranges(&self, tree: &Tree) -> Vec<Range<usize>> {
        let mut starts_block = vec![false; tree.len()];
        for block in &self.list {
            starts_block[self.leaves[block.leaves.start].index()] = true;
        }
        let mut ranges = vec![0..0; tree.len()];
        let mut count = 0;
        for step in tree.walk(tree.body()) {
            match step {
                Step::Enter(id) => {
                    ranges[id.index()].start = count;
                    count += usize::from(starts_block[id.index()]);
                }
                Step::Leave(id) => ranges[id.index()].end = count,
            }
        }
        ranges
    }
}

/// Cuts a page into its text blocks.
pub fn segment(tree: &Tree) -> Blocks {
    let mut segmenter = Segmenter {
        tree,
        blocks: Blocks::default(),
        open: OpenBlock::default(),
        merged_row: None,
        pre: None,
        link: None,
    };
    let mut walk = tree.walk(tree.body());
    let mut containers = vec![tree.body()];
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => segmenter.text(id),
            Step::Enter(id) if is_invisible(tree, id) || tree.is_permalink(id) => walk.skip_children(id),
            Step::Enter(id) => {
                if segmenter.breaks_at(id) {
                    segmenter.flush(containers[containers.len() - 1]);
                    containers.push(id);
                }
                segmenter.enter(id, containers[containers.len() - 1]);
            }
            Step::Leave(id) => {
                if containers.last() == Some(&id) {
                    segmenter.flush(id);
                    containers.pop();
                }
                segmenter.leave(id);
            }
        }
    }
    segmenter.blocks
}

/// Returns `true` if readers never see an element's text as text.
fn is_invisible(tree: &Tree, id: NodeId) -> bool {
    let tag = tree.tag(id);
    tree.is_unread(id) || matches!(tag, Tag::SVG | Tag::MAP) || tree.name(id) == "annotation"
}

/// Returns `true` if an element is on lines of its own.
pub(crate) fn is_block_level(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id).is_block() || is_custom_box(tree, id)
}

/// Returns `true` if a custom element, whose name has a dash, starts a new line. Most custom
/// elements do. A custom element is a word of a sentence if it holds no blocks and is inside a
/// paragraph, a heading or formatted words, or right beside text.
fn is_custom_box(tree: &Tree, id: NodeId) -> bool {
    /// Maximum number of steps of the walk through an element. A larger element is not a word of a sentence.
    const MAX_STEPS: usize = 64;
    if tree.tag(id) == Tag::TEXT || !tree.name(id).contains('-') {
        return false;
    }
    let holds_line = |tag: Tag| tag == Tag::P || tag.is_heading() || tag.is_word_formatting();
    let is_text = |id: NodeId| tree.tag(id) == Tag::TEXT || tree.tag(id).is_word_formatting();
    let in_line = tree.parent(id).is_some_and(|parent| holds_line(tree.tag(parent)))
        || tree.siblings_before(id).find(|&id| !tree.is_blank_text(id)).is_some_and(is_text)
        || tree.siblings_after(id).find(|&id| !tree.is_blank_text(id)).is_some_and(is_text);
    let holds_blocks = || {
        let mut steps = 0;
        tree.walk(id).any(|step| {
            steps += 1;
            steps > MAX_STEPS || matches!(step, Step::Enter(inside) if tree.tag(inside).is_block())
        })
    };
    // The elements that MathJax adds show a formula, which is not part of the sentence's text.
    !in_line || tree.name(id).starts_with("mjx-") || holds_blocks()
}

/// Returns `true` if the white space of a block is significant. `plaintext` contains the rest of
/// the page, so it does not count.
fn is_preformatted(tag: Tag) -> bool {
    tag.is_preformatted() && tag != Tag::PLAINTEXT
}

/// The block that is being collected.
#[derive(Default)]
struct OpenBlock {
    text: String,
    leaves: Vec<NodeId>,
    characters: usize,
    link_characters: usize,
    links: usize,
    /// `true` after a line break with only white space after it. A second line break ends the block.
    line_broken: bool,
    /// `true` right after the end of an inline element that is not a formatting element.
    after_inline: bool,
}

struct Segmenter<'a> {
    tree: &'a Tree,
    blocks: Blocks,
    open: OpenBlock,
    /// The table row whose cells are collected into one block.
    merged_row: Option<NodeId>,
    pre: Option<NodeId>,
    link: Option<NodeId>,
}

impl Segmenter<'_> {
    fn breaks_at(&self, id: NodeId) -> bool {
        self.merged_row.is_none() && self.pre.is_none() && is_block_level(self.tree, id)
    }

    fn enter(&mut self, id: NodeId, container: NodeId) {
        let tag = self.tree.tag(id);
        match tag {
            Tag::BR => {
                if self.open.line_broken && self.pre.is_none() {
                    self.flush(container);
                } else if !self.open.text.is_empty() {
                    self.open.text.push('\n');
                    self.open.line_broken = true;
                }
            }
            _ if is_preformatted(tag) && self.pre.is_none() => self.pre = Some(id),
            Tag::A if self.link.is_none() && self.tree.attr(id, "href").is_some() => {
                self.link = Some(id);
                self.open.links += 1;
            }
            Tag::TR if self.merged_row.is_none() && is_simple_row(self.tree, id) => self.merged_row = Some(id),
            _ => {}
        }
        let separates = if self.merged_row.is_some() {
            matches!(tag, Tag::TD | Tag::TH | Tag::P | Tag::DIV)
        } else {
            self.open.after_inline && !tag.is_word_formatting()
        };
        if separates && self.pre.is_none() && !self.open.text.is_empty() {
            self.open.text.push(' ');
        }
        self.open.after_inline = false;
    }

    fn leave(&mut self, id: NodeId) {
        for state in [&mut self.merged_row, &mut self.pre, &mut self.link] {
            if *state == Some(id) {
                *state = None;
            }
        }
        self.open.after_inline = !self.tree.tag(id).is_word_formatting();
    }

    fn text(&mut self, id: NodeId) {
        let text = self.tree.text(id);
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        if characters == 0 && self.open.leaves.is_empty() {
            return;
        }
        if characters > 0 {
            self.open.line_broken = false;
            self.open.after_inline = false;
        }
        self.open.characters += characters;
        if self.link.is_some() {
            self.open.link_characters += characters;
        }
        self.open.leaves.push(id);
        self.open.text.push_str(text);
    }

    /// Ends the open block. A block without a letter or digit is dropped: bullets, separators and
    /// icons.
    fn flush(&mut self, element: NodeId) {
        let open = std::mem::take(&mut self.open);
        // A link may span several blocks.
        self.open.links = usize::from(self.link.is_some());
        if !open.text.contains(char::is_alphanumeric) {
            return;
        }
        let preformatted = is_preformatted(self.tree.tag(element));
        let text = if preformatted { open.text } else { collapse(&open.text) };
        let start = self.blocks.leaves.len();
        self.blocks.leaves.extend(open.leaves);
        self.blocks.list.push(TextBlock {
            text,
            element,
            leaves: start..self.blocks.leaves.len(),
            characters: open.characters,
            link_characters: open.link_characters,
            links: open.links,
        });
    }
}

/// Collapses white space to single spaces. A line break element becomes one line feed.
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Returns `true` if a table row reads as one line. It has two or more cells, and the only blocks in them are single
/// paragraphs.
///
/// The walk stops at the first nested table, so a row is read only once, however deep tables are nested.
fn is_simple_row(tree: &Tree, row: NodeId) -> bool {
    let (mut cells, mut paragraphs) = (0, 0);
    for step in tree.walk(row) {
        let Step::Enter(id) = step else { continue };
        match tree.tag(id) {
            _ if id == row => {}
            Tag::TD | Tag::TH => cells += 1,
            Tag::P | Tag::DIV => paragraphs += 1,
            _ if is_block_level(tree, id) => return false,
            _ => {}
        }
    }
    cells >= 2 && paragraphs <= cells
}
