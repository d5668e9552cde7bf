//! Computes the path of each block: its place in the page's structure. Paths are the same on all
//! pages with the same layout.
//!
//! A path has a step for each element around a block, from the outermost to the block's own. A step
//! has the tag of the element, and its id or its first two classes. The danger is in names that
//! differ from page to page: numbers of articles, hashes of a build (`sc-bdVaJa`), states
//! (`is-open`). So only the rest of a name, which is stable, becomes part of the step. The position
//! of an element without a name is included only if it is one of a few boxes or cells that look the
//! same. A wrapper without a name is not a step, so an additional wrapper on a page does not change
//! the paths.

use crate::blocks::Blocks;
use crate::hash::HashSet;
use crate::limits::{MAX_PATH_BYTES, MAX_PATHS_GROWTH, MIN_PATHS_BYTES};
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::words;
use std::sync::LazyLock;

/// The separator between the steps of a path.
pub(crate) const SEPARATOR: &str = " > ";

/// Longest class or id that is read, in bytes. A longer name is generated.
const MAX_NAME_BYTES: usize = 60;

/// Maximum number of similar elements beside each other that get positions. If there are more, they
/// are items of a list.
const MAX_ALIKE: u8 = 6;

/// Elements for layout. Their position shows what they contain.
const BOXES: [Tag; 4] = [Tag::DIV, Tag::SECTION, Tag::TABLE, Tag::TD];

/// Returns the path of each block. After a limit on the size of all paths is reached, the remaining
/// blocks have an empty path.
pub(crate) fn paths(tree: &Tree, blocks: &Blocks) -> Vec<String> {
    let mut holds_block = vec![false; tree.len()];
    blocks.list.iter().for_each(|block| holds_block[block.element.index()] = true);
    let mut walk = Builder { tree, path: String::new(), lengths: Vec::new(), positions: vec![0; tree.len()] };
    // For each node, the index of its path in `made`; 0 if it has none.
    let mut places = vec![0; tree.len()];
    let mut made = vec![String::new()];
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {}
            Step::Enter(id) => {
                let own = walk.enter(id);
                if holds_block[id.index()] {
                    places[id.index()] = made.len();
                    made.push(own);
                }
            }
            Step::Leave(id) if tree.tag(id) == Tag::TEXT => {}
            Step::Leave(_) => walk.leave(),
        }
    }
    let mut left = tree.source_bytes().saturating_mul(MAX_PATHS_GROWTH).saturating_add(MIN_PATHS_BYTES);
    let mut paths = Vec::with_capacity(blocks.list.len());
    for block in &blocks.list {
        let path = &made[places[block.element.index()]];
        left = left.saturating_sub(path.len());
        paths.push(if left > 0 { path.clone() } else { String::new() });
    }
    paths
}

/// The path of the element that the walk has reached.
struct Builder<'a> {
    tree: &'a Tree,
    path: String,
    /// The length of the path before each element that is open.
    lengths: Vec<usize>,
    /// For each node, its position, if it has one.
    positions: Vec<u8>,
}

impl Builder<'_> {
    /// Enters an element and returns its own path.
    fn enter(&mut self, id: NodeId) -> String {
        let Builder { tree, path, lengths, positions } = self;
        lengths.push(path.len());
        let name = name_of(tree, id);
        let position = positions[id.index()];
        let is_plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        let mut step: String = tree.name(id).chars().filter(is_plain).take(MAX_NAME_BYTES).collect();
        step.push_str(&name);
        if position > 0 {
            step.push(':');
            step.push(char::from(b'0' + position));
        }
        let mut own = path.clone();
        push_step(&mut own, &step);
        let is_wrapper = matches!(tree.tag(id), Tag::DIV | Tag::SPAN | Tag::BODY | Tag::TBODY | Tag::SECTION);
        if !(is_wrapper && name.is_empty() && position == 0) {
            path.clone_from(&own);
        }
        self.number_children(id);
        own
    }

    fn leave(&mut self) {
        self.path.truncate(self.lengths.pop().unwrap_or_default());
    }

    /// Finds the positions of the children that look alike and are used for layout.
    fn number_children(&mut self, id: NodeId) {
        let Builder { tree, positions, .. } = self;
        let mut alike = [0_u8; BOXES.len()];
        // The first pass counts the children, the second one numbers them.
        for is_counted in [false, true] {
            let counts = alike;
            if is_counted {
                alike = [0; BOXES.len()];
            }
            for child in tree.children(id) {
                let Some(kind) = BOXES.iter().position(|&tag| tag == tree.tag(child)) else { continue };
                if tree.first_child(child).is_none() || !name_of(tree, child).is_empty() {
                    continue;
                }
                alike[kind] = alike[kind].saturating_add(1);
                if is_counted && (2..=MAX_ALIKE).contains(&counts[kind]) {
                    positions[child.index()] = alike[kind];
                }
            }
        }
    }
}

fn push_step(path: &mut String, step: &str) {
    if path.len() + SEPARATOR.len() + step.len() > MAX_PATH_BYTES {
        return;
    }
    if !path.is_empty() {
        path.push_str(SEPARATOR);
    }
    path.push_str(step);
}

/// Returns the stable name of an element: `#id`, `.class.class` or nothing. An id of a text element
/// is usually made from its words, so only the ids of boxes are used. Only the first two classes
/// are used, because content management systems put the names of sections and topics after them.
fn name_of(tree: &Tree, id: NodeId) -> String {
    let tag = tree.tag(id);
    let is_text =
        tag.is_heading() || matches!(tag, Tag::P | Tag::LI | Tag::A | Tag::SPAN | Tag::DT | Tag::DD | Tag::TR);
    let own = tree.attr(id, "id").filter(|_| !is_text && tag != Tag::BODY).and_then(stable);
    if let Some(own) = own {
        return format!("#{own}");
    }
    let mut name = String::new();
    let mut first = String::new();
    for class in tree.attr(id, "class").filter(|_| tag != Tag::BODY).unwrap_or_default().split_ascii_whitespace() {
        let Some(class) = stable(class).filter(|class| *class != first) else { continue };
        name.push('.');
        name.push_str(&class);
        if !first.is_empty() {
            break;
        }
        first = class;
    }
    name
}

/// Returns the rest of a class or an id without numbers, hashes, states and modifiers, in lower
/// case.
fn stable(name: &str) -> Option<String> {
    if name.len() > MAX_NAME_BYTES || name.contains([':', '[', '/', '@']) {
        return None;
    }
    static STATES: LazyLock<HashSet<&str>> = LazyLock::new(|| words::classes("state").collect());
    static STARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| words::classes("state-start").collect());
    // The part after two dashes only tells how a box differs from others of its kind.
    let name = name.split_once("--").map_or(name, |(block, _)| block);
    let mut kept = String::new();
    for (at, part) in name.split(['-', '_']).filter(|part| !part.is_empty()).enumerate() {
        if at == 0 && STARTS.contains(part) {
            return None;
        }
        if part.chars().all(char::is_alphabetic) && !is_hash(part) {
            if !kept.is_empty() {
                kept.push('-');
            }
            kept.extend(part.chars().flat_map(char::to_lowercase));
        }
    }
    (kept.chars().nth(1).is_some() && !STATES.contains(kept.as_str())).then_some(kept)
}

/// Returns `true` if a part of a name looks generated: it has capitals at unusual places, or many
/// letters but no vowel.
fn is_hash(part: &str) -> bool {
    /// The average number of letters in the words of a camel-case name is higher than this.
    const HUMP_LETTERS: usize = 3;
    const LONGEST_WITHOUT_VOWEL: usize = 5;
    if !part.is_ascii() {
        return false;
    }
    let is_vowel = |c: char| "aeiouy".contains(c.to_ascii_lowercase());
    let letters = part.as_bytes();
    let turns = letters.windows(2).filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()).count();
    let is_odd = turns > 0 && part.len() < HUMP_LETTERS * (turns + 1);
    is_odd || part.len() > LONGEST_WITHOUT_VOWEL && !part.contains(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, tree};

    fn paths_of(html: &str) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        paths(&tree, &blocks::segment(&tree))
    }

    #[test]
    fn a_path_names_the_elements_around_a_block() {
        let page =
            "<main id=content><article class='story lead'><h1>A</h1><div><p class=intro>B</p></div></article></main>";
        assert_eq!(
            paths_of(page),
            ["main#content > article.story.lead > h1", "main#content > article.story.lead > p.intro"]
        );
    }

    #[test]
    fn what_differs_from_page_to_page_is_no_part_of_a_path() {
        let cases = [
            ("post-1234", "post"),
            ("col-md-8", "col-md"),
            ("Article_body__x7GhK", "article-body"),
            ("Article_body__xGhKq", "article-body"),
            ("sc-bdVaJa", "sc"),
            ("css-1q2w3e", "css"),
            ("card--wide", "card"),
            ("relatedPosts", "relatedposts"),
            ("author_box", "author-box"),
            ("hộp-tin", "hộp-tin"),
        ];
        for (name, expected) in cases {
            assert_eq!(stable(name).as_deref(), Some(expected), "{name}");
        }
        for name in
            ["12345", "is-open", "js-link", "active", "x", "md:flex", "w-[32px]", "xkcdqz", "has-image", "no-js"]
        {
            assert_eq!(stable(name), None, "{name}");
        }
    }

    #[test]
    fn the_id_of_a_text_is_no_name() {
        assert_eq!(
            paths_of("<section id=news><h2 id=history-of-rome class=head>A</h2></section>"),
            ["section#news > h2.head"]
        );
    }

    #[test]
    fn a_position_tells_boxes_apart_that_look_the_same() {
        let page = "<table><tr><td><p>A</p><p>B</p></td><td><p>C</p><p>D</p></td></tr></table>";
        assert_eq!(
            paths_of(page),
            ["table > tr > td:1 > p", "table > tr > td:1 > p", "table > tr > td:2 > p", "table > tr > td:2 > p"]
        );
        assert_eq!(paths_of("<div><p>A</p></div>"), ["p"]);
        assert_eq!(paths_of("<p>A</p><p>B</p>"), ["p", "p"]);
    }

    #[test]
    fn items_of_a_list_have_no_positions() {
        let page = format!("<div class=list>{}</div>", "<div><p>A</p></div>".repeat(usize::from(MAX_ALIKE) + 1));
        assert!(paths_of(&page).iter().all(|path| path == "div.list > p"));
    }

    #[test]
    fn a_path_holds_no_signs_of_the_page() {
        assert_eq!(paths_of("<x-a\"b class='&quot;><script> ok\"'>A</x-a\"b>"), ["x-ab"]);
    }

    #[test]
    fn paths_are_short_however_deep_a_page_is() {
        let page = format!("{}A", "<div class=wrapper>".repeat(400));
        assert!(paths_of(&page)[0].len() <= MAX_PATH_BYTES);
        let page = format!("{}{}", "<div class=wrapper>".repeat(20), "<p>a".repeat(20_000));
        let bytes: usize = paths_of(&page).iter().map(String::len).sum();
        assert!(bytes <= MAX_PATHS_GROWTH * page.len() + MIN_PATHS_BYTES);
    }
}
