//! How much each sentence is worth in a summary, and whether it can stand in one.
//!
//! Each sentence gets a score, a weighted sum of its [`features`](super::features); the weights are learned
//! ([`WEIGHTS`]). What the score cannot know is settled by rules: a sentence has to be able to stand alone (no heading, no
//! fragment, no "He said so.").

use super::dangling::Dangling;
use super::description::SAME;
use super::features::{self, MeasuredSentence};
use super::sentences;
use super::tokens::{Token, common};
use super::weights::WEIGHTS;
use crate::limits::MAX_RANKED_SENTENCES;
use crate::text::ends_sentence;
use std::ops::Range;

/// Shortest and longest good sentence in words (syllables in Vietnamese). Shorter ones are fragments, longer ones
/// are lists or text without full stops.
const WORDS: Range<usize> = 6..81;

/// Sentences at the start of a text in which a question leads in. Later ones that are lines of their own are headings.
const OPENING: usize = 3;

/// Sentences from which on a summary is read as a text.
pub(super) const SEVERAL: usize = 3;

/// What a sentence of several loses with each doubling of its place, in units of the score and for each sentence of the
/// summary, and the sentences from which on it loses no more. The longer a summary, the more of the text's own course it keeps.
const EARLY_GAIN: f64 = 0.1;
const MOST_EARLY: usize = 10;

/// How a sentence can stand in a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Anywhere.
    Alone,
    /// Behind the sentence that it follows in the text.
    Following,
    /// Nowhere: a heading, a fragment, part of a quotation, the title again.
    Never,
}

/// The sentences of a text with their scores.
pub(super) struct Ranking<'a> {
    /// At most [`MAX_RANKED_SENTENCES`].
    pub sentences: Vec<MeasuredSentence<'a>>,
    pub features: Vec<[f64; features::COUNT]>,
    pub standings: Vec<Standing>,
}

impl<'a> Ranking<'a> {
    /// `tokens` are the text's; `vocabulary` has its words and the title's.
    pub fn new(text: &str, tokens: &'a [Token], title: &[u32], vocabulary: usize, dangling: &Dangling) -> Ranking<'a> {
        let mut rest = tokens;
        let (mut sentences, mut standings) = (Vec::new(), Vec::new());
        let spans = sentences::split(text, MAX_RANKED_SENTENCES);
        // If most sentences are lines of their own, a line alone is no sign of a heading.
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

    /// Returns each sentence's worth in a summary of `count` sentences. The weights are learned for one sentence that has to
    /// say it all, so they prefer a long one, and on texts whose lead was taken away, so they care little for the place. Of
    /// several, length counts half and an early place more: they are read as a text, and its lead comes first.
    pub fn scores(&self, count: usize) -> Vec<f64> {
        let mut weights = WEIGHTS;
        if count >= SEVERAL {
            weights[features::LOG_LENGTH] /= 2.0;
            weights[features::LOG_POSITION] -= EARLY_GAIN * count.min(MOST_EARLY) as f64;
        }
        self.features.iter().map(|row| row.iter().zip(weights).map(|(value, weight)| value * weight).sum()).collect()
    }
}

/// Returns `true` if a sentence says the title again, and next to nothing else.
pub(super) fn repeats(sentence: &[u32], title: &[u32]) -> bool {
    !title.is_empty() && common(sentence, title) as f64 >= sentence.len() as f64 * SAME
}

/// Returns `true` if a sentence has an end, and is not cut off: "The market […]". Thai, Lao, Khmer and Burmese are written
/// without full stops.
fn is_finished(sentence: &str) -> bool {
    let is_cut = sentence.ends_with("[…]") || sentence.ends_with("[...]");
    !is_cut && (ends_sentence(sentence) || sentence.ends_with(is_without_full_stop))
}

/// Returns `true` for a question. Its answer is what says something, and headings are often questions.
fn is_question(sentence: &str) -> bool {
    sentence.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_question_mark(c)).ends_with(is_question_mark)
}

/// Returns `true` if a sentence is a line of its own, as headings are.
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
