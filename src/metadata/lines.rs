//! Metadata of pasted text, from the lines around the headline and under the article.
//!
//! Most dates and names in a paste are not the article's: they belong to cards, comments, licences and notices, and a
//! site's header shows today's date. So a date counts only between the headline and the text, or right above the
//! headline if it has a time of day. A name counts only between the headline and the text, or as a signature. Without
//! such a line the field is `None`.

use super::credit;
use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::headline::Headline;
use super::line_parts::{facts, has_time, helper, is_dateline, undated};
use super::months::month;
use super::pasted_byline;
use super::pasted_line::{PastedLine, language_of};
use super::published::MODIFIED_WORDS;
use super::source::{Source, Sources};
use super::text::{cap, plain};
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use std::ops::Range;

/// How many lines after the headline, and after the text, are searched.
const LINES_AFTER_TITLE: usize = 8;
const LINES_AFTER_TEXT: usize = 4;
/// How many lines after the first one of the text may have a date.
const LINES_AFTER_LEAD: usize = 6;
/// How many lines right above the headline may have its date.
const LINES_ABOVE_TITLE: usize = 2;
/// Longest line with a name or a date, in words: names, a section, a date, a time, a place.
const MAX_LINE_WORDS: usize = 16;

/// Reads title, byline, source and dates from the lines of a paste.
pub fn of_lines(lines: &[PastedLine], headline: Option<&Headline>) -> Metadata {
    let paste = PasteMetadata { lines, headline: headline.map(Headline::range), language: language_of(lines) };
    let title = headline.map(|headline| cap(plain(&headline.text), MAX_TITLE_CHARS));
    let authors = pasted_byline::authors(lines, headline.map(Headline::range), &paste.language);
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
    pasted_byline::candidates(lines, headline.map(Headline::range), &language_of(lines))
}

/// The lines of a paste, and the range of those of its headline.
struct PasteMetadata<'a> {
    lines: &'a [PastedLine<'a>],
    headline: Option<Range<usize>>,
    language: String,
}

impl PasteMetadata<'_> {
    /// Returns the last line of the headline.
    fn title(&self) -> Option<usize> {
        self.headline.as_ref().map(|lines| lines.end - 1)
    }

    fn text(&self, i: usize) -> &str {
        self.lines[i].text
    }

    /// Returns the lines between the headline and the first kept running text.
    fn after_title(&self) -> Range<usize> {
        let Some(title) = self.title() else { return 0..0 };
        let rest = title + 1..(title + 1 + LINES_AFTER_TITLE).min(self.lines.len());
        let text = rest.clone().find(|&i| self.lines[i].kept && self.lines[i].is_body);
        rest.start..text.unwrap_or(rest.end)
    }

    /// Returns the dropped lines among the first ones of the text.
    fn after_lead(&self) -> impl Iterator<Item = usize> {
        let start = self.title().map_or(self.lines.len(), |_| self.after_title().end);
        let rest = start..(start + LINES_AFTER_LEAD).min(self.lines.len());
        rest.filter(|&i| !self.lines[i].kept)
    }

    /// Returns the lines right after the last kept line, including that line if it is as short as a name.
    fn after_text(&self) -> Range<usize> {
        const NAME_WORDS: usize = 8;
        let Some(last) = self.lines.iter().rposition(|line| line.kept) else { return 0..0 };
        let is_name = !self.lines[last].is_body && self.lines[last].words <= NAME_WORDS && Some(last) != self.title();
        let start = if is_name { last } else { last + 1 };
        start..(last + 1 + LINES_AFTER_TEXT).min(self.lines.len())
    }

    /// Returns the organization that a line near the headline or under the text names as the source.
    fn source(&self) -> Option<String> {
        let is_short = |i: &usize| self.lines[*i].words <= MAX_LINE_WORDS;
        let below = self.after_text().filter(is_short).filter(|&i| !self.lines[i].is_legal);
        let mut below = below.filter_map(|i| credit::read(&plain(self.text(i)), &self.language).source);
        let mut above = self.after_title().chain(self.after_lead()).filter(is_short);
        // Near the headline, an agency without a word before it is the source of an image.
        let spoken = |i: usize| {
            let line = plain(self.text(i));
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
        for line in self.lines {
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
        let Some(title) = self.title() else { return (None, None) };
        let order = self.date_order();
        let (mut published, mut modified) = (None, None);
        let above = (title.saturating_sub(LINES_ABOVE_TITLE)..title).filter(|&i| has_time(self.text(i)));
        let below = self.after_lead().filter(|&i| is_dateline(self.text(i)));
        for i in self.after_title().chain(above).chain(below) {
            if self.lines[i].words > MAX_LINE_WORDS || self.lines[i].is_legal || self.text(i).contains('©') {
                continue;
            }
            let Some(found) = date::parse(self.text(i), order) else { continue };
            let lower = self.text(i).to_lowercase();
            let changed = MODIFIED_WORDS.iter().any(|word| lower.starts_with(word));
            if changed { &mut modified } else { &mut published }.get_or_insert(found);
        }
        (published.or_else(|| modified.clone()), modified)
    }
}
