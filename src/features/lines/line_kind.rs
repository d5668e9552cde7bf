//! The look of a line, judged by the line alone.

use super::labels::{Label, Labelled};
use crate::features::measure::{BlockKind, Features};
use crate::words;
use std::sync::LazyLock;

/// Minimum number of words of a line of running text.
pub(super) const BODY_WORDS: usize = 15;
/// Minimum number of words of a line that is running text even without an end mark.
const LONG_WORDS: usize = 35;
/// Minimum number of words of a line that ends like a sentence and is running text.
const SENTENCE_WORDS: usize = 6;

/// The look of a line, judged by the line alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Body,
    /// A few words without an end mark.
    Headline,
    /// One to three words.
    Short,
    /// The same text twice in one line. This happens when linked cards are copied.
    Doubled,
    /// The caption of an image.
    Caption,
    /// Buttons, counts, dates, forms.
    Widget,
    /// A name and a bar.
    NameAndBar,
    /// A label, described by [`Labelled`].
    Label,
    /// A list item, heading, quotation or table row with a mark.
    Structured,
}

pub(super) fn of(text: &str, folded: &str, label: Option<Labelled>, f: &Features) -> Look {
    if is_doubled(folded) {
        Look::Doubled
    } else if label.is_some_and(|l| l.whole) {
        Look::Label
    } else if text.ends_with('|') {
        Look::NameAndBar
    } else if is_caption(text, f) {
        Look::Caption
    } else if is_widget(text, label, f) {
        Look::Widget
    } else if is_running_text(f) {
        Look::Body
    } else if f.kind != BlockKind::Paragraph {
        Look::Structured
    } else if f.words > 3 {
        Look::Headline
    } else {
        Look::Short
    }
}

/// Returns `true` for sentences, in paragraphs or in the items of a list.
fn is_running_text(f: &Features) -> bool {
    matches!(f.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && (f.words >= LONG_WORDS || f.ends_sentence && f.words >= SENTENCE_WORDS)
}

/// Returns `true` if both halves of a text are the same.
fn is_doubled(folded: &str) -> bool {
    const DOUBLED_WORDS: usize = 4;
    // A longer line is not a linked card. The search below is quadratic in the words of a line.
    const CARD_BYTES: usize = 1_000;
    if folded.len() > CARD_BYTES {
        return false;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let first = words[0];
    // The second copy can begin only at a repetition of the first word.
    (DOUBLED_WORDS..=words.len() / 2).any(|half| words[half] == first && words[..half] == words[half..half * 2])
}

fn is_caption(text: &str, f: &Features) -> bool {
    static MARKS: LazyLock<Vec<String>> =
        LazyLock::new(|| words::list("caption-mark").map(|mark| mark.replace('_', " ")).collect());
    /// Verbs that follow a photographer's name at the end of a Chinese or Japanese caption.
    static SIGNED: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("caption-end").collect());
    /// Agencies whose names end a caption.
    const AGENCIES: &[&str] = &[
        "AFP",
        "REUTERS",
        "Reuters",
        "AP",
        "EPA",
        "dpa",
        "APA",
        "IMAGO",
        "Imago",
        "Getty",
        "Shutterstock",
        "iStock",
        "Unsplash",
        "Pixabay",
        "Bloomberg",
        "TTXVN",
        "VNA",
        "Xinhua",
        "ANSA",
        "EFE",
        "PA",
        "PA Wire",
        "ANP",
        "CTK",
        "ČTK",
        "PAP",
        "TASS",
        "ТАСС",
        "RIA",
        "РИА Новости",
        "NTB",
        "TT",
    ];
    const CAPTION_WORDS: usize = 40;
    let end = text.trim_end_matches(['）', ')', '。', '】', ']']);
    f.words <= CAPTION_WORDS
        && (MARKS.iter().any(|mark| text.contains(mark.as_str()))
            || SIGNED.iter().any(|mark| end.ends_with(mark))
            || end
                .rsplit_once(['/', '(', '|', '–', '-', '©', '.'])
                .is_some_and(|(_, last)| AGENCIES.contains(&last.trim())))
}

/// Returns `true` for buttons, counts and dates. They consist mostly of digits or marks, or of
/// words that labels begin with.
fn is_widget(text: &str, label: Option<Labelled>, f: &Features) -> bool {
    const WIDGET_WORDS: usize = 12;
    if f.words > WIDGET_WORDS {
        return false;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).count();
    let by_words = matches!(label, Some(Labelled { label: Label::Control | Label::Comments | Label::Legal, .. }));
    others > letters || by_words && !f.ends_sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_lines_are_seen() {
        let cases = [
            ("voi con về rừng voi con về rừng", true),
            ("voi con về rừng với mẹ", false),
            ("về về về về về về về về", true),
            ("", false),
        ];
        for (folded, expected) in cases {
            assert_eq!(is_doubled(folded), expected, "{folded}");
        }
    }
}
