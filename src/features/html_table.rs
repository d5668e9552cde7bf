//! Computes the numbers that the learned classifier reads for each block of an HTML page.

use super::ancestors::{Situated, Sums, heading_level};
use super::elements::Elements;
use super::measure::Measured;
use super::parts::Parts;
use super::shape::Shape;
use super::table::{Evidence, FeatureTable};
use super::{ancestors, labels, lexicon, page, position, prose, repetition, shape, shingles};
use crate::blocks::{Blocks, TextBlock};
use crate::substring::contains_any;
use crate::text;
use crate::tree::Tree;

/// A text of this many words with few links counts as long.
const LONG_WORDS: f32 = 20.0;
const LONG_LINK_SHARE: f32 = 0.35;

/// Measures every block. `title` and `description` are those that the page states. The columns and
/// their order are the same for all pages.
pub fn table(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    title: Option<&str>,
    description: Option<&str>,
) -> FeatureTable {
    let elements = Elements::of(tree);
    let shapes: Vec<Shape> = blocks.list.iter().zip(&measured.blocks).map(|(b, f)| Shape::of(b, f)).collect();
    let situated: Vec<Situated> = blocks
        .list
        .iter()
        .zip(&shapes)
        .map(|(block, shape)| {
            let inner = inner_element(tree, &elements, blocks, block);
            Situated {
                owner: elements.place(block.element),
                inner,
                heading_level: heading_level(tree, &elements, inner),
                long: shape.words >= LONG_WORDS && shape.link_share < LONG_LINK_SHARE,
            }
        })
        .collect();
    let sums = Sums::of(tree, &elements, &situated, &shapes);
    let folded = &measured.folded;
    let levels: Vec<f32> = situated.iter().map(|block| block.heading_level).collect();
    let overlaps = Overlaps::of(folded, title, description);

    let mut table = FeatureTable::new(blocks.list.len());
    shape::add_columns(&mut table, &shapes);
    table.tells(Evidence::Links);
    table.add("links", |i| blocks.list[i].links as f32);
    table.tells(Evidence::Title);
    overlaps.add_columns(&mut table);
    add_verdict_columns(&mut table, measured);
    ancestors::add_tag_columns(&mut table, tree, &elements, &situated, &measured.surroundings);
    table.tells(Evidence::Container);
    ancestors::add_container_columns(&mut table, tree, &elements, &situated, &sums);
    let parts = Parts { tree, elements: &elements, blocks: &situated, shapes: &shapes, sums: &sums };
    table.tells(Evidence::Prose);
    prose::add_columns(&mut table, parts);
    position::add_columns(&mut table, parts, &overlaps.title, &levels);
    lexicon::add_columns(&mut table, folded, &position::headings_above(&levels));
    table.tells(Evidence::Repetition);
    repetition::add_columns(&mut table, parts, folded);
    shingles::add_columns(&mut table, &measured.echoes);
    table.tells(Evidence::Page);
    page::add_columns(&mut table, parts);
    table
}

/// Adds columns with the results of rules: whether the block is the headline, the kind of its
/// element, its region, and whether its words belong to a button or to a label that opens a list of
/// other articles.
fn add_verdict_columns(table: &mut FeatureTable, measured: &Measured) {
    let folded = &measured.folded;
    let f = |i: usize| &measured.blocks[i];
    table.add("is_title", |i| f32::from(f(i).is_title));
    table.tells(Evidence::Element);
    table.add("kind", |i| f(i).kind as u8 as f32);
    table.tells(Evidence::Prose);
    table.add("region", |i| f(i).region as u8 as f32);
    table.tells(Evidence::Label);
    let opens_related: Vec<bool> = folded.iter().map(|text| labels::opens_related(text)).collect();
    table.add("opens_related", |i| f32::from(opens_related[i]));
    table.add("opens_related_before", |i| f32::from(i > 0 && opens_related[i - 1]));
    table.add("begins_related", |i| f32::from(labels::begins_related(&folded[i])));
    table.add("opens_control", |i| f32::from(labels::opens_control(&folded[i])));
}

/// Returns the common parent of the block's texts, or the block's own element if they have
/// different parents.
fn inner_element(tree: &Tree, elements: &Elements, blocks: &Blocks, block: &TextBlock) -> usize {
    let mut parents = blocks.leaves[block.leaves.clone()]
        .iter()
        .filter(|&&leaf| !tree.text(leaf).trim().is_empty())
        .filter_map(|&leaf| tree.parent(leaf));
    let inner = match parents.next() {
        Some(first) if parents.all(|parent| parent == first) => first,
        _ => block.element,
    };
    elements.place(inner)
}

/// How many words each block has in common with the title and the description.
struct Overlaps {
    /// Share of the block's words that are in the title.
    title: Vec<f32>,
    /// Share of the title's words that are in a short block.
    of_title: Vec<f32>,
    /// 1 if the description contains the start of the block, or if the block contains the start of
    /// the description.
    description: Vec<f32>,
}

impl Overlaps {
    fn of(folded: &[String], title: Option<&str>, description: Option<&str>) -> Overlaps {
        const SAMPLE_WORDS: usize = 40;
        const DESCRIPTION_START: usize = 60;
        let title = title.map(text::fold).unwrap_or_default();
        let mut title: Vec<&str> = title.split(' ').filter(|word| !word.is_empty()).collect();
        title.sort_unstable();
        title.dedup();
        let description = description.map(text::fold).unwrap_or_default();
        let start = |text: &str| text.char_indices().nth(DESCRIPTION_START).map_or(text.len(), |(at, _)| at);
        let description_start = &description[..start(&description)];
        let mut overlaps = Overlaps { title: Vec::new(), of_title: Vec::new(), description: Vec::new() };
        for text in folded {
            let (mut words, mut shared) = (0, 0);
            let mut said = vec![false; title.len()];
            for word in text.split(' ').take(SAMPLE_WORDS) {
                words += 1;
                if let Ok(at) = title.binary_search(&word) {
                    shared += 1;
                    said[at] = true;
                }
            }
            let is_short = text.split(' ').nth(SAMPLE_WORDS).is_none();
            let of_title = said.iter().filter(|&&said| said).count() as f32 / title.len().max(1) as f32;
            overlaps.title.push(shared as f32 / words.max(1) as f32);
            overlaps.of_title.push(if is_short { of_title } else { 0.0 });
            let starts_alike = text.len() > 15
                && (contains_any(&description, &[&text[..start(text)]])
                    || description_start.len() > 20 && text.contains(description_start));
            overlaps.description.push(f32::from(starts_alike));
        }
        overlaps
    }

    fn add_columns(&self, table: &mut FeatureTable) {
        table.add("title_overlap", |i| self.title[i]);
        table.add("overlap_of_title", |i| self.of_title[i]);
        table.add("description_overlap", |i| self.description[i]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    /// Returns the numbers of a kind of groups, one for each block.
    fn groups(page: &str, name: &str) -> Vec<f32> {
        let tree = tree::parse(page).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let table = table(&tree, &blocks, &measured, None, None);
        let column = table.names().iter().position(|column| column == name).unwrap();
        (0..table.rows()).map(|row| table.get(row, column)).collect()
    }

    #[test]
    fn blocks_of_one_class_are_a_group_wherever_they_stand() {
        let page = "<main><p class=text>One.</p><p class=note>Two.</p></main><main><p class=text>Three.</p></main>";
        let of = groups(page, "alike4_group");
        assert_eq!(of[0], of[2]);
        assert_ne!(of[0], of[1]);
    }

    #[test]
    fn blocks_of_one_container_are_a_group_if_they_are_many() {
        let part = |count: usize| format!("<div>{}</div>", "<p>Rain fell all night.</p>".repeat(count));
        let page = [part(8), part(9), part(2), part(2)].concat();
        let of = groups(&page, "part_group");
        assert_eq!(of[..8], [of[0]; 8]);
        assert_eq!(of[8..17], [of[8]; 9]);
        assert_eq!(of[17..], [of[17]; 4], "small parts are of the page");
        assert!(of[0] != of[8] && of[8] != of[17] && of[0] != of[17]);
        assert_eq!(groups(&page, "region_group"), [0.0; 21]);
    }

    #[test]
    fn blocks_of_the_rows_of_one_list_are_a_group() {
        let list = |class: &str| format!("<ul class={class}>{}</ul>", "<li><b>Boat</b><p>Lindow</p></li>".repeat(3));
        let of = groups(&format!("<p>Rain fell.</p>{}{}", list("a"), list("b")), "row_group");
        assert_eq!(of[1..4], [of[1]; 3]);
        assert_ne!(of[0], of[1]);
        assert_ne!(of[1], of[of.len() - 1]);
    }
}
