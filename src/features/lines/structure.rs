//! What rules without training find out about the lines of a paste.

use super::labels::{Label, Labelled};
use super::line_kind::Look;
use std::ops::Range;

/// What rules without training find out about the lines of a paste.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Each line's folded text, see [`text::fold`].
    pub folded: Vec<String>,
    /// The look of each line by itself.
    pub looks: Vec<Look>,
    /// The label of each line.
    pub labels: Vec<Option<Labelled>>,
    /// The number of blank lines before each line.
    pub blank_before: Vec<u16>,
    /// The line that is probably the title. This is a first guess, before the text is known.
    pub title: Option<usize>,
    /// The line with the title of a second article, if there is one.
    pub second_article: Option<usize>,
    /// All lines that may be the title of a second article.
    pub(super) candidates: Vec<SecondHeadline>,
    /// The run of lines with the most running text and the fewest other lines.
    pub core: Range<usize>,
}

impl Lines {
    /// Returns `true` if a line is running text.
    pub fn is_body(&self, line: usize) -> bool {
        self.looks[line] == Look::Body
    }

    /// Returns `true` if a line is a label that opens a list of other articles.
    pub fn opens_related(&self, line: usize) -> bool {
        self.labels[line].is_some_and(|found| found.whole && found.label == Label::Related)
    }

    /// Returns the lines that are probably titles of further articles, judged by the lines above
    /// and right below them.
    pub fn headlines(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().filter(|candidate| candidate.is_likely()).map(|candidate| candidate.line)
    }

    /// Returns `true` if the text under a further headline opens with a day in numbers. Reports
    /// often do, the text under a subheading does not.
    pub fn opens_dated(&self, headline: usize) -> bool {
        self.candidates.iter().any(|candidate| candidate.line == headline && candidate.dated)
    }

    /// Returns the lines that may be titles of further articles, in order. Many of them are subheadings.
    pub fn possible_titles(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().filter(|candidate| candidate.is_possible()).map(|candidate| candidate.line)
    }
}

/// A headline that comes after running text, and has running text under it that uses its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct SecondHeadline {
    pub(super) line: usize,
    pub(super) words: usize,
    /// The shares of its words, and of its pairs of neighbouring words, that occur in the text
    /// under it.
    pub(super) taken_up: f32,
    pub(super) pairs_taken_up: f32,
    /// The number of subheadings between the text of the title and this line.
    pub(super) headings_before: usize,
    /// `true` if the text under it opens with a day in numbers, as in reports.
    pub(super) dated: bool,
}

impl SecondHeadline {
    /// Returns `true` if this line may be the headline of an article.
    pub(super) fn is_possible(&self) -> bool {
        const WORDS: usize = 6;
        const TAKEN_UP: f32 = 0.5;
        self.words >= WORDS && self.taken_up >= TAKEN_UP
    }

    /// Returns `true` if only few subheadings look like this line, judged by the lines above and
    /// right below it.
    pub(super) fn is_likely(&self) -> bool {
        const WORDS: usize = 9;
        const TAKEN_UP: f32 = 0.65;
        const PAIRS_TAKEN_UP: f32 = 0.25;
        let taken_up = self.taken_up >= TAKEN_UP || self.dated && self.is_possible();
        taken_up && self.words >= WORDS && self.pairs_taken_up >= PAIRS_TAKEN_UP && self.headings_before == 0
    }

    /// Returns `true` if hardly any subheading looks like this line.
    pub(super) fn is_certain(&self, text: &str) -> bool {
        const WORDS: usize = 9;
        const TAKEN_UP: f32 = 0.65;
        const PAIRS_TAKEN_UP: f32 = 0.25;
        self.headings_before == 0
            && self.words >= WORDS
            && self.taken_up >= TAKEN_UP
            && self.pairs_taken_up >= PAIRS_TAKEN_UP
            && !text.starts_with(|c: char| c.is_numeric())
            && !text.ends_with(['?', ':', '？', '：'])
    }
}
