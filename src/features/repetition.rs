//! Adds columns about repetitions on a page: equal texts, blocks with the same structure, and rows
//! of containers of the same kind.

use super::ancestors::{Situated, Sums};
use super::elements::{Element, Elements};
use super::groups::groups;
use super::parts::Parts;
use super::shape::Shape;
use super::table::{FeatureTable, share};
use crate::hash::{combine, fnv64};
use crate::tree::Tree;

pub(super) fn add_columns(table: &mut FeatureTable, parts: Parts, folded: &[String]) {
    let Parts { tree, elements, blocks, shapes, sums } = parts;
    add_text_columns(table, folded);
    let names = names(tree, elements);
    let path = |i: usize, levels: usize| {
        (0..levels).fold(0, |path, level| combine(path, names[elements.up(blocks[i].inner, level)]))
    };
    let tag_paths = tag_paths(tree, elements);
    let all = sums.characters[0];
    let alike = |key: &dyn Fn(usize) -> u64| groups((0..blocks.len()).map(key));
    let alike4 = alike(&|i| path(i, 4));
    add_group_columns(table, "alike2", shapes, blocks, &alike(&|i| path(i, 2)), all);
    table.add_groups("alike4", &alike4.0);
    add_group_columns(table, "alike4", shapes, blocks, &alike4, all);
    add_group_columns(table, "alike_tags", shapes, blocks, &alike(&|i| tag_paths[blocks[i].inner]), all);
    add_row_columns(table, elements, blocks, &names, sums);
}

fn add_text_columns(table: &mut FeatureTable, folded: &[String]) {
    let (of, count) = groups(folded.iter().map(|text| fnv64(text.bytes())));
    let mut equal = vec![0.0; count];
    let mut before = Vec::with_capacity(of.len());
    for &group in &of {
        before.push(f32::from(equal[group] > 0.0));
        equal[group] += 1.0;
    }
    table.add("equal_blocks", |i| equal[of[i]]);
    table.add("said_before", |i| before[i]);
}

/// Returns a number for each element that stands for its tag and class. Elements with the same tag
/// and class have the same number.
fn names(tree: &Tree, elements: &Elements) -> Vec<u64> {
    elements
        .nodes
        .iter()
        .map(|&id| {
            let mut number = fnv64(tree.name(id).bytes());
            // The sum of the classes' hashes does not depend on their order.
            let classes = tree.attr(id, "class").unwrap_or_default().split_ascii_whitespace().take(4);
            number = number.wrapping_add(classes.map(|c| fnv64(c.bytes())).fold(0, u64::wrapping_add));
            number
        })
        .collect()
}

/// Returns a number for each element that stands for the tags from `<body>` to it.
fn tag_paths(tree: &Tree, elements: &Elements) -> Vec<u64> {
    let mut paths = vec![0; elements.len()];
    for e in 0..elements.len() {
        let above = if e == 0 { 0 } else { paths[elements.parents[e]] };
        paths[e] = combine(above, fnv64(tree.name(elements.nodes[e]).bytes()));
    }
    paths
}

/// Adds columns about the properties that blocks with the same structure have in common.
fn add_group_columns(
    table: &mut FeatureTable,
    name: &str,
    shapes: &[Shape],
    blocks: &[Situated],
    (of, count): &(Vec<usize>, usize),
    all: f32,
) {
    #[derive(Clone, Default)]
    struct Group {
        blocks: f32,
        characters: f32,
        squares: f32,
        links: f32,
        long: f32,
        ends: f32,
        first: usize,
        last: usize,
    }
    let mut sums = vec![Group::default(); *count];
    for (i, &group) in of.iter().enumerate() {
        let g = &mut sums[group];
        if g.blocks == 0.0 {
            g.first = i;
        }
        g.blocks += 1.0;
        g.characters += shapes[i].characters;
        g.squares += shapes[i].characters * shapes[i].characters;
        g.links += shapes[i].characters * shapes[i].link_share;
        g.long += f32::from(blocks[i].long);
        g.ends += f32::from(shapes[i].end == 1.0);
        g.last = i;
    }
    let mut column =
        |what: &str, value: &dyn Fn(&Group) -> f32| table.add(format!("{name}_{what}"), |i| value(&sums[of[i]]));
    column("blocks", &|g| g.blocks);
    column("mean", &|g| g.characters / g.blocks);
    column("link_share", &|g| share(g.links, g.characters));
    column("spread", &|g| {
        let mean = g.characters / g.blocks;
        (g.squares / g.blocks - mean * mean).max(0.0).sqrt() / mean.max(1.0)
    });
    column("long", &|g| g.long / g.blocks);
    column("share", &|g| share(g.characters, all));
    column("range", &|g| (g.last - g.first) as f32 / blocks.len() as f32);
    column("ends", &|g| g.ends / g.blocks);
}

/// Adds columns of the nearest container among three or more siblings with the same tag and class: a card, a post, an
/// item.
fn add_row_columns(table: &mut FeatureTable, elements: &Elements, blocks: &[Situated], names: &[u64], sums: &Sums) {
    const ROW: u32 = 3;
    let key = |e: Element| (elements.parents[e], names[e]);
    let (of, count) = groups((0..elements.len()).map(key));
    let mut sizes = vec![0; count];
    for e in 1..elements.len() {
        sizes[of[e]] += 1;
    }
    let siblings = |e: Element| sizes[of[e]];
    let mut rows: Vec<Option<Element>> = vec![None; elements.len()];
    for e in 1..elements.len() {
        let in_row = siblings(e) >= ROW && sums.characters[e] > 0.0;
        rows[e] = if in_row { Some(e) } else { rows[elements.parents[e]] };
    }
    let row = |i: usize| rows[blocks[i].inner];
    let (kinds, _) = groups((0..blocks.len()).map(|i| row(i).map(|row| of[row])));
    table.add_groups("row", &kinds);
    let mut column = |what: &str, value: &dyn Fn(Element, Element) -> f32| {
        table.add(format!("row_{what}"), |i| row(i).map_or(-1.0, |row| value(blocks[i].inner, row)));
    };
    column("siblings", &|_, row| siblings(row) as f32);
    column("depth", &|e, row| (elements.depths[e] - elements.depths[row]) as f32);
    column("characters", &|_, row| sums.characters[row]);
    column("link_share", &|_, row| sums.link_share(row));
    column("blocks", &|_, row| sums.blocks[row]);
    column("parent_share", &|_, row| share(sums.characters[elements.parents[row]], sums.characters[0]));
    column("parent_link_share", &|_, row| sums.link_share(elements.parents[row]));
    column("parent_long_share", &|_, row| sums.long_share(elements.parents[row]));
}
