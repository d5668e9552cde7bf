//! Finds the text of each post, without the frame around it.

use super::comments;
use super::items::{MAX_KINDS, PostItem, PostItems, is_in_mark, is_label};
use super::marks::{PostMarks, held};
use super::names::{self, Shapes};
use crate::blocks::Blocks;
use crate::features::{BlockKind, Measured};
use crate::hash::{HashMap, HashSet};
use crate::lines::is_attribution;
use crate::tree::{NodeId, Step, Tag, Tree};

/// The text of a post.
#[derive(Debug, Clone, Default)]
pub(super) struct PostBody {
    /// The numbers of the text's blocks.
    pub(super) blocks: Vec<usize>,
    /// The numbers of the blocks with the post's author, time and signature.
    pub(super) head: Vec<usize>,
    /// The elements that hold the text.
    pub(super) holders: Vec<NodeId>,
}

/// Maximum number of levels between a text and the signature's element around it.
const LEVELS: usize = 24;
/// Minimum number of characters of a post for a vote on which element holds the posts' text. Shorter
/// posts show too little of their structure.
const TELLING_CHARACTERS: u32 = 40;

/// Finds the text of each post.
pub(super) fn find(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    marks: &PostMarks,
    found: &PostItems,
) -> Vec<PostBody> {
    let own = own_characters(tree, blocks, measured, marks, found);
    let mut of_item: Vec<Vec<usize>> = vec![Vec::new(); found.items.len()];
    for (block, owner) in found.owner.iter().enumerate() {
        owner.iter().for_each(|&item| of_item[item].push(block));
    }
    let with_marks = with_marks(tree, marks);
    let shapes = holder_shapes(tree, found, &own, &with_marks);
    let mut bodies = Vec::new();
    let mut is_holder = vec![false; tree.len()];
    for (number, (item, blocks_of_item)) in found.items.iter().zip(of_item).enumerate() {
        let mut holders = match marks.turn[item.unit.index()] {
            true => vec![item.unit],
            false => stated_holders(tree, item, number, found),
        };
        // The markup may also name the text of a file or page in a post.
        if 2 * holders.iter().map(|holder| own[holder.index()]).sum::<u32>() < own[item.element.index()] {
            holders.clear();
        }
        // Answers of another kind may be too short to show where their text is.
        let known = shapes[item.kind].into_iter().chain(shapes.iter().copied().flatten());
        let of_shape = |shape| {
            let mut holders = outermost(tree, item, number, found, |id| found.shapes.of(id) == shape);
            holders.retain(|holder| own[holder.index()] > 0);
            holders
        };
        if holders.is_empty() {
            holders = known.map(of_shape).find(|holders| !holders.is_empty()).unwrap_or_default();
        }
        if holders.is_empty() {
            // This post has its text in an element of another shape.
            let other = holder(tree, &found.shapes, item.element, &own, &with_marks);
            let is_other = shapes[item.kind].is_some() && other != item.element && !with_marks[other.index()];
            holders.extend(is_other.then_some(other));
        }
        let is_told = !holders.is_empty();
        if !is_told {
            holders.push(item.element);
        }
        holders.iter().for_each(|holder| is_holder[holder.index()] = true);
        let is_in_text = |i: usize| {
            let leaf = blocks.list.get(i).and_then(|block| blocks.leaves.get(block.leaves.start));
            leaf.is_some_and(|&leaf| is_inside(tree, leaf, &is_holder, item, is_told))
        };
        let is_signature = |i: usize| {
            let around =
                blocks.list.get(i).map(|block| std::iter::once(block.element).chain(tree.ancestors(block.element)));
            let mut around = around.into_iter().flatten().take(LEVELS).take_while(|&id| id != item.element);
            around.any(|id| names::SIGNATURE.are_in_class(tree, id))
        };
        let is_head = |i: &usize| {
            let block = blocks.list.get(*i).filter(|block| is_in_mark(tree, blocks, block, marks));
            // Names and dates inside the text belong to others.
            block.is_some() && !(is_told && is_in_text(*i)) || is_signature(*i)
        };
        let (mut head, mut rest): (Vec<usize>, Vec<usize>) = blocks_of_item.into_iter().partition(is_head);
        // The author's name and time come before or after the whole text.
        let is_head = |i: &usize| blocks.list.get(*i).is_some_and(|block| is_in_mark(tree, blocks, block, marks));
        let name = head.iter().min().copied().unwrap_or(0);
        // Initials before the name stand in place of a picture.
        let is_picture = |i: &usize| *i < name && comments::is_initials(&blocks.list[*i].text);
        let before = rest.iter().take_while(|i| is_head(i) || is_picture(i)).count();
        let after = rest.iter().rev().take_while(|i| is_head(i)).count();
        if before + after < rest.len() {
            head.extend(rest.drain(rest.len() - after..));
            head.extend(rest.drain(..before));
        }
        let is_mark = |i: &usize| blocks.list.get(*i).is_some_and(|block| is_signature_mark(&block.text));
        if let Some(at) = rest.iter().position(is_mark).filter(|at| *at > 0) {
            head.extend(rest.drain(at..));
        }
        let buttons = rest.iter().rev().take_while(|&&i| is_row_of_buttons(tree, blocks, i)).count();
        if buttons < rest.len() {
            rest.truncate(rest.len() - buttons);
        }
        let history = history(tree, blocks, marks, &rest);
        head.extend(rest.drain(rest.len() - history..));
        let is_text = |&i: &usize| !measured.blocks[i].hidden && !is_label(measured, i) && is_in_text(i);
        let body = rest.into_iter().filter(is_text).collect();
        bodies.push(PostBody { blocks: body, head, holders });
    }
    drop_repeated(measured, blocks, &mut bodies);
    bodies
}

/// Returns the number of blocks at the end of a post that are the history of a mail. This is a line
/// with the author and time of the answered mail, and only quoted text after it. There must be text
/// before it.
fn history(tree: &Tree, blocks: &Blocks, marks: &PostMarks, of_post: &[usize]) -> usize {
    let is_marked = |text: &str| text.trim_start().starts_with('>');
    let is_quoted = |i: usize| {
        let block = &blocks.list[i];
        let leaf = blocks.leaves.get(block.leaves.start);
        let is_in_quotation = leaf.is_some_and(|leaf| marks.quoted[leaf.index()]);
        is_in_quotation || is_marked(&block.text) || tree.tag(block.element) == Tag::BLOCKQUOTE
    };
    let is_line = |i: usize| is_attribution(blocks.list[i].text.trim_start_matches(['>', ' ']).trim_end());
    let quoted = of_post.iter().rev().take_while(|&&i| is_quoted(i) || is_line(i)).count();
    let start = of_post.len() - quoted;
    let Some(line) = of_post[start..].iter().position(|&i| is_line(i)).filter(|_| quoted > 1) else { return 0 };
    // Some programs put the whole text of each post into an element of quotations.
    let has_own = of_post[..start + line].iter().any(|&i| !is_quoted(i));
    if has_own && start + line + 1 < of_post.len() { quoted - line } else { 0 }
}

/// Returns `true` if a block consists of a few links or buttons with short labels: `Like [3] Reply Share`.
fn is_row_of_buttons(tree: &Tree, blocks: &Blocks, i: usize) -> bool {
    /// Maximum number of characters of a label. A longer link may be what the author recommends.
    const LABEL_CHARACTERS: usize = 16;
    /// Maximum number of levels between a label and its link or button.
    const LEVELS: usize = 3;
    let leaves = blocks.leaves.get(blocks.list[i].leaves.clone()).unwrap_or_default();
    let mut labels = leaves.iter().copied().filter(|&leaf| !tree.is_blank_text(leaf)).peekable();
    let is_button = |leaf: NodeId| {
        let text = tree.text(leaf);
        let is_address = text.contains(['.', '/', '@']);
        tree.tag(leaf) == Tag::TEXT
            && text.chars().count() <= LABEL_CHARACTERS
            && !is_address
            && tree.ancestors(leaf).take(LEVELS).any(|id| matches!(tree.tag(id), Tag::A | Tag::BUTTON))
    };
    labels.peek().is_some() && labels.all(is_button)
}

/// Returns `true` if a text begins with the two hyphens above a signature.
fn is_signature_mark(text: &str) -> bool {
    text.strip_prefix("--").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Drops blocks that most posts repeat: the title of the thread above each post, or the label of a
/// button below each.
fn drop_repeated(measured: &Measured, blocks: &Blocks, bodies: &mut [PostBody]) {
    /// Maximum number of words of a title or label.
    const WORDS: usize = 20;
    let said = |i: usize| {
        let folded = measured.folded[i].as_str();
        folded.strip_prefix("re ").unwrap_or(folded)
    };
    let is_link = |i: usize| blocks.list[i].link_characters == blocks.list[i].characters;
    let is_short = |i: usize| measured.blocks[i].words <= WORDS;
    let mut counts: HashMap<&str, usize> = HashMap::default();
    // A title is the first block. A label is the last block or a link.
    let is_label = |i: usize| measured.blocks[i].kind != BlockKind::Preformatted;
    let is_edge =
        |body: &PostBody, i: usize| body.blocks.first() == Some(&i) || body.blocks.last() == Some(&i) && is_label(i);
    for body in bodies.iter().filter(|body| body.blocks.len() > 1) {
        let mut met: HashSet<&str> = HashSet::default();
        for &i in body.blocks.iter().filter(|&&i| is_short(i) && (is_edge(body, i) || is_link(i))) {
            if met.insert(said(i)) {
                *counts.entry(said(i)).or_default() += 1;
            }
        }
    }
    let posts = bodies.len();
    for body in bodies.iter_mut().filter(|body| body.blocks.len() > 1) {
        let is_repeated = |i: usize| {
            let count = counts.get(said(i)).copied().unwrap_or(0);
            is_short(i)
                && (is_edge(body, i) || is_link(i))
                && (count > 1 && 2 * count > posts || count > 2 && is_link(i))
        };
        let (dropped, kept): (Vec<usize>, Vec<usize>) = body.blocks.iter().copied().partition(|&i| is_repeated(i));
        if !kept.is_empty() {
            // Only the title of the thread is certainly not text.
            body.head.extend(dropped.into_iter().filter(|&i| measured.blocks[i].kind == BlockKind::Heading));
            body.blocks = kept;
        }
    }
}

/// Returns the number of characters of each post's own text under each element of the post.
fn own_characters(tree: &Tree, blocks: &Blocks, measured: &Measured, marks: &PostMarks, found: &PostItems) -> Vec<u32> {
    let mut own = vec![0_u32; tree.len()];
    for (i, block) in blocks.list.iter().enumerate() {
        let Some(item) = found.owner[i].map(|item| found.items[item].element) else { continue };
        if measured.blocks[i].hidden || is_label(measured, i) || is_in_mark(tree, blocks, block, marks) {
            continue;
        }
        let length = u32::try_from(block.characters).unwrap_or(u32::MAX);
        let leaves = blocks.leaves.get(block.leaves.clone()).unwrap_or_default();
        let (Some(&first), Some(&last)) = (leaves.first(), leaves.last()) else { continue };
        // An element inside the block counts if it holds the whole block.
        let of_last: Vec<NodeId> = tree.ancestors(last).take_while(|&id| id != block.element).collect();
        let inner = tree.ancestors(first).take_while(|&id| id != block.element).filter(|id| of_last.contains(id));
        for id in inner.chain([block.element]).chain(tree.ancestors(block.element)) {
            own[id.index()] = own[id.index()].saturating_add(length);
            if id == item {
                break;
            }
        }
    }
    own
}

/// Returns, for each kind of post, the number of the shape of the element that holds the text in
/// most long posts.
fn holder_shapes(tree: &Tree, found: &PostItems, own: &[u32], with_marks: &[bool]) -> [Option<usize>; MAX_KINDS] {
    let shapes = &found.shapes;
    let mut votes = vec![[0_usize; MAX_KINDS]; shapes.count()];
    let mut voters = [0; MAX_KINDS];
    for item in found.items.iter().filter(|item| own[item.element.index()] >= TELLING_CHARACTERS) {
        let holder = holder(tree, shapes, item.element, own, with_marks);
        voters[item.kind] += 1;
        if holder != item.element {
            votes[shapes.of(holder)][item.kind] += 1;
        }
    }
    std::array::from_fn(|kind| {
        let counts = votes.iter().map(|votes| votes[kind]).enumerate().filter(|(_, count)| *count > 0);
        let (shape, count) = counts.max_by(|a, b| a.1.cmp(&b.1).then_with(|| shapes.compare(a.0, b.0)))?;
        (2 * count >= voters[kind] && shapes.is_telling(shape)).then_some(shape)
    })
}

/// Returns `true` for each node that is or holds the name of an author or a time.
fn with_marks(tree: &Tree, marks: &PostMarks) -> Vec<bool> {
    let is_mark: Vec<bool> = marks.author.iter().zip(&marks.time).map(|(author, time)| *author || *time).collect();
    held(tree, &is_mark)
}

/// Returns the innermost box that holds four fifths of a post's own text and has a telling shape.
fn holder(tree: &Tree, shapes: &Shapes, element: NodeId, own: &[u32], with_marks: &[bool]) -> NodeId {
    let mut holder = element;
    let is_box = |id: NodeId| {
        let tag = tree.tag(id);
        tag != Tag::TEXT
            && !tag.is_heading()
            && (!tag.is_word_formatting() || tag == Tag::SPAN)
            && !matches!(tag, Tag::P | Tag::UL | Tag::OL | Tag::BLOCKQUOTE | Tag::PRE | Tag::A)
    };
    let of = |id: NodeId| u64::from(own[id.index()]);
    let mut told = element;
    while let Some(child) = tree.children(holder).filter(|&id| is_box(id)).max_by_key(|&id| of(id)) {
        // The name and the time of a post are not in its text.
        let is_most =
            if with_marks[holder.index()] { 2 * of(child) >= of(holder) } else { 5 * of(child) >= 4 * of(holder) };
        if !is_most {
            break;
        }
        holder = child;
        if shapes.is_telling(shapes.of(holder)) || with_marks[told.index()] && !with_marks[holder.index()] {
            told = holder;
        }
    }
    told
}

/// Returns the elements that the markup of schema.org or microformats marks as the text of a post.
fn stated_holders(tree: &Tree, item: &PostItem, number: usize, found: &PostItems) -> Vec<NodeId> {
    outermost(tree, item, number, found, |id| {
        let prop = tree.attr(id, "itemprop").unwrap_or_default();
        let is_text = tree.tag(id) != Tag::META;
        is_text && (prop.split_ascii_whitespace().any(|prop| matches!(prop, "text" | "articleBody" | "commentText")))
            || tree.class_words(id).any(|word| word == "e-content")
    })
}

/// Returns the outermost elements of a post, without its answers, for which the test returns
/// `true`.
fn outermost(
    tree: &Tree,
    item: &PostItem,
    number: usize,
    found: &PostItems,
    test: impl Fn(NodeId) -> bool,
) -> Vec<NodeId> {
    let mut elements = Vec::new();
    let mut walk = tree.walk(item.element);
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        if found.owner_of_node[id.index()] != u32::try_from(number).ok() {
            walk.skip_children(id);
        } else if id != item.element && tree.tag(id) != Tag::TEXT && test(id) {
            elements.push(id);
            walk.skip_children(id);
        }
    }
    elements
}

/// Returns `true` if a text is in one of the holders and not in the frame. If the holder is the
/// whole post, the frame is inside it.
fn is_inside(tree: &Tree, leaf: NodeId, is_holder: &[bool], item: &PostItem, is_told: bool) -> bool {
    for id in tree.ancestors(leaf) {
        if is_holder[id.index()] {
            return true;
        }
        if id == item.element {
            return false;
        }
        let is_frame = match is_told {
            true => names::SIGNATURE.are_in_class(tree, id),
            false => {
                let is_part = names::FRAME.are_in_class(tree, id) && !names::BODY.are_in_class(tree, id);
                is_part || matches!(tree.tag(id), Tag::FOOTER | Tag::HEADER | Tag::NAV | Tag::BUTTON | Tag::FORM)
            }
        };
        if is_frame {
            return false;
        }
    }
    false
}
