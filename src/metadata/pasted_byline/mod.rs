//! Which line of pasted text names the author, and which part of that line.
//!
//! Names stand everywhere on a page: in the story, under comments, on cards of other articles, in the publisher's
//! notices. Those of the author have a word before them ("By"), stand beside the date, between the headline and the
//! text, or under the text. [`readings`] takes the parts of a line that may be names. [`evidence`] measures each part,
//! its line and the lines around it, and a small network of learned [`weights`] turns this into a score. The part with
//! the highest score is the byline. The dangers are the persons of the story, and sections, places and departments that
//! look like names.

pub mod evidence;
mod readings;
mod weights;

use super::date::{self, DateOrder};
use super::names::is_house;
use super::pasted_line::PastedLine;
use super::text::plain;
use super::undress;
use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::text;
use std::ops::Range;

pub(super) use readings::says_author;

/// How many lines above the headline, below it and below the text are searched.
const LINES_ABOVE: usize = 6;
const LINES_BELOW_TITLE: usize = 16;
const LINES_BELOW_TEXT: usize = 12;
/// How many lines after the first one of the text may have a date or a name.
const LINES_OF_LEAD: usize = 6;

/// The least score of a byline. At 0 it is as likely right as none. A wrong author is worse than none.
const LEAST_SCORE: f32 = 0.75;

/// A part of a line that may be the byline.
#[derive(Debug, Clone, PartialEq)]
pub struct BylineCandidate {
    /// The names that the part holds.
    pub names: Vec<String>,
    /// What is measured of it, in the order of [`evidence::NAMES`].
    pub evidence: [f32; evidence::COUNT],
}

/// Returns the names of the authors, or nothing if it is likelier that no line has them.
pub(super) fn authors(lines: &[PastedLine], headline: Option<Range<usize>>, language: &str) -> Vec<String> {
    let search = BylineSearch::of(lines, headline, language);
    let scored = search.candidates().into_iter().map(|candidate| {
        let score = weights::WEIGHTS.score(&candidate.evidence);
        (score, candidate.names)
    });
    // Of equal parts the first one wins.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let found = best.filter(|(score, _)| *score >= LEAST_SCORE).map(|(_, names)| names);
    found.or_else(|| search.of_path().map(|name| vec![name])).unwrap_or_default()
}

/// Returns the parts of lines among which [`authors`] chooses; the weights are learned from them.
#[cfg(feature = "_internals")]
pub fn candidates(lines: &[PastedLine], headline: Option<Range<usize>>, language: &str) -> Vec<BylineCandidate> {
    BylineSearch::of(lines, headline, language).candidates()
}

/// A paste, and where its headline and its text stand.
struct BylineSearch<'a> {
    lines: &'a [PastedLine<'a>],
    headline: Option<Range<usize>>,
    language: &'a str,
    /// The first line of running text after the headline.
    text_start: usize,
    /// The line after the last line of the text.
    text_end: usize,
    /// The words that some line has in small letters.
    small_words: HashSet<&'a str>,
    /// The number of short lines outside the text that have a folded word.
    label_words: HashMap<&'a str, usize>,
}

impl<'a> BylineSearch<'a> {
    fn of(lines: &'a [PastedLine<'a>], headline: Option<Range<usize>>, language: &'a str) -> BylineSearch<'a> {
        let after_title = headline.as_ref().map_or(0, |lines| lines.end);
        let is_text = |line: &PastedLine| line.kept && line.is_body;
        let text_end = lines.iter().rposition(|line| line.kept).map_or(0, |last| last + 1);
        let text_start = (after_title..lines.len()).find(|&i| is_text(&lines[i])).unwrap_or(text_end.max(after_title));
        let (mut small_words, mut label_words) = (HashSet::new(), HashMap::new());
        for line in lines {
            small_words.extend(line.text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)));
            if !line.kept && !line.is_body {
                line.folded.split(' ').for_each(|word| *label_words.entry(word).or_default() += 1);
            }
        }
        BylineSearch { lines, headline, language, text_start, text_end, small_words, label_words }
    }

    fn candidates(&self) -> Vec<BylineCandidate> {
        let mut found = Vec::new();
        for i in self.searched() {
            let line = plain(self.lines[i].text);
            for reading in readings::of(self, i, &line) {
                let evidence = evidence::of(self, i, &reading);
                found.push(BylineCandidate { names: reading.names, evidence });
            }
        }
        found
    }

    /// Returns the line right under the headline if it is the step before the article in the page's path, as on pages of
    /// poems and songs. A section stands in the menu too.
    fn of_path(&self) -> Option<String> {
        let under = self.headline.as_ref().map(|lines| lines.end)?;
        let line = self.lines.get(under).filter(|line| line.folded.contains(' '))?;
        let is_of_menu = self.lines[..under].iter().any(|above| above.folded == line.folded);
        (self.is_step_of_path(line.folded) && !is_of_menu && !is_house(line.text)).then(|| plain(line.text))
    }

    /// Returns the lines that are searched, in their order.
    fn searched(&self) -> Vec<usize> {
        let title = self.headline.clone().unwrap_or(self.text_start..self.text_start);
        let above = title.start.saturating_sub(LINES_ABOVE)..title.start;
        let top_end = self.text_start.max(title.end);
        let top = title.start..top_end.min(title.end + LINES_BELOW_TITLE);
        let lead = top_end..(top_end + LINES_OF_LEAD);
        // A name under the text may be taken for its last line.
        let below = self.text_end.saturating_sub(2)..(self.text_end + LINES_BELOW_TEXT);
        let mut lines: Vec<usize> = above.chain(top).chain(lead).chain(below).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.retain(|&i| i < self.lines.len());
        lines
    }

    /// Returns `true` if a short line has a date.
    fn is_dated(&self, i: usize) -> bool {
        let line = &self.lines[i];
        readings::is_short(line.words, line.text) && date::span(line.text, DateOrder::DayFirst).is_some()
    }

    /// Returns `true` if a line is part of the headline.
    fn is_of_title(&self, i: usize) -> bool {
        self.headline.as_ref().is_some_and(|lines| lines.contains(&i))
    }

    /// Returns `true` if the page's path has a name as the step before the article, as those of poems and songs do.
    fn is_step_of_path(&self, name: &str) -> bool {
        let Some(title) = self.headline.as_ref().map(|lines| lines.start) else { return false };
        let said = self.lines[title].folded;
        self.lines[..title].iter().rev().take(LINES_ABOVE).any(|above| {
            let steps: Vec<String> = undress::steps(above.text).map(text::fold).collect();
            steps.len() > 1 && steps.iter().rev().find(|step| *step != said).is_some_and(|step| step == name)
        })
    }

    /// Returns the last line of the headline.
    fn title(&self) -> Option<usize> {
        self.headline.as_ref().map(|lines| lines.end - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_fit_the_evidence() {
        assert!(weights::WEIGHTS.fits(evidence::COUNT), "the evidence has changed: run train/bylines.py");
    }
}
