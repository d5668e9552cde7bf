//! Makes the summary of a text: its most important sentences, in the order of the text.
//!
//! `text → sentences → features → rank → choose → Vec<Sentence>`. The summary is extractive: every
//! sentence is an unchanged sentence of the text, with its place, so that a page can highlight it.
//! Only sentences of the publisher's description may come before them. The danger is in the
//! boundaries: a sentence that ends after an abbreviation looks broken, however good its rank is.

mod abbreviations;
mod budget;
mod choose;
mod dangling;
mod description;
pub mod features;
mod keywords;
mod neighbours;
mod openers;
mod quotations;
mod rank;
mod sentences;
mod stop_words;
mod tokens;
mod weights;

pub use keywords::keywords;

use crate::error::Error;
use crate::language;
use crate::limits::MAX_SUMMARY_SENTENCES;
use std::ops::Range;
use tokens::Vocabulary;

/// The wanted length of a summary. In all cases, it has at most [`MAX_SUMMARY_SENTENCES`]
/// sentences.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Length {
    /// Depends on the text: the most important sentences in at most a quarter of the text's
    /// characters, or in 600, whichever is less. At least one sentence.
    #[default]
    Auto,
    /// This number of sentences. 0 for no summary.
    Sentences(usize),
    /// At most this share of the text's characters, more than 0 and at most 1. At least one
    /// sentence.
    Share(f64),
    /// At most this number of characters (Unicode scalar values), including one for the space
    /// between two sentences. The summary is empty if no sentence is so short.
    Characters(usize),
}

impl Length {
    /// Checks that a length is in range. `option` is the name of the option for the error.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidOption`].
    pub fn check(self, option: &str) -> Result<(), Error> {
        let problem = match self {
            Length::Sentences(count) if count > MAX_SUMMARY_SENTENCES => {
                format!("{count} is more than {MAX_SUMMARY_SENTENCES} sentences.")
            }
            Length::Share(share) if !(share > 0.0 && share <= 1.0) => {
                "a share has to be more than 0 and at most 1; 0.1 is a tenth of the text.".into()
            }
            Length::Characters(0) => "0 characters leave room for nothing; for no summary ask for 0 sentences.".into(),
            _ => return Ok(()),
        };
        Err(Error::InvalidOption { name: option.into(), problem })
    }
}

/// The options for a summary. The defaults are for a text about which nothing is known. Each field
/// has a method that changes it.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SummaryOptions {
    /// The title of the text. Sentences that share words with it are preferred.
    pub title: Option<String>,
    /// The publisher's lead or description of the text. Its sentences come first in the summary,
    /// unless they do not agree with the text.
    pub description: Option<String>,
    /// The length of the summary. By default it depends on the text.
    pub length: Length,
    /// The language of the text as a BCP 47 tag (`vi`, `en-GB`). It selects the list of words that
    /// cannot begin a summary's sentence. If it is not given, it is detected.
    pub language: Option<String>,
}

impl SummaryOptions {
    /// Returns the defaults.
    pub fn new() -> Self {
        SummaryOptions::default()
    }

    /// Sets the [title](SummaryOptions#structfield.title) of the text.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets the publisher's [description](SummaryOptions#structfield.description) of the text.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets the [length](SummaryOptions#structfield.length) of the summary.
    pub fn length(mut self, length: Length) -> Self {
        self.length = length;
        self
    }

    /// Sets the [language](SummaryOptions#structfield.language) of the text.
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }
}

/// A sentence of a summary and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sentence {
    /// The sentence, exactly as in the text, without white space around it.
    pub text: String,
    /// The place of the sentence in bytes of UTF-8 from the start of the text. `None` for a
    /// sentence of the description that is not in the text.
    pub range: Option<Range<usize>>,
}

/// Returns the most important sentences of a text, in the order of the text.
///
/// The text must be that of an article, in which a newline ends a sentence. There may be fewer
/// sentences than wanted, because headings, fragments and repetitions are not used. A text with at
/// least one word gives at least one sentence, if there is room. The time is linear in the length
/// of the text. Sentences after [`crate::limits::MAX_RANKED_SENTENCES`] are not considered.
///
/// # Errors
///
/// [`Error::InvalidOption`] for a length out of range.
///
/// ```
/// use unchaff::{Length, SummaryOptions, summarize};
/// let text = "The town of Lindow opened its new library on Monday. It rained.\nTS. An and 300 guests came to the \
///     opening of the library. Free coffee was served until late in the evening.";
/// let options = SummaryOptions::new().title("Lindow opens library").length(Length::Sentences(2));
/// let summary = summarize(text, &options)?;
/// assert_eq!(summary[0].text, "The town of Lindow opened its new library on Monday.");
/// assert_eq!(summary[1].text, "TS. An and 300 guests came to the opening of the library.");
/// assert_eq!(&text[summary[1].range.clone().unwrap()], summary[1].text);
/// # Ok::<(), unchaff::Error>(())
/// ```
pub fn summarize(text: &str, options: &SummaryOptions) -> Result<Vec<Sentence>, Error> {
    Ok(summarize_with_keywords(text, options, false)?.0)
}

/// Returns the summary of a text, and its keywords if they are wanted. The language is detected,
/// and the text is divided into words, only once for both.
pub(crate) fn summarize_with_keywords(
    text: &str,
    options: &SummaryOptions,
    wants_keywords: bool,
) -> Result<(Vec<Sentence>, Vec<String>), Error> {
    options.length.check("length")?;
    let wants_summary = options.length != Length::Sentences(0);
    if !wants_summary && !wants_keywords {
        return Ok(Default::default());
    }
    let language = options.language.as_deref().or_else(|| language::detect(text));
    let mut vocabulary = Vocabulary::default();
    let tokens = vocabulary.read(text, usize::MAX);
    let summary = match wants_summary {
        true => choose::choose(text, &tokens, &mut vocabulary, options, language),
        false => Vec::new(),
    };
    let keywords = match wants_keywords {
        true => keywords::of_words(text, tokens, &mut vocabulary, options.title.as_deref(), language),
        false => Vec::new(),
    };
    Ok((summary, keywords))
}

/// A sentence in the form that training uses.
#[cfg(feature = "_internals")]
pub struct Candidate {
    /// The range in bytes of UTF-8 from the start of the text.
    pub range: Range<usize>,
    /// `true` if it can stand alone.
    pub good: bool,
    /// The features, in the order of [`features::NAMES`].
    pub features: [f64; features::COUNT],
}

/// Returns the sentences of a text with the data for ranking them.
#[cfg(feature = "_internals")]
pub fn candidates(text: &str, title: &str, language: Option<&str>) -> Vec<Candidate> {
    let mut vocabulary = Vocabulary::default();
    let title = tokens::distinct(&vocabulary.read(title, usize::MAX));
    let tokens = vocabulary.read(text, usize::MAX);
    let ranking = rank::Ranking::new(text, &tokens, &title, vocabulary.len(), &dangling::Dangling::new(language));
    let rows = ranking.sentences.iter().zip(&ranking.standings).zip(ranking.features);
    rows.map(|((sentence, &standing), features)| Candidate {
        range: sentence.range.clone(),
        good: standing == rank::Standing::Alone,
        features,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The lake of Lindow froze over in the first week of January.\n\
        Nobody had skated on it for twenty years.\n\
        The mayor of Lindow opened the lake to skaters on Sunday morning.\n\
        Three hundred children came with their skates in the first hour.";

    fn summary(length: Length, description: Option<&str>) -> Vec<String> {
        let options = SummaryOptions::new().title("Lindow skates again").length(length).language("en");
        let options = match description {
            Some(description) => options.description(description),
            None => options,
        };
        summarize(TEXT, &options).unwrap().into_iter().map(|sentence| sentence.text).collect()
    }

    fn lines() -> Vec<&'static str> {
        TEXT.lines().collect()
    }

    #[test]
    fn a_summary_is_no_longer_than_asked_for() {
        let whole = TEXT.chars().count();
        for characters in [1, 45, 70, 110, 180, whole] {
            let length = summary(Length::Characters(characters), None).join(" ").chars().count();
            assert!(length <= characters, "{length} of {characters}");
        }
        assert!(summary(Length::Characters(10), None).is_empty());
        assert_eq!(summary(Length::Characters(whole), None).len(), 4);
        assert_eq!(summary(Length::Share(0.5), None).len(), 2);
        assert_eq!(summary(Length::Share(1.0), None).len(), 4);
        assert_eq!(summary(Length::Share(0.01), None).len(), 1);
    }

    #[test]
    fn a_summary_fits_the_text_by_default() {
        // Every sentence is longer than a quarter of the text, but there is always one sentence.
        assert_eq!(summary(Length::default(), None).len(), 1);
        let sentence = |day: usize| {
            format!("On day {day} the ferry number {} carried {} visitors to the island of Arland.", day * 7, day * 31)
        };
        for sentences in [8, 40, 400] {
            let text = (1..=sentences).map(sentence).collect::<Vec<String>>().join("\n");
            let options = SummaryOptions::new().language("en");
            let summary = summarize(&text, &options).unwrap().into_iter().map(|sentence| sentence.text);
            let length = summary.collect::<Vec<String>>().join(" ").chars().count();
            assert!(length > 0 && length <= 600.min(text.chars().count() / 4), "{length} of {}", text.chars().count());
        }
    }

    #[test]
    fn a_description_comes_first_if_it_says_what_the_text_says() {
        let opening = lines()[0];
        let told = "Children skated on the frozen lake of Lindow for the first time in twenty years.";
        for description in [
            "",
            "Lindow skates.",
            "Lindow skates again, again and again!",
            "They skated on the frozen lake of Lindow for the first time in twenty years.",
            "Latest headlines, videos and podcasts from Example News, your daily companion.",
            "Children skated on the frozen lake of Lindow for the first…",
        ] {
            assert_eq!(summary(Length::Sentences(2), Some(description))[0], opening, "{description}");
        }
        assert_eq!(summary(Length::Sentences(2), Some(told))[0], told);
        assert_eq!(summary(Length::Sentences(1), Some(told)), [told]);
        // This is a sentence of the text that the page shortened.
        assert_eq!(
            summary(Length::Sentences(1), Some("The mayor of Lindow opened the lake to skaters on…")),
            [lines()[2]]
        );
    }

    #[test]
    fn a_text_about_itself_points_nowhere_else() {
        let text =
            "Bread needs flour, water, salt and a warm place to rise.\nThis guide shows how to bake bread in a day.";
        let options = SummaryOptions::new().length(Length::Sentences(2)).language("en");
        assert_eq!(summarize(text, &options).unwrap().len(), 2);
        assert_eq!(summarize(&text.replace("guide", "habit"), &options).unwrap().len(), 1);
    }
}
