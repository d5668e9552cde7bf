//! A line of pasted text, as its metadata is read from it.

use crate::language;
use crate::limits::LANGUAGE_SAMPLE_BYTES;

/// A line of pasted text, and what was found out about it.
#[derive(Debug, Clone, Copy)]
pub struct PastedLine<'a> {
    /// What it says.
    pub text: &'a str,
    /// Its words in lower case, see [`text::fold`].
    pub folded: &'a str,
    /// How many words it has.
    pub words: usize,
    /// Whether it is running text.
    pub is_body: bool,
    /// Whether it is marked as a heading.
    pub is_heading: bool,
    /// Whether its words are those that the densest run of text takes up most.
    pub is_likely_title: bool,
    /// Whether it is a label and says nothing else.
    pub is_label: bool,
    /// Whether it looks like a button, a count or a form.
    pub is_widget: bool,
    /// Whether it looks like the caption of an image.
    pub is_caption: bool,
    /// Whether it begins as a notice of rights does.
    pub is_legal: bool,
    /// Whether it is part of the article's text.
    pub kept: bool,
}

/// The language of the text; of all lines where the text tells none.
pub(super) fn language_of(lines: &[PastedLine]) -> String {
    let of = |is_read: &dyn Fn(&&PastedLine) -> bool| {
        let mut sample = String::new();
        for line in lines.iter().filter(is_read) {
            if sample.len() >= LANGUAGE_SAMPLE_BYTES {
                break;
            }
            sample.push_str(line.text);
            sample.push('\n');
        }
        language::settle(None, &sample)
    };
    of(&|line| line.kept).or_else(|| of(&|_| true)).unwrap_or_default()
}
