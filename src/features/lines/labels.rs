//! The labels that pages write on buttons, above lists and under articles, in the most common
//! languages. The classifier learns the meaning of a label from all languages together, so the
//! lists of the languages should have about the same length.

use crate::hash::HashMap;
use crate::text;
use crate::words;
use std::sync::LazyLock;

/// The meaning of a line's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A list of other articles, or a pointer to one.
    Related,
    /// Buttons, share rows, font sizes, counts of readers.
    Control,
    /// Comments, ratings and their forms.
    Comments,
    /// The author, the source, the date.
    Byline,
    /// Licence, copyright, editors, address.
    Legal,
    /// Subscriptions and advertising.
    Promotion,
    /// Sections of the site.
    Navigation,
}

impl Label {
    /// All labels with their names, in the order of the columns.
    pub(super) const ALL: [(Label, &str); 7] = [
        (Label::Related, "related"),
        (Label::Control, "control"),
        (Label::Comments, "comments"),
        (Label::Byline, "byline"),
        (Label::Legal, "legal"),
        (Label::Promotion, "promotion"),
        (Label::Navigation, "navigation"),
    ];
}

/// A label that was found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// The meaning of the words.
    pub label: Label,
    /// `true` if the line is only the label and numbers, `false` if it continues after the label.
    pub whole: bool,
}

/// Returns the longest label that a folded line consists of or begins with. Numbers are ignored.
pub(super) fn of(folded: &str) -> Option<Labelled> {
    let mut words = unnumbered(folded);
    let mut prefix = String::new();
    let mut found = None;
    for word in words.by_ref().take(LONGEST_LABEL) {
        prefix.push_str(word);
        if let Some(&label) = LABELS.get(prefix.as_str()) {
            found = Some((label, prefix.len()));
        }
        prefix.push(' ');
    }
    let (label, length) = found?;
    let whole = length + 1 == prefix.len() && words.next().is_none();
    Some(Labelled { label, whole })
}

/// Returns the words of a folded text without numbers.
fn unnumbered(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns `true` if a folded text is the label of comments and nothing more than numbers: `12 comments`, `discussion 7`.
pub(crate) fn is_comments_label(folded: &str) -> bool {
    static DISCUSSIONS: LazyLock<Vec<String>> =
        LazyLock::new(|| words::list("heading-discussion").map(text::fold).collect());
    /// Longer texts are not compared.
    const LABEL_BYTES: usize = 80;
    let is_discussion = || DISCUSSIONS.contains(&unnumbered(folded).collect::<Vec<_>>().join(" "));
    folded.len() <= LABEL_BYTES
        && (of(folded).is_some_and(|found| found.whole && found.label == Label::Comments) || is_discussion())
}

/// Maximum number of words of a label. In scripts without spaces, each character counts as a word.
const LONGEST_LABEL: usize = 24;

static LABELS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let phrases = |(label, name)| words::list(&format!("label-{name}")).map(move |phrase| (text::fold(phrase), label));
    // If two labels have the same phrase, the later label is used.
    Label::ALL.into_iter().flat_map(phrases).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_many_languages() {
        let cases = [
            ("Tin liên quan", Some((Label::Related, true))),
            ("Xem thêm: Giá gạo tăng trở lại", Some((Label::Related, false))),
            ("1.204 lượt xem", Some((Label::Control, true))),
            ("(Lượt xem: 1623)", Some((Label::Control, true))),
            ("Your email address will not be published.", Some((Label::Comments, true))),
            ("À lire aussi :", Some((Label::Related, true))),
            ("相关阅读", Some((Label::Related, true))),
            ("来源：青石晚报", Some((Label::Byline, false))),
            ("コメントを書く", Some((Label::Comments, true))),
            ("Opinion", Some((Label::Navigation, true))),
            ("Prediction", None),
            ("Mưa rơi suốt đêm", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let found = of(&text::fold(line)).map(|l| (l.label, l.whole));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn labels_of_comments_have_numbers_at_most() {
        for label in ["12 comments", "Bình luận (3)", "Discussion 7", "Diskuze (64)", "Thảo luận", "토론 2", "讨论"]
        {
            assert!(is_comments_label(&text::fold(label)), "{label}");
        }
        for text in ["Discussion of the budget", "No comment from the mayor", "Talk", "7"] {
            assert!(!is_comments_label(&text::fold(text)), "{text}");
        }
    }

    #[test]
    fn no_label_is_longer_than_what_is_looked_at() {
        assert!(LABELS.keys().all(|label| label.split(' ').count() <= LONGEST_LABEL));
    }
}
