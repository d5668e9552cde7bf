//! Metadata of pasted text, from the lines around the headline and under the article.
//!
//! Most dates and names in a paste are not the article's: they belong to cards, comments, licences and notices, and a
//! site's header shows today's date. So a date counts only between the headline and the text, right above the headline,
//! or after a word for it under the text. A name counts only between the headline and the text, or as a signature. Without
//! such a line the field is `None`.

use super::credit;
use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::headline::Headline;
use super::line_parts::{facts, has_time, helper, is_dateline, undated};
use super::months::month;
use super::name_words::WEEKDAYS;
use super::names::has_word_of;
use super::paste_zones::{MAX_LINE_WORDS, PasteZones};
use super::pasted_byline;
use super::pasted_line::{PastedLine, language_of};
use super::published::{both_dates, is_update, says_published};
use super::source::{Source, Sources};
use super::text::{cap, plain};
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};

/// How many lines right above the headline may have its date, and how many counts may stand between.
const LINES_ABOVE_TITLE: usize = 2;
const MOST_COUNTS: usize = 3;

/// Reads title, byline, source and dates from the lines of a paste.
pub fn of_lines(lines: &[PastedLine], headline: Option<&Headline>) -> Metadata {
    let zones = PasteZones { lines, headline: headline.map(Headline::range) };
    let paste = PasteMetadata { zones, language: language_of(lines) };
    let title = headline.map(|headline| cap(plain(&headline.text), MAX_TITLE_CHARS));
    let authors = pasted_byline::authors(lines, headline, &paste.language);
    let byline = (!authors.is_empty()).then(|| cap(authors.join(", "), MAX_NAME_CHARS));
    let (published, modified) = paste.dates();
    let source = paste.source();
    let mut sources = Sources::default();
    let mut note = |field, value: Option<String>| sources.note(field, value.map(|value| (value, Source::Text)));
    Metadata {
        title: note("title", title),
        byline: note("byline", byline),
        source: note("source", source),
        published_time: note("publishedTime", published),
        modified_time: note("modifiedTime", modified),
        authors,
        sources,
        ..Metadata::default()
    }
}

/// Returns the parts of lines among which the byline is sought; its weights are learned from them.
#[cfg(feature = "_internals")]
pub fn byline_candidates(lines: &[PastedLine], headline: Option<&Headline>) -> Vec<pasted_byline::BylineCandidate> {
    pasted_byline::candidates(lines, headline, &language_of(lines))
}

/// A paste whose facts are read.
struct PasteMetadata<'a> {
    zones: PasteZones<'a>,
    language: String,
}

impl PasteMetadata<'_> {
    /// Returns the organization that a line near the headline or under the text names as the source.
    fn source(&self) -> Option<String> {
        let is_short = |i: &usize| self.zones.lines[*i].words <= MAX_LINE_WORDS;
        let below = self.zones.after_text().filter(is_short).filter(|&i| !self.zones.lines[i].is_legal);
        let mut below = below.filter_map(|i| credit::read(&plain(self.zones.text(i)), &self.language).source);
        let mut above = self.zones.after_title().chain(self.zones.after_lead()).filter(is_short);
        // Near the headline, an agency without a word before it is the source of an image.
        let spoken = |i: usize| {
            let line = plain(self.zones.text(i));
            let parts = || undated(&line).into_iter().flat_map(facts);
            credit::spoken(&line, &self.language)
                .or_else(|| parts().find_map(|part| credit::spoken(part, &self.language)))
                .or_else(|| helper(&line).filter(|_| pasted_byline::says_author(&line, &self.language)))
        };
        below.next().or_else(|| above.find_map(spoken))
    }

    /// Returns the order of day and month in dates of numbers. Where the language leaves it open, the other dates of the
    /// paste show it: `3 March` or `March 3`.
    fn date_order(&self) -> DateOrder {
        const DAYS: std::ops::RangeInclusive<u32> = 1..=31;
        let order = DateOrder::of(Some(&self.language));
        if order == DateOrder::DayFirst {
            return order;
        }
        let is_day = |word: &str| word.parse().is_ok_and(|day: u32| DAYS.contains(&day));
        let (mut day_first, mut month_first) = (0, 0);
        for line in self.zones.lines {
            for (first, second) in line.folded.split(' ').zip(line.folded.split(' ').skip(1)) {
                day_first += usize::from(is_day(first) && month(second).is_some());
                month_first += usize::from(month(first).is_some() && is_day(second));
            }
        }
        if day_first > month_first { DateOrder::DayFirst } else { order }
    }

    /// Returns the dates of publication and of the last change. If the page has only the latter, it is returned as
    /// both.
    fn dates(&self) -> (Option<String>, Option<String>) {
        let Some(title) = self.zones.headline.as_ref().map(|lines| lines.start) else { return (None, None) };
        let order = self.date_order();
        let (mut published, mut modified) = (None, None);
        let above = self.right_above(title).filter(|&i| has_time(self.zones.text(i)));
        let below = self.zones.after_lead().filter(|&i| self.says_date(i) || is_dateline(self.zones.text(i)));
        // A date without a time of day right above the headline, and a labelled one under the text, are less certain.
        let bare = title.checked_sub(1).filter(|&i| is_dateline(self.zones.text(i)) && !self.names_weekday(i));
        let after = self.zones.after_text().filter(|&i| self.says_date(i));
        for i in self.zones.after_title().chain(above).chain(below).chain(bare).chain(after) {
            let text = self.zones.text(i);
            if self.zones.lines[i].words > MAX_LINE_WORDS || self.zones.lines[i].is_legal || text.contains('©') {
                continue;
            }
            if let Some((first, last)) = both_dates(text, order) {
                published.get_or_insert(first);
                modified.get_or_insert(last);
            } else if let Some(found) = date::parse(text, order) {
                if is_update(text) { &mut modified } else { &mut published }.get_or_insert(found);
            }
        }
        (published.or_else(|| modified.clone()), modified)
    }

    /// Returns the lines right above the headline, the nearest first. Counts of views and comments may stand between
    /// them and the headline.
    fn right_above(&self, title: usize) -> impl Iterator<Item = usize> {
        /// Maximum number of words of a count with its unit.
        const COUNT_WORDS: usize = 3;
        let is_count = |i: usize| {
            let line = &self.zones.lines[i];
            line.words <= COUNT_WORDS && line.text.contains(|c: char| c.is_ascii_digit())
        };
        let counts = (0..title).rev().take(MOST_COUNTS).take_while(|&i| is_count(i)).count();
        (title.saturating_sub(counts + LINES_ABOVE_TITLE)..title).rev()
    }

    /// Returns `true` if a line begins with a word for the date of publication or of the last change.
    fn says_date(&self, i: usize) -> bool {
        let text = self.zones.text(i);
        says_published(text) || is_update(text)
    }

    /// Returns `true` if a line has the name of a weekday. With it, sites show the day of the visit.
    fn names_weekday(&self, i: usize) -> bool {
        has_word_of(&WEEKDAYS, self.zones.text(i))
    }
}
