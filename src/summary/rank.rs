//! Scores each sentence for a summary, and finds out whether it can be part of one.
//!
//! The score is a weighted sum of the sentence's [`features`](super::features). The weights are
//! learned ([`WEIGHTS`]). Rules decide what the score cannot know: a sentence must be able to stand
//! alone (no heading, no fragment, no "He said so.").

use super::dangling::Dangling;
use super::description::SAME;
use super::features::{self, MeasuredSentence};
use super::sentences;
use super::tokens::{Token, common};
use super::weights::WEIGHTS;
use crate::limits::MAX_RANKED_SENTENCES;
use crate::text::ends_sentence;
use std::ops::Range;

/// Minimum and maximum number of words of a good sentence (syllables in Vietnamese). Shorter ones
/// are fragments. Longer ones are lists or text without full stops.
const WORDS: Range<usize> = 6..81;

/// How many sentences at the start of a text may include a question that introduces the text. A
/// later question on a line of its own is a heading.
const OPENING: usize = 3;

/// From this number of sentences on, a summary is read as a text.
pub(super) const SEVERAL: usize = 3;

/// The amount by which the score of a sentence falls with each doubling of its position, for each
/// sentence of the summary. The second number is the sentence after which the score falls no
/// further. So a longer summary follows the course of the text more closely.
const EARLY_GAIN: f64 = 0.1;
const MOST_EARLY: usize = 10;

/// Where a sentence can be used in a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Anywhere.
    Alone,
    /// After the sentence that comes before it in the text.
    Following,
    /// Nowhere, because it is a heading, a fragment, part of a quotation, or repeats the title.
    Never,
}

/// The sentences of a text with their scores.
pub(super) struct Ranking<'a> {
    /// The sentences, at most [`MAX_RANKED_SENTENCES`].
    pub sentences: Vec<MeasuredSentence<'a>>,
    pub features: Vec<[f64; features::COUNT]>,
    pub standings: Vec<Standing>,
}

impl<'a> Ranking<'a> {
    /// Ranks the sentences of a text. `tokens` are the words of the text. `vocabulary` contains its
    /// words and those of the title.
    pub fn new(text: &str, tokens: &'a [Token], title: &[u32], vocabulary: usize, dangling: &Dangling) -> Ranking<'a> {
        let mut rest = tokens;
        let (mut sentences, mut standings) = (Vec::new(), Vec::new());
        let spans = sentences::split(text, MAX_RANKED_SENTENCES);
        // If most sentences are lines of their own, such a line is not a sign of a heading.
        let read = &text[..spans.last().map_or(0, |span| span.range.end)];
        let has_paragraphs = 4 * spans.len() > 5 * read.lines().filter(|line| !line.trim().is_empty()).count();
        for span in spans {
            let before = rest.partition_point(|token| token.range.start < span.range.start);
            let inside = rest[before..].partition_point(|token| token.range.start < span.range.end);
            let said = &text[span.range.clone()];
            let sentence = MeasuredSentence::new(span.range.clone(), &rest[before..before + inside]);
            let is_whole = WORDS.contains(&sentence.length)
                && !span.cuts_quotation
                && is_finished(said)
                && !(has_paragraphs && sentences.len() >= OPENING && is_question(said) && is_line(text, &span.range))
                && !repeats(&sentence.words, title);
            standings.push(match is_whole {
                true if dangling.needs_context(said) => Standing::Following,
                true => Standing::Alone,
                false => Standing::Never,
            });
            sentences.push(sentence);
            rest = &rest[before + inside..];
        }
        let features = features::measure(text, &sentences, title, vocabulary);
        Ranking { sentences, features, standings }
    }

    /// Returns the score of each sentence for a summary of `count` sentences. The weights were
    /// learned for a single sentence that must say everything, so they prefer long sentences. They
    /// were learned on texts without their lead, so they give little weight to the place. If there
    /// are several sentences, the summary is read as a text and its lead comes first. So the length
    /// counts only half, and an early place counts more.
    pub fn scores(&self, count: usize) -> Vec<f64> {
        let mut weights = WEIGHTS;
        if count >= SEVERAL {
            weights[features::LOG_LENGTH] /= 2.0;
            weights[features::LOG_POSITION] -= EARLY_GAIN * count.min(MOST_EARLY) as f64;
        }
        self.features.iter().map(|row| row.iter().zip(weights).map(|(value, weight)| value * weight).sum()).collect()
    }
}

/// Returns `true` if a sentence repeats the title and has hardly any other words.
pub(super) fn repeats(sentence: &[u32], title: &[u32]) -> bool {
    !title.is_empty() && common(sentence, title) as f64 >= sentence.len() as f64 * SAME
}

/// Returns `true` if a sentence has an end and is not shortened ("The market […]"). Thai, Lao,
/// Khmer and Burmese are written without full stops.
fn is_finished(sentence: &str) -> bool {
    let is_cut = sentence.ends_with("[…]") || sentence.ends_with("[...]");
    !is_cut && (ends_sentence(sentence) || sentence.ends_with(is_without_full_stop))
}

/// Returns `true` for a question. Only the answer has information, and headings are often
/// questions.
fn is_question(sentence: &str) -> bool {
    sentence.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_question_mark(c)).ends_with(is_question_mark)
}

/// Returns `true` if a sentence is a line of its own, like a heading.
fn is_line(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches([' ', '\t']);
    let after = text[range.end..].trim_start_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟' | ';')
}

fn is_without_full_stop(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
