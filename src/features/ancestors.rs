//! The element that holds a block and the elements around it: their tags, and how text and links are distributed in
//! them.

use super::boilerplate::Boilerplate;
use super::elements::{Element, Elements};
use super::groups::groups;
use super::measure::ElementContext;
use super::shape::Shape;
use super::table::{Evidence, FeatureTable, share};
use crate::tree::{Tag, Tree};

/// Sums over the blocks under each element.
pub(super) struct Sums {
    pub characters: Vec<f32>,
    pub link_characters: Vec<f32>,
    pub blocks: Vec<f32>,
    /// Characters in long blocks with few links.
    pub long: Vec<f32>,
    commas: Vec<f32>,
    paragraphs: Vec<f32>,
    headings: Vec<f32>,
    images: Vec<f32>,
    /// Form fields and buttons.
    controls: Vec<f32>,
}

/// A block and its elements.
pub(super) struct Situated {
    /// The innermost block-level element around the block.
    pub owner: Element,
    /// The innermost element that holds the whole text of the block.
    pub inner: Element,
    /// The level of the heading that the block is or is part of, or 0.
    pub heading_level: f32,
    /// `true` if the text of the block is long and has few links.
    pub long: bool,
}

impl Sums {
    pub fn of(tree: &Tree, elements: &Elements, blocks: &[Situated], shapes: &[Shape]) -> Sums {
        let sum = |value: &dyn Fn(usize) -> f32| {
            let mut sums = vec![0.0; elements.len()];
            for (i, block) in blocks.iter().enumerate() {
                sums[block.inner] += value(i);
            }
            elements.sum_up(&mut sums);
            sums
        };
        let count = |counted: &dyn Fn(Tag) -> bool| {
            let mut sums: Vec<f32> = elements.nodes.iter().map(|&id| f32::from(counted(tree.tag(id)))).collect();
            elements.sum_up(&mut sums);
            sums
        };
        Sums {
            characters: sum(&|i| shapes[i].characters),
            link_characters: sum(&|i| shapes[i].characters * shapes[i].link_share),
            blocks: sum(&|_| 1.0),
            long: sum(&|i| if blocks[i].long { shapes[i].characters } else { 0.0 }),
            commas: sum(&|i| shapes[i].commas),
            paragraphs: sum(&|i| f32::from(tree.tag(elements.nodes[blocks[i].owner]) == Tag::P)),
            headings: sum(&|i| f32::from(blocks[i].heading_level > 0.0)),
            images: count(&|tag| tag == Tag::IMG),
            controls: count(&|tag| matches!(tag, Tag::INPUT | Tag::TEXTAREA | Tag::SELECT | Tag::BUTTON)),
        }
    }

    pub fn link_share(&self, e: Element) -> f32 {
        share(self.link_characters[e], self.characters[e])
    }

    pub fn long_share(&self, e: Element) -> f32 {
        share(self.long[e], self.characters[e])
    }
}

/// Returns the level of the heading that an element is or is directly inside, or 0.
pub(super) fn heading_level(tree: &Tree, elements: &Elements, element: Element) -> f32 {
    const LEVELS: usize = 4;
    (0..LEVELS)
        .map(|up| match tree.tag(elements.nodes[elements.up(element, up)]) {
            Tag::H1 => 1.0,
            Tag::H2 => 2.0,
            Tag::H3 => 3.0,
            Tag::H4 => 4.0,
            Tag::H5 => 5.0,
            Tag::H6 => 6.0,
            _ => 0.0,
        })
        .find(|&level| level > 0.0)
        .unwrap_or(0.0)
}

/// Elements whose distance above a block is a feature.
const ANCESTORS: [(Tag, &str); 18] = [
    (Tag::ARTICLE, "article"),
    (Tag::MAIN, "main"),
    (Tag::SECTION, "section"),
    (Tag::NAV, "nav"),
    (Tag::HEADER, "header"),
    (Tag::FOOTER, "footer"),
    (Tag::ASIDE, "aside"),
    (Tag::FORM, "form"),
    (Tag::DIALOG, "dialog"),
    (Tag::UL, "ul"),
    (Tag::OL, "ol"),
    (Tag::TABLE, "table"),
    (Tag::LI, "li"),
    (Tag::P, "p"),
    (Tag::BLOCKQUOTE, "blockquote"),
    (Tag::FIGURE, "figure"),
    (Tag::BUTTON, "button"),
    (Tag::NOSCRIPT, "noscript"),
];
/// How many of the first [`ANCESTORS`] are landmarks. The kind of the innermost landmark is a
/// feature too.
const LANDMARKS: usize = 9;
/// The distance to an ancestor that does not exist.
const ABSENT: f32 = 99.0;

fn by_role(role: &str) -> Option<Tag> {
    Some(match role {
        "main" => Tag::MAIN,
        "navigation" | "menu" | "menubar" => Tag::NAV,
        "banner" => Tag::HEADER,
        "contentinfo" => Tag::FOOTER,
        "complementary" => Tag::ASIDE,
        "dialog" | "alertdialog" => Tag::DIALOG,
        "article" => Tag::ARTICLE,
        "search" => Tag::FORM,
        _ => return None,
    })
}

/// Adds columns of the tags and landmarks around each block.
pub(super) fn add_tag_columns(
    table: &mut FeatureTable,
    tree: &Tree,
    elements: &Elements,
    blocks: &[Situated],
    surroundings: &[ElementContext],
) {
    const TAGS: [Tag; 20] = [
        Tag::P,
        Tag::LI,
        Tag::TD,
        Tag::TR,
        Tag::DT,
        Tag::DD,
        Tag::DIV,
        Tag::SPAN,
        Tag::A,
        Tag::BUTTON,
        Tag::FIGCAPTION,
        Tag::BLOCKQUOTE,
        Tag::PRE,
        Tag::LABEL,
        Tag::TH,
        Tag::SUMMARY,
        Tag::TIME,
        Tag::ADDRESS,
        Tag::SECTION,
        Tag::ARTICLE,
    ];
    let tag = |e: Element| tree.tag(elements.nodes[e]);
    let number = |tag: Tag| TAGS.iter().position(|&known| known == tag).map_or(0.0, |at| at as f32 + 1.0);
    table.tells(Evidence::Element);
    table.add("owner_tag", |i| number(tag(blocks[i].owner)));
    table.add("inner_tag", |i| number(tag(blocks[i].inner)));
    table.add("parent_tag", |i| number(tag(elements.up(blocks[i].owner, 1))));
    table.add("heading_level", |i| blocks[i].heading_level);
    table.add("depth", |i| elements.depths[blocks[i].inner] as f32);
    let is = |i: usize, wanted: Tag| tag(blocks[i].owner) == wanted || tag(blocks[i].inner) == wanted;
    for (wanted, name) in [(Tag::P, "is_p"), (Tag::LI, "is_li"), (Tag::DIV, "is_div"), (Tag::TD, "is_td")] {
        table.add(name, |i| f32::from(is(i, wanted)));
    }

    table.tells(Evidence::Landmark);
    let nearest = nearest_ancestors(tree, elements);
    for (at, (_, name)) in ANCESTORS.iter().enumerate() {
        table.add(format!("up_to_{name}"), |i| match nearest[blocks[i].inner][at] {
            NO_DEPTH => ABSENT,
            depth => elements.depths[blocks[i].inner] as f32 - f32::from(depth),
        });
    }
    table.add("innermost_landmark", |i| {
        let depths = &nearest[blocks[i].inner][..LANDMARKS];
        let innermost = (0..LANDMARKS).filter(|&at| depths[at] != NO_DEPTH).max_by_key(|&at| depths[at]);
        innermost.map_or(0.0, |at| at as f32 + 1.0)
    });
    let around = |i: usize| &surroundings[elements.nodes[blocks[i].owner].index()];
    table.tells(Evidence::Visibility);
    table.add("hidden", |i| f32::from(around(i).hidden));
    table.tells(Evidence::Names);
    table.add("discussion", |i| f32::from(around(i).discussion));
    table.add("furniture", |i| match around(i).boilerplate {
        None => 0.0,
        Some(Boilerplate::Byline) => 1.0,
        Some(Boilerplate::Related) => 2.0,
        Some(Boilerplate::Comments) => 3.0,
        Some(Boilerplate::Promotion) => 4.0,
        Some(Boilerplate::Navigation) => 5.0,
    });
}

const NO_DEPTH: u16 = u16::MAX;

/// Returns the depth of the nearest element of each kind, counting the element itself.
fn nearest_ancestors(tree: &Tree, elements: &Elements) -> Vec<[u16; ANCESTORS.len()]> {
    let mut nearest = vec![[NO_DEPTH; ANCESTORS.len()]; elements.len()];
    for e in 0..elements.len() {
        if e > 0 {
            nearest[e] = nearest[elements.parents[e]];
        }
        let id = elements.nodes[e];
        let role = tree.attr(id, "role").and_then(by_role);
        for tag in [Some(tree.tag(id)), role].into_iter().flatten() {
            if let Some(at) = ANCESTORS.iter().position(|&(known, _)| known == tag) {
                nearest[e][at] = elements.depths[e] as u16;
            }
        }
    }
    nearest
}

/// Adds columns for the distribution of text in the elements around each block.
pub(super) fn add_container_columns(
    table: &mut FeatureTable,
    tree: &Tree,
    elements: &Elements,
    blocks: &[Situated],
    sums: &Sums,
) {
    let (all, all_long) = (sums.characters[0], sums.long[0]);
    let mut add = |name: &str, in_full: bool, container: &dyn Fn(usize) -> Element| {
        let containers: Vec<Element> = (0..blocks.len()).map(container).collect();
        let mut column = |what: &str, value: &dyn Fn(Element) -> f32| {
            table.add(format!("{name}_{what}"), |i| value(containers[i]));
        };
        column("characters", &|e| sums.characters[e]);
        column("share", &|e| share(sums.characters[e], all));
        column("link_share", &|e| sums.link_share(e));
        column("blocks", &|e| sums.blocks[e]);
        column("long_share", &|e| sums.long_share(e));
        if in_full {
            column("mean", &|e| share(sums.characters[e], sums.blocks[e]));
            column("paragraphs", &|e| share(sums.paragraphs[e], sums.blocks[e]));
            column("headings", &|e| share(sums.headings[e], sums.blocks[e]));
            column("commas", &|e| 100.0 * share(sums.commas[e], sums.characters[e]));
            column("images", &|e| sums.images[e]);
            column("controls", &|e| sums.controls[e]);
            column("of_long", &|e| share(sums.long[e], all_long));
        }
    };
    add("around0", false, &|i| blocks[i].owner);
    for level in [1, 2, 3, 5] {
        add(&format!("around{level}"), true, &|i| elements.up(blocks[i].owner, level));
    }
    add("around7", false, &|i| elements.up(blocks[i].owner, 7));

    let sections =
        nearest(elements, |e| matches!(tree.tag(elements.nodes[e]), Tag::MAIN | Tag::ARTICLE | Tag::SECTION));
    add("section", true, &|i| sections[blocks[i].inner]);
    table.add("up_to_any_section", |i| {
        (elements.depths[blocks[i].inner] - elements.depths[sections[blocks[i].inner]]) as f32
    });
    for (name, least) in [("part", 8.0), ("region", 20.0)] {
        let containers = nearest(elements, |e| sums.blocks[e] >= least);
        table.add_groups(name, &groups(blocks.iter().map(|block| containers[block.inner])).0);
    }
}

/// Returns for each element the nearest one that passes a test, which may be the element itself.
/// `<body>` always passes.
fn nearest(elements: &Elements, passes: impl Fn(Element) -> bool) -> Vec<Element> {
    let mut nearest = vec![0; elements.len()];
    for e in 1..elements.len() {
        nearest[e] = if passes(e) { e } else { nearest[elements.parents[e]] };
    }
    nearest
}
