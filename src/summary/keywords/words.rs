//! Properties of words that follow from their letters and places: words that belong together, parts
//! of words, and words that are spread over the whole text.

use super::super::tokens::{Token, Vocabulary};
use super::WINDOW;
use crate::script::is_unspaced;
use crate::text::is_word_character;

/// In a language without a list, a word in more than this share of windows of [`WINDOW`] words is a
/// stop word.
const EVERYWHERE: f64 = 0.3;

/// Returns `true` if two successive words are in one phrase. Between them there must be a space, a
/// hyphen, an apostrophe, or nothing except marks that belong to letters.
pub(super) fn stand_together(text: &str, a: &Token, b: &Token) -> bool {
    let between = &text[a.range.end..b.range.start];
    match between {
        " " | "-" | "’" | "'" | "‑" => !a.unspaced && !b.unspaced,
        _ => a.unspaced && b.unspaced && between.chars().all(|c| is_unspaced(c) || is_word_character(c)),
    }
}

/// Returns `true` if nothing but a hyphen stands between two words.
pub(super) fn has_hyphen(text: &str, a: &Token, b: &Token) -> bool {
    matches!(&text[a.range.end..b.range.start], "-" | "‑")
}

/// Returns the first letters of a long word, in lower case. All its forms share them. Returns
/// `None` for a short word, because other words begin with its letters too.
pub(super) fn first_letters(word: &str) -> Option<String> {
    const LETTERS: usize = 5;
    word.chars().nth(LETTERS).map(|_| word.chars().take(LETTERS).flat_map(char::to_lowercase).collect())
}

/// Returns for each word of a vocabulary whether it is spread over the whole text.
pub(super) fn spread_evenly(words: &[Token], vocabulary: usize) -> Vec<bool> {
    let mut windows = vec![0_u32; vocabulary];
    let mut seen_in = vec![usize::MAX; vocabulary];
    for (window, words) in words.chunks(WINDOW).enumerate() {
        for word in words.iter().map(|token| token.word as usize) {
            if seen_in[word] != window {
                seen_in[word] = window;
                windows[word] += 1;
            }
        }
    }
    let most = (words.len().div_ceil(WINDOW) as f64 * EVERYWHERE).max(3.0);
    windows.into_iter().map(|windows| f64::from(windows) > most).collect()
}

/// Removes the full stop of Indic scripts from the ends of words. It counts as one of their
/// letters.
pub(super) fn cut_dandas(text: &str, words: &mut [Token], vocabulary: &mut Vocabulary) {
    const DANDAS: [char; 2] = ['।', '॥'];
    for word in words {
        let said = &text[word.range.clone()];
        if said.ends_with(DANDAS) {
            let whole = said.trim_end_matches(DANDAS);
            word.range.end = word.range.start + whole.len();
            word.word = vocabulary.number(whole);
        }
    }
}

/// Removes the particles at the end of Korean words ("정부는", "정부가").
pub(super) fn cut_particles(text: &str, words: &mut [Token], vocabulary: &mut Vocabulary) {
    #[rustfmt::skip]
    const PARTICLES: [&str; 22] = [
        "에서는", "으로는", "에게", "에서", "으로", "까지", "부터", "에는", "와의", "과의",
        "은", "는", "이", "가", "을", "를", "에", "의", "와", "과", "도", "로",
    ];
    for word in words {
        let said = &text[word.range.clone()];
        let stem = PARTICLES.iter().find_map(|particle| said.strip_suffix(particle));
        if let Some(stem) = stem.filter(|stem| stem.chars().nth(1).is_some()) {
            word.range.end = word.range.start + stem.len();
            word.word = vocabulary.number(stem);
        }
    }
}

pub(super) fn is_hiragana(text: &str, token: &Token) -> bool {
    text[token.range.start..].starts_with(|c| matches!(c, '\u{3041}'..='\u{309f}'))
}

pub(super) fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fe}')
}

/// Returns `true` for letters and signs of Thai and Lao.
pub(super) fn is_thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

/// Returns `true` for vowels and marks of Thai and Lao that follow their consonant.
pub(super) fn is_thai_sign(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}' | '\u{ec6}'..='\u{ece}')
}

/// Returns `true` for vowels of Thai and Lao that are written before their consonant.
pub(super) fn is_leading_vowel(c: char) -> bool {
    matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}')
}
