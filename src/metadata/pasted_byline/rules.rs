//! Rules that find the author of pasted text by a word or by where a line stands.
//!
//! A name counts between the headline and the text, or as a signature. A line with a word, a date or a bar beside the
//! name comes before a line that is only a name. The rules' answer is evidence for the network.

use super::BylineSearch;
use super::readings::{after_kicker, is_labelled_heading, is_person, says_author};
use crate::metadata::credit;
use crate::metadata::date::{self, DateOrder};
use crate::metadata::line_parts::{bare, facts, has_time, is_initials, is_uncased_name, undated};
use crate::metadata::name_words::NO_NAME_STARTS;
use crate::metadata::names::{self, is_capitalized, is_house};
use crate::metadata::paste_zones::{MAX_LINE_WORDS, PasteZones};
use crate::metadata::pasted_line::PastedLine;
use crate::metadata::text::plain;
use crate::metadata::undress::{self, Dressing};
use crate::script::{is_hangul, is_unspaced};
use crate::text;
use crate::words::byline::strip_prefix;

/// How many kept lines are searched for mentions of a name. The first lines of the text name the persons of the story.
const LINES_WITH_MENTIONS: usize = 40;

/// What tells a rule that a line names the author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A word, or a bar after the name.
    Word,
    /// A date beside the name.
    Date,
    /// A source after the name, in a line under the text.
    Source,
    /// Where the line stands.
    Place,
}

/// What the rules found.
#[derive(Debug, Clone)]
pub(super) struct RuledByline {
    pub names: Vec<String>,
    pub line: usize,
    pub mark: Mark,
}

/// Returns the names in the first line near the headline or under the text that has any.
pub(super) fn of(search: &BylineSearch) -> Option<RuledByline> {
    Rules::of(search).found()
}

/// Returns the name right under the headline that is the step before the article in the page's path, as on pages of poems
/// and songs. This line and the path confirm each other, so the name counts even if its score is low.
pub(super) fn of_path(search: &BylineSearch) -> Option<Vec<String>> {
    let rules = Rules::of(search);
    let under = rules.zones.title()? + 1;
    let line = plain(search.lines.get(under)?.text);
    rules.of_path(bare(&line), under)
}

struct Rules<'a> {
    search: &'a BylineSearch<'a>,
    zones: PasteZones<'a>,
}

impl<'a> Rules<'a> {
    fn of(search: &'a BylineSearch<'a>) -> Rules<'a> {
        Rules { search, zones: PasteZones { lines: search.lines, headline: search.headline.clone() } }
    }

    fn found(&self) -> Option<RuledByline> {
        let near = || self.near().chain(self.zones.after_lead().filter(|&i| self.is_short(i)));
        // A list can have names of places between its items.
        let is_article = self.search.headline.is_some()
            && self.zones.lines.iter().filter(|line| line.kept && line.is_body).count() > 1;
        let introduced = |line| self.introduced(line).map(|names| RuledByline { names, line, mark: Mark::Word });
        let dated = |line| self.dated(line).map(|names| RuledByline { names, line, mark: Mark::Date });
        let credited = |line| self.credited(line).map(|names| RuledByline { names, line, mark: Mark::Source });
        let named = |line| self.named(line).map(|names| RuledByline { names, line, mark: Mark::Place });
        let placed = || near().find_map(named).filter(|_| is_article);
        near()
            .find_map(introduced)
            .or_else(|| self.near().find_map(|line| dated(line).or_else(|| credited(line))))
            .or_else(placed)
    }

    /// Returns the short lines between the headline and the text, and under the text.
    fn near(&self) -> impl Iterator<Item = usize> {
        self.zones.after_title().chain(self.zones.after_text()).filter(|&i| self.is_short(i))
    }

    fn is_short(&self, i: usize) -> bool {
        self.zones.lines[i].words <= MAX_LINE_WORDS
    }

    /// Returns the names after a word for the author.
    fn introduced(&self, i: usize) -> Option<Vec<String>> {
        let line = plain(self.zones.text(i));
        let rest = credit::read(&line, self.search.language).rest;
        undated(rest).into_iter().find_map(|part| self.spoken(part, i)).or_else(|| self.poster(&line, i))
    }

    /// Returns the name beside a date. Comments have names and dates too, so only dates and sources stand between such a
    /// line and the headline or the text.
    fn dated(&self, i: usize) -> Option<Vec<String>> {
        let line = plain(self.zones.text(i));
        date::span(&line, DateOrder::DayFirst).filter(|_| self.is_first_below(i))?;
        let mut parts = undated(&line).into_iter().flat_map(|part| part.split(['|', '•', '·']));
        parts.find_map(|part| self.person(self.without_publisher(bare(part), i), i))
    }

    /// Returns the name before a source, in a line under the text. Near the headline, such a line credits an image.
    fn credited(&self, i: usize) -> Option<Vec<String>> {
        let line = plain(self.zones.text(i));
        let credit = credit::read(&line, self.search.language);
        let is_below = self.zones.after_text().contains(&i) && self.is_apart(i);
        credit.source.filter(|_| is_below).and_then(|_| self.signature(bare(credit.rest), i))
    }

    /// Returns the names in a part of a line that a word introduces. A line can have a kicker, a date or a number before that
    /// word, and labels after it.
    fn spoken(&self, part: &str, i: usize) -> Option<Vec<String>> {
        let read = |part: &str| {
            let credit = credit::read(part, self.search.language);
            let part = if credit.source.is_some() { credit.rest } else { part };
            says_author(part, self.search.language).then(|| self.names(part, i)).flatten()
        };
        read(part)
            .or_else(|| facts(part).into_iter().find_map(read))
            .or_else(|| after_kicker(part, self.search.language).and_then(read))
    }

    /// Returns the account in a line below the text that says who posted it, and when.
    fn poster(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_below =
            self.zones.after_text().contains(&i) && (has_time(line) || date::span(line, DateOrder::DayFirst).is_some());
        let name = strip_prefix(undated(line).first().filter(|_| is_below)?, "")?;
        let name = name.trim_matches(|c: char| c.is_whitespace() || ":：".contains(c));
        let is_account = !name.is_empty() && !name.contains(char::is_whitespace) && !names::names(name, "").is_empty();
        is_account.then(|| vec![name.to_owned()])
    }

    /// Returns the names in a line that is only a name, from where it stands: between headline and date, right above the
    /// text, as a signature.
    fn named(&self, i: usize) -> Option<Vec<String>> {
        let text = plain(self.zones.text(i));
        let line = bare(&text);
        let is_source = credit::spoken(&text, self.search.language).is_some()
            || line.split(' ').next().is_some_and(credit::is_label);
        // A comma ends a greeting.
        if self.zones.lines[i].is_label
            || self.zones.lines[i].is_widget
            || is_source
            || text.ends_with([',', '，', '،'])
        {
            return None;
        }
        if i >= self.zones.after_text().start {
            return self.is_apart(i).then(|| self.signature(line, i)).flatten();
        }
        let line = self.without_publisher(line, i);
        let person = self.is_placed(i).then(|| self.person(line, i)).flatten();
        person.or_else(|| self.uncased(line, i)).or_else(|| self.of_path(line, i))
    }

    /// Returns the names in a line under the text: full names, or initials right under it.
    fn signature(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_right_under = i > 0 && self.zones.lines[i - 1].kept || self.zones.lines[i].kept;
        let initials = || (is_right_under && is_initials(line)).then(|| vec![line.to_owned()]);
        self.person(self.without_publisher(line, i), i).or_else(initials)
    }

    /// Returns `true` if a line near the headline stands beside a date, or between the headline and the text.
    fn is_placed(&self, i: usize) -> bool {
        const WORDS: usize = 4;
        const NOTES: usize = 2;
        let is_other = |j: &usize| self.zones.lines[*j].folded != self.zones.lines[i].folded;
        let is_button = |j: usize| {
            let line = &self.zones.lines[j];
            line.is_caption || line.is_label || line.is_widget || undress::is_menu(line.text)
        };
        let above = (0..i).rev().find(is_other);
        let first = (0..i).rev().filter(is_other).find(|&j| Some(j) == self.zones.title() || !is_button(j));
        let mut below = (i + 1..self.zones.lines.len()).filter(is_other);
        let is_text = |j: usize| {
            let line = &self.zones.lines[j];
            line.is_body || line.is_caption || line.kept && line.words > WORDS
        };
        let is_under_title = first.is_some() && first == self.zones.title();
        let is_short = |j: &usize| self.zones.lines[*j].words <= WORDS && !is_text(*j) && !self.search.is_dated(*j);
        let next = below.next();
        let is_of_author = |j: usize| {
            let (text, folded) = (self.zones.text(j), self.zones.lines[j].folded);
            text.contains('@')
                || names::is_role(text)
                || NO_NAME_STARTS.iter().any(|start| folded.starts_with(start.as_str()))
        };
        let text = self.zones.text(i).trim();
        let is_marked = text.ends_with('|') || text.starts_with('(') && text.ends_with(')');
        // A role, or how long the reading takes.
        let dated_below = |mut next: Option<usize>| {
            for _ in 0..NOTES {
                next = next.filter(is_short).map_or(next, |j| Some(j + 1).filter(|&j| j < self.zones.lines.len()));
            }
            next.is_some_and(|j| self.search.is_dated(j))
        };
        is_marked
            || above.is_some_and(|above| self.search.is_dated(above))
            || next.is_some_and(|next| self.search.is_dated(next))
            || is_under_title && (next.is_some_and(|next| is_text(next) || is_of_author(next)) || dated_below(next))
    }

    /// Returns the name in a line between the headline and the date, in a script without capitals. A section can stand there
    /// too, so the name has several words that no menu has, or it stands again in a box about the author.
    fn uncased(&self, line: &str, i: usize) -> Option<Vec<String>> {
        const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
        const LETTERS: usize = 8;
        let is_between =
            i.checked_sub(1) == self.zones.title() && i + 1 < self.zones.lines.len() && self.search.is_dated(i + 1);
        let words = line.split_whitespace().count();
        let is_of_title =
            self.zones.title().is_some_and(|title| self.zones.lines[title].folded.contains(&text::fold(line)));
        let is_full =
            WORDS.contains(&words) && !line.contains(|c| is_unspaced(c) || is_hangul(c)) && self.has_own_words(i);
        let is_again = || {
            let below = self.zones.after_text().start.max(i + 1);
            line.chars().count() <= LETTERS
                && self.zones.lines[below..].iter().any(|other| other.folded == self.zones.lines[i].folded)
        };
        (is_between && !is_of_title && is_uncased_name(line) && (is_full || is_again()) && self.is_told(line, i))
            .then(|| vec![line.to_owned()])
    }

    /// Returns the name in a line right under the headline that is the step before the article in the page's path. A
    /// section stands in the menu too.
    fn of_path(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let title = self.zones.title().filter(|&title| title + 1 == i && line.contains(' '))?;
        let is_author =
            self.search.is_step_of_path(&text::fold(line)) && !self.is_of_menu(line, title) && !is_house(line);
        is_author.then(|| vec![line.to_owned()])
    }

    /// Returns `true` if no line outside the text has a word of a line, except lines that have all of them.
    fn has_own_words(&self, i: usize) -> bool {
        let whole = self.search.padded(i);
        let is_same = |j: usize| self.search.padded(j).contains(whole);
        let shares = |other: &PastedLine| other.folded.split(' ').any(|word| whole.contains(&format!(" {word} ")));
        let mut others =
            self.zones.lines.iter().enumerate().filter(|&(j, line)| j != i && !line.is_body && !line.folded.is_empty());
        !others.any(|(j, other)| shares(other) && !is_same(j))
    }

    /// Returns the names in a line that is only names. Returns `None` if the text or the site's menu mentions them too.
    fn person(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_name = is_person(line) && !is_labelled_heading(line);
        (is_name && self.is_told(line, i) && !self.is_of_common_words(line)).then(|| self.names(line, i)).flatten()
    }

    /// Returns `true` if neither the text nor the site's menu has a line's words, and they do not name a publisher.
    fn is_told(&self, line: &str, i: usize) -> bool {
        let end = self.zones.headline.as_ref().map_or(0, |lines| lines.start).min(i);
        !is_house(line) && !self.is_mentioned(line, i) && !self.is_of_menu(line, end)
    }

    /// Returns a line without the publisher after the names: `Ana Ruiz - Reuters`, `Ana Ruiz | BayNews`.
    fn without_publisher<'l>(&self, line: &'l str, i: usize) -> &'l str {
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
                || Dressing::of(self.zones.lines).names_site(tail, i)
        };
        let ends = DIVIDES.iter().filter_map(|divide| line.rfind(divide).map(|at| (at, at + divide.len())));
        match ends.max() {
            Some((at, after)) if is_person(line[..at].trim()) && is_publisher(line[after..].trim()) => {
                line[..at].trim()
            }
            _ => line,
        }
    }

    /// Returns `true` if only dates and sources stand between a line and the headline or the text, and the line does not
    /// begin a list of similar lines, such as tags or sections.
    fn is_apart(&self, i: usize) -> bool {
        const ITEM_WORDS: usize = 4;
        let next = self.zones.lines.get(i + 1).filter(|line| !line.is_label && !line.is_widget && !line.kept);
        let is_item = next.is_some_and(|line| line.words <= ITEM_WORDS && line.folded != self.zones.lines[i].folded);
        i < self.zones.after_text().start || self.is_first_below(i) && (!is_item || self.is_date_or_source(i + 1))
    }

    /// Returns `true` if only dates and sources stand between the text and a line below it.
    fn is_first_below(&self, i: usize) -> bool {
        (self.zones.after_text().start..i).all(|j| self.is_date_or_source(j))
    }

    fn is_date_or_source(&self, i: usize) -> bool {
        let line = plain(self.zones.text(i));
        date::parse(&line, DateOrder::DayFirst).is_some()
            || credit::read(&line, self.search.language).source.is_some()
            || !line.contains(char::is_alphabetic)
    }

    /// Returns `true` if the text mentions the words of a line, or has them as a subheading. They are then a place, a
    /// person in the story or a topic, not its author.
    fn is_mentioned(&self, name: &str, i: usize) -> bool {
        let name = text::fold(name);
        let phrase = format!(" {name} ");
        let mut kept = (0..self.zones.lines.len()).filter(|&j| self.zones.lines[j].kept && j != i);
        let inside = kept.clone().next().unwrap_or(0)..kept.clone().next_back().unwrap_or(0);
        kept.by_ref().take(LINES_WITH_MENTIONS).any(|j| self.search.padded(j).contains(&phrase))
            || inside.filter(|&j| j != i).any(|j| self.zones.lines[j].folded == name)
    }

    /// Returns `true` if all words of a capitalized line also appear in lower case in the paste. The line is then a
    /// label.
    fn is_of_common_words(&self, line: &str) -> bool {
        if line.contains(char::is_lowercase) {
            return false;
        }
        let is_common = |word: &str| {
            let word = word.to_lowercase();
            self.zones.lines.iter().any(|line| line.text.split_whitespace().any(|other| other == word))
        };
        line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).all(is_common)
    }

    /// Returns `true` if one of the first lines says the same. The line is then a section of the site.
    fn is_of_menu(&self, name: &str, end: usize) -> bool {
        let name = text::fold(name);
        self.zones.lines[..end].iter().any(|line| line.folded == name)
    }

    /// Returns the names in a line, without those of places and papers after them.
    fn names(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let mut names = self.search.names(line, i)?;
        names.retain(|name| is_capitalized(name));
        (!names.is_empty()).then_some(names)
    }
}
