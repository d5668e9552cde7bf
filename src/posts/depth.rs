//! Finds out which post answers which. The depth of a post is stated by the markup, or follows from
//! nested elements of the same shape, from the place of answers beside the answered post, or from
//! elements that the markup names as answers.

use super::body::PostBody;
use super::items::{MAX_KINDS, PostItem, PostItems};
use super::names;
use crate::hash::{HashMap, HashSet};
use crate::tree::{NodeId, Step, Tag, Tree};

/// Maximum depth of an answer.
const MAX_DEPTH: u32 = 1000;
/// Maximum number of levels that are searched around a post.
const LEVELS: usize = 64;
/// Maximum number of steps and links in the search for a mention, and of levels around it.
const STEPS: usize = 100;
const MENTION_LEVELS: usize = 3;

/// Returns the depth of each post.
pub(super) fn of(tree: &Tree, found: &PostItems) -> Vec<u16> {
    let stated: Vec<Option<u32>> = found.items.iter().map(|item| stated(tree, item)).collect();
    let (least, most) = (stated.iter().flatten().min(), stated.iter().flatten().max());
    let are_stated = least != most && 2 * stated.iter().flatten().count() > found.items.len();
    // Only answers are indented.
    let are_indented = stated.first().is_some_and(Option::is_none) && least.is_some_and(|&least| least > 0);
    let depths = if are_stated || are_indented {
        ranks(&stated.iter().map(|depth| depth.unwrap_or(0)).collect::<Vec<_>>())
    } else {
        let under = answers_of_other_kinds(tree, found);
        let depths: Vec<u32> = nested(tree, found).into_iter().zip(under).map(|(depth, more)| depth + more).collect();
        let is_shown = |depths: &Vec<u32>| depths.iter().any(|&depth| depth > 0);
        Some(depths)
            .filter(is_shown)
            .or_else(|| Some(in_threads(tree, found)).filter(is_shown))
            .unwrap_or_else(|| named(tree, found))
    };
    depths.into_iter().map(|depth| u16::try_from(depth).unwrap_or(u16::MAX)).collect()
}

/// Returns the depth of each post by its first mention, if the markup shows no depth. `bodies` are
/// the elements of the texts of each post. If a post mentions the author of the post before it, it
/// answers that post. If it mentions another author, it answers that author's first post. The class
/// `first-in-thread` marks a post that answers the first post.
pub(super) fn by_mentions(tree: &Tree, found: &PostItems, bodies: &[PostBody]) -> Vec<u16> {
    let mut depths: Vec<u16> = Vec::new();
    let mut first_of: HashMap<&str, usize> = HashMap::default();
    let mut before: HashSet<&str> = HashSet::default();
    for (number, (item, body)) in found.items.iter().zip(bodies).enumerate() {
        let mention = body.holders.first().and_then(|&holder| first_mention(tree, holder));
        let is_first = tree.walk(item.element).take(STEPS).any(|step| match step {
            Step::Enter(id) => tree.class_words(id).any(|word| word.ends_with("first-in-thread")),
            Step::Leave(_) => false,
        });
        let answered = mention.and_then(|href| match number.checked_sub(1) {
            Some(_) if is_first => Some(0),
            Some(last) if before.contains(href) => Some(last),
            _ => first_of.get(href).copied(),
        });
        depths.push(answered.and_then(|post| depths.get(post)).map_or(0, |depth| depth.saturating_add(1)));
        let own = |id: &NodeId| found.owner_of_node[id.index()] == u32::try_from(number).ok();
        let links = tree.descendants(item.element, Tag::A).take(STEPS).filter(own);
        let links = links.filter(|&id| !is_mention(tree, id)).filter_map(|id| tree.attr(id, "href"));
        before = links.collect();
        for &href in &before {
            first_of.entry(href).or_insert(number);
        }
    }
    depths
}

/// Returns the address of the mention at the start of a text.
fn first_mention(tree: &Tree, holder: NodeId) -> Option<&str> {
    let text = tree.walk(holder).take(STEPS).find_map(|step| match step {
        Step::Enter(id) if tree.tag(id) == Tag::TEXT && !tree.is_blank_text(id) => Some(id),
        _ => None,
    })?;
    let link = tree.ancestors(text).take(MENTION_LEVELS).find(|&id| tree.tag(id) == Tag::A)?;
    tree.attr(link, "href").filter(|_| is_mention(tree, link))
}

fn is_mention(tree: &Tree, id: NodeId) -> bool {
    tree.class_words(id).any(|word| matches!(word, "mention" | "mentions" | "user-mention"))
}

/// Returns the depth that an attribute or class of a post states: `data-depth`, `depth-2`, `lvl2`,
/// `indented`, an indentation in pixels.
fn stated(tree: &Tree, item: &PostItem) -> Option<u32> {
    let around = std::iter::once(item.unit)
        .chain(tree.ancestors(item.unit))
        .take(LEVELS)
        .take_while(|&id| Some(id) != tree.parent(item.element));
    let mut around: Vec<NodeId> = around.collect();
    around.reverse();
    around.iter().find_map(|&id| stated_by(tree, id)).or_else(|| indentation(tree, item))
}

/// Returns the depth that an element states.
fn stated_by(tree: &Tree, id: NodeId) -> Option<u32> {
    let number = |text: &str| text.trim().parse().ok().filter(|&depth: &u32| depth <= MAX_DEPTH);
    let by_attribute = ["data-depth", "data-level", "depth", "data-indent", "aria-level", "indent"];
    let by_attribute = by_attribute.iter().find_map(|name| tree.attr(id, name).and_then(number));
    by_attribute
        .or_else(|| {
            tree.class_words(id).find_map(|word| {
                let start = word.trim_end_matches(|c: char| c.is_ascii_digit());
                let name = start.trim_end_matches(['-', '_']).rsplit(['-', '_']).next().unwrap_or_default();
                match name {
                    "depth" | "level" | "indent" | "lvl" => number(&word[start.len()..]),
                    "indented" => Some(1),
                    _ => None,
                }
            })
        })
        .or_else(|| {
            let style = tree.attr(id, "style")?;
            ["margin-left:", "padding-left:", "margin-inline-start:"].iter().find_map(|name| {
                let after = style.split(name).nth(1)?.trim_start();
                let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
                number(after.get(..end)?)
            })
        })
}

/// Returns the width of the picture or cell that indents a post in a table.
fn indentation(tree: &Tree, item: &PostItem) -> Option<u32> {
    const STEPS: usize = 24;
    let is_indent = |id: NodeId| tree.class_words(id).any(|word| word.starts_with("ind"));
    tree.walk(item.element).take(STEPS).find_map(|step| match step {
        Step::Enter(id) if is_indent(id) => {
            let width = |id: NodeId| tree.attr(id, "width").and_then(|width| width.parse().ok());
            tree.attr(id, "indent")
                .and_then(|indent| indent.parse().ok())
                .or_else(|| tree.children(id).filter(|&child| tree.tag(child) == Tag::IMG).find_map(width))
        }
        _ => None,
    })
}

/// Replaces each number by its rank among the different numbers.
fn ranks(values: &[u32]) -> Vec<u32> {
    let mut different = values.to_vec();
    different.sort_unstable();
    different.dedup();
    values.iter().map(|value| different.binary_search(value).unwrap_or(0) as u32).collect()
}

/// Returns the number of posts around each post, counted by nested elements of the same shape. Of
/// several shapes, this is the one with the fewest elements around the deepest post: a list in a
/// list, an item in an item.
fn nested(tree: &Tree, found: &PostItems) -> Vec<u32> {
    let shapes = &found.shapes;
    let mut counts: Vec<Vec<(usize, u32)>> = vec![Vec::new(); shapes.count()];
    for (number, item) in found.items.iter().enumerate() {
        let around = std::iter::once(item.element).chain(tree.ancestors(item.element)).take(LEVELS);
        for shape in around.map(|id| shapes.of(id)).filter(|&shape| shapes.is_telling(shape)) {
            match counts[shape].last_mut().filter(|last| last.0 == number) {
                Some((_, count)) => *count += 1,
                None => counts[shape].push((number, 1)),
            }
        }
    }
    let range = |counts: &[(usize, u32)]| {
        let most = counts.iter().map(|count| count.1).max().unwrap_or(0);
        let least = if counts.len() == found.items.len() { counts.iter().map(|count| count.1).min() } else { None };
        // If a shape is not around every post, such as the list of answers, counting starts at 0.
        (least.unwrap_or(0), most)
    };
    // Only elements that are nested show depth. Elements that are merely around some of the posts
    // may have another meaning.
    let nesting = counts.iter().enumerate().filter(|(_, counts)| counts.iter().any(|count| count.1 > 1));
    // The first post does not answer another post.
    let of_first = |counts: &[(usize, u32)]| counts.first().filter(|count| count.0 == 0).map_or(0, |count| count.1);
    let nesting =
        nesting.filter(|(_, counts)| range(counts).1 > range(counts).0 && of_first(counts) == range(counts).0);
    let best = nesting.max_by(|&(a_shape, a), &(b_shape, b)| {
        let key = |counts: &[(usize, u32)]| (counts.len() == found.items.len(), std::cmp::Reverse(range(counts).1));
        key(a).cmp(&key(b)).then_with(|| shapes.compare(a_shape, b_shape))
    });
    let mut depths = vec![0; found.items.len()];
    if let Some((_, counts)) = best {
        let (least, _) = range(counts);
        counts.iter().for_each(|&(number, count)| depths[number] = count - least);
        depths = ranks(&depths);
    }
    depths
}

/// Returns the number of threads around each post in which it is not the first. A thread is one of several elements of the
/// same shape, each with one or more posts. Its first post is alone in an element, and the answers are in elements of
/// another shape, beside that one.
fn in_threads(tree: &Tree, found: &PostItems) -> Vec<u32> {
    let shapes = &found.shapes;
    let mut under = vec![0_usize; tree.len()];
    let mut item_at: Vec<Option<usize>> = vec![None; tree.len()];
    for (number, item) in found.items.iter().enumerate() {
        under[item.element.index()] += 1;
        item_at[item.element.index()] = Some(number);
    }
    for step in tree.walk(tree.body()) {
        if let Step::Leave(id) = step
            && let Some(parent) = tree.parent(id)
        {
            under[parent.index()] += under[id.index()];
        }
    }
    let holds = |id: &NodeId| tree.tag(*id) != Tag::TEXT && under[id.index()] > 0;
    // The number of elements with posts, by the element around them and their shape.
    let mut beside: HashMap<(NodeId, usize), usize> = HashMap::default();
    for step in tree.walk(tree.body()) {
        if let Step::Enter(id) = step
            && let Some(parent) = tree.parent(id).filter(|_| holds(&id))
        {
            *beside.entry((parent, shapes.of(id))).or_default() += 1;
        }
    }
    // For each element, the number of threads around it in which it is not first.
    let mut answered = vec![0_u32; tree.len()];
    let mut depths = vec![0; found.items.len()];
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        let at = id.index();
        if under[at] == 0 {
            continue;
        }
        let Some(parent) = tree.parent(id) else { continue };
        answered[at] = answered[at].max(answered[parent.index()]);
        if let Some(number) = item_at[at] {
            depths[number] = answered[at];
        }
        let mut parts = tree.children(id).filter(holds);
        let Some(first) = parts.next().filter(|first| under[first.index()] == 1) else { continue };
        let is_thread = beside.get(&(parent, shapes.of(id))).is_some_and(|&count| count > 1);
        let answers: Vec<NodeId> = parts.collect();
        if is_thread && answers.iter().all(|&answer| shapes.of(answer) != shapes.of(first)) {
            answers.iter().for_each(|answer| answered[answer.index()] = answered[at] + 1);
        }
    }
    depths
}

/// Returns 1 for a post in an element that the markup names as an answer or a list of answers. At least two posts, the
/// first among them, must be in no such element. In a thread all posts may be named answers.
fn named(tree: &Tree, found: &PostItems) -> Vec<u32> {
    let first = found.items.first().map(|item| item.element);
    let mut holds_first = vec![false; tree.len()];
    first.into_iter().flat_map(|first| tree.ancestors(first)).for_each(|id| holds_first[id.index()] = true);
    let is_answer = |item: &PostItem| {
        let around = std::iter::once(item.unit).chain(tree.ancestors(item.unit)).take(LEVELS);
        let own = around.take_while(|id| !holds_first[id.index()]);
        own.into_iter().any(|id| names::ANSWER.are_in_class(tree, id))
    };
    let answers: Vec<bool> = found.items.iter().map(is_answer).collect();
    let others = answers.iter().filter(|&&is_answer| !is_answer).count();
    match answers.first() {
        Some(false) if others > 1 => answers.into_iter().map(u32::from).collect(),
        _ => vec![0; found.items.len()],
    }
}

/// Returns 1 for a post inside the element of a single post of another kind, because it answers
/// that post: a comment on an answer. The element must not hold all posts.
fn answers_of_other_kinds(tree: &Tree, found: &PostItems) -> Vec<u32> {
    if found.items.iter().all(|item| item.kind == found.items[0].kind) {
        return vec![0; found.items.len()];
    }
    // The number of posts of each kind under each element, and the kind of the first post.
    let mut under = vec![[0_u32; MAX_KINDS]; tree.len()];
    let mut first_kind: Vec<Option<usize>> = vec![None; tree.len()];
    for item in &found.items {
        for id in tree.ancestors(item.element).take(LEVELS) {
            under[id.index()][item.kind] += 1;
            first_kind[id.index()].get_or_insert(item.kind);
        }
    }
    let count = |kind: usize, id: NodeId| under[id.index()][kind];
    let total = |id: NodeId| under[id.index()].iter().sum::<u32>();
    let mut depths = Vec::new();
    for item in &found.items {
        let first = tree.ancestors(item.element).take(LEVELS).find(|&id| total(id) > count(item.kind, id));
        let is_answer = first.is_some_and(|id| {
            let is_first = first_kind[id.index()].is_some_and(|kind| kind != item.kind);
            total(id) == count(item.kind, id) + 1 && is_first && (total(id) as usize) < found.items.len()
        });
        depths.push(u32::from(is_answer));
    }
    depths
}
