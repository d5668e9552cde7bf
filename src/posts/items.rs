//! Finds the elements that are posts: the smallest elements with a name, a time and a text, and the
//! repeated elements around them.

use super::comments;
use super::marks::PostMarks;
use super::names::{self, Shapes};
use crate::blocks::{Blocks, TextBlock};
use crate::features::{BlockKind, Boilerplate, Measured, is_reply};
use crate::hash::{HashMap, HashSet};
use crate::text::fold;
use crate::tree::{NodeId, Step, Tag, Tree};

/// A post of the page, before its parts are separated.
#[derive(Debug, Clone)]
pub(super) struct PostItem {
    /// The element of the post, with its frame and perhaps its answers.
    pub(super) element: NodeId,
    /// The smallest element that holds a name, a time and a text of the post.
    pub(super) unit: NodeId,
    /// The number of the post's kind. Posts of the same kind look alike.
    pub(super) kind: usize,
    /// `true` if the post is the only one of its kind, comes before posts of another kind, and has
    /// no markup of a post. It may be an article.
    pub(super) is_opening: bool,
}

/// The posts of a page.
pub(super) struct PostItems<'a> {
    /// The posts in reading order.
    pub(super) items: Vec<PostItem>,
    /// For each block, the index in `items` of the innermost post around it.
    pub(super) owner: Vec<Option<usize>>,
    /// For each node, the innermost post around it, by [`NodeId::index`].
    pub(super) owner_of_node: Vec<Option<u32>>,
    /// `true` if the markup calls the posts comments, answers or messages, or if readers can answer
    /// them.
    pub(super) are_named: bool,
    /// `true` if the posts are the turns of a chat.
    pub(super) are_turns: bool,
    /// The shapes of the page's elements.
    pub(super) shapes: Shapes<'a>,
}

/// Maximum number of kinds of posts on a page: questions, answers, comments on both.
pub(super) const MAX_KINDS: usize = 6;
/// Minimum number of characters of links that can be the whole text of a post.
const LINKED_TEXT: u32 = 30;
/// Maximum number of levels between the text of a post and the element of the post.
const LEVELS: usize = 24;

/// Sums over everything under each node.
#[derive(Clone)]
struct PostSums {
    authors: Vec<u32>,
    times: Vec<u32>,
    /// Characters of text outside marks, links and buttons.
    plain: Vec<u32>,
    /// Characters of links outside marks.
    linked: Vec<u32>,
}

/// Finds the posts of a page. Returns `None` if the page has none.
pub(super) fn find<'a>(
    tree: &'a Tree,
    blocks: &Blocks,
    measured: &Measured,
    marks: &PostMarks,
) -> Option<PostItems<'a>> {
    let (sums, found) = units(tree, blocks, measured, marks);
    if found.is_empty() {
        return None;
    }
    let shapes = Shapes::read(tree);
    let places = places(tree);
    let order = |id: NodeId| places[id.index()];
    let units = with_texts(tree, &shapes, marks, &sums, without_lists(&shapes, found));
    let mut units = alike(tree, &shapes, units);
    units.sort_unstable_by_key(|&unit| order(unit));
    let kinds = kinds(&shapes, &units);
    let under = counts_under(tree, &units);
    let mut items: Vec<PostItem> = Vec::new();
    for (number, of_kind) in kinds.iter().enumerate().filter(|(_, of_kind)| of_kind.len() > 1) {
        let elements = repeated_elements(tree, &shapes, of_kind, &under);
        let found: Vec<PostItem> = of_kind
            .iter()
            .zip(elements)
            .map(|(&unit, element)| PostItem { element, unit, kind: number, is_opening: false })
            .collect();
        if !is_in_boilerplate(tree, measured, &found) && !is_list_of_pages(tree, &found, &sums, marks) {
            items.extend(timeless(tree, &shapes, &found, &under, &sums));
            items.extend(found);
        }
    }
    let replies = reply_places(tree, blocks, measured);
    let first =
        items.iter().map(|item| item.unit).min_by_key(|&unit| order(unit)).or_else(|| units.first().copied())?;
    for (number, of_kind) in kinds.iter().enumerate().filter(|(_, of_kind)| of_kind.len() == 1) {
        let Some(&unit) = of_kind.first() else { continue };
        let element = alone(tree, unit, &under, marks);
        let item = PostItem { element, unit, kind: number, is_opening: false };
        let opens = order(unit) < order(first);
        let is_named = is_named(tree, &item);
        if (opens || is_named) && !is_in_boilerplate(tree, measured, std::slice::from_ref(&item)) {
            items.push(PostItem { is_opening: !is_named, ..item });
        }
    }
    items.sort_by_key(|item| order(item.unit));
    let mut is_post = vec![false; tree.len()];
    items.retain(|item| !std::mem::replace(&mut is_post[item.element.index()], true));
    let is_sole_comment = |item: &PostItem| {
        let is_dated = sums.times[item.unit.index()] > 0;
        marks.comment[item.element.index()] && (is_dated || comments::is_in_list(tree, item.element))
    };
    if items.len() < 2 && !items.iter().any(is_sole_comment) {
        return None;
    }
    let owner_of_node = owners(tree, &items);
    let owner = blocks.list.iter().map(|block| {
        let leaf = blocks.leaves.get(block.leaves.start)?;
        owner_of_node[leaf.index()].map(|item| item as usize)
    });
    let owner: Vec<Option<usize>> = owner.collect();
    let named = items.iter().filter(|item| is_named(tree, item) || marks.comment[item.element.index()]).count();
    let mut is_answered = vec![false; items.len()];
    replies.into_iter().filter_map(|id| owner_of_node[id.index()]).for_each(|item| is_answered[item as usize] = true);
    let answered = is_answered.into_iter().filter(|&is_answered| is_answered).count();
    let are_named = 2 * named >= items.len() || answered >= 2 && 2 * answered >= items.len();
    let are_turns = items.iter().all(|item| marks.turn[item.unit.index()]);
    Some(PostItems { items, owner, owner_of_node, are_named, are_turns, shapes })
}

/// An element that holds a name, a time and a text.
struct PostUnit {
    element: NodeId,
    /// `true` if another such element is inside it.
    holds_more: bool,
}

/// Returns for each node where it begins in the page.
fn places(tree: &Tree) -> Vec<usize> {
    let mut places = vec![usize::MAX; tree.len()];
    for (place, step) in tree.walk(tree.body()).enumerate() {
        if let Step::Enter(id) = step {
            places[id.index()] = place;
        }
    }
    places
}

/// Returns elements with the shape of the posts that have an author and a text but no time. There
/// are fewer of them than of the posts with a time.
fn timeless(tree: &Tree, shapes: &Shapes, posts: &[PostItem], under: &[u32], sums: &PostSums) -> Vec<PostItem> {
    let Some(PostItem { element, kind, .. }) = posts.first() else { return Vec::new() };
    let shape = shapes.of(*element);
    if !shapes.is_telling(shape) || posts.iter().any(|post| shapes.of(post.element) != shape) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        let at = id.index();
        let is_alike = tree.tag(id) != Tag::TEXT && shapes.of(id) == shape && under[at] == 0;
        if is_alike && sums.authors[at] > 0 && sums.times[at] == 0 && sums.plain[at] > 1 {
            found.push(PostItem { element: id, unit: id, kind: *kind, is_opening: false });
            walk.skip_children(id);
        }
    }
    if found.len() < posts.len() { found } else { Vec::new() }
}

/// Returns the sums, and the smallest elements with a name, a time and a text. A turn of a chat
/// needs neither a name nor a time, and a comment needs no time.
fn units(tree: &Tree, blocks: &Blocks, measured: &Measured, marks: &PostMarks) -> (PostSums, Vec<PostUnit>) {
    let count = |marks: &[bool]| marks.iter().map(|&is_marked| u32::from(is_marked)).collect();
    let none = || vec![0_u32; tree.len()];
    let mut sums = PostSums { authors: count(&marks.author), times: count(&marks.time), plain: none(), linked: none() };
    for (i, block) in blocks.list.iter().enumerate() {
        if measured.blocks[i].hidden || is_in_mark(tree, blocks, block, marks) {
            continue;
        }
        let length = u32::try_from(block.characters).unwrap_or(u32::MAX);
        let linked = u32::try_from(block.link_characters).unwrap_or(u32::MAX);
        if !is_label(measured, i) {
            sums.plain[block.element.index()] += length - linked;
            sums.linked[block.element.index()] += linked;
        }
    }
    let timed = add_up(tree, marks, &mut sums.clone(), |_| false);
    let is_timeless = timeless_comments(tree, marks, &timed);
    let found = add_up(tree, marks, &mut sums, |id| is_timeless[id.index()]);
    (sums, found)
}

/// Adds up the sums under each node, and returns the units in the order in which they end. The
/// content of a unit is not counted for the elements around it. These may be posts of their own,
/// with this unit as an answer. `needs_no_time` is called for elements with a name and a text but
/// no time.
fn add_up(
    tree: &Tree,
    marks: &PostMarks,
    sums: &mut PostSums,
    needs_no_time: impl Fn(NodeId) -> bool,
) -> Vec<PostUnit> {
    let mut found: Vec<PostUnit> = Vec::new();
    let mut has_unit = vec![false; tree.len()];
    for step in tree.walk(tree.body()) {
        let Step::Leave(id) = step else { continue };
        let at = id.index();
        // A few links without text are more likely the buttons of a post than its text.
        let has_text = sums.plain[at] > 1 || sums.linked[at] > LINKED_TEXT;
        let has_head = sums.authors[at] > 0 && (sums.times[at] > 0 || needs_no_time(id)) || marks.turn[at];
        let is_unit = has_text && has_head && id != tree.body();
        if is_unit {
            found.push(PostUnit { element: id, holds_more: has_unit[at] });
            has_unit[at] = true;
        }
        if let Some(parent) = tree.parent(id) {
            let parent = parent.index();
            has_unit[parent] |= has_unit[at];
            for sum in [&mut sums.authors, &mut sums.times, &mut sums.plain, &mut sums.linked] {
                sum[parent] = sum[parent].saturating_add(if is_unit { 0 } else { sum[at] });
            }
        }
    }
    found
}

/// Returns `true` for each element that the markup names a comment and that is not part of a unit
/// with a time. Such a unit is itself a comment, or holds a single comment like other units of its
/// shape.
fn timeless_comments(tree: &Tree, marks: &PostMarks, timed: &[PostUnit]) -> Vec<bool> {
    let mut is_timeless = marks.comment.clone();
    if !is_timeless.contains(&true) {
        return is_timeless;
    }
    let mut alike: HashMap<(Tag, Option<&str>), usize> = HashMap::default();
    let shape = |id: NodeId| comments::shape(tree, id);
    timed.iter().for_each(|unit| *alike.entry(shape(unit.element)).or_default() += 1);
    let mut is_unit = vec![false; tree.len()];
    timed.iter().for_each(|unit| is_unit[unit.element.index()] = true);
    // For each element, whether it is in a comment, and whether it is in a unit that is a comment.
    let mut is_in_comment = marks.comment.clone();
    let mut is_taken = vec![false; tree.len()];
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        let (at, parent) = (id.index(), tree.parent(id).map(NodeId::index));
        is_in_comment[at] |= parent.is_some_and(|parent| is_in_comment[parent]);
        let is_post = is_unit[at] && (is_in_comment[at] || alike.get(&shape(id)).is_some_and(|count| *count > 1));
        is_taken[at] = is_post || parent.is_some_and(|parent| is_taken[parent]);
        is_timeless[at] &= !is_taken[at];
    }
    is_timeless
}

/// Returns the elements of units, without those that hold other posts. A post with answers inside
/// has the same shape as a post without answers and stays. Another element around posts is their
/// list.
fn without_lists(shapes: &Shapes, mut found: Vec<PostUnit>) -> Vec<NodeId> {
    let mut is_shape_of_post = vec![false; shapes.count()];
    found.iter().filter(|unit| !unit.holds_more).for_each(|unit| is_shape_of_post[shapes.of(unit.element)] = true);
    found.retain(|unit| is_shape_of_post[shapes.of(unit.element)]);
    found.into_iter().map(|unit| unit.element).collect()
}

/// Replaces units that are only the head of a post by the elements around them that hold the text too. Such a head has a
/// few words more than a name and a time, such as a place. An element that holds several heads side by side is a list.
fn with_texts(tree: &Tree, shapes: &Shapes, marks: &PostMarks, sums: &PostSums, mut units: Vec<NodeId>) -> Vec<NodeId> {
    /// Maximum number of characters of a head outside the name and the time.
    const HEAD_CHARACTERS: u32 = 40;
    /// Maximum number of levels from the head to the element of the post.
    const LEVELS: usize = 3;
    for _ in 0..LEVELS {
        let mut heads: HashMap<(NodeId, usize), usize> = HashMap::default();
        for &unit in &units {
            if let Some(parent) = tree.parent(unit) {
                *heads.entry((parent, shapes.of(unit))).or_default() += 1;
            }
        }
        for unit in &mut units {
            let words = sums.plain[unit.index()];
            let is_head = words <= HEAD_CHARACTERS && !marks.comment[unit.index()] && !marks.turn[unit.index()];
            let Some(parent) = tree.parent(*unit).filter(|&parent| is_head && parent != tree.body()) else { continue };
            let has_text = sums.plain[parent.index()] > 2 * words;
            if has_text && heads.get(&(parent, shapes.of(*unit))) == Some(&1) {
                *unit = parent;
            }
        }
    }
    units.sort_unstable();
    units.dedup();
    units
}

/// Replaces units by the elements around them that have the shape of most units. The head of a post alone is a unit if
/// it holds more than a name and a time, such as the name of the answered author.
fn alike(tree: &Tree, shapes: &Shapes, units: Vec<NodeId>) -> Vec<NodeId> {
    /// Maximum number of levels from the head of a post to the element that other posts have as their unit.
    const AROUND: usize = 4;
    let mut of_shape = vec![0_usize; shapes.count()];
    units.iter().for_each(|&unit| of_shape[shapes.of(unit)] += 1);
    let usual = (0..of_shape.len()).filter(|&shape| shapes.is_telling(shape)).max_by_key(|&shape| of_shape[shape]);
    let Some(usual) = usual.filter(|&shape| 2 * of_shape[shape] > units.len()) else { return units };
    let under = counts_under(tree, &units);
    let around = |unit: NodeId| {
        let holder = tree.ancestors(unit).take(AROUND).take_while(|id| under[id.index()] == 1);
        holder.into_iter().find(|&id| id != tree.body() && shapes.of(id) == usual).unwrap_or(unit)
    };
    units.into_iter().map(|unit| if shapes.of(unit) == usual { unit } else { around(unit) }).collect()
}

/// Returns `true` if most of a block's letters are in the name of an author or in a time, or in links
/// and buttons beside one.
pub(super) fn is_in_mark(tree: &Tree, blocks: &Blocks, block: &TextBlock, marks: &PostMarks) -> bool {
    /// Maximum number of characters of a block that is the head of a post.
    const HEAD_CHARACTERS: usize = 160;
    if block.characters > HEAD_CHARACTERS {
        return false;
    }
    let leaves = blocks.leaves.get(block.leaves.clone()).unwrap_or_default();
    let letters = |leaf: NodeId| tree.text(leaf).chars().filter(|c| !c.is_whitespace()).count();
    let count = |is_counted: &dyn Fn(NodeId) -> bool| -> usize {
        leaves.iter().filter(|&&leaf| is_counted(leaf)).map(|&leaf| letters(leaf)).sum()
    };
    let marked = count(&|leaf| marks.marked[leaf.index()]);
    let is_button = |leaf: NodeId| is_button_to_reply(tree.text(leaf)) || is_count(tree.text(leaf));
    let beside = || block.link_characters.max(count(&|leaf| !marks.marked[leaf.index()] && is_button(leaf)));
    5 * marked >= 2 * block.characters || marked > 0 && 5 * beside() >= 3 * (block.characters - marked)
}

/// Returns `true` for the text of a button to reply. Other buttons may stand on its line.
pub(super) fn is_button_to_reply(text: &str) -> bool {
    /// Longer texts are not compared.
    const BUTTON_BYTES: usize = 40;
    let text = text.trim();
    text.len() <= BUTTON_BYTES && is_reply(&fold(text))
}

/// Returns `true` for a number of votes or answers.
fn is_count(text: &str) -> bool {
    text.trim().bytes().all(|b| b.is_ascii_digit())
}

/// Returns `true` for a button or the label of one.
pub(super) fn is_label(measured: &Measured, i: usize) -> bool {
    measured.blocks[i].kind == BlockKind::Control || is_reply(&measured.folded[i])
}

/// Returns the units grouped by their shape. The kind with the most units comes first.
fn kinds(shapes: &Shapes, units: &[NodeId]) -> Vec<Vec<NodeId>> {
    let mut kind_of: Vec<Option<usize>> = vec![None; shapes.count()];
    let mut kinds: Vec<Vec<NodeId>> = Vec::new();
    for &unit in units {
        let kind = *kind_of[shapes.of(unit)].get_or_insert_with(|| {
            kinds.push(Vec::new());
            kinds.len() - 1
        });
        kinds[kind].push(unit);
    }
    kinds.sort_by_key(|units| std::cmp::Reverse(units.len()));
    kinds.truncate(MAX_KINDS);
    kinds
}

/// Returns the number of units under each node.
fn counts_under(tree: &Tree, units: &[NodeId]) -> Vec<u32> {
    let mut under = vec![0_u32; tree.len()];
    units.iter().for_each(|unit| under[unit.index()] = 1);
    for step in tree.walk(tree.body()) {
        if let Step::Leave(id) = step
            && let Some(parent) = tree.parent(id)
        {
            under[parent.index()] += under[id.index()];
        }
    }
    under
}

/// Returns the outermost elements of one shape that each hold one unit of a kind. The nearest such
/// element around a unit belongs to that unit, even if it also holds the answers to the post.
fn repeated_elements(tree: &Tree, shapes: &Shapes, units: &[NodeId], under: &[u32]) -> Vec<NodeId> {
    /// Minimum number of units, out of ten, that must have an element of the shape around them.
    const MOST: usize = 7;
    /// The elements of one shape that have a unit inside.
    #[derive(Clone, Default)]
    struct Around {
        elements: Vec<(usize, NodeId)>,
        /// The number of different elements.
        distinct: usize,
        levels: usize,
    }
    let mut own = vec![0_u32; under.len()];
    for &unit in units {
        for id in std::iter::once(unit).chain(tree.ancestors(unit)).take(LEVELS) {
            own[id.index()] += 1;
        }
    }
    let mut of_shape = vec![Around::default(); shapes.count()];
    let mut is_met = vec![false; under.len()];
    for (number, &unit) in units.iter().enumerate() {
        let mut met: Vec<usize> = Vec::new();
        let around = std::iter::once(unit).chain(tree.ancestors(unit)).take(LEVELS);
        for (level, id) in around.enumerate().take_while(|(_, id)| *id != tree.body()) {
            // An element that also holds posts of another kind holds more than one post.
            if own[id.index()] < under[id.index()] {
                break;
            }
            let shape = shapes.of(id);
            if met.contains(&shape) {
                continue;
            }
            met.push(shape);
            let around = &mut of_shape[shape];
            around.elements.push((number, id));
            around.distinct += usize::from(!std::mem::replace(&mut is_met[id.index()], true));
            around.levels += level;
        }
    }
    let is_one_each = |around: &&Around| {
        !around.elements.is_empty()
            && around.distinct == around.elements.len()
            && 10 * around.elements.len() >= MOST * units.len()
    };
    let mut found = units.to_vec();
    let best = of_shape.iter().filter(is_one_each).max_by_key(|around| {
        (around.levels / around.elements.len(), around.elements.len(), around.elements.first().map(|first| first.1))
    });
    for &(number, element) in best.map(|around| around.elements.as_slice()).unwrap_or_default() {
        found[number] = element;
    }
    found
}

/// Returns the outermost element that holds a unit and no other unit. For a comment, it must be an
/// element that the markup names a comment.
fn alone(tree: &Tree, unit: NodeId, under: &[u32], marks: &PostMarks) -> NodeId {
    let around = std::iter::once(unit).chain(tree.ancestors(unit)).take(LEVELS);
    let around = around.take_while(|id| under[id.index()] == 1 && *id != tree.body());
    let around: Vec<NodeId> = around.collect();
    let outermost = around.iter().rev().find(|id| marks.comment[id.index()]).or(around.last());
    outermost.copied().unwrap_or(unit)
}

/// Returns `true` if most posts are in a menu, a sidebar or a list of other pages. Posts that the
/// markup names are exempt.
fn is_in_boilerplate(tree: &Tree, measured: &Measured, items: &[PostItem]) -> bool {
    let is_boilerplate = |item: &&PostItem| {
        let around = measured.surroundings[item.element.index()];
        let kind = around.boilerplate;
        around.hidden
            || matches!(kind, Some(Boilerplate::Related | Boilerplate::Promotion | Boilerplate::Navigation))
                && !is_named(tree, item)
    };
    2 * items.iter().filter(is_boilerplate).count() > items.len()
}

/// Returns `true` if elements are a list of links to pages: most of their text is in links, or more
/// than half of them have a heading that leads to a different page.
fn is_list_of_pages(tree: &Tree, items: &[PostItem], sums: &PostSums, marks: &PostMarks) -> bool {
    let (plain, linked) = items.iter().fold((0_u64, 0_u64), |(plain, linked), item| {
        let at = item.unit.index();
        (plain + u64::from(sums.plain[at]), linked + u64::from(sums.linked[at]))
    });
    if linked > plain {
        return true;
    }
    let mut targets = HashSet::default();
    let headed = items
        .iter()
        .filter(|item| !is_named(tree, item))
        .filter(|item| heading_target(tree, item.element, marks).is_some_and(|target| targets.insert(target)));
    let headed = headed.count();
    2 * headed > items.len()
}

/// Returns the address that the heading of an element leads to. The page of the author is not what the element is about.
fn heading_target<'a>(tree: &'a Tree, id: NodeId, marks: &PostMarks) -> Option<&'a str> {
    const STEPS: usize = 400;
    let mut heading = None;
    for step in tree.walk(id).take(STEPS) {
        match step {
            Step::Enter(id) if tree.tag(id).is_heading() => heading = Some(id),
            Step::Leave(id) if heading == Some(id) => heading = None,
            Step::Enter(id) if tree.tag(id) == Tag::A && !marks.author[id.index()] => {
                let href = tree.attr(id, "href").filter(|href| !href.contains('#'));
                let is_around = tree.children(id).any(|child| tree.tag(child).is_heading());
                if let Some(href) = href.filter(|_| heading.is_some() || is_around) {
                    return Some(href);
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns `true` if the markup calls a post a comment, an answer, a message or the like, or if it
/// is a turn of a chat.
fn is_named(tree: &Tree, item: &PostItem) -> bool {
    /// Maximum number of levels above the post at which the named element may stand.
    const AROUND: usize = 2;
    const TYPES: &[&str] =
        &["Comment", "Answer", "Question", "UserComments", "DiscussionForumPosting", "SocialMediaPosting", "Message"];
    let inside = std::iter::once(item.unit)
        .chain(tree.ancestors(item.unit))
        .take(LEVELS)
        .take_while(|&id| Some(id) != tree.parent(item.element));
    let around = tree.ancestors(item.element).take(AROUND);
    // A name such as `data-message-id`.
    let is_numbered = |name: &str| {
        let name = name.strip_prefix("data-").and_then(|name| name.strip_suffix("-id"));
        name.is_some_and(|name| matches!(name, "message" | "comment" | "reply" | "answer"))
    };
    let is_named = |id: NodeId| {
        let has_type = tree.attr(id, "itemtype").is_some_and(|kind| TYPES.iter().any(|name| kind.ends_with(name)));
        has_type
            || names::POST.are_in_class(tree, id)
            || tree.attr(id, "id").is_some_and(|id| names::POST.name(id))
            || names::POST.name(tree.name(id))
            || tree.attrs(id).any(|(name, _)| is_numbered(name))
            || tree.class_words(id).any(|word| word == "h-cite")
            || super::marks::speaker(tree, id).is_some()
    };
    inside.chain(around).any(is_named)
}

/// Returns the elements of the labels with which a reader answers a post.
fn reply_places(tree: &Tree, blocks: &Blocks, measured: &Measured) -> Vec<NodeId> {
    let replies = blocks.list.iter().zip(&measured.folded).filter(|(_, folded)| is_reply(folded));
    let by_text = replies.filter_map(|(block, _)| blocks.leaves.get(block.leaves.start).copied());
    let by_name = tree
        .descendants(tree.body(), Tag::A)
        .filter(|&id| tree.class_words(id).any(|word| word.ends_with("reply-link") || word == "reply"));
    by_text.chain(by_name).collect()
}

/// Returns the innermost post around each node.
fn owners(tree: &Tree, items: &[PostItem]) -> Vec<Option<u32>> {
    let mut owner: Vec<Option<u32>> = vec![None; tree.len()];
    for (number, item) in items.iter().enumerate() {
        owner[item.element.index()] = u32::try_from(number).ok();
    }
    for step in tree.walk(tree.body()) {
        if let Step::Enter(id) = step
            && owner[id.index()].is_none()
        {
            owner[id.index()] = tree.parent(id).and_then(|parent| owner[parent.index()]);
        }
    }
    owner
}
