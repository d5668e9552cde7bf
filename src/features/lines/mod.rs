//! The measures of each line of pasted text.
//!
//! A paste has no tags. Three things separate the article from boilerplate: the look of a line, the
//! lines around it, and the vocabulary that it shares with the rest. The paragraphs of an article
//! share a subject, teasers do not. Structures that people recognize (a repeated headline, a name
//! and a bar, a label above a list) are features too, so that the classifier can weigh them. All
//! work is linear in the text.

mod cards;
mod context;
mod known_names;
mod labels;
mod line_kind;
mod look;
mod notices;
mod second_article;
mod structure;
mod title;
mod topic;

pub(crate) use labels::is_comments_label;
pub use labels::{Label, Labelled};

/// Returns `true` if a folded text begins with words that point to other articles.
pub(crate) fn points_elsewhere(folded: &str) -> bool {
    labels::of(folded).is_some_and(|found| found.label == Label::Related)
}
pub use line_kind::Look;
pub use structure::Lines;

use super::measure::{Features, Measured};
use super::shape::{self, Shape};
use super::table::{FeatureTable, share};
use crate::blocks::Blocks;
use crate::text;

/// Reads the lines of a paste. Each line is one block. `blank_before` is the number of blank lines before each element,
/// as [`lines::parse`](crate::lines::parse) returns it.
pub fn read(blocks: &Blocks, measured: &Measured, blank_before: &[u16]) -> Lines {
    let blank_before = blocks.list.iter().map(|block| blank_before[block.element.index()]).collect();
    let folded: Vec<String> = blocks.list.iter().map(|block| text::fold(&block.text)).collect();
    let labels: Vec<Option<Labelled>> = folded.iter().map(|folded| labels::of(folded)).collect();
    let looks: Vec<Look> = (0..folded.len())
        .map(|i| line_kind::of(&blocks.list[i].text, &folded[i], labels[i], &measured.blocks[i]))
        .collect();
    let value =
        |i: usize| if looks[i] == Look::Body { context::worth(&measured.blocks[i]) } else { -context::CORE_COST };
    let core = context::densest((0..looks.len()).map(value));
    let mut lines =
        Lines { folded, looks, labels, blank_before, title: None, second_article: None, candidates: Vec::new(), core };
    lines.title = title::find(&lines, &measured.blocks, &lines.core);
    lines.candidates = second_article::candidates(&lines, &measured.blocks);
    lines.second_article = second_article::certain(&lines.candidates, blocks);
    lines
}

/// Measures every line. The columns and their order are the same for every paste.
pub fn table(blocks: &Blocks, measured: &Measured, lines: &Lines) -> FeatureTable {
    let features = &measured.blocks;
    let shapes: Vec<Shape> = blocks.list.iter().zip(features).map(|(b, f)| Shape::of(b, f)).collect();
    let mut table = FeatureTable::new(blocks.list.len());
    shape::add_columns(&mut table, &shapes);
    look::add_columns(&mut table, blocks, lines, features);
    add_blank_columns(&mut table, &lines.blank_before);
    title::add_columns(&mut table, lines);
    context::add_columns(&mut table, lines, &shapes, features);
    topic::add_columns(&mut table, lines);
    known_names::add_columns(&mut table, blocks, lines);
    second_article::add_columns(&mut table, lines);
    notices::add_columns(&mut table, &lines.folded);
    cards::add_columns(&mut table, lines, &shapes);
    add_page_columns(&mut table, lines, &shapes, features);
    table
}

/// Adds columns about the blank lines around each line, and about how common they are in this
/// paste. Browsers put blank lines around paragraphs but not around the items of menus. But some
/// pastes have blank lines everywhere, and others have none.
fn add_blank_columns(table: &mut FeatureTable, blank_before: &[u16]) {
    let count = blank_before.len();
    let with = blank_before.iter().filter(|&&blank| blank > 0).count();
    let before = |i: usize| blank_before.get(i).map_or(1.0, |&blank| f32::from(blank.min(4)));
    table.add("blank_before", before);
    table.add("blank_after", |i| before(i + 1));
    table.add_page("page_blank_share", share(with as f32, count as f32));
}

/// Adds columns of the paste as a whole.
fn add_page_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape], features: &[Features]) {
    let count = shapes.len();
    let mean_of = |value: &dyn Fn(usize) -> f32| share((0..count).map(value).sum(), count as f32);
    let words = |i: usize| features[i].words as f32;
    let all: f32 = (0..count).map(words).sum();
    let of_looks = |wanted: Look| mean_of(&|i| f32::from(lines.looks[i] == wanted));
    table.add_page("page_lines", count as f32);
    table.add_page("page_words", all);
    table.add_page("page_body", of_looks(Look::Body));
    table.add_page("page_body_words", share((0..count).filter(|&i| lines.is_body(i)).map(words).sum(), all));
    table.add_page("page_structured", of_looks(Look::Structured));
    table.add_page("page_widgets", of_looks(Look::Widget));
    table.add_page("page_doubled", of_looks(Look::Doubled));
    table.add_page("page_dates", mean_of(&|i| shapes[i].date));
    table.add_page("page_prices", mean_of(&|i| shapes[i].price));
    table.add_page("page_ends", mean_of(&|i| f32::from(shapes[i].end == 1.0)));
    table.add_page("page_core_words", share(lines.core.clone().map(words).sum(), all));
    table.add_page("page_core_lines", lines.core.len() as f32);
    let mut sorted: Vec<f32> = (0..count).map(words).collect();
    sorted.sort_unstable_by(f32::total_cmp);
    for percent in [50, 75, 90] {
        table.add_page(format!("page_words_{percent}"), sorted.get(count * percent / 100).copied().unwrap_or(0.0));
    }
}
