//! The tree cut into text blocks: what a reader sees as one paragraph, heading, list item, table row or label.
//!
//! A block ends where a block-level element begins or ends, at a button, at a custom element and at a double
//! line break. A simple table row is one block. Every visible text node lies in exactly one block, hidden ones
//! too: the verdict on them is for a later stage.

use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// A text block.
#[derive(Debug, Clone)]
pub struct TextBlock {
    /// Its words, white space collapsed; preformatted text as it stands.
    pub text: String,
    /// The innermost block-level element around it.
    pub element: NodeId,
    /// Its text nodes, as a range of [`Blocks::leaves`].
    pub leaves: Range<usize>,
    /// Number of characters, white space left out.
    pub characters: usize,
    /// Of these, how many lie in links.
    pub link_characters: usize,
    /// Number of links in it.
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

/// Cuts a page into its text blocks.
pub fn segment(tree: &Tree) -> Blocks {
    let mut segmenter =
        Segmenter { tree, blocks: Blocks::default(), open: Open::default(), merged_row: None, pre: None, link: None };
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

/// Elements whose text a reader never sees as text.
fn is_invisible(tree: &Tree, id: NodeId) -> bool {
    const INVISIBLE: &[Tag] = &[
        Tag::SCRIPT,
        Tag::STYLE,
        Tag::TEMPLATE,
        Tag::SVG,
        Tag::IFRAME,
        Tag::OBJECT,
        Tag::EMBED,
        Tag::CANVAS,
        Tag::SELECT,
        Tag::DATALIST,
        Tag::TEXTAREA,
        Tag::MAP,
        Tag::NOFRAMES,
        Tag::NOEMBED,
        Tag::TITLE,
        Tag::VIDEO,
        Tag::AUDIO,
        Tag::HEAD,
    ];
    INVISIBLE.contains(&tree.tag(id)) || tree.name(id) == "annotation"
}

/// Whether the element stands on lines of its own.
pub(crate) fn is_block_level(tree: &Tree, id: NodeId) -> bool {
    const BLOCK_LEVEL: &[Tag] = &[
        Tag::ADDRESS,
        Tag::ARTICLE,
        Tag::ASIDE,
        Tag::BLOCKQUOTE,
        Tag::BODY,
        Tag::BUTTON,
        Tag::CAPTION,
        Tag::CENTER,
        Tag::DD,
        Tag::DETAILS,
        Tag::DIALOG,
        Tag::DIR,
        Tag::DIV,
        Tag::DL,
        Tag::DT,
        Tag::FIELDSET,
        Tag::FIGCAPTION,
        Tag::FIGURE,
        Tag::FOOTER,
        Tag::FORM,
        Tag::H1,
        Tag::H2,
        Tag::H3,
        Tag::H4,
        Tag::H5,
        Tag::H6,
        Tag::HEADER,
        Tag::HGROUP,
        Tag::HR,
        Tag::LEGEND,
        Tag::LI,
        Tag::LISTING,
        Tag::MAIN,
        Tag::MENU,
        Tag::NAV,
        Tag::OL,
        Tag::OPTGROUP,
        Tag::OPTION,
        Tag::P,
        Tag::PLAINTEXT,
        Tag::PRE,
        Tag::SEARCH,
        Tag::SECTION,
        Tag::SUMMARY,
        Tag::TABLE,
        Tag::TBODY,
        Tag::TD,
        Tag::TFOOT,
        Tag::TH,
        Tag::THEAD,
        Tag::TR,
        Tag::UL,
        Tag::XMP,
    ];
    // A dash in the name makes a custom element; those that hold text are boxes far more often than not.
    BLOCK_LEVEL.contains(&tree.tag(id)) || tree.name(id).contains('-')
}

/// Inline elements that format a part of a word or sentence: no space belongs around them.
fn is_formatting(tag: Tag) -> bool {
    const FORMATTING: &[Tag] = &[
        Tag::ABBR,
        Tag::ACRONYM,
        Tag::B,
        Tag::BDI,
        Tag::BDO,
        Tag::BIG,
        Tag::CITE,
        Tag::CODE,
        Tag::DEL,
        Tag::DFN,
        Tag::EM,
        Tag::FONT,
        Tag::I,
        Tag::INS,
        Tag::KBD,
        Tag::MARK,
        Tag::Q,
        Tag::RB,
        Tag::RP,
        Tag::RT,
        Tag::RTC,
        Tag::RUBY,
        Tag::S,
        Tag::SAMP,
        Tag::SMALL,
        Tag::STRIKE,
        Tag::STRONG,
        Tag::SUB,
        Tag::SUP,
        Tag::TT,
        Tag::U,
        Tag::VAR,
        Tag::WBR,
    ];
    FORMATTING.contains(&tag)
}

/// The block being gathered.
#[derive(Default)]
struct Open {
    text: String,
    leaves: Vec<NodeId>,
    characters: usize,
    link_characters: usize,
    links: usize,
    /// A line break with nothing but space after it: a second one ends the block.
    line_broken: bool,
    /// The last thing seen was the end of an inline element that does not format.
    after_inline: bool,
}

struct Segmenter<'a> {
    tree: &'a Tree,
    blocks: Blocks,
    open: Open,
    /// The table row whose cells are gathered into one block.
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
            Tag::PRE | Tag::LISTING | Tag::XMP if self.pre.is_none() => self.pre = Some(id),
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
            self.open.after_inline && !is_formatting(tag)
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
        self.open.after_inline = !is_formatting(self.tree.tag(id));
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

    /// Ends the open block. One without a letter or digit is no block: bullets, separators, icons.
    fn flush(&mut self, element: NodeId) {
        let open = std::mem::take(&mut self.open);
        // A link may stay open over several blocks.
        self.open.links = usize::from(self.link.is_some());
        if !open.text.contains(char::is_alphanumeric) {
            return;
        }
        let preformatted = matches!(self.tree.tag(element), Tag::PRE | Tag::LISTING | Tag::XMP);
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

/// Collapses white space to single spaces; a line break element stays one line feed.
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

/// Whether a table row reads as one line: two cells or more with no blocks in them but a paragraph each.
///
/// Stops at the first nested table, so a row is looked at once however deep tables are nested.
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
