//! The numbers that the learned classifier reads: one row a block, one named column a feature.

use std::borrow::Cow;

/// What a group of features tells of a block, in words that a person can check on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum Evidence {
    /// How it is written: its length, sentences, words, capitals, digits, dates and prices.
    Text,
    /// How much of it is links.
    Links,
    /// What it shares with the page's title and description.
    Title,
    /// What its words name: a list of other articles, a button.
    Label,
    /// Which element it is, and how deep it stands.
    Element,
    /// The parts of the page around it: `main`, `nav`, `footer` and so on.
    Landmark,
    /// What the classes and ids of the elements around it name: comments, sharing, a sidebar.
    Names,
    /// Whether the page hides it.
    Visibility,
    /// What else the elements around it hold.
    Container,
    /// How far it is from the page's long texts.
    Prose,
    /// Where on the page it stands.
    Position,
    /// The headings above and below it, and the text between.
    Headings,
    /// The blocks before and after it.
    Neighbours,
    /// What comes again on the page: equal texts, blocks built alike, rows.
    Repetition,
    /// What the page is as a whole.
    Page,
}

impl Evidence {
    /// All there are, in the order of the columns.
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

    /// A short name that never changes, in lower case (`links`).
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

/// About as many columns as there are: what is set aside for them.
const COLUMNS: usize = 304;

/// A table of features, stored by column.
#[derive(Debug, Clone)]
pub struct FeatureTable {
    names: Vec<Cow<'static, str>>,
    /// What each column tells.
    evidence: Vec<Evidence>,
    /// What the next columns tell.
    current: Evidence,
    rows: usize,
    values: Vec<f32>,
}

impl FeatureTable {
    /// A table without columns.
    pub(super) fn new(rows: usize) -> FeatureTable {
        FeatureTable {
            names: Vec::with_capacity(COLUMNS),
            evidence: Vec::with_capacity(COLUMNS),
            current: Evidence::Text,
            rows,
            values: Vec::with_capacity(COLUMNS * rows),
        }
    }

    /// Says what the columns that are added from here on tell.
    pub(super) fn tells(&mut self, evidence: Evidence) {
        self.current = evidence;
    }

    /// Adds a column; `value` gives the number for a row. Not-a-number, which no comparison could order, becomes 0.
    pub(super) fn add(&mut self, name: impl Into<Cow<'static, str>>, value: impl Fn(usize) -> f32) {
        self.names.push(name.into());
        self.evidence.push(self.current);
        self.values.extend((0..self.rows).map(value).map(|v| if v.is_nan() { 0.0 } else { v }));
    }

    /// Adds a column that is the same for every block of the page.
    pub(super) fn add_page(&mut self, name: impl Into<Cow<'static, str>>, value: f32) {
        self.add(name, |_| value);
    }

    /// Names of the columns.
    pub fn names(&self) -> &[Cow<'static, str>] {
        &self.names
    }

    /// What a column tells.
    pub fn evidence(&self, column: usize) -> Evidence {
        self.evidence[column]
    }

    /// Number of blocks.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Fills a slice with the numbers in a column, from a row on.
    pub fn read_column(&self, column: usize, first: usize, numbers: &mut [f32]) {
        let start = column * self.rows + first;
        numbers.copy_from_slice(&self.values[start..start + numbers.len()]);
    }

    /// A feature of a block.
    #[cfg_attr(not(feature = "_internals"), allow(dead_code, reason = "training asks"))]
    pub fn get(&self, row: usize, column: usize) -> f32 {
        self.values[column * self.rows + row]
    }
}

/// The share that a part is of a whole; 0 of nothing.
pub(super) fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
