//! The numbers that the learned classifier reads: one row per block, one named column per feature.

use std::borrow::Cow;

/// The kind of information that a group of features has about a block, in words that a person can
/// check on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Evidence {
    /// Its text: length, sentences, words, capitals, digits, dates and prices.
    Text,
    /// Its share of links.
    Links,
    /// The words that it shares with the page's title and description.
    Title,
    /// The meaning of its words: a list of other articles, a button.
    Label,
    /// The kind of its element, and the element's depth.
    Element,
    /// The parts of the page around it: `main`, `nav`, `footer` and so on.
    Landmark,
    /// The class names and ids around it: comments, sharing, a sidebar.
    Names,
    /// Its visibility on the page.
    Visibility,
    /// The other content of the elements around it.
    Container,
    /// Its distance from the page's long texts.
    Prose,
    /// Its position on the page.
    Position,
    /// The headings above and below it, and the text between.
    Headings,
    /// The blocks before and after it.
    Neighbours,
    /// What repeats on the page: equal texts, blocks with the same structure, rows.
    Repetition,
    /// Properties of the whole page.
    Page,
}

impl Evidence {
    /// All kinds, in the order of the columns.
    pub const ALL: [Evidence; 15] = [
        Evidence::Text,
        Evidence::Links,
        Evidence::Title,
        Evidence::Label,
        Evidence::Element,
        Evidence::Landmark,
        Evidence::Names,
        Evidence::Visibility,
        Evidence::Container,
        Evidence::Prose,
        Evidence::Position,
        Evidence::Headings,
        Evidence::Neighbours,
        Evidence::Repetition,
        Evidence::Page,
    ];

    /// Returns a short name in lower case that never changes (`links`).
    pub fn as_str(self) -> &'static str {
        match self {
            Evidence::Text => "text",
            Evidence::Links => "links",
            Evidence::Title => "title",
            Evidence::Label => "label",
            Evidence::Element => "element",
            Evidence::Landmark => "landmark",
            Evidence::Names => "names",
            Evidence::Visibility => "visibility",
            Evidence::Container => "container",
            Evidence::Prose => "prose",
            Evidence::Position => "position",
            Evidence::Headings => "headings",
            Evidence::Neighbours => "neighbours",
            Evidence::Repetition => "repetition",
            Evidence::Page => "page",
        }
    }
}

/// The approximate number of columns, for which memory is reserved.
const COLUMNS: usize = 308;

/// A table of features, stored by column.
#[derive(Debug, Clone)]
pub struct FeatureTable {
    names: Vec<Cow<'static, str>>,
    /// The kind of evidence of each column.
    evidence: Vec<Evidence>,
    /// The kind of evidence of the next columns.
    current: Evidence,
    rows: usize,
    values: Vec<f32>,
}

impl FeatureTable {
    /// Returns a table without columns.
    pub(super) fn new(rows: usize) -> FeatureTable {
        FeatureTable {
            names: Vec::with_capacity(COLUMNS),
            evidence: Vec::with_capacity(COLUMNS),
            current: Evidence::Text,
            rows,
            values: Vec::with_capacity(COLUMNS * rows),
        }
    }

    /// Sets the kind of evidence for the columns that are added after this call.
    pub(super) fn tells(&mut self, evidence: Evidence) {
        self.current = evidence;
    }

    /// Adds a column. `value` returns the number for a row. Not-a-number values become 0, because
    /// they have no order.
    pub(super) fn add(&mut self, name: impl Into<Cow<'static, str>>, value: impl Fn(usize) -> f32) {
        self.names.push(name.into());
        self.evidence.push(self.current);
        self.values.extend((0..self.rows).map(value).map(|v| if v.is_nan() { 0.0 } else { v }));
    }

    /// Adds a column that is the same for every block of the page.
    pub(super) fn add_page(&mut self, name: impl Into<Cow<'static, str>>, value: f32) {
        self.add(name, |_| value);
    }

    /// Adds a column with the numbers of groups of blocks. These numbers have no order. Only
    /// networks read them, to see the blocks of each group together.
    pub(super) fn add_groups(&mut self, name: &str, groups: &[usize]) {
        self.add(format!("{name}_group"), |i| groups[i] as f32);
    }

    /// Returns the names of the columns.
    pub fn names(&self) -> &[Cow<'static, str>] {
        &self.names
    }

    /// Returns the kind of evidence of a column.
    pub fn evidence(&self, column: usize) -> Evidence {
        self.evidence[column]
    }

    /// Returns the number of blocks.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Fills a slice with the numbers of a column, starting at a row.
    pub fn read_column(&self, column: usize, first: usize, numbers: &mut [f32]) {
        let start = column * self.rows + first;
        numbers.copy_from_slice(&self.values[start..start + numbers.len()]);
    }

    /// Returns a feature of a block.
    pub fn get(&self, row: usize, column: usize) -> f32 {
        self.values[column * self.rows + row]
    }
}

/// Returns part / whole, or 0 if the whole is 0.
pub(super) fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
