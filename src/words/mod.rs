//! The words that stages know pages by: a file a language, and `classes.txt` for the names that authors of web pages give to
//! elements.
//!
//! A file has sections, `[name]`, with one phrase a line. Each is read for all languages together: a page may be in several,
//! and says which one too often wrongly. Lines before the first section are comments.
//!
//! | section | what its phrases say, and who reads it |
//! | --- | --- |
//! | `label-*` | what a line of pasted text is, as a whole or by its beginning: features of lines |
//! | `opener-related`, `opener-control` | the same of blocks of HTML: features of blocks. The classifiers of blocks and of lines were trained on lists of their own |
//! | `heading-sources` | the whole of a heading over a list of sources, of notes or of texts to read on in, folded: which lists of links are kept |
//! | `reply` | the whole of the link or button under a comment that answers it, folded |
//! | `subject-*` | what a block talks of, if it is boilerplate: features of blocks |
//! | `notice`, `reader` | that a line speaks to its reader, of subscribing or of rights: features of lines |
//! | `caption-mark`, `caption-end` | that a line is a caption, letter by letter; `_` is a space at the end of a phrase |
//! | `time-unit`, `ago` | that a number beside them is a time: features of blocks and lines |
//! | `how-long-ago` | that a number beside it is the time since then: the date of an article that is not shown |
//! | `months` | for each month, in order, its names and abbreviations between commas, in lower case and without a closing full stop; in the genitive where dates have it. No form stands for different months in two languages |
//! | `months-persian` | the months of the Solar Hijri calendar, in order |
//! | `byline` | what stands before an author's name, with a space or a mark after it |
//! | `byline-ambiguous` | the same, where words are parts of names in other languages ("Di Matteo"): only of this language |
//! | `author-label` | labels of a name that are words of the language too, so that a mark has to follow |
//! | `source` | labels of the agency or paper that an article comes from, so that a mark has to follow |
//! | `source-before` | the same, where a space is enough: only on pages in this language |
//! | `agency` | names of news agencies, letter by letter |
//! | `profession`, `reporter-before`, `reporter-after` | the profession that stands beside a name |
//! | `others-work` | behind a name, that of others follows: of who took the pictures, who helped, who was editor |
//! | `with` | between a name and the agencies that helped |
//! | `and` | between two names |
//! | `name-particle` | parts of names that begin in lower case |
//! | `before-date`, `weekday` | between a name and a date, folded |
//! | `no-name` | names of accounts and placeholders, folded |
//! | `no-name-start` | how labels of links begin that stand with an author, folded; `_` is a space at the end of a phrase |
//! | `link-word` | words of the labels of links that stand with an author, folded; no name has one |
//! | `role` | words for what a person is, folded: a part of a byline that has one is no second name |
//! | `house` | words in the names of those who publish, folded; of scripts without spaces, their ends |
//! | `before-house` | between an author and the paper or series |
//! | `others-by` | before the names of those who did other work: pictures, translation, review; in lower case |
//! | `published`, `modified` | before a date, whether it is that of the publication or of the last change |
//! | `page-number`, `next-page` | parts of addresses that number pages; words of a link to the next page |
//! | `empty-title` | titles of templates that nobody filled in, folded |
//! | `hyphen-first`, `hyphen-last` | the first and the last part of words that are written with a hyphen, so that one at a line's end stays |
//! | `hyphen-open` | after a hyphen that stands for the rest of a word: "Kinder- und Jugendbuch" |
//! | `mail-sender`, `mail-subject`, `mail-date`, `mail-receiver` | the names of the fields in the header of a mail, folded |
//! | `mail-answer` | before a colon in the subject: that the mail is an answer, or was passed on; folded |
//! | `thread` | what forums write before the title of a thread, folded |
//! | `view-count` | beside the number of readers, in a line with the title |

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
