//! The position of a block in reading order: on the page, under its heading, among its neighbours.

use super::ancestors::Situated;
use super::elements::{Element, Elements};
use super::neighbours::{FAR, add_neighbour, running_sum, sum_of, window};
use super::parts::Parts;
use super::shape::Shape;
use super::table::{Evidence, FeatureTable, share};
use crate::tree::{Tag, Tree};

pub(super) fn add_columns(table: &mut FeatureTable, parts: Parts, title_overlaps: &[f32], levels: &[f32]) {
    let Parts { tree, elements, blocks, shapes, .. } = parts;
    let count = blocks.len() as f32;
    let before = running_sum(shapes.iter().map(|s| s.characters));
    let all = before[blocks.len()];
    table.tells(Evidence::Position);
    table.add("position", |i| i as f32 / count);
    table.add("text_position", |i| share(before[i], all));
    table.add("index", |i| i as f32);
    table.add("index_from_end", |i| count - i as f32);
    table.tells(Evidence::Headings);
    add_headline_columns(table, elements, blocks, shapes, title_overlaps, levels);
    add_heading_columns(table, shapes, blocks, levels);
    add_article_columns(table, tree, elements, blocks, levels);
    table.tells(Evidence::Neighbours);
    add_neighbour_columns(table, elements, blocks, shapes);
    add_image_columns(table, tree, elements, blocks);
    add_window_columns(table, blocks, shapes);
}

/// Adds columns of the distance to the headline: the top heading that shares most words with the title.
fn add_headline_columns(
    table: &mut FeatureTable,
    elements: &Elements,
    blocks: &[Situated],
    shapes: &[Shape],
    overlaps: &[f32],
    levels: &[f32],
) {
    let top = levels.iter().copied().filter(|&level| level > 0.0).fold(f32::INFINITY, f32::min);
    let standing = |i: usize| overlaps[i] * 10.0 + shapes[i].words.min(10.0) / 10.0;
    let headline = (0..blocks.len()).filter(|&i| levels[i] > 0.0 && levels[i] <= top.max(1.0)).fold(
        None,
        |best: Option<usize>, i| match best {
            Some(b) if standing(b) >= standing(i) => Some(b),
            _ => Some(i),
        },
    );
    let common = headline.map(|h| elements.common_depths(blocks[h].inner));
    table.add("after_headline", |i| headline.map_or(-FAR, |h| i as f32 - h as f32));
    table.add("headline_up", |i| match (&common, headline) {
        (Some(common), Some(h)) => (elements.depths[blocks[h].inner] - common[blocks[i].inner]) as f32,
        _ => -1.0,
    });
    table.add("up_to_headline", |i| match &common {
        Some(common) => (elements.depths[blocks[i].inner] - common[blocks[i].inner]) as f32,
        None => -1.0,
    });
}

/// Returns the nearest heading before each block.
pub(super) fn headings_above(levels: &[f32]) -> Vec<Option<usize>> {
    let mut last = None;
    let above = |(i, &level): (usize, &f32)| {
        let above = last;
        if level > 0.0 {
            last = Some(i);
        }
        above
    };
    levels.iter().enumerate().map(above).collect()
}

/// Adds columns of the heading above a block, the heading below it, and the text between them.
fn add_heading_columns(table: &mut FeatureTable, shapes: &[Shape], blocks: &[Situated], levels: &[f32]) {
    let n = blocks.len();
    let above = headings_above(levels);
    let mut below = vec![n; n];
    let mut next = n;
    for i in (0..n).rev() {
        below[i] = next;
        if levels[i] > 0.0 {
            next = i;
        }
    }
    table.add("heading_distance", |i| above[i].map_or(FAR, |h| (i - h) as f32));
    table.add("heading_above_level", |i| above[i].map_or(0.0, |h| levels[h]));
    table.add("heading_above_link_share", |i| above[i].map_or(-1.0, |h| shapes[h].link_share));
    table.add("heading_above_words", |i| above[i].map_or(-1.0, |h| shapes[h].words));
    table.add("next_heading_distance", |i| if below[i] < n { (below[i] - i) as f32 } else { FAR });

    let characters = running_sum(shapes.iter().map(|s| s.characters));
    let links = running_sum(shapes.iter().map(|s| s.characters * s.link_share));
    let long = running_sum(blocks.iter().zip(shapes).map(|(b, s)| if b.long { s.characters } else { 0.0 }));
    let span = |i: usize| if levels[i] > 0.0 { i } else { above[i].unwrap_or(0) }..below[i];
    let total = |sums: &[f32], i: usize| sum_of(sums, &span(i));
    table.add("under_heading_characters", |i| total(&characters, i));
    table.add("under_heading_link_share", |i| share(total(&links, i), total(&characters, i)));
    table.add("under_heading_long_share", |i| share(total(&long, i), total(&characters, i)));
    table.add("under_heading_blocks", |i| span(i).len() as f32);
}

/// Adds columns for the number of articles and top headings that began before a block, except those
/// around it. After the first article, a page may continue with others.
fn add_article_columns(
    table: &mut FeatureTable,
    tree: &Tree,
    elements: &Elements,
    blocks: &[Situated],
    levels: &[f32],
) {
    let is_article = |e: Element| f32::from(tree.tag(elements.nodes[e]) == Tag::ARTICLE);
    let mut around = vec![0.0; elements.len()];
    for e in 0..elements.len() {
        around[e] = is_article(e) + if e > 0 { around[elements.parents[e]] } else { 0.0 };
    }
    let begun = running_sum((0..elements.len()).map(is_article));
    table.add("articles_before", |i| begun[blocks[i].inner + 1] - around[blocks[i].inner]);
    let top_headings = running_sum(levels.iter().map(|&level| f32::from(level == 1.0)));
    table.add("top_headings_before", |i| top_headings[i]);
}

/// Adds columns for the number of images between a block and its neighbours.
fn add_image_columns(table: &mut FeatureTable, tree: &Tree, elements: &Elements, blocks: &[Situated]) {
    let images = running_sum((0..elements.len()).map(|e| f32::from(tree.tag(elements.nodes[e]) == Tag::IMG)));
    let up_to = |i: usize| images[blocks[i].inner + 1];
    table.add("images_before", |i| up_to(i) - if i > 0 { up_to(i - 1) } else { 0.0 });
    table.add("images_after", |i| if i + 1 < blocks.len() { up_to(i + 1) - up_to(i) } else { 0.0 });
}

fn add_neighbour_columns(table: &mut FeatureTable, elements: &Elements, blocks: &[Situated], shapes: &[Shape]) {
    for offset in [-3, -2, -1, 1, 2, 3] {
        add_neighbour(table, "characters", offset, |i| shapes[i].characters);
        if offset.abs() < 2 {
            add_neighbour(table, "link_share", offset, |i| shapes[i].link_share);
            add_neighbour(table, "end", offset, |i| shapes[i].end);
            add_neighbour(table, "capitals", offset, |i| shapes[i].capitals);
            add_neighbour(table, "depth", offset, |i| elements.depths[blocks[i].inner] as f32);
        }
    }
    // The depth that the path through the tree goes up to between each block and the next one.
    let common: Vec<f32> = (0..blocks.len())
        .map(|i| if i == 0 { 0.0 } else { common_depth(elements, blocks[i - 1].inner, blocks[i].inner) })
        .collect();
    let depth = |i: usize| elements.depths[blocks[i].inner] as f32;
    table.add("step_up_before", |i| if i == 0 { -1.0 } else { depth(i - 1) - common[i] });
    table.add("step_down_before", |i| depth(i) - common[i]);
    table.add("step_up_after", |i| common.get(i + 1).map_or(-1.0, |c| depth(i) - c));
}

/// Returns the depth of the innermost element around both elements.
fn common_depth(elements: &Elements, mut a: usize, mut b: usize) -> f32 {
    // The element that comes later in the document cannot be an ancestor of the other one, so its
    // parent is tried.
    while a != b {
        if a > b { a = elements.parents[a] } else { b = elements.parents[b] }
    }
    elements.depths[a] as f32
}

/// Adds columns with averages over the blocks around.
fn add_window_columns(table: &mut FeatureTable, blocks: &[Situated], shapes: &[Shape]) {
    let characters = running_sum(shapes.iter().map(|s| s.characters));
    let links = running_sum(shapes.iter().map(|s| s.characters * s.link_share));
    let long = running_sum(blocks.iter().zip(shapes).map(|(b, s)| if b.long { s.characters } else { 0.0 }));
    for reach in [3, 8, 20] {
        let around = |i: usize| window(i, reach, blocks.len());
        let share_around = |part: &[f32], i: usize| share(sum_of(part, &around(i)), sum_of(&characters, &around(i)));
        table.add(format!("window{reach}_characters"), |i| sum_of(&characters, &around(i)) / around(i).len() as f32);
        table.add(format!("window{reach}_link_share"), |i| share_around(&links, i));
        table.add(format!("window{reach}_long_share"), |i| share_around(&long, i));
    }
}
