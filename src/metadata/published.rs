//! When the article was published and modified, according to the dates that the page shows.

use super::byline_zone::Area;
use super::date::{self, DateOrder};
use super::hints;
use super::names::has_word_of;
use super::source::{Source, Stated};
use super::text::{fold, tidy, tidy_line};
use crate::substring::find_any;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::url::SafeUrl;
use crate::words;
use std::sync::LazyLock;

/// Longest line with a date, in characters: a byline with both times.
const MAX_LINE_CHARS: usize = 120;

/// Longest line that counts as a date without a class name that says so, in characters.
const MAX_DATELINE_CHARS: usize = 45;

/// Longest label of a date in its own element, in bytes.
const MAX_LABEL_BYTES: usize = 40;

/// Nodes after a label that are searched for its date.
const MAX_NEXT: usize = 3;

/// Maximum number of steps into and out of the nodes of a line. This bounds the work for nested
/// elements without text.
const MAX_LINE_STEPS: usize = 200;

/// Maximum number of bytes of a line's source. Templates add much white space.
const MAX_LINE_BYTES: usize = 4 * 1024;

/// Words before the date of the last change, in lower case.
pub(super) static MODIFIED_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("modified").collect());

/// Words before the date of publication, in lower case.
static PUBLISHED_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("published").collect());

/// Longest line, in characters, that begins with one of these words and is a date. It may hold both
/// dates.
const MAX_SPOKEN_CHARS: usize = 90;

/// The dates that the page shows, in ISO 8601.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub published: Option<Stated<String>>,
    pub modified: Option<Stated<String>>,
    /// The date that a line near the headline names as the date of publication.
    pub spoken: Option<String>,
}

impl Dates {
    /// Returns when the article was published. The date in metadata wins, except over an earlier day that the page
    /// shows: after a move to another publishing system, metadata often holds the date of the move.
    pub(super) fn published(&self, stated: Option<Stated<String>>, of_change: Option<&str>) -> Option<Stated<String>> {
        let Some((date, source)) = stated else {
            return self.published.clone();
        };
        let is_earlier = |shown: &&String| day(shown) < day(&date);
        let spoken = self.spoken.as_ref();
        // If metadata gives the same date for publication and last change, the publishing system
        // may not know the date of publication. So an earlier date on the page wins.
        let shown = self.published.as_ref().map(|(shown, _)| shown).filter(|_| of_change == Some(date.as_str()));
        match spoken.filter(is_earlier).or(shown.filter(is_earlier)) {
            Some(earlier) => Some((earlier.clone(), Source::Shown)),
            None => Some((date, source)),
        }
    }

    /// Returns when the page says that it was last changed. A date before publication is dropped.
    pub(super) fn modified(&self, published: Option<&str>) -> Option<Stated<String>> {
        let comes_after = |date: &String| published.is_none_or(|published| day(published) <= day(date));
        self.modified.clone().filter(|(date, _)| comes_after(date))
    }
}

/// Returns the day of an ISO 8601 date.
fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// Finds the dates that the page shows near the headline or marks as the article's with microdata. If no date of
/// publication is stated (`is_stated`), the rest of the page is searched too.
pub(super) fn find(tree: &Tree, area: &Area, order: DateOrder, is_stated: bool) -> Dates {
    let mut dates = Dates::default();
    for &id in area.near.iter().chain(&area.rest) {
        // hAtom puts the whole date into the `title` of an `abbr`.
        let class = || tree.attr(id, "class").filter(|_| tree.tag(id) == Tag::ABBR);
        let Some(property) = tree.attr(id, "itemprop").or_else(class) else { continue };
        for name in property.split_ascii_whitespace() {
            let (slot, source) = match name {
                "published" => (&mut dates.published, Source::Shown),
                "datePublished" | "dateCreated" => (&mut dates.published, Source::Microdata("datePublished")),
                "dateModified" => (&mut dates.modified, Source::Microdata("dateModified")),
                _ => continue,
            };
            if slot.is_none() {
                let found = machine_date(tree, id, order).or_else(|| date::parse(&line(tree, id)?, order));
                *slot = found.map(|date| (date, source));
            }
        }
    }
    let (mut bare, mut updated, mut is_relative) = (None, None, false);
    for &id in &area.near {
        let is_time = tree.tag(id) == Tag::TIME;
        let words = hints::words(tree, id);
        let Some(text) = line(tree, id) else { continue };
        if let Some((first, last)) = both_dates(&text, order) {
            dates.spoken.get_or_insert_with(|| first.clone());
            dates.published.get_or_insert((first, Source::Shown));
            dates.modified.get_or_insert((last, Source::Shown));
            continue;
        }
        if !is_time && !hints::is_date(&words) {
            if is_dateline(&text) || begins_with_date(&text, order) {
                if dates.spoken.is_none() && says_published(&text) {
                    dates.spoken = date::parse(&text, order);
                }
                let slot = if is_update(&text) { &mut updated } else { &mut bare };
                *slot = slot.take().or_else(|| date::parse(&text, order));
            }
            continue;
        }
        let found = machine_date(tree, id, order).filter(|_| is_time).or_else(|| date::parse(&text, order));
        let Some(found) = found else {
            is_relative |= says_how_long_ago(&text);
            continue;
        };
        if dates.spoken.is_none() && says_published(&text) {
            dates.spoken = Some(found.clone());
        }
        let modified = hints::is_modified(&words) || is_update(&text);
        let slot = if modified { &mut dates.modified } else { &mut dates.published };
        // A date with a time is more precise than the same day without one.
        if slot.as_ref().is_some_and(|(day, _)| found.len() > day.len() && found.starts_with(day.as_str())) {
            *slot = None;
        }
        slot.get_or_insert((found, Source::Shown));
    }
    // If the page shows only how long ago the article appeared, other dates near the headline belong to a group or an
    // account.
    if dates.published.is_none() && dates.modified.is_none() && !is_relative {
        dates.published = bare.map(|date| (date, Source::Shown));
    }
    dates.modified = dates.modified.or(updated.map(|date| (date, Source::Shown)));
    if dates.published.is_none() && !is_stated {
        let found = named(tree, area, order).or_else(|| only(tree, area, order));
        dates.published = found.map(|date| (date, Source::Shown));
    }
    dates
}

/// Returns `true` if a text is a word for a date and nothing else.
fn is_date_label(text: &str) -> bool {
    static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("mail-date").collect());
    LABELS.contains(&fold(text).as_str())
}

/// Returns `true` if a text tells how long ago something was: "6 years ago".
fn says_how_long_ago(text: &str) -> bool {
    static AGO: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("how-long-ago").collect());
    is_dateline(text) && text.contains(|c: char| c.is_ascii_digit()) && has_word_of(&AGO, text)
}

/// Returns the first date of publication in the rest of the page: a date in a line such as
/// "Published 4 March 2031", or a date after a label.
fn named(tree: &Tree, area: &Area, order: DateOrder) -> Option<String> {
    area.rest.iter().find_map(|&id| {
        // The first words are enough to rule out nearly all elements.
        let begins = tidy(tree.text(tree.first_child(id)?));
        let line = line(tree, id).filter(|_| says_published(&begins) || is_date_label(&begins))?;
        date::parse(&line, order).or_else(|| {
            // The label and the date are separate elements: `<dt>Published</dt><dd>4 March 2031</dd>`.
            let mut following =
                std::iter::successors(tree.next_sibling(id), |&next| tree.next_sibling(next)).take(MAX_NEXT);
            let next = following.find_map(|next| self::line(tree, next).filter(|text| !text.is_empty()));
            date::parse(&next.filter(|_| line.len() <= MAX_LABEL_BYTES)?, order)
        })
    })
}

/// Returns the date in the elements for dates in the rest of the page, if all of them have the same
/// day. Many articles have such a date below the text. A list of other articles has different days.
fn only(tree: &Tree, area: &Area, order: DateOrder) -> Option<String> {
    let mut dates = area.rest.iter().filter_map(|&id| {
        let is_time = tree.tag(id) == Tag::TIME;
        let text = (is_time || hints::is_date(&hints::words(tree, id))).then(|| line(tree, id)).flatten()?;
        let text = Some(text).filter(|text| is_dateline(text) && !is_update(text))?;
        machine_date(tree, id, order).filter(|_| is_time).or_else(|| date::parse(&text, order))
    });
    let first = dates.next()?;
    dates.all(|other| day(&other) == day(&first)).then_some(first)
}

/// Returns the dates of publication and of the last change if a line has both, in either order: `Updated 5 March 2031,
/// published 4 March 2031`, `4.3.2031, aktualisiert am 5.3.2031`.
pub(super) fn both_dates(text: &str, order: DateOrder) -> Option<(String, String)> {
    if text.chars().count() > MAX_SPOKEN_CHARS || text.contains(['©', '$', '€']) {
        return None;
    }
    let lower = text.to_lowercase();
    // Lower case can change the length of a text (İ). Positions in the lower-case text then do not
    // fit the original.
    if lower.len() != text.len() {
        return None;
    }
    let changed = first_word(&lower, &MODIFIED_WORDS)?;
    let published = first_word(&lower, &PUBLISHED_WORDS).unwrap_or(0);
    let (first, last) = match published < changed {
        true => (&text[published..changed], &text[changed..]),
        false => (&text[published..], &text[changed..published]),
    };
    Some((date::parse(first, order)?, date::parse(last, order)?))
}

/// Returns where the first of several words begins in a line, as a whole word.
fn first_word(lower: &str, words: &[&str]) -> Option<usize> {
    let begins = |at: usize| !lower[..at].ends_with(char::is_alphabetic);
    find_any(lower, words, begins)
}

pub(super) fn says_published(text: &str) -> bool {
    let lower = text.to_lowercase();
    PUBLISHED_WORDS.iter().any(|word| lower.starts_with(word))
}

/// Returns the date in an address: `/2031/03/04/rain`, `/2031-03-04-rain`, `/20310304/rain`, `/2031/mar/04/rain`.
pub(super) fn in_address(url: &SafeUrl) -> Option<Stated<String>> {
    let path = url.as_str().split_once("://")?.1.split(['?', '#']).next()?.split_once('/')?.1;
    let segments: Vec<&str> = path.split('/').collect();
    let named = || {
        let is_date = |three: &&[&str]| three[0].len() == 4 && three[1].bytes().all(|byte| byte.is_ascii_alphabetic());
        let parse = |three: &[&str]| date::parse(&[three[2], three[1], three[0]].join(" "), DateOrder::DayFirst);
        segments.windows(3).filter(is_date).find_map(parse)
    };
    Some((date::in_path(path).or_else(named)?, Source::Address))
}

/// Returns a date that the page shows. Day and month are swapped if the address has the same
/// numbers in the other order: 03/10/2031 on a page at `/2031/october/03/`.
pub(super) fn ordered_as_in_address(shown: Stated<String>, address: Option<&Stated<String>>) -> Stated<String> {
    let (date, source) = shown;
    let parts = |date: &str| Some((date.get(..4)?.to_owned(), date.get(5..7)?.to_owned(), date.get(8..10)?.to_owned()));
    let swapped = address.filter(|(other, _)| match (parts(&date), parts(other)) {
        (Some((year, month, day)), Some(other)) => source == Source::Shown && other == (year, day, month),
        _ => false,
    });
    match swapped {
        Some((other, _)) => (format!("{}{}", day(other), &date[10..]), source),
        None => (date, source),
    }
}

/// Returns `true` if a line can be a date and little else: `29/01/2023 14:16 GMT+7`, `May 8, 2024 · 11 minutes`.
fn is_dateline(text: &str) -> bool {
    text.chars().count() <= MAX_DATELINE_CHARS && !text.contains(['©', '$', '€'])
}

/// Returns `true` if a short line begins with a date and a divider: `4 March 2031 • Ana Ruiz in Harbour Weekly`.
fn begins_with_date(text: &str, order: DateOrder) -> bool {
    const DIVIDERS: [char; 6] = ['|', '•', '·', '–', '—', '/'];
    text.chars().count() <= MAX_SPOKEN_CHARS
        && text.contains(DIVIDERS)
        && date::span(text, order).is_some_and(|(start, end)| {
            start == 0 && text[end..].trim_start_matches(['.', ',', ' ']).starts_with(DIVIDERS)
        })
}

pub(super) fn is_update(text: &str) -> bool {
    let lower = text.to_lowercase();
    MODIFIED_WORDS.iter().any(|word| lower.starts_with(word))
}

/// Returns the date in an attribute made for programs.
fn machine_date(tree: &Tree, id: NodeId, order: DateOrder) -> Option<String> {
    ["datetime", "content", "title"]
        .iter()
        .filter_map(|name| tree.attr(id, name))
        .find_map(|value| date::parse(value, order))
}

/// Returns the text of an element that is one short line.
fn line(tree: &Tree, id: NodeId) -> Option<String> {
    let (mut bytes, mut is_small) = (0, true);
    let entered = tree.walk(id).enumerate().filter_map(|(count, step)| match step {
        Step::Enter(node) => Some((count, tree.text(node))),
        Step::Leave(_) => None,
    });
    let pieces = entered.map_while(|(count, piece)| {
        is_small = bytes + piece.len() <= MAX_LINE_BYTES && count <= MAX_LINE_STEPS;
        bytes += piece.len() + 1;
        is_small.then_some(piece)
    });
    tidy_line(pieces, MAX_LINE_CHARS).filter(|_| is_small)
}
