//! What rules find out about the blocks of a page.

use super::boilerplate::{Boilerplate, boilerplate};
use super::names::is_caption;
use super::shingles::{self, Echo};
use crate::blocks::{Blocks, TextBlock};
use crate::hash::{HashMap, HashMapExt};
use crate::text;
use crate::tree::{NodeId, Step, Tag, Tree};

/// The measures of one block.
#[derive(Debug, Clone)]
pub struct Features {
    /// The number of words, see [`text::word_count`].
    pub words: usize,
    /// The share of the block's characters in links, 0 to 1.
    pub link_share: f32,
    /// `true` if the block ends like a sentence.
    pub ends_sentence: bool,
    /// `true` if the block is long, has few links and consists of full sentences. Articles consist
    /// of such blocks, boilerplate does not.
    pub prose: bool,
    /// The kind of its element.
    pub kind: BlockKind,
    /// The kind of boilerplate around it, if any.
    pub boilerplate: Option<Boilerplate>,
    /// `true` if a reader cannot see the block.
    pub hidden: bool,
    /// The number of earlier blocks with the same text.
    pub repeats: usize,
    /// `true` if the block repeats the page's title.
    pub is_title: bool,
    /// The position of the block relative to most of the prose.
    pub region: Region,
}

/// The kind of a block's element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// `h1` to `h6`.
    Heading,
    /// An item of a list, or a term or definition.
    ListItem,
    /// A row or cell of a table.
    TableRow,
    /// `pre`.
    Preformatted,
    /// `figcaption`, `caption`, or an element with a class for captions.
    Caption,
    /// A button or a label of a form field.
    Control,
    /// Anything else.
    Paragraph,
}

/// The position of a block relative to most of the page's prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// In the innermost element that holds most of the prose.
    Core,
    /// In the innermost element that holds nearly all of the prose.
    Near,
    /// Elsewhere.
    Outside,
}

/// Minimum number of words of prose. A shorter text may as well be a heading, label or teaser.
const PROSE_WORDS: usize = 12;
/// Minimum number of words of a text that counts as prose even without an end mark.
const LONG_PROSE_WORDS: usize = 30;
/// A block with a larger share of linked text is a list of links.
const PROSE_LINK_SHARE: f32 = 0.35;
/// The smallest share of the prose in an element that is the core of the page. [`NEAR_SHARE`] is
/// the share for the core's surroundings.
const CORE_SHARE: f32 = 0.7;
const NEAR_SHARE: f32 = 0.95;

/// The measures of a page.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The measures of each block.
    pub blocks: Vec<Features>,
    /// The context of each element, by [`NodeId::index`].
    pub surroundings: Vec<ElementContext>,
    /// The folded text of each block. Blocks with the same text are equal in this form.
    pub folded: Vec<String>,
    /// The text that each block shares with other blocks.
    pub echoes: Vec<Echo>,
}

/// The context of an element.
#[derive(Debug, Clone, Copy)]
pub struct ElementContext {
    /// The kind of boilerplate that the element is or is part of.
    pub boilerplate: Option<Boilerplate>,
    /// `true` if a reader cannot see it.
    pub hidden: bool,
    /// `true` if the element is among comments that hold most of the page's prose, like the posts
    /// of a forum.
    pub discussion: bool,
    /// The position of the element relative to most of the prose.
    pub region: Region,
}

/// Measures every block. `title` is the page's title, which identifies the headline.
pub fn measure(tree: &Tree, blocks: &Blocks, title: Option<&str>) -> Measured {
    let (folded, words): (Vec<String>, Vec<usize>) =
        blocks.list.iter().map(|block| text::fold_and_count(&block.text)).unzip();
    let facts: Vec<TextFacts> =
        blocks.list.iter().zip(words).map(|(block, words)| TextFacts::of(block, words)).collect();
    let prose = ProseSums::new(tree, blocks, |i| if facts[i].prose { blocks.list[i].characters } else { 0 });
    let mut surroundings = surroundings(tree, &prose);
    let core_prose = ProseSums::new(tree, blocks, |i| {
        let around = surroundings[blocks.list[i].element.index()];
        if facts[i].prose && !around.hidden && around.boilerplate.is_none() { blocks.list[i].characters } else { 0 }
    });
    mark_regions(tree, &core_prose, &mut surroundings);
    let folded_title = title.map(text::fold).unwrap_or_default();
    let mut seen: HashMap<&str, usize> = HashMap::new();

    let echoes = shingles::echoes(&folded, |i| surroundings[blocks.list[i].element.index()].hidden);
    let measured = blocks
        .list
        .iter()
        .zip(facts)
        .zip(&folded)
        .map(|((block, own), folded)| {
            let around = surroundings[block.element.index()];
            let is_title = !folded_title.is_empty() && same_title(folded, &folded_title);
            let count = seen.entry(folded).or_default();
            let repeats = *count;
            *count += 1;
            Features {
                words: own.words,
                link_share: own.link_share,
                ends_sentence: own.ends_sentence,
                prose: own.prose,
                kind: kind(tree, block.element),
                boilerplate: around.boilerplate,
                hidden: around.hidden,
                repeats,
                is_title,
                region: around.region,
            }
        })
        .collect();
    Measured { blocks: measured, surroundings, folded, echoes }
}

/// Returns `true` if the block and the title are equal, or if the block is the title with a small
/// part removed or added (a site name, a section).
fn same_title(block: &str, title: &str) -> bool {
    let (short, long) = if block.len() < title.len() { (block, title) } else { (title, block) };
    short.len() * 10 >= long.len() * 7 && long.contains(short)
}

/// The properties of a block by itself.
struct TextFacts {
    words: usize,
    link_share: f32,
    ends_sentence: bool,
    prose: bool,
}

impl TextFacts {
    fn of(block: &TextBlock, words: usize) -> TextFacts {
        let link_share = block.link_characters as f32 / block.characters.max(1) as f32;
        let ends_sentence = text::ends_sentence(&block.text);
        let long_enough = words >= LONG_PROSE_WORDS || words >= PROSE_WORDS && ends_sentence;
        TextFacts { words, link_share, ends_sentence, prose: long_enough && link_share < PROSE_LINK_SHARE }
    }
}

/// The amount of prose in all blocks under each element.
struct ProseSums(Vec<usize>);

impl ProseSums {
    fn new(tree: &Tree, blocks: &Blocks, value: impl Fn(usize) -> usize) -> ProseSums {
        let mut sums = vec![0; tree.len()];
        for (i, block) in blocks.list.iter().enumerate() {
            sums[block.element.index()] += value(i);
        }
        for step in tree.walk(tree.body()) {
            if let Step::Leave(id) = step
                && let Some(parent) = tree.parent(id)
            {
                sums[parent.index()] += sums[id.index()];
            }
        }
        ProseSums(sums)
    }

    fn of(&self, id: NodeId) -> usize {
        self.0[id.index()]
    }
}

/// Returns the context of each element. An element that holds half of the page's prose is neither
/// boilerplate nor hidden, whatever its class says. Many a `body` has `class="has-sidebar"`, and
/// many pages are hidden until a script shows them.
fn surroundings(tree: &Tree, prose: &ProseSums) -> Vec<ElementContext> {
    const NOWHERE: ElementContext =
        ElementContext { boilerplate: None, hidden: false, discussion: false, region: Region::Outside };
    let mut surroundings = vec![NOWHERE; tree.len()];
    let half = prose.of(tree.body()) / 2;
    let mut named = HashMap::new();
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        if tree.tag(id) == Tag::TEXT {
            continue;
        }
        let mut around = tree.parent(id).map_or(NOWHERE, |parent| surroundings[parent.index()]);
        let own = boilerplate(tree, id, &mut named);
        if half == 0 || prose.of(id) <= half {
            around.hidden |= is_hidden(tree, id);
            let comments_are_content = around.discussion && own == Some(Boilerplate::Comments);
            around.boilerplate = around.boilerplate.or(own.filter(|_| !comments_are_content));
        } else if own == Some(Boilerplate::Comments) {
            around.discussion = true;
        }
        surroundings[id.index()] = around;
    }
    surroundings
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    is_undisplayed(tree, id) || tree.attr(id, "aria-hidden") == Some("true")
}

/// Returns `true` if an element's attributes hide it. `aria-hidden` does not count, because it hides an element only
/// from screen readers.
pub(crate) fn is_undisplayed(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "hidden").is_some() || tree.attr(id, "style").is_some_and(hides)
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn kind(tree: &Tree, element: NodeId) -> BlockKind {
    // How many elements are checked, from the innermost outwards. `<li><div><p>` is an item, but an
    // article inside a layout table is not a row.
    const LEVELS: usize = 3;
    for id in std::iter::once(element).chain(tree.ancestors(element)).take(LEVELS) {
        match tree.tag(id) {
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => return BlockKind::Heading,
            // Captions come first, because some sites put an image and its caption into a table.
            _ if is_caption(tree, id) => return BlockKind::Caption,
            Tag::LI | Tag::DT | Tag::DD => return BlockKind::ListItem,
            Tag::TR | Tag::TD | Tag::TH => return BlockKind::TableRow,
            Tag::PRE | Tag::LISTING | Tag::XMP => return BlockKind::Preformatted,
            Tag::FIGCAPTION | Tag::CAPTION => return BlockKind::Caption,
            Tag::BUTTON | Tag::LABEL | Tag::LEGEND | Tag::OPTION => return BlockKind::Control,
            _ => {}
        }
    }
    BlockKind::Paragraph
}

/// Marks the regions. Follows the prose inwards from the body: if one child holds nearly all prose
/// of its parent, the article is inside it.
fn mark_regions(tree: &Tree, prose: &ProseSums, surroundings: &mut [ElementContext]) {
    let total = prose.of(tree.body());
    let share_of_total = |id, share: f32| prose.of(id) as f32 >= total as f32 * share;
    let (mut near, mut core) = (tree.body(), tree.body());
    while let Some(child) = tree.children(core).max_by_key(|&child| prose.of(child)) {
        if total == 0 || !share_of_total(child, CORE_SHARE) {
            break;
        }
        core = child;
        if share_of_total(child, NEAR_SHARE) {
            near = child;
        }
    }
    for (root, region) in [(near, Region::Near), (core, Region::Core)] {
        for step in tree.walk(root) {
            if let Step::Enter(id) = step {
                surroundings[id.index()].region = region;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks;

    const LONG: &str = "The ferry to the island is back after eleven years, and half the town came to see it leave.";

    /// Returns the context of the element around the last block.
    fn around_last(markup: &str) -> ElementContext {
        let tree = crate::tree::parse(markup).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = measure(&tree, &blocks, None);
        measured.surroundings[blocks.list.last().unwrap().element.index()]
    }

    #[test]
    fn comments_are_content_where_the_page_is_a_discussion() {
        let comment = format!("<div class=comment><p>{LONG}</p></div>");
        let thread = around_last(&format!("<div class=comments>{comment}{comment}{comment}</div>"));
        assert!(thread.discussion);
        assert_eq!(thread.boilerplate, None);
        let article = format!("<p>{LONG}</p>").repeat(4);
        let below = around_last(&format!("{article}<div class=comments>{comment}</div>"));
        assert!(!below.discussion);
        assert_eq!(below.boilerplate, Some(Boilerplate::Comments));
    }
}
