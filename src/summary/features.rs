//! Measures each sentence: its place, its length, and the words that it shares with the title and
//! with the text.
//!
//! The features use no word lists and nothing that depends on a language, because weights learned
//! from Vietnamese and French news must work for all languages. The rarity of a word refers to this
//! text.

use super::tokens::{Token, common, distinct, length, log2};
use std::ops::Range;

/// Number of features of a sentence.
pub const COUNT: usize = 19;

/// The features' names, in their order.
#[cfg(feature = "_internals")]
pub const NAMES: [&str; COUNT] = [
    "inverse position",
    "log position",
    "relative position",
    "log length",
    "short",
    "long",
    "title words",
    "title words by rarity",
    "centrality",
    "likeness to the first",
    "mean rarity",
    "mean spread",
    "title words, standardised",
    "title words by rarity, standardised",
    "mean spread, standardised",
    "begins with a quote",
    "capitals",
    "likeness to the start",
    "title words among the first",
];

/// The columns for the place and the length of a sentence.
pub(super) const LOG_POSITION: usize = 1;
pub(super) const LOG_LENGTH: usize = 3;

/// A sentence with fewer words than `SHORT` is short, and a sentence with more words than `LONG` is
/// long.
const SHORT: f64 = 10.0;
const LONG: f64 = 40.0;

/// How many sentences belong to the start of a text. In news, they tell what the text is about.
const START: usize = 5;

/// How many words are the first ones of a sentence. They tell what the sentence is about.
const FIRST_WORDS: usize = 30;

/// Minimum number of words of a sentence that is used to find out what the text is about.
const MIN_CENTRAL_WORDS: usize = 5;

/// A sentence with the data for measuring it: its range in the text, and its tokens.
pub(super) struct MeasuredSentence<'a> {
    pub range: Range<usize>,
    pub tokens: &'a [Token],
    /// Its different words, sorted.
    pub words: Vec<u32>,
    /// The number of words.
    pub length: usize,
}

impl<'a> MeasuredSentence<'a> {
    pub fn new(range: Range<usize>, tokens: &'a [Token]) -> MeasuredSentence<'a> {
        MeasuredSentence { range, tokens, words: distinct(tokens), length: length(tokens) }
    }
}

/// Returns the features of each sentence of a text. `title` holds the different words of the title,
/// sorted. `vocabulary` is the number of different words in text and title.
pub(super) fn measure(
    text: &str,
    sentences: &[MeasuredSentence],
    title: &[u32],
    vocabulary: usize,
) -> Vec<[f64; COUNT]> {
    let count = sentences.len() as f64;
    let mut spread = vec![0_u32; vocabulary];
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        spread[*word as usize] += 1;
    }
    let rarity: Vec<f64> = spread.iter().map(|&n| log2((count + 1.0) / (f64::from(n) + 0.5))).collect();
    let vectors: Vec<Vec<(u32, f64)>> =
        sentences.iter().map(|sentence| unit_vector(sentence.tokens, &rarity)).collect();
    let direction = |count: usize| centre(&sentences[..count], &vectors, vocabulary);
    let (centre, start) = (direction(sentences.len()), direction(sentences.len().min(START)));
    let mut first = vec![0.0; vocabulary];
    for &(word, weight) in vectors.first().into_iter().flatten() {
        first[word as usize] = weight;
    }
    let title_rarity: f64 = title.iter().map(|&word| rarity[word as usize]).sum();

    let mut table: Vec<[f64; COUNT]> = Vec::with_capacity(sentences.len());
    for (position, (sentence, vector)) in sentences.iter().zip(&vectors).enumerate() {
        let (place, words) = (position as f64 + 1.0, sentence.words.len().max(1) as f64);
        let length = sentence.length as f64;
        let mean = |value: &dyn Fn(u32) -> f64| sentence.words.iter().map(|&word| value(word)).sum::<f64>() / words;
        let titled = title.iter().filter(|word| sentence.words.binary_search(word).is_ok());
        let titled_rarity: f64 = titled.map(|&word| rarity[word as usize]).sum();
        table.push([
            1.0 / place,
            log2(place),
            place / count,
            log2(length + 1.0),
            (1.0 - length / SHORT).max(0.0),
            (length / LONG - 1.0).max(0.0),
            common(title, &sentence.words) as f64 / title.len().max(1) as f64,
            if title_rarity > 0.0 { titled_rarity / title_rarity } else { 0.0 },
            along(vector, &centre),
            along(vector, &first),
            mean(&|word| rarity[word as usize]),
            mean(&|word| f64::from(spread[word as usize])) / count,
            0.0,
            0.0,
            0.0,
            f64::from(u8::from(begins_with_quote(&text[sentence.range.clone()]))),
            capitals(text, sentence.tokens),
            along(vector, &start),
            share_of_title(sentence.tokens, title),
        ]);
    }
    for (from, to) in [(6, 12), (7, 13), (11, 14)] {
        standardise(&mut table, from, to);
    }
    table
}

/// Returns the vector of a sentence, of length 1. Each word has its number of occurrences in the
/// sentence times its rarity.
fn unit_vector(tokens: &[Token], rarity: &[f64]) -> Vec<(u32, f64)> {
    /// A word that is in every sentence still counts a little.
    const LEAST: f64 = 0.05;
    let mut words: Vec<u32> = tokens.iter().map(|token| token.word).collect();
    words.sort_unstable();
    let mut vector: Vec<(u32, f64)> = words
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len() as f64 * rarity[same[0] as usize].max(LEAST)))
        .collect();
    let size = vector.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
    for (_, weight) in &mut vector {
        *weight /= size;
    }
    vector
}

/// Returns the sum of the vectors of all sentences, scaled to length 1.
fn centre(sentences: &[MeasuredSentence], vectors: &[Vec<(u32, f64)>], vocabulary: usize) -> Vec<f64> {
    let mut centre = vec![0.0; vocabulary];
    for (_, vector) in sentences.iter().zip(vectors).filter(|(sentence, _)| sentence.length >= MIN_CENTRAL_WORDS) {
        for &(word, weight) in vector {
            centre[word as usize] += weight;
        }
    }
    let size = centre.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
    if size > 0.0 {
        centre.iter_mut().for_each(|weight| *weight /= size);
    }
    centre
}

fn along(vector: &[(u32, f64)], direction: &[f64]) -> f64 {
    vector.iter().map(|&(word, weight)| weight * direction[word as usize]).sum()
}

/// Returns the share of the title's words that are among the first words of the sentence.
fn share_of_title(tokens: &[Token], title: &[u32]) -> f64 {
    let first = tokens.iter().take(FIRST_WORDS).map(|token| token.word);
    let mut shared: Vec<u32> = first.filter(|word| title.binary_search(word).is_ok()).collect();
    shared.sort_unstable();
    shared.dedup();
    shared.len() as f64 / title.len().max(1) as f64
}

fn begins_with_quote(sentence: &str) -> bool {
    sentence.starts_with(['"', '“', '„', '«', '»', '‘', '\'', '-', '–', '—', '「', '『'])
}

/// Returns the share of words that begin with a capital letter, not counting the first word.
fn capitals(text: &str, tokens: &[Token]) -> f64 {
    let capital = |token: &&Token| text[token.range.start..].starts_with(char::is_uppercase);
    tokens.iter().skip(1).filter(capital).count() as f64 / tokens.len().max(1) as f64
}

/// Writes the values of column `from` to column `to` as distances from their mean, in standard
/// deviations.
fn standardise(table: &mut [[f64; COUNT]], from: usize, to: usize) {
    let count = table.len() as f64;
    let mean = table.iter().map(|row| row[from]).sum::<f64>() / count;
    let variance = table.iter().map(|row| (row[from] - mean) * (row[from] - mean)).sum::<f64>() / count;
    let deviation = if variance > 0.0 { variance.sqrt() } else { 1.0 };
    for row in table {
        row[to] = (row[from] - mean) / deviation;
    }
}
