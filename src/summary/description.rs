//! What the publisher says of the text: its description, where it is a summary already.
//!
//! Many descriptions are the article's own lead, and the best summary there is. As many are none: the site's
//! slogan on every page, a call to read on, a lead cut in mid-sentence. A sentence of a description counts if it
//! stands in the text, or if it is a whole sentence made of the text's own words.

use super::dangling::Dangling;
use super::rank::{Ranking, Standing, repeats};
use super::sentences;
use super::tokens::{Vocabulary, common, distinct, length};
use crate::text::ends_sentence;

/// Fewest words of a sentence that tells something.
const MIN_WORDS: usize = 6;

/// Sentences of a description that are read; longer ones are the article itself.
const MAX_SENTENCES: usize = 10;

/// Share of a sentence's words that another one has, or the title, if both say the same.
pub(super) const SAME: f64 = 0.8;

/// Share of its telling words that a described sentence has from the text.
const FROM_TEXT: f64 = 0.7;

/// Share of the sentences that have a word which tells nothing: an article, a particle.
const EVERYWHERE: f64 = 0.15;

/// A sentence of a description.
pub(super) struct Described {
    pub text: String,
    /// Its different words, sorted.
    pub words: Vec<u32>,
    length: usize,
    /// Whether it needs the sentence before it, or has part of a quotation.
    dangles: bool,
}

/// A sentence of a description that tells what the text says.
pub(super) enum Said<'a> {
    /// The number of the sentence of the text that says it.
    InText(usize),
    /// It stands in the description alone.
    Outside(&'a Described),
}

/// The sentences of a description, their words added to the vocabulary.
pub(super) fn read(description: &str, vocabulary: &mut Vocabulary, dangling: &Dangling) -> Vec<Described> {
    let sentences = sentences::split(description, MAX_SENTENCES).into_iter().map(|span| {
        let text = description[span.range].to_owned();
        let tokens = vocabulary.read(&text, usize::MAX);
        let dangles = span.cuts_quotation || dangling.needs_context(&text);
        Described { words: distinct(&tokens), length: length(&tokens), text, dangles }
    });
    sentences.collect()
}

/// Those of them that tell what the text says.
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

/// Returns `true` if a sentence was cut to fit: it ends with an ellipsis.
fn is_cut(sentence: &str) -> bool {
    sentence.ends_with('…') || sentence.ends_with("...")
}
