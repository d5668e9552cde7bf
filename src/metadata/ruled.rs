//! Fields from the blocks that a person's rules name.

use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::name_words::PARTICLES;
use super::names;
use super::source::Source;
use super::text::{cap, plain};
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::text::{ends_sentence, has_words, is_name};
use crate::words::byline::strip_prefix;

/// Minimum number of words of a line that is not a name by itself.
const LINE_WORDS: usize = 7;

/// Returns the names of authors in a line that a person pointed at. A short line without a known
/// name is itself taken as a name.
pub(crate) fn authors_in(line: &str, language: &str) -> Vec<String> {
    let line = plain(line);
    let undated = match date::span(&line, DateOrder::DayFirst) {
        Some((start, end)) => {
            format!("{} | {}", line.get(..start).unwrap_or_default(), line.get(end..).unwrap_or_default())
        }
        None => line,
    };
    let label = strip_prefix(&undated, language);
    if label.is_none() && ends_sentence(&undated) && has_words(&undated, LINE_WORDS) {
        return Vec::new();
    }
    let mut found = names::names(&undated, language);
    if let [only] = &mut found[..]
        && let Some(name) = name_at_end(only)
    {
        *only = name.to_owned();
    }
    let own = label.unwrap_or(&undated);
    let own = own.rsplit([':', '：']).next().unwrap_or_default().trim();
    let own = name_at_end(own).unwrap_or(own);
    let is_name = !own.is_empty()
        && own.chars().count() <= MAX_NAME_CHARS
        && !own.contains(|c: char| c.is_numeric() || c == '|')
        && !has_words(own, LINE_WORDS);
    if found.is_empty() && is_name { vec![own.to_owned()] } else { found }
}

/// Returns the capitalized words at the end of a line if they are a name: `Words and pictures Ana
/// Ruiz`.
fn name_at_end(line: &str) -> Option<&str> {
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let words: Vec<&str> = line.rsplit(' ').take_while(|word| is_capital(word) || PARTICLES.contains(word)).collect();
    let words: Vec<&str> = words.into_iter().rev().skip_while(|word| !is_capital(word)).collect();
    let bytes = words.iter().map(|word| word.len() + 1).sum();
    let capitals: Vec<&str> = words.into_iter().filter(is_capital).collect();
    line.get((line.len() + 1).checked_sub(bytes)?..).filter(|_| is_name(&capitals.join(" ")))
}

impl Metadata {
    /// Takes the title from a block. Returns `true` if the block has one.
    pub(crate) fn take_title(&mut self, text: &str) -> bool {
        let title = cap(plain(text), MAX_TITLE_CHARS);
        let is_there = !title.is_empty();
        if is_there {
            self.title = Some(title);
            self.sources.replace("title", Some(Source::Rule));
        }
        is_there
    }

    /// Takes the authors from a block. Returns `true` if it names any.
    pub(crate) fn take_authors(&mut self, text: &str) -> bool {
        let primary = self.language.as_deref().and_then(|tag| tag.split('-').next()).unwrap_or_default();
        let authors = authors_in(text, primary);
        let is_there = !authors.is_empty();
        if is_there {
            self.byline = Some(authors.join(", "));
            self.authors = authors;
            self.sources.replace("byline", Some(Source::Rule));
        }
        is_there
    }

    /// Takes the time of publication from a block. Returns `true` if it has a date.
    pub(crate) fn take_published_time(&mut self, text: &str) -> bool {
        let found = date::parse(&plain(text), DateOrder::of(self.language.as_deref()));
        let is_there = found.is_some();
        if is_there {
            self.published_time = found;
            self.sources.replace("publishedTime", Some(Source::Rule));
        }
        is_there
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authors_of_a_line_that_was_pointed_at_are_found() {
        let cases: [(&str, &str, &[&str]); 9] = [
            ("By Ana Ruiz and Ben Cole", "en", &["Ana Ruiz", "Ben Cole"]),
            ("Words and pictures Ana Ruiz", "en", &["Ana Ruiz"]),
            ("Words and pictures Ana de la Cruz", "en", &["Ana de la Cruz"]),
            ("By Ludwig van Beethoven", "en", &["Ludwig van Beethoven"]),
            ("Người viết: Hoàng Yến", "vi", &["Hoàng Yến"]),
            ("Trần Thị Hạnh, 14/03/2024", "vi", &["Trần Thị Hạnh"]),
            ("the weather desk", "en", &["the weather desk"]),
            ("12 comments", "en", &[]),
            ("It rained all night in the hills, and the river rose.", "en", &[]),
        ];
        for (line, language, expected) in cases {
            assert_eq!(authors_in(line, language), expected, "{line}");
        }
    }
}
