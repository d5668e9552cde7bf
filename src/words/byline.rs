//! Words around the name of an author: "by" before it, "said" beside it, or a label with a mark.

use super::{by_language, list};
use crate::script::{is_han, is_hangul, is_unspaced};
use std::sync::LazyLock;

/// Words before the name of an author.
pub(crate) static BYLINES: LazyLock<Vec<&str>> = LazyLock::new(|| list("byline").collect());
/// Words of the same kind that are also parts of names. Each has the language in which it is
/// removed.
static AMBIGUOUS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| by_language("byline-ambiguous").collect());
/// Labels of a name that are also ordinary words.
pub(crate) static AUTHOR_LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| list("author-label").collect());
/// The words for "said" and "wrote".
static SAID: LazyLock<Vec<&str>> = LazyLock::new(|| list("said").collect());

/// Marks between a label and a name.
pub(crate) const AUTHOR_MARKS: [char; 5] = [':', '：', '/', '／', '|'];

/// Longest name in Han script after a label without a space, in characters: two of the family name and two of the given
/// name.
const MAX_HAN_NAME: usize = 4;

/// Returns the text after a prefix, or after a label and its separator.
pub(crate) fn strip_prefix<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let ambiguous = AMBIGUOUS.iter().filter(|(of, _)| *of == language).map(|(_, prefix)| prefix);
    let spaced = BYLINES.iter().chain(ambiguous).filter_map(|prefix| strip_word(text, prefix));
    let spaced = spaced.filter(|rest| rest.starts_with(' ') || rest.starts_with(AUTHOR_MARKS) || is_han_name(rest));
    let marked = AUTHOR_LABELS.iter().filter_map(|label| strip_word(text, label));
    let marked = marked.filter(|rest| rest.trim_start().starts_with(AUTHOR_MARKS));
    // For example "Autorin/Autor".
    let second = |rest: &&'a str| AUTHOR_LABELS.iter().find_map(|label| strip_word(rest.strip_prefix('/')?, label));
    let marked = marked.map(|rest| second(&rest).filter(|after| after.starts_with(' ')).unwrap_or(rest));
    spaced.chain(marked).min_by_key(|rest| rest.len())
}

/// Returns a name without the words for "by" before it and for "said" beside it: `Posted by An`,
/// `schrieb An`, `An says:`. A text that consists only of such words is not changed. `language` is
/// empty if it is unknown.
pub(crate) fn without_byline_words<'a>(text: &'a str, language: &str) -> &'a str {
    let text = without_said(text.trim().trim_end_matches([' ', ':', '：', ',', '·', '|']));
    let name = strip_prefix(text, language).filter(|rest| !rest.starts_with(['-', '/']));
    let name = name.map(|name| name.trim_start_matches([' ', ':', '：']));
    name.filter(|name| !name.is_empty()).unwrap_or(text)
}

/// Returns a name without the words for "said" and "wrote" beside it: `An wrote`, `schrieb An`, `太郎さんの発言`.
pub(crate) fn without_said(name: &str) -> &str {
    let is_cut = |cut: &str, said: &str| {
        let is_joined = said.starts_with(|c| is_unspaced(c) || is_hangul(c)) && said.chars().nth(1).is_some();
        is_joined || cut.starts_with(' ') || cut.ends_with([' ', ','])
    };
    let mut name = name.trim();
    for said in &*SAID {
        let cut = name.strip_suffix(said).or_else(|| name.strip_prefix(said));
        if let Some(cut) = cut.filter(|cut| cut.is_empty() || is_cut(cut, said)) {
            name = cut.trim_matches([' ', ',']);
        }
    }
    name
}

/// Returns `true` if a text is only a label for the author.
pub(crate) fn is_label(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || AUTHOR_MARKS.contains(&c));
    let is_one = |text: &str| BYLINES.iter().chain(&*AUTHOR_LABELS).any(|word| strip_word(text, word) == Some(""));
    // For example "Autorin/Autor".
    is_one(text) || text.split('/').all(is_one)
}

/// Returns `true` if a text begins with a prefix of several words. Such prefixes are rarely used
/// for anything else.
pub(crate) fn is_clear_prefix(text: &str) -> bool {
    BYLINES.iter().any(|prefix| {
        let rest = strip_word(text, prefix);
        rest.is_some_and(|rest| rest.starts_with(' ') || rest.starts_with(AUTHOR_MARKS)) && prefix.contains(' ')
    })
}

/// Returns `true` if a text begins with a name in Han script that ends at a space or slash.
pub(crate) fn is_han_name(text: &str) -> bool {
    let text = text.split(['／', ' ']).next().unwrap_or(text);
    let count = text.chars().count();
    (2..=MAX_HAN_NAME).contains(&count) && text.chars().all(is_han)
}

/// Removes a word from the start of a text, in upper or lower case. Returns the rest, or `None` if
/// the text begins with something else.
#[inline]
pub(crate) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    // Lines of the page are compared with dozens of words. Nearly all of them already differ in the
    // first letter.
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
