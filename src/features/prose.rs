//! The position of the long texts on a page, and the distance of each block from them.

use super::ancestors::{Situated, Sums};
use super::elements::{Element, Elements};
use super::neighbours::distances;
use super::parts::Parts;
use super::table::{FeatureTable, share};
use crate::tree::Tag;

pub(super) fn add_columns(table: &mut FeatureTable, parts: Parts) {
    let Parts { elements, blocks, sums, .. } = parts;
    for percent in [30, 60, 90] {
        let holder = innermost_with(elements, sums, percent as f32 / 100.0);
        let common = elements.common_depths(holder);
        let depth = elements.depths[holder] as f32;
        table.add(format!("in_{percent}"), |i| f32::from(common[blocks[i].inner] as f32 >= depth));
        table.add(format!("to_{percent}"), |i| depth - common[blocks[i].inner] as f32);
        table.add(format!("under_{percent}"), |i| elements.depths[blocks[i].inner] as f32 - depth);
        table.add_page(format!("share_of_{percent}"), share(sums.characters[holder], sums.characters[0]));
        table.add_page(format!("link_share_of_{percent}"), sums.link_share(holder));
    }
    add_score_columns(table, parts);
    add_distance_columns(table, blocks);
}

/// Returns the innermost element that holds at least the given share of the long text.
fn innermost_with(elements: &Elements, sums: &Sums, wanted: f32) -> Element {
    (0..elements.len())
        .filter(|&e| sums.long[e] >= wanted * sums.long[0] && sums.long[0] > 0.0)
        .max_by_key(|&e| (elements.depths[e], std::cmp::Reverse(e)))
        .unwrap_or(0)
}

/// Adds columns for the classic score (Arc90's Readability, 2009). Paragraphs give points for
/// commas and length to the elements around them. Elements farther away get fewer points, and links
/// reduce the score.
fn add_score_columns(table: &mut FeatureTable, parts: Parts) {
    let Parts { tree, elements, blocks, shapes, sums } = parts;
    const LEVELS: usize = 5;
    let mut scores = vec![0.0; elements.len()];
    for (block, shape) in blocks.iter().zip(shapes) {
        if shape.words < 8.0 || shape.link_share >= 0.5 {
            continue;
        }
        let points = (1.0 + shape.commas + (shape.characters / 100.0).min(3.0)) * (1.0 - shape.link_share);
        let is_text =
            matches!(tree.tag(elements.nodes[block.owner]), Tag::P | Tag::PRE | Tag::TD | Tag::LI | Tag::BLOCKQUOTE);
        let mut e = if is_text { elements.parents[block.owner] } else { block.owner };
        for level in 0..LEVELS {
            scores[e] += points / [1.0, 2.0, 6.0, 9.0, 12.0][level];
            if e == 0 {
                break;
            }
            e = elements.parents[e];
        }
    }
    for (e, score) in scores.iter_mut().enumerate() {
        *score *= 1.0 - sums.link_share(e);
    }
    let best = (0..scores.len()).fold(0, |best, e| if scores[e] > scores[best] { e } else { best });
    let top = scores.get(best).copied().unwrap_or(0.0);
    let common = elements.common_depths(best);
    let mut highest = scores.clone();
    for e in 1..highest.len() {
        highest[e] = highest[e].max(highest[elements.parents[e]]);
    }
    table.add("score_distance", |i| elements.depths[best] as f32 - common[blocks[i].inner] as f32);
    table.add("score_highest", |i| share(highest[blocks[i].inner], top));
    for (level, name) in ["score_own", "score_parent", "score_grandparent"].into_iter().enumerate() {
        table.add(name, |i| share(scores[elements.up(blocks[i].owner, level)], top));
    }
}

/// Adds columns of the distance to the nearest long texts before and after, in blocks.
fn add_distance_columns(table: &mut FeatureTable, blocks: &[Situated]) {
    let before = distances(0..blocks.len(), |i| blocks[i].long);
    let after = distances((0..blocks.len()).rev(), |i| blocks[i].long);
    table.add("long_before", |i| before[i]);
    table.add("long_after", |i| after[i]);
    table.add("long_nearest", |i| before[i].min(after[i]));
    table.add("long_both_sides", |i| before[i].max(after[i]));
}
