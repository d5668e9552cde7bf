//! Summary: the sentences of a text that tell most of it, in the order of the text.
//!
//! `text → sentences → rank → Vec<Sentence>`. The summary is extractive: every sentence stands in the text as it
//! is, and its place is told so that a page can highlight it. The danger is in the boundaries: a sentence cut
//! after an abbreviation reads as broken whatever its rank.

mod rank;
mod sentences;
mod words;

use crate::options::MAX_SUMMARY_SENTENCES;

/// What to know for a summary. The defaults do for a text about which nothing is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryOptions {
    /// The title of the text. Sentences that say what it says are preferred.
    pub title: Option<String>,
    /// Number of sentences; 0 for none. More than [`MAX_SUMMARY_SENTENCES`] are read as that many.
    pub sentences: usize,
    /// Language of the text as a BCP 47 tag (`vi`, `en-GB`): it chooses the list of words that cannot open a
    /// summary's sentence. Where it is not known the lists of all languages are used.
    pub language: Option<String>,
}

impl Default for SummaryOptions {
    fn default() -> Self {
        SummaryOptions { title: None, sentences: 3, language: None }
    }
}

/// A sentence of a text and its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence, exactly as it stands in the text, without white space around it.
    pub text: String,
    /// Where it starts: bytes of UTF-8 from the start of the text.
    pub start: usize,
    /// Where it ends, exclusive, in the same unit.
    pub end: usize,
}

/// The sentences that summarise a text, in the order of the text.
///
/// The text is an article's: a newline ends a sentence. There are fewer than `options.sentences` where the text
/// has fewer that can stand alone (no headings, fragments, repetitions); a text with any words gives at least one.
/// Time is linear in the length of the text; sentences past [`crate::MAX_RANKED_SENTENCES`] are not considered.
///
/// ```
/// use unchaff::summary::{SummaryOptions, summarize};
/// let text = "The town of Lindow opened its new library on Monday. It rained.\nTS. An and 300 guests came to the \
///     opening of the library. Free coffee was served until late in the evening.";
/// let options = SummaryOptions { title: Some("Lindow opens library".into()), sentences: 2, ..Default::default() };
/// let summary = summarize(text, &options);
/// assert_eq!(summary[0].text, "The town of Lindow opened its new library on Monday.");
/// assert_eq!(summary[1].text, "TS. An and 300 guests came to the opening of the library.");
/// assert_eq!(&text[summary[1].start..summary[1].end], summary[1].text);
/// ```
pub fn summarize(text: &str, options: &SummaryOptions) -> Vec<Sentence> {
    let count = options.sentences.min(MAX_SUMMARY_SENTENCES);
    if count == 0 {
        return Vec::new();
    }
    let sentences = sentences::split(text);
    rank::choose(text, &sentences, count, options)
        .into_iter()
        .map(|range| Sentence { text: text[range.clone()].to_owned(), start: range.start, end: range.end })
        .collect()
}
