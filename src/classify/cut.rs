//! Probabilities to a choice: how much of a page counts.
//!
//! Which blocks are likelier content than others is the model's part; where to stop is decided here, for each
//! page anew: on a page of prose a block of even odds is furniture, on a list of products it is content.

use crate::blocks::Blocks;
use crate::features::{Kind, Measured};
use crate::measure;
use std::collections::HashSet;

/// Repeats of blocks with fewer words than this are common in articles: "Yes.", names, refrains.
const REPEAT_WORDS: usize = 8;
/// With fewer expected words of content than this there is no article: an empty page, or a login form.
const MIN_EXPECTED_WORDS: f64 = 5.0;

/// Chooses the blocks that make the expected F1 of the page's words largest (that is: which share of what is
/// chosen is content, and which share of the content is chosen, both counting the same), each text once.
///
/// The expectation takes blocks as independent. Of the best `n` blocks it is then about
/// 2 Σ chosen p·w / (Σ chosen w + Σ all p·w), with w a block's words.
pub fn choose(blocks: &Blocks, measured: &Measured, probabilities: &[f32]) -> Vec<bool> {
    let words = |i: usize| measured.blocks[i].words;
    let expected = |i: usize| f64::from(probabilities[i]) * words(i) as f64;
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));

    let all: f64 = order.iter().map(|&i| expected(i)).sum();
    let (mut hits, mut taken) = (0.0, 0.0);
    let (mut best, mut best_count) = (0.0, 0);
    for (before, &i) in order.iter().enumerate() {
        hits += expected(i);
        taken += words(i) as f64;
        let f1 = 2.0 * hits / (taken + all);
        if f1 > best {
            (best, best_count) = (f1, before + 1);
        }
    }

    let mut chosen = vec![false; probabilities.len()];
    let mut said = HashSet::new();
    let mut chosen_words = 0.0;
    for &i in &order[..best_count] {
        let may_repeat = words(i) < REPEAT_WORDS || may_repeat(measured.blocks[i].kind);
        if may_repeat || said.insert(measure::fold(&blocks.list[i].text)) {
            chosen[i] = true;
            chosen_words += expected(i);
        }
    }
    if chosen_words < MIN_EXPECTED_WORDS { vec![false; chosen.len()] } else { chosen }
}

/// Code and tables say the same again and mean it.
pub fn may_repeat(kind: Kind) -> bool {
    matches!(kind, Kind::Preformatted | Kind::TableRow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    fn chosen(page: &[(&str, f32)]) -> Vec<bool> {
        let html: String = page.iter().map(|(text, _)| format!("<p>{text}</p>")).collect();
        choose_in(&html, &page.iter().map(|&(_, p)| p).collect::<Vec<_>>())
    }

    fn choose_in(html: &str, probabilities: &[f32]) -> Vec<bool> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        choose(&blocks, &measured, probabilities)
    }

    const LONG: &str = "Mưa rơi suốt đêm trên đồi và con sông dâng cao thêm hai mét";
    const OTHER: &str = "By the morning the water had gone down again and the bridge was open";

    #[test]
    fn even_odds_count_only_where_nothing_is_surer() {
        assert_eq!(chosen(&[(LONG, 0.95), (OTHER, 0.4)]), [true, false]);
        assert_eq!(chosen(&[(LONG, 0.4), (OTHER, 0.35)]), [true, true]);
    }

    #[test]
    fn the_likelier_copy_is_kept() {
        assert_eq!(chosen(&[(LONG, 0.8), (OTHER, 0.9), (LONG, 0.9)]), [false, true, true]);
    }

    #[test]
    fn rows_and_short_blocks_may_repeat() {
        let row = format!("<tr><td>{LONG}<td>{OTHER}");
        assert_eq!(choose_in(&format!("<table>{row}{row}</table>"), &[0.9, 0.9]), [true, true]);
        assert_eq!(chosen(&[("Vâng.", 0.9), (LONG, 0.9), ("Vâng.", 0.9)]), [true, true, true]);
    }

    #[test]
    fn a_few_words_or_none_that_are_likely_are_no_article() {
        assert_eq!(chosen(&[("Please log in", 0.9)]), [false]);
        assert_eq!(chosen(&[(LONG, 0.1), (OTHER, 0.1)]), [false, false]);
        assert_eq!(chosen(&[]), [false; 0]);
    }
}
