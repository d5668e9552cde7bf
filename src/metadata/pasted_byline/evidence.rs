//! Measures a part of a line that may be the byline. The [`weights`](super::weights) are learned for these numbers.

use super::BylineSearch;
use super::readings::{Form, NameReading, glued, is_person, is_short};
use super::rules::{Mark, RuledByline};
use crate::metadata::credit;
use crate::metadata::line_parts::{has_time, is_initials, is_uncased_name};
use crate::metadata::name_words::{NO_NAME_STARTS, NO_NAMES};
use crate::metadata::names::{self, is_capitalized};
use crate::metadata::undress::{self, Dressing};
use crate::script::{is_hangul, is_unspaced};
use crate::substring::contains_any;
use crate::text;
use crate::words::byline::{
    AUTHOR_LABELS, BYLINES, begins_with_family_name, is_clear_prefix, is_han_name, is_label as is_author_label,
};
use std::sync::LazyLock;

/// The names of the numbers, in their order.
pub const NAMES: [&str; 112] = [
    "after a word for the author",
    "after such a word inside the part",
    "after an unknown label",
    "before a source",
    "a whole line",
    "a part of a line",
    "glued to the next word",
    "a reporter at the start of the text",
    "at the end of the headline or the text",
    "after several words for the author",
    "a word for the author in the label",
    "text of the same part after the names",
    "another word for the author near",
    "words of the label",
    "before a bar",
    "in brackets",
    "one name",
    "two names",
    "more names",
    "one word",
    "two words",
    "three words",
    "four words",
    "more words",
    "letters",
    "in capitals",
    "all words capitalized",
    "a script without capitals",
    "a Chinese name",
    "a Korean name",
    "initials",
    "begins with an abbreviation",
    "begins with a family name",
    "a capital inside a word",
    "a digit",
    "full names alone",
    "a word for a role",
    "a word that no name has",
    "share of words in small letters elsewhere",
    "other words of the line",
    "text after the names",
    "a dash after the names",
    "a comma after the names",
    "a slash after the names",
    "a full stop after the names",
    "a bracket after the names",
    "a publisher after the names",
    "a single word after the names",
    "begins in lower case",
    "a date in the line",
    "a time in the line",
    "kept",
    "running text",
    "a label",
    "a button",
    "a caption",
    "legal",
    "above the headline",
    "the headline",
    "between headline and text",
    "among the first lines of the text",
    "among the last lines of the text",
    "under the text",
    "distance from the headline",
    "distance from the text below",
    "distance from the text above",
    "right under the headline",
    "right under the text",
    "headline above",
    "date above",
    "text above",
    "a word for the author alone above",
    "label above",
    "button or caption above",
    "name above",
    "another line above",
    "nothing above",
    "date below",
    "text below",
    "label below",
    "button or caption below",
    "about the author below",
    "name below",
    "another line below",
    "nothing below",
    "date two lines below",
    "date two lines above",
    "names among the lines around",
    "dates among the lines around",
    "a line of its own above the headline",
    "a line of its own below",
    "other lines with the name",
    "share of words in other labels, in a script without capitals",
    "other lines with the name and a word for the author",
    "said by the text",
    "said by the start of the text",
    "a word of it said by the text",
    "said by the headline",
    "the page's path",
    "said by a caption",
    "the site",
    "a source",
    "without a headline",
    "lines of the text",
    "short lines under the text",
    "dates under the text",
    "a rule: a word for the author",
    "a rule: a date beside it",
    "a rule: a source after it",
    "a rule: where it stands",
    "a rule has other names of the line",
    "a rule has another line",
];
/// How many numbers there are.
pub const COUNT: usize = NAMES.len();

/// Returns `true` if the rules found the part that was measured.
pub(super) fn is_ruled(evidence: &[f32; COUNT]) -> bool {
    let rules = NAMES.iter().zip(evidence).filter(|(name, _)| name.starts_with("a rule: "));
    rules.into_iter().any(|(_, value)| *value > 0.0)
}

/// Lines of the text that are searched for mentions of a name. The first lines name the persons of the story.
const LINES_OF_TEXT: usize = 40;
/// Other lines that are searched. More would make long lists of comments slow.
const OTHER_LINES: usize = 400;

/// What a line beside the candidate's is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Neighbour {
    Headline,
    Date,
    Text,
    AuthorLabel,
    Label,
    Button,
    AboutAuthor,
    Name,
    Other,
    Nothing,
}

/// Measures a reading of a line.
pub(super) fn of(search: &BylineSearch, i: usize, reading: &NameReading, ruled: Option<&RuledByline>) -> [f32; COUNT] {
    let lines = search.lines;
    let line = &lines[i];
    let flag = |is_so: bool| f32::from(u8::from(is_so));
    let logarithm = |n: usize| (n as f32).ln_1p();
    let first = reading.names[0].as_str();
    let folded = text::fold(first);
    let words: Vec<&str> = first.split_whitespace().collect();
    let is = |form: Form| flag(reading.form == form);

    let is_ruled = ruled.is_some_and(|ruled| ruled.line == i && ruled.names == reading.names);
    let by_rule = |mark: Mark| flag(is_ruled && ruled.is_some_and(|ruled| ruled.mark == mark));

    let is_small = |word: &&&str| search.small_words.contains(word.to_lowercase().as_str());
    let in_small = words.iter().filter(is_small).count() as f32 / words.len() as f32;
    let said: usize = reading.names.iter().map(|name| text::word_count(name)).sum();

    let title = search.headline.clone();
    let is_above = title.as_ref().is_some_and(|title| i < title.start);
    let is_title = title.as_ref().is_some_and(|title| title.contains(&i));
    let after_title = title.as_ref().map_or(0, |title| title.end);
    let is_between = !is_above && !is_title && title.is_some() && i < search.text_start;
    let is_under = i >= search.text_end;
    let is_lead = i >= search.text_start && !is_under && i < search.text_start + super::LINES_OF_LEAD;
    let is_last = !is_under && i + 2 >= search.text_end;
    let from_title = if is_above { search.title().map_or(0, |title| title - i) } else { i - after_title.min(i) };

    let above = beside(search, (0..i).rev().find(|&j| lines[j].folded != line.folded));
    let below = (i + 1..lines.len()).find(|&j| lines[j].folded != line.folded);
    let second_below = below.map(|j| beside(search, Some(j + 1).filter(|&j| j < lines.len())));
    let second_above = beside(search, i.checked_sub(2));
    let below = beside(search, below);
    let around = || (i.saturating_sub(3)..lines.len().min(i + 4)).filter(|&j| j != i);
    let names_around = around().filter(|&j| is_name_like(search, j)).count();
    let dates_around = around().filter(|&j| search.is_dated(j)).count();

    let is_labelled_near = around().any(|j| search.says_author(j));

    let mentions = Mentions::of(search, i, &folded, words.last().copied().unwrap_or_default());
    let with_name = mentions.others + usize::from(mentions.is_above_title) + usize::from(mentions.is_own_line) + 1;
    let is_shared = |word: &&str| search.label_words.get(word).is_some_and(|&lines| lines > with_name);
    let shared = folded.split(' ').filter(is_shared).count() as f32 / words.len() as f32;
    let in_title = title
        .as_ref()
        .is_some_and(|title| title.clone().any(|j| j != i && search.padded(j).contains(&format!(" {folded} "))));
    let (short_under, dates_under) = *search.under_text.get_or_init(|| under_text(search));

    [
        is(Form::Labelled),
        is(Form::Introduced),
        is(Form::Colon),
        is(Form::Credited),
        is(Form::Whole),
        is(Form::Part),
        is(Form::Glued),
        is(Form::Dateline),
        is(Form::Tail),
        flag(is_clear_prefix(reading.part)),
        flag(has_author_word(reading.label)),
        logarithm(text::word_count(reading.rest)),
        flag(is_labelled_near),
        logarithm(text::word_count(reading.label)),
        flag(line.text.trim_end().ends_with('|')),
        flag(line.text.starts_with(['(', '（', '[', '【'])),
        flag(reading.names.len() == 1),
        flag(reading.names.len() == 2),
        flag(reading.names.len() > 2),
        flag(words.len() == 1),
        flag(words.len() == 2),
        flag(words.len() == 3),
        flag(words.len() == 4),
        flag(words.len() > 4),
        logarithm(first.chars().count()),
        flag(first.contains(char::is_uppercase) && !first.contains(char::is_lowercase)),
        flag(is_capitalized(first)),
        flag(is_uncased_name(first)),
        flag(words.iter().all(|word| is_han_name(word))),
        flag(first.chars().all(is_hangul) && first.chars().count() <= 4),
        flag(is_initials(first)),
        flag(words.len() > 2 && words[0].ends_with('.')),
        flag(begins_with_family_name(first, search.language)),
        flag(glued(first).next().is_some()),
        flag(first.contains(char::is_numeric)),
        flag(is_person(reading.part)),
        flag(names::is_role(reading.part)),
        flag(words.iter().any(|word| NO_NAMES.contains(&text::fold(word)))),
        in_small,
        logarithm(line.words.saturating_sub(said)),
        flag(!reading.rest.is_empty()),
        flag(reading.rest.trim_start().starts_with(['-', '–', '—'])),
        flag(reading.rest.starts_with(',')),
        flag(reading.rest.starts_with('/')),
        flag(reading.rest.starts_with('.')),
        flag(reading.rest.trim_start().starts_with(['(', '（'])),
        flag(is_publisher(search, i, reading.rest)),
        flag(text::word_count(reading.rest) == 1),
        flag(first.starts_with(char::is_lowercase)),
        flag(search.is_dated(i)),
        flag(has_time(line.text)),
        flag(line.kept),
        flag(line.is_body),
        flag(line.is_label),
        flag(line.is_widget),
        flag(line.is_caption),
        flag(line.is_legal),
        flag(is_above),
        flag(is_title),
        flag(is_between),
        flag(is_lead),
        flag(is_last),
        flag(is_under),
        logarithm(from_title.min(20)) * flag(!is_under),
        logarithm(search.text_start.saturating_sub(i).min(20)),
        logarithm(i.saturating_sub(search.text_end.saturating_sub(1)).min(20)),
        flag(title.is_some() && i == after_title),
        flag(i == search.text_end),
        flag(above == Neighbour::Headline),
        flag(above == Neighbour::Date),
        flag(above == Neighbour::Text),
        flag(above == Neighbour::AuthorLabel),
        flag(above == Neighbour::Label),
        flag(above == Neighbour::Button),
        flag(above == Neighbour::Name),
        flag(matches!(above, Neighbour::Other | Neighbour::AboutAuthor)),
        flag(above == Neighbour::Nothing),
        flag(below == Neighbour::Date),
        flag(below == Neighbour::Text),
        flag(matches!(below, Neighbour::Label | Neighbour::AuthorLabel)),
        flag(below == Neighbour::Button),
        flag(below == Neighbour::AboutAuthor),
        flag(below == Neighbour::Name),
        flag(matches!(below, Neighbour::Other | Neighbour::Headline)),
        flag(below == Neighbour::Nothing),
        flag(second_below == Some(Neighbour::Date)),
        flag(second_above == Neighbour::Date),
        names_around as f32,
        dates_around as f32,
        flag(mentions.is_above_title),
        flag(mentions.is_own_line),
        logarithm(mentions.others),
        shared * flag(is_uncased_name(first)),
        flag(mentions.is_of_author),
        flag(mentions.is_of_text),
        flag(mentions.is_of_start),
        flag(mentions.has_word),
        flag(in_title),
        flag(search.is_step_of_path(&folded)),
        flag(mentions.is_of_caption),
        flag(Dressing::of(lines).names_site(first, i)),
        flag(credit::spoken(reading.part, search.language).is_some()),
        flag(title.is_none()),
        logarithm(search.text_end.saturating_sub(search.text_start)),
        logarithm(short_under),
        logarithm(dates_under),
        by_rule(Mark::Word),
        by_rule(Mark::Date),
        by_rule(Mark::Source),
        by_rule(Mark::Place),
        flag(ruled.is_some_and(|ruled| !is_ruled && ruled.line == i)),
        flag(ruled.is_some_and(|ruled| ruled.line != i)),
    ]
}

/// Returns `true` if the text after names is that of a publisher.
fn is_publisher(search: &BylineSearch, i: usize, rest: &str) -> bool {
    let name = rest.trim_matches(|c: char| !c.is_alphanumeric());
    !name.is_empty()
        && (credit::is_agency(name)
            || names::is_house(name)
            || credit::is_domain(name)
            || Dressing::of(search.lines).names_site(name, i))
}

/// Returns `true` if a text has a word for an author, as a whole word.
fn has_author_word(text: &str) -> bool {
    /// The words between spaces, where the script has them.
    static PADDED: LazyLock<Vec<String>> = LazyLock::new(|| {
        let words = BYLINES.iter().chain(&*AUTHOR_LABELS).map(|word| text::fold(word));
        words.map(|word| if word.starts_with(is_unspaced) { word } else { format!(" {word} ") }).collect()
    });
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| PADDED.iter().map(String::as_str).collect());
    contains_any(&format!(" {} ", text::fold(text)), &WORDS)
}

/// Returns the numbers of short lines and of dates under the text.
fn under_text(search: &BylineSearch) -> (usize, usize) {
    const DATED_LINES: usize = 24;
    let under = search.text_end..search.lines.len();
    let is_short = |&j: &usize| is_short(search.lines[j].words, search.lines[j].text);
    let short = under.clone().take(OTHER_LINES).filter(is_short).count();
    (short, under.take(DATED_LINES).filter(|&j| search.is_dated(j)).count())
}

/// Returns what the line is that stands beside the candidate's.
fn beside(search: &BylineSearch, line: Option<usize>) -> Neighbour {
    line.map_or(Neighbour::Nothing, |j| *search.facts[j].neighbour.get_or_init(|| neighbour(search, j)))
}

fn neighbour(search: &BylineSearch, j: usize) -> Neighbour {
    let line = &search.lines[j];
    let is_about = || {
        is_short(line.words, line.text)
            && (line.text.contains('@')
                || names::is_role(line.text)
                || NO_NAME_STARTS.iter().any(|start| line.folded.starts_with(start.as_str())))
    };
    match () {
        () if search.is_of_title(j) => Neighbour::Headline,
        () if search.is_dated(j) => Neighbour::Date,
        () if line.is_body || line.kept && !is_short(line.words, line.text) => Neighbour::Text,
        () if is_author_label(line.text) => Neighbour::AuthorLabel,
        () if is_about() => Neighbour::AboutAuthor,
        () if line.is_label => Neighbour::Label,
        () if line.is_widget || line.is_caption || undress::is_menu(line.text) => Neighbour::Button,
        () if is_name_like(search, j) => Neighbour::Name,
        () => Neighbour::Other,
    }
}

/// Returns `true` if a line has the look of a name: a few capitalized words.
fn is_name_like(search: &BylineSearch, j: usize) -> bool {
    let line = &search.lines[j];
    (1..=4).contains(&line.words)
        && !line.is_label
        && !line.is_body
        && !line.text.contains(char::is_numeric)
        && is_capitalized(line.text.trim())
}

/// Where else a paste has a name.
#[derive(Debug, Default)]
struct Mentions {
    /// A line above the headline is the name.
    is_above_title: bool,
    /// A line below the candidate's is the name.
    is_own_line: bool,
    /// The number of other lines outside the text that have it.
    others: usize,
    /// One of them has a word for the author.
    is_of_author: bool,
    is_of_text: bool,
    /// One of the first lines of the text has it.
    is_of_start: bool,
    /// The text has the last word of the name.
    has_word: bool,
    is_of_caption: bool,
}

impl Mentions {
    fn of(search: &BylineSearch, i: usize, folded: &str, last_word: &str) -> Mentions {
        const LINES_OF_START: usize = 3;
        let (phrase, word) = (format!(" {folded} "), format!(" {} ", text::fold(last_word)));
        let mut found = Mentions::default();
        let (mut of_text, mut others) = (0, 0);
        for (j, line) in search.lines.iter().enumerate() {
            if j == i || line.folded.is_empty() {
                continue;
            }
            if line.kept && !line.is_caption {
                of_text += 1;
                if of_text > LINES_OF_TEXT {
                    continue;
                }
                let padded = search.padded(j);
                let is_said = padded.contains(&phrase);
                found.is_of_text |= is_said;
                found.is_of_start |= is_said && of_text <= LINES_OF_START;
                found.has_word |= padded.contains(&word);
                continue;
            }
            others += 1;
            if others > OTHER_LINES {
                continue;
            }
            if line.folded == folded {
                if search.title().is_some_and(|title| j < title) {
                    found.is_above_title = true
                } else {
                    found.is_own_line = true
                }
            } else if search.padded(j).contains(&phrase) {
                found.others += 1;
                found.is_of_author |= has_author_word(line.text);
                found.is_of_caption |= line.is_caption;
            }
        }
        found
    }
}
