//! Compares the words of a rule with those of a block.

use crate::text;

/// Stands for any words at the end of a pattern.
pub(crate) const REST: &str = "…";
/// A pattern of its own that stands for the title of the article.
pub(crate) const TITLE: &str = "{title}";

/// Words, with signs for the parts that differ from page to page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    words: Vec<Word>,
    /// `true` if any words may follow.
    is_open: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Word {
    /// This word, folded.
    Only(String),
    /// A word that begins with a digit.
    Number,
    /// Any word.
    Any,
}

impl Pattern {
    pub fn new(pattern: &str) -> Pattern {
        let pattern = pattern.trim_end();
        let (words, is_open) = match pattern.strip_suffix(REST) {
            Some(words) => (words, true),
            None => (pattern, false),
        };
        let words = words.split_whitespace().flat_map(|word| match word {
            "#" => vec![Word::Number],
            "*" => vec![Word::Any],
            word => text::fold(word).split(' ').filter(|word| !word.is_empty()).map(|w| Word::Only(w.into())).collect(),
        });
        Pattern { words: words.collect(), is_open }
    }

    /// Returns `true` if the pattern would match any words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() || self.is_open && self.words.iter().all(|word| *word == Word::Any)
    }

    /// Returns `true` if the pattern matches a folded text. Reads no more words of the text than
    /// the pattern has.
    pub fn matches(&self, folded: &str) -> bool {
        let mut rest = folded.split(' ').filter(|word| !word.is_empty());
        let is_same = |word: &Word, said: &str| match word {
            Word::Only(word) => word == said,
            Word::Number => is_number(said),
            Word::Any => true,
        };
        self.words.iter().all(|word| rest.next().is_some_and(|said| is_same(word, said)))
            && (self.is_open || rest.next().is_none())
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(char::is_numeric)
}

/// Converts a folded text to a pattern in which numbers are `#`.
pub(crate) fn words_of(folded: &str) -> String {
    joined(folded, |word| word)
}

/// Converts a folded text to a pattern in which numbers are `#` and all other words are `*`.
pub(crate) fn shape_of(folded: &str) -> String {
    joined(folded, |_| "*")
}

fn joined<'a>(folded: &'a str, other: impl Fn(&'a str) -> &'a str) -> String {
    let words: Vec<&str> = folded.split(' ').map(|word| if is_number(word) { "#" } else { other(word) }).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        Pattern::new(pattern).matches(&text::fold(text))
    }

    #[test]
    fn words_are_compared_without_case_and_marks() {
        assert!(matches("Read also:", "READ ALSO"));
        assert!(matches("Đọc thêm", "  đọc   thêm » "));
        assert!(matches("相关阅读", "【相关阅读】"));
        assert!(!matches("Read", "Read also"));
        assert!(!matches("Read also", "Read"));
    }

    #[test]
    fn signs_stand_for_what_differs() {
        for text in ["3 min read", "12 min read"] {
            assert!(matches("# min read", text), "{text}");
        }
        assert!(!matches("# min read", "Three min read"));
        assert!(matches("By …", "By Ana Ruiz and Ben Cole"));
        assert!(matches("* # * #", "Am 3. März 2024"));
        assert!(!matches("* # * #", "Am 3. März 2024 um 9"));
    }

    #[test]
    fn a_text_becomes_a_pattern_that_matches_it() {
        for text in ["12 Kommentare", "Đăng ngày 3/4/2024", "2024年3月5日 発行"] {
            let folded = text::fold(text);
            assert!(Pattern::new(&words_of(&folded)).matches(&folded), "{text}");
            assert!(Pattern::new(&shape_of(&folded)).matches(&folded), "{text}");
        }
        assert_eq!(words_of("12 kommentare"), "# kommentare");
        assert_eq!(shape_of("am 3 märz"), "* # *");
    }

    #[test]
    fn a_pattern_without_a_word_says_nothing() {
        for pattern in ["", "…", "* * …", "—"] {
            assert!(Pattern::new(pattern).is_empty(), "{pattern}");
        }
        assert!(!Pattern::new("* #").is_empty());
    }
}
