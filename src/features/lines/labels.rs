//! What pages write on their buttons, over their lists and under their articles, in the languages that most pages are
//! in. A list of one language tells the learned classifier what the same label means in the others, so no language's
//! list is longer than another's without need.

use crate::hash::HashMap;
use crate::text;
use crate::words;
use std::sync::LazyLock;

/// What a line's words say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Opens a list of other articles, or points to one.
    Related,
    /// Buttons, share rows, font sizes, counts of readers.
    Control,
    /// Comments, ratings and their forms.
    Comments,
    /// Who wrote it, where it comes from, when it appeared.
    Byline,
    /// Licence, copyright, editors, address.
    Legal,
    /// Subscriptions and advertising.
    Promotion,
    /// Parts of the site.
    Navigation,
}

impl Label {
    /// All of them with their names, in the order of the columns.
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

/// A label found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labelled {
    /// What the words say.
    pub label: Label,
    /// Whether the line says nothing else, numbers aside. If not, it only begins with them.
    pub whole: bool,
}

/// The label that a folded line is or begins with, numbers left out: the longest.
pub(super) fn of(folded: &str) -> Option<Labelled> {
    let mut words = folded.split(' ').filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
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

/// Words of the longest label, characters counting as words in scripts without spaces.
const LONGEST_LABEL: usize = 24;

static LABELS: LazyLock<HashMap<String, Label>> = LazyLock::new(|| {
    let phrases = |(label, name)| words::list(&format!("label-{name}")).map(move |phrase| (text::fold(phrase), label));
    // Of a phrase under two labels the later counts.
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
    fn no_label_is_longer_than_what_is_looked_at() {
        assert!(LABELS.keys().all(|label| label.split(' ').count() <= LONGEST_LABEL));
    }
}
