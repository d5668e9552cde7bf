//! What comes again on a page: equal texts, blocks built alike, containers in a row of their kind.

use super::elements::{Element, Elements};
use super::learned::Parts;
use super::shape::Shape;
use super::surroundings::{Situated, Sums};
use super::table::{Table, share};
use crate::tree::Tree;
use std::collections::HashMap;

pub(super) fn add_columns(table: &mut Table, parts: Parts, folded: &[String]) {
    let Parts { tree, elements, blocks, shapes, sums } = parts;
    add_text_columns(table, folded);
    let names = names(tree, elements);
    let path = |i: usize, levels: usize| {
        let mut hash = 0_u64;
        for level in 0..levels {
            hash = combine(hash, names[elements.up(blocks[i].inner, level)]);
        }
        hash
    };
    let tag_paths = tag_paths(tree, elements);
    add_group_columns(table, "alike2", shapes, blocks, |i| path(i, 2), sums);
    add_group_columns(table, "alike4", shapes, blocks, |i| path(i, 4), sums);
    add_group_columns(table, "alike_tags", shapes, blocks, |i| tag_paths[blocks[i].inner], sums);
    add_row_columns(table, elements, blocks, &names, sums);
}

fn add_text_columns(table: &mut Table, folded: &[String]) {
    let mut counts: HashMap<&str, (f32, usize)> = HashMap::new();
    for (i, text) in folded.iter().enumerate() {
        counts.entry(text).or_insert((0.0, i)).0 += 1.0;
    }
    table.add("equal_blocks", |i| counts[folded[i].as_str()].0);
    table.add("said_before", |i| f32::from(counts[folded[i].as_str()].1 < i));
}

/// A number for each element's tag and class, equal for equal ones.
fn names(tree: &Tree, elements: &Elements) -> Vec<u64> {
    elements
        .nodes
        .iter()
        .map(|&id| {
            let mut hash = hash_bytes(tree.name(id).as_bytes());
            // The sum of the classes' hashes, so that their order does not matter.
            let classes = tree.attr(id, "class").unwrap_or_default().split_ascii_whitespace().take(4);
            hash = hash.wrapping_add(classes.map(|c| hash_bytes(c.as_bytes())).fold(0, u64::wrapping_add));
            hash
        })
        .collect()
}

/// A number for the tags from `<body>` to each element.
fn tag_paths(tree: &Tree, elements: &Elements) -> Vec<u64> {
    let mut paths = vec![0; elements.len()];
    for e in 0..elements.len() {
        let above = if e == 0 { 0 } else { paths[elements.parents[e]] };
        paths[e] = combine(above, hash_bytes(tree.name(elements.nodes[e]).as_bytes()));
    }
    paths
}

/// FNV-1a, the same on every platform and in every run, which the standard hasher does not promise. A collision
/// chosen by a page could only make two of its own kinds of blocks count as one.
fn hash_bytes(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn combine(a: u64, b: u64) -> u64 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What blocks of the same build are like together.
fn add_group_columns(
    table: &mut Table,
    name: &str,
    shapes: &[Shape],
    blocks: &[Situated],
    key: impl Fn(usize) -> u64,
    sums: &Sums,
) {
    #[derive(Default)]
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
    let mut numbers: HashMap<u64, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let of: Vec<usize> = (0..blocks.len())
        .map(|i| {
            let group = *numbers.entry(key(i)).or_insert_with(|| {
                groups.push(Group { first: i, ..Group::default() });
                groups.len() - 1
            });
            let g = &mut groups[group];
            g.blocks += 1.0;
            g.characters += shapes[i].characters;
            g.squares += shapes[i].characters * shapes[i].characters;
            g.links += shapes[i].characters * shapes[i].link_share;
            g.long += f32::from(blocks[i].long);
            g.ends += f32::from(shapes[i].end == 1.0);
            g.last = i;
            group
        })
        .collect();
    let mut column =
        |what: &str, value: &dyn Fn(&Group) -> f32| table.add(format!("{name}_{what}"), |i| value(&groups[of[i]]));
    column("blocks", &|g| g.blocks);
    column("mean", &|g| g.characters / g.blocks);
    column("link_share", &|g| share(g.links, g.characters));
    column("spread", &|g| {
        let mean = g.characters / g.blocks;
        (g.squares / g.blocks - mean * mean).max(0.0).sqrt() / mean.max(1.0)
    });
    column("long", &|g| g.long / g.blocks);
    column("share", &|g| share(g.characters, sums.characters[0]));
    column("range", &|g| (g.last - g.first) as f32 / blocks.len() as f32);
    column("ends", &|g| g.ends / g.blocks);
}

/// The nearest container that is one of three or more siblings of the same tag and class: a card, a post, an item.
fn add_row_columns(table: &mut Table, elements: &Elements, blocks: &[Situated], names: &[u64], sums: &Sums) {
    const ROW: u32 = 3;
    let key = |e: Element| (elements.parents[e], names[e]);
    let mut siblings: HashMap<(Element, u64), u32> = HashMap::new();
    for e in 1..elements.len() {
        *siblings.entry(key(e)).or_default() += 1;
    }
    let mut rows: Vec<Option<Element>> = vec![None; elements.len()];
    for e in 1..elements.len() {
        let in_row = siblings[&key(e)] >= ROW && sums.characters[e] > 0.0;
        rows[e] = if in_row { Some(e) } else { rows[elements.parents[e]] };
    }
    let mut column = |what: &str, value: &dyn Fn(Element, Element) -> f32| {
        table.add(format!("row_{what}"), |i| rows[blocks[i].inner].map_or(-1.0, |row| value(blocks[i].inner, row)));
    };
    column("siblings", &|_, row| siblings[&key(row)] as f32);
    column("depth", &|e, row| (elements.depths[e] - elements.depths[row]) as f32);
    column("characters", &|_, row| sums.characters[row]);
    column("link_share", &|_, row| sums.link_share(row));
    column("blocks", &|_, row| sums.blocks[row]);
    column("parent_share", &|_, row| share(sums.characters[elements.parents[row]], sums.characters[0]));
    column("parent_link_share", &|_, row| sums.link_share(elements.parents[row]));
    column("parent_long_share", &|_, row| sums.long_share(elements.parents[row]));
}
