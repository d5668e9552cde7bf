//! Which line of pasted text names the author, and which part of that line.
//!
//! A page has many names: in the story, under comments, on cards of other articles, in the publisher's notices. The
//! author's name has a word before it ("By"), or it stands beside the date, between the headline and the text, or under
//! the text.
//!
//! 1. [`rules`] finds names that a word or their place settles.
//! 2. [`readings`] takes every part of a line that may be names.
//! 3. [`evidence`] measures each part, its line and the lines around it, and whether the rules found it.
//! 4. A small network of learned [`weights`] turns the evidence into a score. The part with the highest score is the
//!    byline, if the score is high enough.
//!
//! The dangers are the persons of the story, and sections, places and departments that look like names.

pub mod evidence;
mod readings;
mod rules;
mod weights;

use super::credit;
use super::date::{self, DateOrder};
use super::headline::Headline;
use super::names::is_house;
use super::pasted_line::PastedLine;
use super::text::plain;
use super::undress::{self, Dressing};
use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt};
use crate::text;
use readings::{Depth, NameReading};
use std::cell::OnceCell;
use std::ops::Range;

pub(super) use readings::{in_dateline, is_full_name, says_author};

/// How many lines above the headline, below it and below the text are searched.
const LINES_ABOVE: usize = 6;
const LINES_BELOW_TITLE: usize = 16;
const LINES_BELOW_TEXT: usize = 12;
/// How many lines after the first one of the text may have a date or a name.
const LINES_OF_LEAD: usize = 6;
/// How far from the headline and from the text a line with a word for the author is searched, and how many such lines
/// are read at most: long lists of comments would take long.
const LINES_FAR: usize = 24;
const MOST_FAR: usize = 60;

/// The least score of a byline. At 0 it is as likely right as none. A wrong author is worse than none, unless a rule speaks
/// for it too.
const LEAST_SCORE: f32 = 1.0;
const LEAST_RULED_SCORE: f32 = 0.0;

/// A part of a line that may be the byline.
#[derive(Debug, Clone, PartialEq)]
pub struct BylineCandidate {
    /// The names that the part holds.
    pub names: Vec<String>,
    /// What is measured of it, in the order of [`evidence::NAMES`].
    pub evidence: [f32; evidence::COUNT],
}

/// Returns the names of the authors, or nothing if it is likelier that no line has them.
pub(super) fn authors(lines: &[PastedLine], headline: Option<&Headline>, language: &str) -> Vec<String> {
    let search = BylineSearch::of(lines, headline, language);
    let scored = search.candidates().into_iter().map(|candidate| {
        let least = if evidence::is_ruled(&candidate.evidence) { LEAST_RULED_SCORE } else { LEAST_SCORE };
        (weights::WEIGHTS.score(&candidate.evidence) - least, candidate.names)
    });
    // Of equal parts the first one wins.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let found = best.filter(|(score, _)| *score >= 0.0).map(|(_, names)| names);
    found.or_else(|| rules::of_path(&search)).unwrap_or_default()
}

/// Returns the parts of lines among which [`authors`] chooses. Training learns the weights from them.
#[cfg(feature = "_internals")]
pub fn candidates(lines: &[PastedLine], headline: Option<&Headline>, language: &str) -> Vec<BylineCandidate> {
    BylineSearch::of(lines, headline, language).candidates()
}

/// A paste, and where its headline and its text stand.
struct BylineSearch<'a> {
    lines: &'a [PastedLine<'a>],
    headline: Option<Range<usize>>,
    /// The headline without what is glued to it.
    title: &'a str,
    language: &'a str,
    /// The first line of running text after the headline.
    text_start: usize,
    /// The line after the last line of the text.
    text_end: usize,
    /// The words that some line has in small letters.
    small_words: HashSet<&'a str>,
    /// The number of short lines outside the text that have a folded word.
    label_words: HashMap<&'a str, usize>,
    /// Facts of each line. Each is computed on first use, because many parts of lines need the same ones.
    facts: Vec<LineFacts>,
    /// The numbers of short lines and of dates under the text.
    under_text: OnceCell<(usize, usize)>,
}

/// Facts of a line that do not depend on the part that is measured.
#[derive(Debug, Default)]
struct LineFacts {
    is_dated: OnceCell<bool>,
    says_author: OnceCell<bool>,
    /// What the line is to a name beside it.
    neighbour: OnceCell<evidence::Neighbour>,
    /// Its folded words between spaces.
    padded: OnceCell<String>,
}

impl<'a> BylineSearch<'a> {
    fn of(lines: &'a [PastedLine<'a>], told: Option<&'a Headline>, language: &'a str) -> BylineSearch<'a> {
        let headline = told.map(Headline::range);
        let title = told.map_or("", |headline| headline.text.as_str());
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
        let facts = lines.iter().map(|_| LineFacts::default()).collect();
        BylineSearch {
            lines,
            headline,
            title,
            language,
            text_start,
            text_end,
            small_words,
            label_words,
            facts,
            under_text: OnceCell::new(),
        }
    }

    fn candidates(&self) -> Vec<BylineCandidate> {
        let ruled = rules::of(self);
        let mut found = Vec::new();
        let mut is_ruled_read = false;
        let mut measure = |i: usize, reading: NameReading| {
            let evidence = evidence::of(self, i, &reading, ruled.as_ref());
            found.push(BylineCandidate { names: reading.names, evidence });
        };
        for (i, depth) in self.searched() {
            // Parts of a row stand far apart: `Harbour Weekly    Ana Ruiz`.
            let cells = self.lines[i].text.split(['\t', '\u{3000}']).flat_map(|cell| cell.split("   ")).map(plain);
            let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
            let line = plain(self.lines[i].text);
            let parts = std::iter::once(&line).chain(cells.iter().filter(|_| cells.len() > 1));
            let mut read: Vec<Vec<String>> = Vec::new();
            for reading in parts.flat_map(|part| readings::of(self, i, part, depth)) {
                // The first reading of the same names is the most certain one.
                if read.contains(&reading.names) {
                    continue;
                }
                read.push(reading.names.clone());
                is_ruled_read |= ruled.as_ref().is_some_and(|ruled| ruled.line == i && ruled.names == reading.names);
                measure(i, reading);
            }
        }
        if let Some(ruled) = ruled.as_ref().filter(|_| !is_ruled_read) {
            let line = plain(self.lines[ruled.line].text);
            measure(ruled.line, NameReading::of_line(&line, ruled.names.clone()));
        }
        found
    }

    /// Returns the names in a text, without those of places and papers after them.
    fn names(&self, told: &str, i: usize) -> Option<Vec<String>> {
        let dressing = Dressing::of(self.lines);
        let told = told.replace(['–', '—'], "-");
        // "Ana Ruiz / Tom Reed"
        let are_two = told.contains('/') && told.split('/').map(str::trim).all(readings::is_full_name);
        let told = if are_two { told.replace('/', ", ") } else { told };
        let own = |part: &&str| !told.contains(" - ") || !dressing.names_site(part, i);
        let parts: Vec<&str> = told.split(" - ").filter(own).collect();
        let mut names = readings::authors(&parts.join(" - "), self.language)?;
        // A department or a publisher is no person.
        names.retain(|name| !is_house(name) && !name.contains(" / "));
        // An author's name can stand alone elsewhere too, so only a last name is taken for the site's. After full names, a
        // last word alone is a site, a place or a part of a label: "Rangga Putra, kabarpagi".
        let is_full = names[..names.len().saturating_sub(1)].iter().all(|name| name.contains(' '));
        let is_no_name = |name: &String| {
            let is_word = is_full && !name.contains([' ', '.']) && !name.starts_with(char::is_uppercase);
            is_word || dressing.names_site(name, i) || credit::spoken(name, self.language).is_some()
        };
        while names.len() > 1 && names.last().is_some_and(is_no_name) {
            names.pop();
        }
        (!names.is_empty()).then_some(names)
    }

    /// Returns the lines that are searched, in their order, and how much of each is read.
    fn searched(&self) -> Vec<(usize, Depth)> {
        let title = self.headline.clone().unwrap_or(self.text_start..self.text_start);
        let above = title.start.saturating_sub(LINES_ABOVE)..title.start;
        let top_end = self.text_start.max(title.end);
        let top = title.start..top_end.min(title.end + LINES_BELOW_TITLE);
        let lead = top_end..(top_end + LINES_OF_LEAD);
        // A name under the text may be taken for its last line.
        let below = self.text_end.saturating_sub(2)..(self.text_end + LINES_BELOW_TEXT);
        let is_near = |i: &usize| [&above, &top, &lead, &below].iter().any(|lines| lines.contains(i));
        let far = title.start.saturating_sub(LINES_FAR)..(self.text_end + LINES_FAR).min(self.lines.len());
        // Lines farther away are read only for words for the author.
        let mut labelled = 0;
        let depth = |i: usize| match () {
            () if is_near(&i) => Some((i, Depth::Whole)),
            () if self.lines[i].kept || self.lines[i].is_body || labelled == MOST_FAR => None,
            () => {
                labelled += 1;
                Some((i, Depth::Labelled))
            }
        };
        far.filter_map(depth).collect()
    }

    /// Returns `true` if a short line has a date.
    fn is_dated(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let has_date =
            || readings::is_short(line.words, line.text) && date::span(line.text, DateOrder::DayFirst).is_some();
        *self.facts[i].is_dated.get_or_init(has_date)
    }

    /// Returns `true` if a short line has a word for the author.
    fn says_author(&self, i: usize) -> bool {
        const WORDS: usize = 6;
        let line = &self.lines[i];
        *self.facts[i].says_author.get_or_init(|| line.words <= WORDS && says_author(line.text, self.language))
    }

    /// Returns the folded words of a line between spaces.
    fn padded(&self, i: usize) -> &str {
        self.facts[i].padded.get_or_init(|| format!(" {} ", self.lines[i].folded))
    }

    /// Returns `true` if a line is part of the headline.
    fn is_of_title(&self, i: usize) -> bool {
        self.headline.as_ref().is_some_and(|lines| lines.contains(&i))
    }

    /// Returns what stands after the headline on its line.
    fn after_headline<'l>(&self, i: usize, line: &'l str) -> Option<&'l str> {
        let is_last = self.title() == Some(i) && !self.title.is_empty();
        let at = line.find(self.title).filter(|_| is_last)?;
        Some(line[at + self.title.len()..].trim()).filter(|rest| rest.contains(char::is_alphabetic))
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
