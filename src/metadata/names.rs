//! The names of persons in a string: out of metadata values and out of lines such as "By Ana Ruiz | 5 min read".
//!
//! Values are often something else: an address of a profile, a login name, a sentence about the author, a date
//! after the name. What does not look like a name is dropped, because a wrong byline is worse than none.

use super::text::{fold, plain, tidy};
use crate::options::{MAX_AUTHORS, MAX_NAME_CHARS};
use regex::Regex;
use std::sync::LazyLock;

/// What stands before a name, in lower case, with a space, colon, bar or slash after it.
const PREFIXES: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "words by",
    "article by",
    "text by",
    "by",
    "ein artikel von",
    "ein beitrag von",
    "eine analyse von",
    "ein kommentar von",
    "ein gastbeitrag von",
    "ein interview von",
    "von",
    "écrit par",
    "publié par",
    "propos recueillis par",
    "par",
    "escrito por",
    "publicado por",
    "redactado por",
    "por",
    "scritto da",
    "a cura di",
    "geschreven door",
    "door",
    "viết bởi",
    "bởi",
    "بقلم",
    "oleh",
];

/// Labels of a name, in lower case: words of the language too, so a colon, bar or slash must follow.
const LABELS: &[&str] = &[
    "author",
    "authors",
    "reporter",
    "text",
    "words",
    "autor",
    "autorin",
    "autoren",
    "auteur",
    "autora",
    "autores",
    "autore",
    "tekst",
    "tác giả",
    "người viết",
    "thực hiện",
    "bài và ảnh",
    "bài, ảnh",
    "bài",
    "文",
    "作者",
    "记者",
    "記者",
    "編輯",
    "编辑",
    "责编",
    "撰文",
    "執筆",
    "筆者",
    "取材",
    "كتب",
    "كتبت",
    "автор",
    "текст",
    "yazan",
    "penulis",
    "od",
];

/// Such words that are also parts of names: "Theo Vo", "Di Matteo". Taken off only where the language is theirs.
const AMBIGUOUS_PREFIXES: &[(&str, &str)] =
    &[("vi", "theo"), ("vi", "nguồn"), ("it", "di"), ("sv", "av"), ("nb", "av"), ("da", "af"), ("pt", "de")];

/// Names of accounts and placeholders, folded.
const NO_NAMES: &[&str] = &[
    "admin",
    "administrator",
    "root",
    "webmaster",
    "editor",
    "editors",
    "author",
    "authors",
    "user",
    "guest",
    "unknown",
    "anonymous",
    "null",
    "undefined",
    "none",
    "n a",
    "na",
    "redaktion",
    "redacción",
    "redazione",
    "rédaction",
    "la rédaction",
    "ban biên tập",
    "bbt",
    "quản trị",
    "share",
    "follow",
    "comment",
    "comments",
    "home",
    "true",
    "false",
    "name",
    "by",
    "von",
    "tác giả",
    "by admin",
];

/// How labels of links begin that stand with an author, folded.
const NO_NAME_STARTS: &[&str] = &[
    "view ",
    "more ",
    "read ",
    "see ",
    "about ",
    "follow ",
    "all posts",
    "updated ",
    "published ",
    "posted ",
    "last ",
    "xem ",
    "theo dõi",
    "mehr ",
];

/// Most words of a name; with titles and two surnames they have seven.
const MAX_NAME_WORDS: usize = 8;

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(<]?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]{2,}[)>]?").expect("a fixed pattern")
});

/// The names in a value: without prefixes, addresses and what is no name. A value may hold several, between commas,
/// semicolons, bars or ampersands.
pub(super) fn names(value: &str, language: &str) -> Vec<String> {
    let value = plain(value);
    if value.len() > MAX_NAME_CHARS * MAX_AUTHORS {
        return Vec::new();
    }
    let value = EMAIL.replace_all(&value, " ");
    value.split(['|', ';', ',', '·', '•', '&', '\u{3001}', '，']).filter_map(|part| name(part, language)).collect()
}

/// The names in a line of the page: none where a part is a sentence. Several words that begin
/// in lower case are a label; one such word is a login name.
pub(super) fn shown_names(line: &str, language: &str) -> Vec<String> {
    let sentence = |part: &str| part.split_whitespace().count() > MAX_NAME_WORDS;
    if line.split(['|', '·', '•']).any(sentence) {
        return Vec::new();
    }
    let mut found = names(line, language);
    found.retain(|name| !name.starts_with(char::is_lowercase) || !name.contains(' '));
    found
}

fn name(part: &str, language: &str) -> Option<String> {
    let mut rest = strip_marks(part);
    // "Text: von Anna Beispiel" has two.
    for _ in 0..3 {
        let Some(shorter) = strip_prefix(rest, language) else { break };
        rest = strip_marks(shorter);
    }
    let rest = strip_note(rest);
    is_name(rest).then(|| tidy(rest))
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
    let spaced = spaced.filter(|rest| rest.starts_with(' ') || rest.starts_with(MARKS));
    let marked = LABELS.iter().filter_map(|label| strip_word(text, label));
    let marked = marked.filter(|rest| rest.trim_start().starts_with(MARKS));
    spaced.chain(marked).min_by_key(|rest| rest.len())
}

const MARKS: [char; 5] = [':', '：', '/', '／', '|'];

/// The text after a word in any case.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for expected in word.chars() {
        if !chars.next()?.to_lowercase().eq(expected.to_lowercase()) {
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
