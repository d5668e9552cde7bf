//! Uses the publisher's description of the text, if it is a summary.
//!
//! Many descriptions are the article's own lead, which is the best summary. As many are not a
//! summary: the site's slogan on every page, an invitation to read on, a lead that was cut in
//! mid-sentence. A sentence of a description is used if the text contains it, or if it is a whole
//! sentence that consists of words of the text.

use super::dangling::Dangling;
use super::rank::{Ranking, Standing, repeats};
use super::sentences;
use super::tokens::{Vocabulary, common, distinct, length};
use crate::text::ends_sentence;

/// Minimum number of words of a useful sentence.
const MIN_WORDS: usize = 6;

/// Maximum number of sentences of a description that are read. A longer description is the article
/// itself.
const MAX_SENTENCES: usize = 10;

/// If another sentence or the title has at least this share of a sentence's words, the two say the
/// same.
pub(super) const SAME: f64 = 0.8;

/// Minimum share of the meaningful words of a described sentence that must occur in the text.
const FROM_TEXT: f64 = 0.7;

/// A word in more than this share of the sentences is not meaningful, such as an article or a
/// particle.
const EVERYWHERE: f64 = 0.15;

/// A sentence of a description.
pub(super) struct Described {
    pub text: String,
    /// Its different words, sorted.
    pub words: Vec<u32>,
    length: usize,
    /// `true` if it needs the sentence before it, or contains only part of a quotation.
    dangles: bool,
}

/// A sentence of a description that agrees with the text.
pub(super) enum Said<'a> {
    /// The number of the same sentence in the text.
    InText(usize),
    /// The sentence is only in the description.
    Outside(&'a Described),
}

/// Reads the sentences of a description, and adds their words to the vocabulary.
pub(super) fn read(description: &str, vocabulary: &mut Vocabulary, dangling: &Dangling) -> Vec<Described> {
    let sentences = sentences::split(description, MAX_SENTENCES).into_iter().map(|span| {
        let text = description[span.range].to_owned();
        let tokens = vocabulary.read(&text, usize::MAX);
        let dangles = span.cuts_quotation || dangling.needs_context(&text);
        Described { words: distinct(&tokens), length: length(&tokens), text, dangles }
    });
    sentences.collect()
}

/// Returns the sentences that agree with the text.
pub(super) fn usable<'a>(
    described: &'a [Described],
    title: &[u32],
    ranking: &Ranking,
    vocabulary: usize,
) -> Vec<Said<'a>> {
    if described.is_empty() {
        return Vec::new();
    }
    let mut spread = vec![0_usize; vocabulary];
    for word in ranking.sentences.iter().flat_map(|sentence| &sentence.words) {
        spread[*word as usize] += 1;
    }
    let everywhere = ((ranking.sentences.len() as f64 * EVERYWHERE) as usize).max(2);
    let says = |sentence: &'a Described| {
        if sentence.length < MIN_WORDS {
            return None;
        }
        let wanted = (sentence.words.len() as f64 * SAME).ceil() as usize;
        let same = (0..ranking.sentences.len())
            .filter(|&other| ranking.standings[other] == Standing::Alone)
            .find(|&other| common(&sentence.words, &ranking.sentences[other].words) >= wanted);
        if let Some(same) = same {
            return Some(Said::InText(same));
        }
        let telling: Vec<usize> =
            sentence.words.iter().map(|&word| spread[word as usize]).filter(|&spread| spread <= everywhere).collect();
        let from_text = telling.iter().filter(|&&spread| spread > 0).count();
        (ends_sentence(&sentence.text)
            && !sentence.dangles
            && !is_cut(&sentence.text)
            && !repeats(&sentence.words, title)
            && from_text as f64 >= telling.len() as f64 * FROM_TEXT)
            .then_some(Said::Outside(sentence))
    };
    described.iter().filter_map(says).collect()
}

/// Returns `true` if a sentence was shortened. It then ends with an ellipsis.
fn is_cut(sentence: &str) -> bool {
    sentence.ends_with('…') || sentence.ends_with("...")
}
