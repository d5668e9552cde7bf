//! The names of persons in a string: out of metadata values and out of lines such as "By Ana Ruiz | 5 min read".
//!
//! Values are often something else: an address of a profile, a login name, a sentence about the author, a date
//! after the name. What does not look like a name is dropped, because a wrong byline is worse than none.

use super::months::month;
use super::name_words::{
    AGENCY_LEADS, AMBIGUOUS_PREFIXES, DATE_LEADS, JOINERS, LABELS, NO_NAME_STARTS, NO_NAMES, OTHERS, PREFIXES,
    SUFFIXES, WEEKDAYS,
};
use super::text::{fold, pattern, plain, tidy};
use crate::options::{MAX_AUTHORS, MAX_NAME_CHARS};
use regex::Regex;
use std::sync::LazyLock;

/// Most characters of a name in Han script that follows a label without a space: two of a family name and two given.
const MAX_HAN_NAME: usize = 4;

/// Most words of a name; with titles and two surnames they have seven.
const MAX_NAME_WORDS: usize = 8;

static EMAIL: LazyLock<Regex> = LazyLock::new(|| pattern(r"[(<]?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]{2,}[)>]?"));

/// The names in a value: without prefixes, addresses and what is no name. A value may hold several, between commas,
/// semicolons, bars or ampersands.
pub(super) fn names(value: &str, language: &str) -> Vec<String> {
    let value = plain(value);
    if value.len() > MAX_NAME_CHARS * MAX_AUTHORS {
        return Vec::new();
    }
    let value = EMAIL.replace_all(&value, " ");
    value
        .split(['|', ';', ',', '·', '•', '&', '\u{3001}', '，'])
        .filter_map(|part| name(part, language))
        .flat_map(split_joined)
        .collect()
}

/// The names in "Ana Ruiz and Lê Minh": only full names are parted, for firms are called "Ruiz and Sons".
fn split_joined(name: String) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let full = |words: &[&str]| words.len() >= 2 && words.iter().all(|word| !word.starts_with(char::is_lowercase));
    let joined = words.iter().position(|word| JOINERS.contains(&word.to_lowercase().as_str()));
    match joined.map(|at| (&words[..at], &words[at + 1..])) {
        Some((first, second)) if full(first) && full(second) => vec![first.join(" "), second.join(" ")],
        _ => vec![name],
    }
}

/// The names in a line of the page: none where a part is a sentence. Several words that begin
/// in lower case are a label; one such word is a login name.
pub(super) fn shown_names(line: &str, language: &str) -> Vec<String> {
    let sentence = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let name = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(words.len());
        name > MAX_NAME_WORDS || words.len() > MAX_NAME_WORDS && !words[name..].iter().all(|word| is_of_date(word))
    };
    if line.split(['|', '·', '•']).any(sentence) {
        return Vec::new();
    }
    let mut found = names(line, language);
    found.retain(|name| !name.starts_with(char::is_lowercase) || !name.contains(' '));
    found
}

/// Whether a word can stand in a date or time of day after its first number.
fn is_of_date(word: &str) -> bool {
    const SHORT: usize = 3;
    let folded = fold(word);
    folded.chars().count() <= SHORT || folded.starts_with(|c: char| c.is_ascii_digit()) || month(&folded).is_some()
}

fn name(part: &str, language: &str) -> Option<String> {
    let mut rest = strip_marks(part);
    // "Text: von Anna Beispiel" has two.
    for _ in 0..3 {
        let Some(shorter) = strip_prefix(rest, language) else { break };
        rest = strip_marks(shorter);
    }
    let rest = strip_suffix(strip_note(strip_date(strip_others(rest)?)));
    is_name(rest).then(|| tidy(rest))
}

/// The text before a date that follows it: `Ana Ruiz on March 4, 2031`, `Lê Minh 04/03/2031`.
fn strip_date(text: &str) -> &str {
    let mut words: Vec<&str> = text.split(' ').collect();
    let Some(at) = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit())) else { return text };
    words.truncate(at);
    let leads = |word: &str| {
        let word = fold(word);
        DATE_LEADS.contains(&word.as_str()) || WEEKDAYS.contains(&word.as_str()) || month(&word).is_some()
    };
    while words.last().is_some_and(|word| leads(word)) {
        words.pop();
    }
    // Between two names of a date nothing is left; a number inside a name belongs to it.
    let kept: usize = words.iter().map(|word| word.len() + 1).sum();
    if words.len() == at && text.split(' ').count() > at + 1 {
        text
    } else {
        strip_marks(&text[..kept.saturating_sub(1)])
    }
}

/// The text before what others did: `Lê Minh - Ảnh: Trần Hoa`, `王小明 通讯员 李四`, `王小明／台北報導`, `Marie Dupont avec
/// AFP`. `None` where others are all: `Fotos: Max Beispiel`.
fn strip_others(text: &str) -> Option<&str> {
    let mut name = text;
    // An address has a colon as well.
    if let Some(colon) = name.find([':', '：']).filter(|&colon| !name[colon..].starts_with("://")) {
        let divides = [" - ", " – ", " — ", " / ", "; "];
        name = &name[..divides.iter().filter_map(|mark| name[..colon].rfind(mark)).max()?];
    }
    let ends = OTHERS.iter().filter_map(|word| name.find(word)).chain(name.find('／'));
    let name = &name[..ends.min().unwrap_or(name.len())];
    match AGENCY_LEADS.iter().filter_map(|word| name.find(word).map(|at| (at, at + word.len()))).min() {
        Some((at, agency)) if !name[agency..].contains(char::is_lowercase) => Some(name[..at].trim_end()),
        _ => Some(name.trim_end()),
    }
}

/// The text before a profession.
fn strip_suffix(text: &str) -> &str {
    let name = SUFFIXES.iter().find_map(|suffix| text.strip_suffix(suffix)).map(str::trim_end);
    name.filter(|name| !name.is_empty()).unwrap_or(text)
}

fn strip_marks(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, ':' | '：' | '/' | '／' | '-' | '–' | '—' | '[' | ']' | '"' | '>' | '»' | '*' | '@')
    })
}

/// The text before a note on the work done, `Hà Thu (tổng hợp)`, or inside brackets. A capital begins a part of the name.
fn strip_note(text: &str) -> &str {
    if let Some(inner) = text.strip_prefix('(') {
        return inner.strip_suffix(')').unwrap_or(inner);
    }
    match text.split_once(" (") {
        Some((name, note)) if note.starts_with(char::is_lowercase) => name.trim_end(),
        _ => text,
    }
}

/// The text after a prefix or a label and its separator.
pub(super) fn strip_prefix<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let ambiguous = AMBIGUOUS_PREFIXES.iter().filter(|(of, _)| *of == language).map(|(_, prefix)| prefix);
    let spaced = PREFIXES.iter().chain(ambiguous).filter_map(|prefix| strip_word(text, prefix));
    let spaced = spaced.filter(|rest| rest.starts_with(' ') || rest.starts_with(MARKS) || is_han_name(rest));
    let marked = LABELS.iter().filter_map(|label| strip_word(text, label));
    let marked = marked.filter(|rest| rest.trim_start().starts_with(MARKS));
    spaced.chain(marked).min_by_key(|rest| rest.len())
}

/// Whether a text is a label of the author and nothing else.
pub(super) fn is_label(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    PREFIXES.iter().chain(LABELS).any(|word| strip_word(text, word) == Some(""))
}

/// Whether a text begins with a prefix of several words, which little else begins with.
pub(super) fn is_clear_prefix(text: &str) -> bool {
    PREFIXES.iter().any(|prefix| {
        let rest = strip_word(text, prefix);
        rest.is_some_and(|rest| rest.starts_with(' ') || rest.starts_with(MARKS)) && prefix.contains(' ')
    })
}

/// Whether a line is a name and a Korean profession after it, as nothing else is: `김철수 기자`.
pub(super) fn is_signed(line: &str) -> bool {
    const MOST_SYLLABLES: usize = 5;
    let name = strip_suffix(line.trim());
    let name = name.trim_end();
    name.len() < line.trim().len()
        && (2..=MOST_SYLLABLES).contains(&name.chars().count())
        && name.chars().all(|c| matches!(c, '\u{AC00}'..='\u{D7A3}'))
}

/// Whether a text begins with a name in Han script and nothing else before a space or slash.
fn is_han_name(text: &str) -> bool {
    let text = text.split(['／', ' ']).next().unwrap_or(text);
    let count = text.chars().count();
    (2..=MAX_HAN_NAME).contains(&count) && text.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

const MARKS: [char; 5] = [':', '：', '/', '／', '|'];

/// The text after a word in any case.
#[inline]
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    // Lines of the page are asked for dozens of words, and nearly all differ in the first letter.
    match (text.as_bytes().first()?, word.as_bytes().first()?) {
        (a, b) if a.is_ascii() && !a.eq_ignore_ascii_case(b) => None,
        _ => strip_alike(text, word),
    }
}

fn strip_alike<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for expected in word.chars() {
        let c = chars.next()?;
        let same = match (c.is_ascii(), expected.is_ascii()) {
            (true, true) => c.eq_ignore_ascii_case(&expected),
            (true, false) => false,
            _ => c == expected || c.to_lowercase().eq(expected.to_lowercase()),
        };
        if !same {
            return None;
        }
    }
    Some(chars.as_str())
}

/// Whether a text can be a name: short, with letters, few words, no address, no sentence, no number.
fn is_name(text: &str) -> bool {
    let folded = fold(text);
    let words = text.split(' ').count();
    (2..=MAX_NAME_CHARS).contains(&text.chars().count())
        && words <= MAX_NAME_WORDS
        && text.starts_with(char::is_alphanumeric)
        && text.chars().any(char::is_alphabetic)
        && !text.contains("://")
        && !text.contains("www.")
        && !text.ends_with(['!', '?'])
        // A date or a duration; a name may have a number in it ("Radio24 newsroom").
        && !text.split(' ').any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        // Unfilled templates: `{{author}}`, `page.extra.author`.
        && !(words == 1 && text.matches('.').count() > 1)
        && !text.contains(['{', '}', '[', ']', '=', '_', '…'])
        && !PREFIXES.iter().chain(LABELS).any(|word| strip_word(text, word) == Some(""))
        && !NO_NAME_STARTS.iter().any(|start| folded.starts_with(start))
        && !NO_NAMES.contains(&folded.as_str())
        && !WEEKDAYS.contains(&folded.as_str())
        && !(words == 1 && month(&folded).is_some_and(|_| folded.chars().count() > 3 || text.is_ascii()))
}

/// Whether no word begins in lower case, but for the particles of names.
pub(super) fn is_capitalized(name: &str) -> bool {
    let particle = |word: &str| {
        matches!(
            word,
            "de" | "da"
                | "del"
                | "der"
                | "den"
                | "di"
                | "dos"
                | "du"
                | "la"
                | "le"
                | "van"
                | "von"
                | "y"
                | "bin"
                | "al"
                | "và"
                | "and"
                | "und"
                | "et"
        )
    };
    !name.starts_with(char::is_lowercase)
        && name.split(' ').all(|word| !word.starts_with(char::is_lowercase) || particle(word))
}
