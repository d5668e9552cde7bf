//! Turns probabilities into a choice: how much of a page is kept.
//!
//! The model tells which blocks are more likely content than others. This module decides for each
//! page how many of them are kept. A block with even odds is boilerplate on a page of prose, but
//! content on a page that lists products.

use crate::features::{BlockKind, Measured};
use crate::hash::{HashSet, HashSetExt};

/// Texts of fewer words often repeat in articles: "Yes.", names, refrains.
pub(super) const REPEAT_WORDS: usize = 8;
/// Minimum number of expected words of content. A page with fewer has no article: it is empty, or a login form.
const MIN_EXPECTED_WORDS: f64 = 5.0;

/// A hidden block is a copy, for another width of screen or for a script, if at least this share of
/// its text is also in visible blocks.
const HIDDEN_COPY: f32 = 0.8;

/// The readings of a page. Each reading is a factor for all odds and a weight. Together they
/// express doubt about the page as a whole: if the page's lists are its content, this is true of
/// all their blocks at once. The values are a three-point Gauss-Hermite quadrature for a normally
/// distributed shift of the log odds with deviation 1.75.
const READINGS: [(f64, f64); 3] = [(1.0, 2.0 / 3.0), (20.7, 1.0 / 6.0), (1.0 / 20.7, 1.0 / 6.0)];

/// Chooses the blocks that maximize the expected F-measure of the page's words. A text that is
/// repeated is chosen only once. With a `beta` of 1, precision and recall have the same weight. A
/// larger `beta` gives recall more weight (van Rijsbergen 1979).
pub fn choose(measured: &Measured, probabilities: &[f32], beta: f64) -> Vec<bool> {
    let words = |i: usize| measured.blocks[i].words;
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let ranked: Vec<(f64, f64)> = order.iter().map(|&i| (f64::from(probabilities[i]), words(i) as f64)).collect();

    let mut chosen = vec![false; probabilities.len()];
    let mut said = HashSet::new();
    let mut expected_words = 0.0;
    for (&i, (p, words)) in order.iter().zip(&ranked).take(best_count(&ranked, beta)) {
        if measured.blocks[i].hidden && measured.echoes[i].shown >= HIDDEN_COPY {
            continue;
        }
        let may_repeat = measured.blocks[i].words < REPEAT_WORDS || may_repeat(measured.blocks[i].kind);
        if may_repeat || said.insert(measured.folded[i].as_str()) {
            chosen[i] = true;
            expected_words += p * words;
        }
    }
    if expected_words < MIN_EXPECTED_WORDS { vec![false; chosen.len()] } else { chosen }
}

/// Returns how many blocks, likeliest first, maximize the mean of the expected F-measure over all readings. `ranked`
/// holds their probabilities and words.
///
/// In one reading blocks are independent. The measure for the best `n` blocks is then about (1 + β²) Σ chosen p·w / (Σ
/// chosen w + β² Σ all p·w).
fn best_count(ranked: &[(f64, f64)], beta: f64) -> usize {
    let mut expected = vec![0.0; ranked.len()];
    for (factor, weight) in READINGS {
        let hit = |&(p, words): &(f64, f64)| p * factor / (1.0 - p + p * factor) * words;
        let all: f64 = ranked.iter().map(hit).sum();
        let (mut hits, mut taken) = (0.0, 0.0);
        for (expected, block) in expected.iter_mut().zip(ranked) {
            hits += hit(block);
            taken += block.1;
            *expected += weight * (1.0 + beta * beta) * hits / (taken + beta * beta * all);
        }
    }
    let mut best = (0.0, 0);
    for (before, &value) in expected.iter().enumerate() {
        if value > best.0 {
            best = (value, before + 1);
        }
    }
    best.1
}

/// Returns `true` for code and tables, whose repetitions are intended.
pub fn may_repeat(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Preformatted | BlockKind::TableRow)
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
        choose(&measured, probabilities, 1.0)
    }

    const LONG: &str = "Mưa rơi suốt đêm trên đồi và con sông dâng cao thêm hai mét";
    const OTHER: &str = "By the morning the water had gone down again and the bridge was open";

    #[test]
    fn even_odds_count_only_where_nothing_is_surer() {
        assert_eq!(chosen(&[(LONG, 0.98), (OTHER, 0.2)]), [true, false]);
        assert_eq!(chosen(&[(LONG, 0.25), (OTHER, 0.2)]), [true, true]);
    }

    #[test]
    fn a_larger_beta_keeps_more() {
        let ranked = [(0.95, 60.0), (0.5, 40.0), (0.2, 40.0)];
        assert_eq!([0.25, 1.0, 4.0].map(|beta| best_count(&ranked, beta)), [1, 2, 3]);
    }

    #[test]
    fn many_doubtful_blocks_are_taken_together_or_not_at_all() {
        // A list of forty uncertain items. On a page with nothing else, the items are the content.
        // Beside long and certain prose, they are not.
        let list = [(0.4, 5.0); 40];
        assert_eq!(best_count(&list, 1.0), 40);
        assert_eq!(best_count(&[&[(0.99, 900.0)][..], &[(0.2, 5.0); 40]].concat(), 1.0), 1);
    }

    #[test]
    fn doubt_about_the_whole_page_counts() {
        // With only the most likely reading, the last block would be left out.
        let ranked = [(0.9, 50.0), (0.6, 50.0), (0.42, 50.0)];
        assert_eq!(best_count(&ranked, 1.0), 3);
    }

    #[test]
    fn the_likelier_copy_is_kept() {
        assert_eq!(chosen(&[(LONG, 0.8), (OTHER, 0.9), (LONG, 0.9)]), [false, true, true]);
    }

    #[test]
    fn hidden_copies_are_left_out_though_they_are_likelier() {
        let html = format!("<p>{LONG}. {OTHER}</p><p hidden>{LONG}</p><p hidden>{OTHER}, they say</p>");
        assert_eq!(choose_in(&html, &[0.9, 0.95, 0.95]), [true, false, false]);
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

    #[test]
    fn a_text_is_no_repetition_before_its_eighth_word() {
        const SEVEN: &str = "Ruhig lag das Boot am alten Kai";
        assert_eq!(chosen(&[(SEVEN, 0.9), (LONG, 0.9), (SEVEN, 0.9)]), [true, true, true]);
        let eight = format!("{SEVEN} fest");
        assert_eq!(chosen(&[(&eight, 0.9), (LONG, 0.9), (&eight, 0.9)]), [true, true, false]);
    }

    #[test]
    fn five_certain_words_are_an_article() {
        assert_eq!(chosen(&[("Das Boot fährt heute nicht", 1.0)]), [true]);
        assert_eq!(chosen(&[("Das Boot fährt nicht", 1.0)]), [false]);
    }
}
