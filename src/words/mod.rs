//! The words by which stages recognize parts of pages: one file per language, and `classes.txt` for the names that web
//! authors give to elements.
//!
//! A file has sections, `[name]`, with one phrase per line. Most sections are read for all languages together, because
//! a page may be in several languages, and the declared language is often wrong. Lines before the first section are
//! comments.
//!
//! | section | meaning of its phrases, and where they are used |
//! | --- | --- |
//! | `label-*` | the kind of a line of pasted text that is such a phrase or begins with it: features of lines |
//! | `opener-related`, `opener-control` | the same for blocks of HTML: features of blocks. The lists differ because the classifiers of blocks and of lines were trained with different ones |
//! | `heading-sources` | a whole heading over a list of sources, notes or further reading, folded: which lists of links are kept |
//! | `heading-discussion` | the whole heading of a list of comments, if it is not one of `label-comments` |
//! | `reply` | the whole link or button that answers a comment, folded |
//! | `subject-*` | the subject of a block of boilerplate: features of blocks |
//! | `notice`, `reader` | a line that addresses the reader, about subscribing or rights: features of lines |
//! | `caption-mark`, `caption-end` | a caption, compared letter by letter; `_` is a space at either end of a phrase |
//! | `time-unit`, `ago` | a time, beside a number: features of blocks and lines |
//! | `how-long-ago` | the time since publication, beside a number: the page then shows no date |
//! | `moment` | the whole time of a post without a number, folded: `an hour ago`, `yesterday` |
//! | `months` | the names and abbreviations of each month, in order, separated by commas, in lower case and without a closing full stop; in the genitive if dates have it. No form means different months in two languages |
//! | `months-persian` | the months of the Solar Hijri calendar, in order |
//! | `byline` | words before an author's name, with a space or a mark after them |
//! | `byline-ambiguous` | the same, for words that are parts of names in other languages ("Di Matteo"): only in this language |
//! | `author-label` | labels of a name that are also ordinary words, so a mark has to follow |
//! | `source` | labels of the agency or paper that an article comes from; a mark has to follow |
//! | `source-before` | the same, if a space is enough: only on pages in this language |
//! | `agency` | names of news agencies, compared letter by letter |
//! | `profession`, `reporter-before`, `reporter-after` | a profession beside a name |
//! | `others-work` | after a name, before the name of another contributor: photographer, helper, editor |
//! | `with` | between a name and the agencies that contributed |
//! | `and` | between two names |
//! | `family-name` | common family names, for languages in which the family name comes first. They distinguish a name from a label, only in text in this language |
//! | `name-particle` | parts of names that begin in lower case |
//! | `before-date`, `weekday` | between a name and a date, folded |
//! | `no-name` | names of accounts and placeholders, folded |
//! | `no-name-start` | starts of labels of links beside an author, folded; `_` is a space at the end of a phrase |
//! | `link-word` | words in labels of links beside an author, folded; no name has one |
//! | `role` | words for a person's role, folded: a part of a byline with one is not a second name |
//! | `house` | words in the names of publishers, folded; in scripts without spaces, the ends of such names |
//! | `before-house` | between an author and the paper or series |
//! | `others-by` | before the names of other contributors: pictures, translation, review; in lower case |
//! | `published`, `modified` | before the date of publication, before the date of the last change |
//! | `page-number`, `next-page` | parts of addresses that number pages; words of a link to the next page |
//! | `empty-title` | default titles of templates, folded |
//! | `hyphen-first`, `hyphen-last` | the first and last parts of hyphenated words: a hyphen at a line's end after or before one stays |
//! | `hyphen-open` | words after a hyphen that stands for the rest of a word: "Kinder- und Jugendbuch" |
//! | `mail-sender`, `mail-subject`, `mail-date`, `mail-receiver` | names of the fields in a mail's header, folded |
//! | `mail-answer` | before a colon in the subject of an answered or forwarded mail, folded |
//! | `thread` | words that forums put before a thread's title: thread, question, solved; folded |
//! | `speaker` | whose turn a paragraph of a pasted chat is, before a colon, folded |
//! | `said` | the word for "said" or "wrote" beside the name of an author |
//! | `post-button` | buttons and labels beside a post of a pasted thread, folded |
//! | `comment-*` | the words in the name of an element: for a comment, for several, after it for an element with one or a list, before it for something else |
//! | `state`, `state-start` | the whole name of a class, or its first part, that says in which state an element is |
//! | `view-count` | words beside the number of readers, in a line with the title |

pub(crate) mod byline;
mod class_words;

pub(crate) use class_words::ClassWords;

use crate::hash::{HashMap, HashMapExt};
use std::sync::LazyLock;

macro_rules! languages {
    ($($language:literal)*) => {
        [$(($language, include_str!(concat!($language, ".txt")))),*]
    };
}

const FILES: [(&str, &str); 37] = languages!(
    "ar" "bg" "bn" "ca" "cs" "da" "de" "el" "en" "es" "et" "fa" "fi" "fr" "he" "hi" "hu" "id" "it" "ja" "ko" "ms" "nb" "nl"
    "pl" "pt" "ro" "ru" "sk" "sv" "ta" "th" "tr" "uk" "ur" "vi" "zh"
);

const CLASSES: &str = include_str!("classes.txt");

/// The phrases of a section, one per line, for each language that has any.
type SectionTexts = Vec<(&'static str, &'static str)>;

static SECTIONS: LazyLock<HashMap<&'static str, SectionTexts>> = LazyLock::new(|| {
    let mut sections: HashMap<&str, SectionTexts> = HashMap::new();
    for (language, file) in FILES {
        for (name, phrases) in sections_of(file) {
            sections.entry(name).or_default().push((language, phrases));
        }
    }
    sections
});

/// Returns the sections of a file: their names and their phrases, one per line.
fn sections_of(file: &str) -> impl Iterator<Item = (&str, &str)> {
    file.split("\n[").skip(1).filter_map(|section| section.split_once("]\n"))
}

/// Returns the phrases of a section, each with its language.
pub(crate) fn by_language(section: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let texts = SECTIONS.get(section);
    debug_assert!(texts.is_some(), "no section {section}");
    let phrases = |&(language, text): &(&'static str, &'static str)| text.lines().map(move |phrase| (language, phrase));
    texts.into_iter().flatten().flat_map(phrases).filter(|(_, phrase)| !phrase.is_empty())
}

/// Returns the phrases of a section in all languages.
pub(crate) fn list(section: &str) -> impl Iterator<Item = &'static str> + use<> {
    by_language(section).map(|(_, phrase)| phrase)
}

/// Returns the class names in a section: single words, or pairs of successive words.
pub(crate) fn classes(section: &str) -> impl Iterator<Item = &'static str> + use<> {
    let names = sections_of(CLASSES).find(|(name, _)| *name == section).map(|(_, names)| names);
    debug_assert!(names.is_some(), "no section {section}");
    names.into_iter().flat_map(str::lines).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::HashSet;

    #[test]
    fn sections_have_phrases_that_stand_in_them_once() {
        for (file, text) in FILES.into_iter().chain([("classes", CLASSES)]) {
            let mut names = HashSet::default();
            for (name, phrases) in sections_of(text) {
                assert!(names.insert(name), "{file} has {name} twice");
                let mut seen = HashSet::default();
                for phrase in phrases.trim_end().lines() {
                    assert!(!phrase.is_empty() && phrase.trim() == phrase, "{file} {name}: {phrase:?}");
                    assert!(seen.insert(phrase), "{file} {name} has {phrase} twice");
                }
                assert!(!seen.is_empty(), "{file} {name} is empty");
            }
            assert_eq!(names.len(), text.matches('[').count(), "{file}");
        }
    }

    #[test]
    fn a_section_is_read_for_all_languages() {
        let and: Vec<_> = by_language("and").filter(|(language, _)| ["en", "vi"].contains(language)).collect();
        assert_eq!(and, [("en", "and"), ("vi", "và")]);
        assert!(list("and").count() > 10);
        assert_eq!(classes("change").collect::<Vec<_>>(), ["updat", "modif", "cap nhat", "capnhat"]);
    }
}
