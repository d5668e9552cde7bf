//! Finds the subheadings of pasted text. They have no markup. They are short lines above paragraphs
//! and lists, and several of them have the same style.
//!
//! A small learned [network](weights) weighs the [evidence] of each line that may be a subheading.
//! The danger is in taking captions, names, labels and the items of lists for subheadings.

#[cfg(not(feature = "_internals"))]
mod evidence;
#[cfg(feature = "_internals")]
pub mod evidence;
mod weights;

use crate::blocks::Blocks;
use crate::features::lines::{Lines, Look};
use crate::features::{BlockKind, Measured};
use crate::hash::{HashMap, HashSet};
use evidence::SubheadingSearch;
use weights::WEIGHTS;

/// The lowest score at which a line of the text is a subheading. A line that was left out needs a
/// higher score, because a label of the page in the text is worse than a lost subheading. In
/// cross-validation, the F1 score peaks near the first limit.
const CHOSEN: f32 = -0.5;
const LEFT_OUT: f32 = 0.0;

/// The lowest score for a short line under another short line, with no running text above both.
/// Such a line is more often a label or a button.
const OPENING: f32 = 1.5;

/// The lowest score for a line of a numbered series, such as "Day 2".
const OF_SERIES: f32 = -1.0;
/// The minimum number of lines of a numbered series.
const SERIES: usize = 2;

/// A line that may be a subheading, with the numbers that training needs.
#[cfg(feature = "_internals")]
#[derive(Debug)]
pub struct SubheadingCandidate {
    /// The number of the line.
    pub line: usize,
    /// `true` if the line was chosen as text.
    pub chosen: bool,
    /// The numbers named by [`evidence::NAMES`].
    pub evidence: [f32; evidence::COUNT],
}

/// Finds the subheadings of the chosen text, and chooses their lines too. `probabilities` are those
/// of the lines, and `start` is the first line under the headline. A paste with marked headings has
/// no other subheadings.
pub(super) fn find(
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    probabilities: &[f32],
    start: usize,
    chosen: &mut [bool],
) -> Vec<usize> {
    let is_marked = |i: usize| chosen[i] && measured.blocks[i].kind == BlockKind::Heading;
    if (0..chosen.len()).any(is_marked) {
        return Vec::new();
    }
    let search = SubheadingSearch::new(blocks, measured, lines, probabilities, chosen);
    let candidates = candidates(blocks, measured, lines, start, chosen);
    let mut series: HashMap<&str, usize> = HashMap::default();
    candidates.iter().filter_map(|&i| search.series(i)).for_each(|name| *series.entry(name).or_insert(0) += 1);
    let is_of_series = |i: usize| search.series(i).is_some_and(|name| series[name] >= SERIES);
    let opening = (0..chosen.len()).find(|&i| chosen[i] && lines.is_body(i)).unwrap_or(0);
    let is_under_another = |i: usize| i < opening && (start..i).any(|j| chosen[j]);
    let least = |i: usize| match chosen[i] {
        true if is_of_series(i) => OF_SERIES,
        true if is_under_another(i) => OPENING,
        true => CHOSEN,
        false => LEFT_OUT,
    };
    let is_one = |i: usize| WEIGHTS.score(&search.evidence(i)) > least(i);
    let mut found: Vec<usize> = candidates.iter().copied().filter(|&i| is_one(i)).collect();
    // If some lines of a numbered series are subheadings, all of them are.
    let names: HashSet<&str> = found.iter().filter_map(|&i| search.series(i)).collect();
    let is_named = |i: usize| search.series(i).is_some_and(|name| names.contains(name));
    found.extend(candidates.into_iter().filter(|&i| is_named(i)));
    found.sort_unstable();
    found.dedup();
    found.iter().for_each(|&i| chosen[i] = true);
    found
}

/// Returns the lines that may be subheadings, with their evidence.
#[cfg(feature = "_internals")]
pub(super) fn measure_candidates(
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    probabilities: &[f32],
    start: usize,
    chosen: &[bool],
) -> Vec<SubheadingCandidate> {
    let search = SubheadingSearch::new(blocks, measured, lines, probabilities, chosen);
    let candidate = |line| SubheadingCandidate { line, chosen: chosen[line], evidence: search.evidence(line) };
    candidates(blocks, measured, lines, start, chosen).into_iter().map(candidate).collect()
}

/// Returns the short lines from `start` on that stand above chosen text.
fn candidates(blocks: &Blocks, measured: &Measured, lines: &Lines, start: usize, chosen: &[bool]) -> Vec<usize> {
    /// Maximum number of lines between a subheading and its text, such as a caption or a button.
    const GAP: usize = 3;
    let is_over_text = |i: usize| chosen[i + 1..].iter().take(GAP).any(|&is_chosen| is_chosen);
    let may_be = |i: usize| may_be_one(blocks, measured, lines, i);
    let is_question = |i: usize| blocks.list[i].text.trim_end().ends_with(['?', '？', '؟']);
    // A line right under a question is the answer, if the question stands alone or is a headline.
    let is_answer = |i: usize| i > 0 && is_question(i - 1) && may_be(i - 1) && !is_question(i);
    (start..chosen.len()).filter(|&i| is_over_text(i) && may_be(i) && !is_answer(i)).collect()
}

/// Returns `true` if a line looks like a subheading by itself.
fn may_be_one(blocks: &Blocks, measured: &Measured, lines: &Lines, i: usize) -> bool {
    const MOST_WORDS: usize = 14;
    const MOST_CHARACTERS: usize = 90;
    let (block, f) = (&blocks.list[i], &measured.blocks[i]);
    f.kind == BlockKind::Paragraph
        && matches!(lines.looks[i], Look::Headline | Look::Short | Look::Body | Look::Structured)
        && f.words <= MOST_WORDS
        && block.characters <= MOST_CHARACTERS
        && (block.text.contains(char::is_alphabetic) || is_section_number(block.text.trim()))
        && lines.labels[i].is_none_or(|found| !found.whole)
        // A line that begins with a dash is speech, and one that begins with a mark is an item. A
        // line that ends in a comma is not complete.
        && !block.text.starts_with(['-', '–', '—', '―', '•', '▪', '*', '+', '▢', '☐', '☑', '✓', '✔'])
        && !block.text.ends_with([',', '，', '、', '،', ';', '；'])
        && !block.text.contains(['\n', '@', '©'])
        // Names with a bar between them are links. Only an encyclopedia puts such links, for
        // editing, in brackets at the end of a subheading. A line that begins with a time is an
        // entry of a programme.
        && (!block.text.contains(['|', '•']) || block.text.trim_end().ends_with(']'))
        && !begins_with_time(block.text.trim())
        && !block.text.contains("://")
}

/// Returns `true` if a text begins with a time of day: `6.30pm Blessing of the boats`.
fn begins_with_time(text: &str) -> bool {
    let Some((hour, rest)) = text.split_once([':', '.']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    hour.len() <= 2 && is_number(hour) && rest.get(..2).is_some_and(is_number)
}

/// Returns `true` for a number with a zero before it that stands alone above a section: `01`.
fn is_section_number(text: &str) -> bool {
    text.len() == 2 && text.starts_with('0') && text.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, lines};

    const TEXT: &str = "The ferry leaves the harbour at noon and is back before the lamps of the town are lit.";
    const MORE: &str =
        "Nobody counts the passengers, but the boat is never full and the cook knows all of them by name.";
    const LAST: &str =
        "On the second pier a woman sells smoked fish, as her mother and her grandmother did before her.";
    const LIST: &str = "- a rope\n- a sail\n- two lamps";

    /// Returns the subheadings of a paste. All lines except `left_out` are certainly chosen.
    fn found(paste: &[&str], left_out: &str) -> Vec<String> {
        let lines::Paste { tree, blank_before, .. } = lines::parse(&paste.join("\n\n"));
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured, &blank_before);
        let mut chosen: Vec<bool> = blocks.list.iter().map(|block| block.text != left_out).collect();
        let probabilities: Vec<f32> = chosen.iter().map(|&is_chosen| if is_chosen { 0.9 } else { 0.4 }).collect();
        let found = find(&blocks, &measured, &lines, &probabilities, 0, &mut chosen);
        assert!(found.iter().all(|&i| chosen[i]));
        found.into_iter().map(|i| blocks.list[i].text.clone()).collect()
    }

    #[test]
    fn the_weights_fit_the_evidence() {
        assert!(WEIGHTS.fits(evidence::COUNT), "the evidence has changed: run train/subheadings.py");
    }

    #[test]
    fn short_lines_over_paragraphs_are_subheadings() {
        assert_eq!(found(&[TEXT, "Old boats", TEXT, MORE, "New sails", MORE], ""), ["Old boats", "New sails"]);
        assert_eq!(
            found(&[TEXT, "Who pays?", TEXT, MORE, "What comes next", MORE], ""),
            ["Who pays?", "What comes next"]
        );
    }

    #[test]
    fn a_line_over_a_list_is_a_subheading() {
        assert_eq!(
            found(&[TEXT, MORE, "What to bring", LIST, "How to tie it", TEXT], ""),
            ["What to bring", "How to tie it"]
        );
    }

    #[test]
    fn sentences_names_and_items_are_no_subheadings() {
        assert_eq!(found(&[TEXT, "Nobody came.", MORE, "He was late again.", TEXT], ""), [""; 0]);
        assert_eq!(found(&[TEXT, MORE, LIST], ""), [""; 0]);
        assert_eq!(found(&[TEXT, MORE, TEXT, "Anna Berg"], ""), [""; 0]);
    }

    #[test]
    fn a_numbered_line_of_a_series_is_chosen_with_the_others() {
        for [first, second, third] in [
            ["Day 1", "Day 2", "Day 3"],
            ["1. Das Meer", "2. Der Hafen", "3. Das Boot"],
            ["Ngày 1: ra khơi", "Ngày 2: gặp bão", "Ngày 3: về bến"],
        ] {
            assert_eq!(found(&[TEXT, first, MORE, second, LAST, third, TEXT], second), [first, second, third]);
        }
    }

    #[test]
    fn marked_headings_are_the_only_ones() {
        assert_eq!(found(&[TEXT, "## Old boats", TEXT, "New sails", MORE], ""), [""; 0]);
    }
}
