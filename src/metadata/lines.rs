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
use super::line_parts::{bare, facts, helper, is_dateline, is_initials, is_uncased_name, undated, without_bracket};
use super::months::month;
use super::name_words::{JOINERS, NO_NAME_STARTS, NO_NAMES};
use super::names::{self, is_capitalized, is_house};
use super::pasted_line::{PastedLine, language_of};
use super::published::MODIFIED_WORDS;
use super::source::{Source, Sources};
use super::text::{cap, pattern, plain};
use super::undress::{self, Dressing};
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::script::{is_hangul, is_unspaced};
use crate::text;
use crate::words;
use crate::words::byline::{AUTHOR_LABELS, is_han_name, strip_prefix, strip_word};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

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
    let authors = paste.authors();
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

    fn near(&self) -> impl Iterator<Item = usize> {
        self.after_title().chain(self.after_text()).filter(|&i| self.lines[i].words <= MAX_LINE_WORDS)
    }

    /// Returns the names in the first line near the headline or under the text that has any. A line marked by a word, a
    /// date or a bar comes before one that only looks like a name.
    fn authors(&self) -> Vec<String> {
        let spoken = |i: usize| {
            let line = plain(self.text(i));
            let rest = credit::read(&line, &self.language).rest;
            undated(rest).into_iter().find_map(|part| self.spoken(part, i)).or_else(|| self.poster(&line, i))
        };
        let dated = |i: usize| {
            let line = plain(self.text(i));
            // Comments have names and dates too.
            date::span(&line, DateOrder::DayFirst).filter(|_| self.is_first_below(i))?;
            let mut parts = undated(&line).into_iter().flat_map(|part| part.split(['|', '•', '·']));
            parts.find_map(|part| self.person(self.without_publisher(bare(part), i), i))
        };
        // Near the headline, such a line credits an image.
        let credited = |i: usize| {
            let line = plain(self.text(i));
            let credit = credit::read(&line, &self.language);
            let is_below = self.after_text().contains(&i) && self.is_apart(i);
            credit.source.filter(|_| is_below).and_then(|_| self.signature(bare(credit.rest), i))
        };
        // A list can have names of places between its items.
        let is_article =
            self.headline.is_some() && self.lines.iter().filter(|line| line.kept && line.is_body).count() > 1;
        let named = |i: usize| if is_article { self.named(i) } else { None };
        let after_lead = || self.after_lead().filter(|&i| self.lines[i].words <= MAX_LINE_WORDS);
        let spoken = self.near().chain(after_lead()).find_map(spoken);
        let first = spoken.or_else(|| self.near().find_map(|i| dated(i).or_else(|| credited(i))));
        first.or_else(|| self.near().chain(after_lead()).find_map(named)).unwrap_or_default()
    }

    /// Returns the names in a part of a line that a word introduces. A line can have a kicker, a date or a number before that
    /// word, and labels after it.
    fn spoken(&self, part: &str, i: usize) -> Option<Vec<String>> {
        let read = |part: &str| {
            let credit = credit::read(part, &self.language);
            let part = if credit.source.is_some() { credit.rest } else { part };
            says_author(part, &self.language).then(|| self.names(part, i)).flatten()
        };
        read(part)
            .or_else(|| facts(part).into_iter().find_map(read))
            .or_else(|| after_kicker(part, &self.language).and_then(read))
    }

    /// Returns the account in a line below the text that says who posted it, and when.
    fn poster(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_below =
            self.after_text().contains(&i) && (has_time(line) || date::span(line, DateOrder::DayFirst).is_some());
        let name = strip_prefix(undated(line).first().filter(|_| is_below)?, "")?;
        let name = name.trim_matches(|c: char| c.is_whitespace() || ":：".contains(c));
        let is_account = !name.is_empty() && !name.contains(char::is_whitespace) && !names::names(name, "").is_empty();
        is_account.then(|| vec![name.to_owned()])
    }

    /// Returns the names in a line that is only a name, from where it stands: between headline and date, right above the
    /// text, as a signature.
    fn named(&self, i: usize) -> Option<Vec<String>> {
        let text = plain(self.text(i));
        let line = bare(&text);
        let is_source =
            credit::spoken(&text, &self.language).is_some() || line.split(' ').next().is_some_and(credit::is_label);
        // A comma ends a greeting.
        if self.lines[i].is_label || self.lines[i].is_widget || is_source || text.ends_with([',', '，', '،']) {
            return None;
        }
        if i >= self.after_text().start {
            return self.is_apart(i).then(|| self.signature(line, i)).flatten();
        }
        let line = self.without_publisher(line, i);
        let person = self.is_placed(i).then(|| self.person(line, i)).flatten();
        person.or_else(|| self.uncased(line, i)).or_else(|| self.of_path(line, i))
    }

    /// Returns the names in a line under the text: full names, or initials right under it.
    fn signature(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_right_under = i > 0 && self.lines[i - 1].kept || self.lines[i].kept;
        let initials = || (is_right_under && is_initials(line)).then(|| vec![line.to_owned()]);
        self.person(self.without_publisher(line, i), i).or_else(initials)
    }

    /// Returns `true` if a line near the headline stands beside a date, or between the headline and the text.
    fn is_placed(&self, i: usize) -> bool {
        const WORDS: usize = 4;
        const NOTES: usize = 2;
        let is_other = |j: &usize| self.lines[*j].folded != self.lines[i].folded;
        let is_button = |j: usize| {
            let line = &self.lines[j];
            line.is_caption || line.is_label || line.is_widget || undress::is_menu(line.text)
        };
        let above = (0..i).rev().find(is_other);
        let first = (0..i).rev().filter(is_other).find(|&j| Some(j) == self.title() || !is_button(j));
        let mut below = (i + 1..self.lines.len()).filter(is_other);
        let is_text = |j: usize| {
            let line = &self.lines[j];
            line.is_body || line.is_caption || line.kept && line.words > WORDS
        };
        let is_under_title = first.is_some() && first == self.title();
        let is_short = |j: &usize| self.lines[*j].words <= WORDS && !is_text(*j) && !self.is_dated(*j);
        let next = below.next();
        let is_of_author = |j: usize| {
            let (text, folded) = (self.text(j), self.lines[j].folded);
            text.contains('@')
                || names::is_role(text)
                || NO_NAME_STARTS.iter().any(|start| folded.starts_with(start.as_str()))
        };
        let text = self.text(i).trim();
        let is_marked = text.ends_with('|') || text.starts_with('(') && text.ends_with(')');
        // A role, or how long the reading takes.
        let dated_below = |mut next: Option<usize>| {
            for _ in 0..NOTES {
                next = next.filter(is_short).map_or(next, |j| Some(j + 1).filter(|&j| j < self.lines.len()));
            }
            next.is_some_and(|j| self.is_dated(j))
        };
        is_marked
            || above.is_some_and(|above| self.is_dated(above))
            || next.is_some_and(|next| self.is_dated(next))
            || is_under_title && (next.is_some_and(|next| is_text(next) || is_of_author(next)) || dated_below(next))
    }

    /// Returns `true` if a short line has a date.
    fn is_dated(&self, i: usize) -> bool {
        self.lines[i].words <= MAX_LINE_WORDS && date::parse(&plain(self.text(i)), DateOrder::DayFirst).is_some()
    }

    /// Returns the name in a line between the headline and the date, in a script without capitals. A section can stand there
    /// too, so the name has several words that no menu has, or it stands again in a box about the author.
    fn uncased(&self, line: &str, i: usize) -> Option<Vec<String>> {
        const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
        const LETTERS: usize = 8;
        let is_between = i.checked_sub(1) == self.title() && i + 1 < self.lines.len() && self.is_dated(i + 1);
        let words = line.split_whitespace().count();
        let is_of_title = self.title().is_some_and(|title| self.lines[title].folded.contains(&text::fold(line)));
        let is_full =
            WORDS.contains(&words) && !line.contains(|c| is_unspaced(c) || is_hangul(c)) && self.has_own_words(i);
        let is_again = || {
            let below = self.after_text().start.max(i + 1);
            line.chars().count() <= LETTERS
                && self.lines[below..].iter().any(|other| other.folded == self.lines[i].folded)
        };
        (is_between && !is_of_title && is_uncased_name(line) && (is_full || is_again()) && self.is_told(line, i))
            .then(|| vec![line.to_owned()])
    }

    /// Returns the name in a line right under the headline if the page's path has it as the step before the article, as
    /// those of poems and songs do. A section stands in the menu too.
    fn of_path(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let title = self.title().filter(|&title| title + 1 == i && line.contains(' '))?;
        let said = &self.lines[title].folded;
        let is_last = |above: &PastedLine| {
            let steps: Vec<String> = undress::steps(above.text).map(text::fold).collect();
            let mut last = steps.iter().rev().filter(|&step| step != said);
            steps.len() > 1 && last.next() == Some(&text::fold(line))
        };
        let is_step = self.lines[..title].iter().any(is_last);
        (is_step && !self.is_of_menu(line, title) && !is_house(line)).then(|| vec![line.to_owned()])
    }

    /// Returns `true` if no line outside the text has a word of a line, except lines that have all of them.
    fn has_own_words(&self, i: usize) -> bool {
        let whole = format!(" {} ", self.lines[i].folded);
        let is_same = |other: &PastedLine| format!(" {} ", other.folded).contains(&whole);
        let shares = |other: &PastedLine| other.folded.split(' ').any(|word| whole.contains(&format!(" {word} ")));
        let mut others =
            self.lines.iter().enumerate().filter(|&(j, line)| j != i && !line.is_body && !line.folded.is_empty());
        !others.any(|(_, other)| shares(other) && !is_same(other))
    }

    /// Returns the names in a line that is only names. Returns `None` if the text or the site's menu mentions them too.
    fn person(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_name = is_person(line) && !is_labelled_heading(line);
        (is_name && self.is_told(line, i) && !self.is_of_common_words(line)).then(|| self.names(line, i)).flatten()
    }

    /// Returns `true` if neither the text nor the site's menu has a line's words, and they do not name a publisher.
    fn is_told(&self, line: &str, i: usize) -> bool {
        let end = self.headline.as_ref().map_or(0, |lines| lines.start).min(i);
        !is_house(line) && !self.is_mentioned(line, i) && !self.is_of_menu(line, end)
    }

    /// Returns a line without the publisher after the names: `Ana Ruiz - Reuters`, `Ana Ruiz | BayNews`.
    fn without_publisher<'a>(&self, line: &'a str, i: usize) -> &'a str {
        const DIVIDES: [&str; 6] = [" - ", " – ", " — ", " | ", ", ", "/"];
        let is_brand = |tail: &str| {
            let inner = tail.chars().skip(1).any(char::is_uppercase) && tail.contains(char::is_lowercase);
            !tail.contains(' ') && inner && tail.starts_with(char::is_alphabetic)
        };
        let is_publisher = |tail: &str| {
            credit::is_agency(tail)
                || is_house(tail)
                || credit::is_domain(tail)
                || is_brand(tail)
                || Dressing::of(self.lines).names_site(tail, i)
        };
        let ends = DIVIDES.iter().filter_map(|divide| line.rfind(divide).map(|at| (at, at + divide.len())));
        match ends.max() {
            Some((at, after)) if is_person(line[..at].trim()) && is_publisher(line[after..].trim()) => {
                line[..at].trim()
            }
            _ => line,
        }
    }

    /// Returns the names in a line, without those of places and papers after them.
    fn names(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let own = |part: &&str| !line.contains(" - ") || !Dressing::of(self.lines).names_site(part, i);
        let line = line.replace(['–', '—'], "-");
        let parts: Vec<&str> = line.split(" - ").filter(own).collect();
        let mut names = authors(&parts.join(" - "), &self.language)?;
        // A department or a publisher is no person.
        names.retain(|name| !is_house(name));
        // An author's name can stand alone elsewhere too, so only a last name is taken for the site's.
        while names.len() > 1 && names.last().is_some_and(|name| Dressing::of(self.lines).names_site(name, i)) {
            names.pop();
        }
        (!names.is_empty()).then_some(names)
    }

    /// Returns `true` if only dates and sources stand between a line and the headline or the text, and the line does not
    /// begin a list of similar lines, such as tags or sections.
    fn is_apart(&self, i: usize) -> bool {
        const ITEM_WORDS: usize = 4;
        let next = self.lines.get(i + 1).filter(|line| !line.is_label && !line.is_widget && !line.kept);
        let is_item = next.is_some_and(|line| line.words <= ITEM_WORDS && line.folded != self.lines[i].folded);
        i < self.after_text().start || self.is_first_below(i) && (!is_item || self.is_date_or_source(i + 1))
    }

    /// Returns `true` if only dates and sources stand between the text and a line below it.
    fn is_first_below(&self, i: usize) -> bool {
        (self.after_text().start..i).all(|j| self.is_date_or_source(j))
    }

    fn is_date_or_source(&self, i: usize) -> bool {
        let line = plain(self.text(i));
        date::parse(&line, DateOrder::DayFirst).is_some()
            || credit::read(&line, &self.language).source.is_some()
            || !line.contains(char::is_alphabetic)
    }

    /// Returns `true` if the text mentions the words of a line, or has them as a subheading. They are then a place, a
    /// person in the story or a topic, not its author.
    fn is_mentioned(&self, name: &str, i: usize) -> bool {
        let name = text::fold(name);
        let phrase = format!(" {name} ");
        let mut kept = (0..self.lines.len()).filter(|&j| self.lines[j].kept && j != i);
        let inside = kept.clone().next().unwrap_or(0)..kept.clone().next_back().unwrap_or(0);
        kept.by_ref().take(LINES_WITH_MENTIONS).any(|j| format!(" {} ", self.lines[j].folded).contains(&phrase))
            || inside.filter(|&j| j != i).any(|j| self.lines[j].folded == name)
    }

    /// Returns `true` if all words of a capitalized line also appear in lower case in the paste. The line is then a
    /// label.
    fn is_of_common_words(&self, line: &str) -> bool {
        if line.contains(char::is_lowercase) {
            return false;
        }
        let is_common = |word: &str| {
            let word = word.to_lowercase();
            self.lines.iter().any(|line| line.text.split_whitespace().any(|other| other == word))
        };
        line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).all(is_common)
    }

    /// Returns `true` if one of the first lines says the same. The line is then a section of the site.
    fn is_of_menu(&self, name: &str, end: usize) -> bool {
        let name = text::fold(name);
        self.lines[..end].iter().any(|line| line.folded == name)
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
                .or_else(|| helper(&line).filter(|_| says_author(&line, &self.language)))
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

/// How many kept lines are searched for mentions of a name. The first lines of the text name the persons of the story.
const LINES_WITH_MENTIONS: usize = 40;

/// Returns the names in a line with the form of a byline.
fn authors(line: &str, language: &str) -> Option<Vec<String>> {
    // Removes marks of Markdown and of forums, and normalizes dashes between names.
    let line = line.replace("**", "").replace(['–', '—'], "-").replace(" » ", " | ");
    let line = bare(&line);
    let names = line.split(" - ").map(without_bracket);
    let names = names.flat_map(|part| names::shown_names(without_occupation(part), language));
    let mut names: Vec<String> = names.filter(|name| is_capitalized(name)).collect();
    names::drop_place(&mut names);
    (!names.is_empty()).then_some(names)
}

/// Returns `true` if a line is only names of persons, in small letters or in capitals: `Thu Nguyệt - Lê Duyệt`,
/// `A.HIỀN`.
fn is_person(line: &str) -> bool {
    let is_word = |word: &str| {
        let dot = word.find('.').unwrap_or(word.len());
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            && (dot + 1 >= word.len() || word[..dot].chars().count() == 1)
    };
    let is_one = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_short = words.len() == 1 && words[0].chars().nth(1) == Some('.') && words[0].chars().count() > 3;
        let is_capital = |word: &&str| !word.contains(char::is_lowercase) && word.chars().count() > 2;
        let capitals = words.iter().filter(|word| is_capital(word)).count();
        ((2..=4).contains(&words.len()) || is_short)
            && words.iter().all(|word| is_word(word))
            && (capitals == 0 || !name.contains(char::is_lowercase))
            && !words.iter().any(|word| NO_NAMES.contains(&text::fold(word).as_str()))
    };
    let names = line.split(" - ").flat_map(|part| part.split([',', '–', '&']));
    names.map(str::trim).all(is_one)
}

/// Returns a name without the word for a reporter before or after it, or the word for an author before a full name. Some
/// languages write no space between them.
fn without_occupation(name: &str) -> &str {
    static BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-before").collect());
    static AFTER: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-after").collect());
    let rest = BEFORE.iter().find_map(|word| name.strip_prefix(word)?.strip_prefix(' '));
    let labelled = || {
        let mut rests = AUTHOR_LABELS.iter().filter_map(|label| strip_word(name, label)?.strip_prefix(' '));
        rests.find(|rest| is_person(rest) && !is_labelled_heading(name))
    };
    let rest = rest.or_else(|| AFTER.iter().find_map(|word| name.strip_suffix(word)?.strip_suffix(' ')));
    // "某某网记者 王小明"
    let of_site = || {
        let (lead, rest) = name.split_once(' ')?;
        let is_reporter = BEFORE.iter().any(|word| lead.ends_with(word) && word.starts_with(is_unspaced));
        Some(rest).filter(|rest| is_reporter && rest.split(' ').all(is_han_name))
    };
    rest.or_else(labelled).or_else(of_site).unwrap_or(name)
}

/// Returns `true` if a line in capitals begins with a word for the text or its author, as headings do: "TIN MỚI NHẤT".
fn is_labelled_heading(line: &str) -> bool {
    let begins = |label: &&str| strip_word(line, label).is_some_and(|rest| rest.starts_with(' '));
    !line.contains(char::is_lowercase) && AUTHOR_LABELS.iter().any(begins)
}

/// Returns `true` if a line says that it names the author: by a word, or by a bar after the name. A word that is a part of
/// names too counts before full names.
fn says_author(line: &str, language: &str) -> bool {
    let inside = line.trim_start_matches(['(', '（', '[', '【', '*', '_']).trim_end_matches([')', '）', ']', '】']);
    let spoken = strip_prefix(&format!("{inside} "), "").is_some() || without_occupation(inside) != inside;
    spoken || strip_prefix(inside, language).is_some_and(are_persons) || line.ends_with('|') && text::is_name(line)
}

/// Returns `true` if a text is full names, which a word may join.
fn are_persons(text: &str) -> bool {
    let joined = |text: String, joiner: &&str| text.replace(&format!(" {joiner} "), ", ");
    is_person(&JOINERS.iter().fold(bare(text).to_owned(), joined))
}

/// Returns the byline after a kicker that ends in a full stop or a colon: `COLUMN. By Ana Ruiz`.
fn after_kicker<'a>(line: &'a str, language: &str) -> Option<&'a str> {
    const WORDS: usize = 3;
    let ends = [". ", ": ", "："].into_iter().filter_map(|mark| line.split_once(mark));
    let mut ends = ends.filter(|(kicker, _)| (1..=WORDS).contains(&kicker.split_whitespace().count()));
    ends.find_map(|(_, rest)| Some(rest).filter(|rest| strip_prefix(rest, language).is_some_and(are_persons)))
}

/// Returns `true` if a line has a time of day: `19:25`, `19h25`.
fn has_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^0-9:])[0-2]?[0-9][:hH][0-5][0-9](?:[^0-9]|$)"));
    TIME.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_authors_are_parted() {
        let cases = [
            ("Hải Sâm - Lê Duyệt |", Some("Hải Sâm, Lê Duyệt")),
            ("Bài và ảnh: Thu Nguyệt", Some("Thu Nguyệt")),
            ("By Ana Ruiz | 5 min read", Some("Ana Ruiz")),
            ("By **Orla Finch** | 7 min read", Some("Orla Finch")),
            ("（記者　水無瀬遥）", Some("水無瀬遥")),
            ("Tin, ảnh: Thu Nguyệt", Some("Thu Nguyệt")),
            ("Bài, ảnh: Thu Hằng (Trung tâm Khuyến nông)", Some("Thu Hằng")),
            ("Text und Fotos: Jana Beispiel (Archiv des Kreises)", Some("Jana Beispiel")),
            ("By Ana Ruiz (Harbour Weekly) - Tom Reed", Some("Ana Ruiz, Tom Reed")),
            ("PV Thu Nguyệt", Some("Thu Nguyệt")),
            ("Text and photos: Ana Ruiz", Some("Ana Ruiz")),
            ("Text und Fotos: Jana Beispiel", Some("Jana Beispiel")),
            ("By Ana Ruiz and Staff", Some("Ana Ruiz")),
            ("Por Ana Ruiz — Vitória", Some("Ana Ruiz")),
            ("Auteur Koen Claes", Some("Koen Claes")),
            ("Penulis Andi Pratama", Some("Andi Pratama")),
            ("Przez Ewa Sowa", Some("Ewa Sowa")),
            ("By Ana Ruiz (Harbour)", Some("Ana Ruiz (Harbour)")),
            ("Par Luc Vasseur, Zoé Morel avec AFP", Some("Luc Vasseur, Zoé Morel")),
            ("CÁC TIN ĐÃ ĐĂNG", None),
            ("Yazarın Diğer Yazıları", None),
            ("Verwandte Artikel", None),
            ("Artikel Lainnya", None),
            ("In bài viết", None),
        ];
        for (line, byline) in cases {
            assert_eq!(authors(&plain(line), "").map(|names| names.join(", ")).as_deref(), byline, "{line}");
        }
    }

    #[test]
    fn words_between_names_and_dates_are_no_names() {
        let cases = [
            ("Posted by Ana Ruiz, Tom Hill on Saturday, June 27, 2030", "Posted by Ana Ruiz, Tom Hill"),
            ("Oleh: Intan Hartono - Rabu, 28 Oktober 2030", "Oleh: Intan Hartono"),
            ("por Ana Ruiz, Bia Lopes — publicado 08/02/2031", "por Ana Ruiz, Bia Lopes"),
            ("Par Luc Vasseur publié le 26 juin 2031", "Par Luc Vasseur"),
            ("Autor: Ewa Sowa Data publikacji: 5 lutego 2031", "Autor: Ewa Sowa"),
            ("기자명 윤민준 입력 2031.12.16", "기자명 윤민준"),
        ];
        for (line, before) in cases {
            assert_eq!(undated(line)[0], before, "{line}");
        }
    }

    #[test]
    fn dutch_joins_names_with_a_word_that_leads_to_papers_elsewhere() {
        for (line, names) in [
            ("Door Dries Claes en Roos Verhaegen", ["Dries Claes", "Roos Verhaegen"]),
            ("Door Femke de Vries en Geert ter Horst", ["Femke de Vries", "Geert ter Horst"]),
        ] {
            assert_eq!(authors(line, "nl").unwrap(), names, "{line}");
        }
        assert_eq!(authors("Por Ana Ruiz en Faro", "es").unwrap(), ["Ana Ruiz"]);
    }

    #[test]
    fn names_in_capitals_and_abbreviated_are_persons() {
        for name in ["Thu Nguyệt - Lê Duyệt", "THU NGUYỆT", "A.HIỀN", "Ruth J. Whitfield", "Ana Ruiz, Lê Minh"]
        {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Thể thao",
            "VOV.VN",
            "Mưa lớn ở Huế",
            "Credit...Ana Ruiz",
            "Training FAQ Online",
            "Mưa",
            "Ana Ruiz and more",
        ] {
            assert!(!is_person(other), "{other}");
        }
    }
}
