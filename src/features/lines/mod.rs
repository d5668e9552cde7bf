//! What is measured of each line of pasted text.
//!
//! A paste has no tags to go by. What tells body from boilerplate is the look of a line, its company, and the
//! vocabulary it shares with the rest: an article's paragraphs talk of the same things, teasers of others. Structure
//! that people would name (a headline said twice, a name and a bar, a label over a list) is among the numbers, so that
//! the learned classifier weighs it. All of it is linear in the text.

mod cards;
mod company;
mod labels;
mod look;
mod notices;
mod second;
mod title;
mod topic;

pub use labels::{Label, Labelled};
pub use look::Look;
pub(crate) use look::is_name;

use super::shape::{self, Shape};
use super::{Features, Measured, Table, table::share};
use crate::blocks::Blocks;
use crate::measure;
use std::ops::Range;

/// What the lines of a paste are by rules that hold without training.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Each line's words, see [`measure::fold`].
    pub folded: Vec<String>,
    /// What each line looks like by itself.
    pub looks: Vec<Look>,
    /// What each line's words say it is.
    pub labels: Vec<Option<Labelled>>,
    /// The line that is likely to be the title, as far as can be told before it is known what the text is.
    pub title: Option<usize>,
    /// The line that is the title of a second article, if what follows it is one.
    pub second_article: Option<usize>,
    /// All lines that may be one.
    candidates: Vec<second::Candidate>,
    /// The run of lines with the most running text and the least else.
    pub core: Range<usize>,
}

impl Lines {
    /// Whether a line is running text.
    pub fn is_body(&self, line: usize) -> bool {
        self.looks[line] == Look::Body
    }

    /// Whether a line is a label that opens a list of other articles.
    pub fn opens_related(&self, line: usize) -> bool {
        self.labels[line].is_some_and(|found| found.whole && found.label == Label::Related)
    }

    /// The line that is the title of the text that was chosen.
    pub fn title_of(&self, measured: &Measured, chosen: &[bool]) -> Option<usize> {
        /// A line marked as a heading, in Markdown, counts as much as so many others.
        const MARKED: f32 = 3.0;
        let is_text = |i: usize| chosen[i] && self.is_body(i);
        let value = |i: usize| match chosen[i] {
            true if self.is_body(i) => company::worth(&measured.blocks[i]),
            true => 0.0,
            false => -company::CORE_COST,
        };
        let text = company::densest((0..chosen.len()).map(value));
        title::find(self, &measured.blocks, &text, is_text, MARKED)
    }

    /// The lines that are likely to be titles of further articles, as far as the lines above and right under them tell.
    pub fn headlines(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().filter(|candidate| candidate.is_likely()).map(|candidate| candidate.line)
    }

    /// The lines that may be titles of further articles, in order; many are subheadings.
    pub fn possible_titles(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().filter(|candidate| candidate.is_possible()).map(|candidate| candidate.line)
    }
}

/// Reads the lines of a paste, each of which is one block.
pub fn read(blocks: &Blocks, measured: &Measured) -> Lines {
    let folded: Vec<String> = blocks.list.iter().map(|block| measure::fold(&block.text)).collect();
    let labels: Vec<Option<Labelled>> = folded.iter().map(|folded| labels::of(folded)).collect();
    let looks: Vec<Look> =
        (0..folded.len()).map(|i| look::of(&blocks.list[i].text, &folded[i], labels[i], &measured.blocks[i])).collect();
    let value =
        |i: usize| if looks[i] == Look::Body { company::worth(&measured.blocks[i]) } else { -company::CORE_COST };
    let core = company::densest((0..looks.len()).map(value));
    let mut lines = Lines { folded, looks, labels, title: None, second_article: None, candidates: Vec::new(), core };
    lines.title = title::find(&lines, &measured.blocks, &lines.core, |_| true, 1.0);
    lines.candidates = second::candidates(&lines, &measured.blocks);
    lines.second_article = second::certain(&lines.candidates, blocks);
    lines
}

/// Measures every line. `blank_before` is the number of blank lines before each element, as
/// [`lines::parse`](crate::lines::parse) gives it. The columns and their order are the
/// same for every paste.
pub fn table(blocks: &Blocks, measured: &Measured, lines: &Lines, blank_before: &[u16]) -> Table {
    let features = &measured.blocks;
    let shapes: Vec<Shape> = blocks.list.iter().zip(features).map(|(b, f)| Shape::of(b, f)).collect();
    let mut table = Table::new(blocks.list.len());
    shape::add_columns(&mut table, &shapes);
    look::add_columns(&mut table, blocks, lines, features);
    let blank: Vec<u16> = blocks.list.iter().map(|block| blank_before[block.element.index()]).collect();
    add_blank_columns(&mut table, &blank);
    title::add_columns(&mut table, lines);
    company::add_columns(&mut table, lines, &shapes, features);
    topic::add_columns(&mut table, lines);
    second::add_columns(&mut table, lines);
    notices::add_columns(&mut table, &lines.folded);
    cards::add_columns(&mut table, lines, &shapes);
    add_page_columns(&mut table, lines, &shapes, features);
    table
}

/// Blank lines around each line, and how usual they are in this paste: browsers leave them around paragraphs and not
/// around the items of menus, but some pastes have them everywhere and others nowhere.
fn add_blank_columns(table: &mut Table, blank_before: &[u16]) {
    let count = blank_before.len();
    let with = blank_before.iter().filter(|&&blank| blank > 0).count();
    let before = |i: usize| blank_before.get(i).map_or(1.0, |&blank| f32::from(blank.min(4)));
    table.add("blank_before", before);
    table.add("blank_after", |i| before(i + 1));
    table.add_page("page_blank_share", share(with as f32, count as f32));
}

/// What the paste is as a whole.
fn add_page_columns(table: &mut Table, lines: &Lines, shapes: &[Shape], features: &[Features]) {
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
