//! A line of pasted text in the form that the readers of metadata take.

use crate::language;
use crate::limits::LANGUAGE_SAMPLE_BYTES;

/// A line of pasted text and its properties.
#[derive(Debug, Clone, Copy)]
pub struct PastedLine<'a> {
    /// Its text.
    pub text: &'a str,
    /// The line's words in lower case, see [`text::fold`].
    pub folded: &'a str,
    /// The number of its words.
    pub words: usize,
    /// `true` if it is running text.
    pub is_body: bool,
    /// `true` if it is marked as a heading.
    pub is_heading: bool,
    /// `true` if the words of this line are repeated more often in the densest run of text than
    /// those of any other line.
    pub is_likely_title: bool,
    /// `true` if it is only a label.
    pub is_label: bool,
    /// `true` if it looks like a button, a count or a form.
    pub is_widget: bool,
    /// `true` if it looks like the caption of an image.
    pub is_caption: bool,
    /// `true` if it begins like a copyright or licence notice.
    pub is_legal: bool,
    /// `true` if it is part of the article's text.
    pub kept: bool,
}

/// Returns the language of the text, or of all lines if the text is too short to tell.
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
