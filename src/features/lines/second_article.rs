//! Finds where a second article may begin in the same paste.
//!
//! A second article has a headline, and a lede under it that uses the headline's words. The same is
//! often true of a subheading. So every such line is a candidate, and its strength is a feature of
//! the lines after it. A candidate is certain only if it looks like a headline of news and the text
//! before it has no subheadings.

use super::line_kind::Look;
use super::structure::{Lines, SecondHeadline};
use crate::blocks::Blocks;
use crate::features::measure::Features;
use crate::features::table::{FeatureTable, share};
use crate::hash::HashSet;
use crate::terms::terms;
use std::ops::Range;

/// Returns all candidates, in order. A headline with a single sentence under it is a teaser. An
/// article has more text.
pub(super) fn candidates(lines: &Lines, features: &[Features]) -> Vec<SecondHeadline> {
    const HEADLINE_WORDS: Range<usize> = 5..31;
    const TAKEN_UP: f32 = 0.4;
    const FIRST_ARTICLE_LINES: usize = 3;
    const SECOND_ARTICLE_LINES: usize = 3;
    const SECOND_ARTICLE_WORDS: usize = 80;
    /// Maximum number of lines between a headline and its lede, such as a date, a name or a
    /// caption.
    const LEDE_WITHIN: usize = 4;
    let mut found = Vec::new();
    let Some(title) = lines.title else { return found };
    let n = lines.looks.len();
    let (mut body_lines, mut headings_before) = (0, 0);
    for i in title + 1..n {
        body_lines += usize::from(lines.is_body(i));
        if !matches!(lines.looks[i], Look::Headline | Look::Structured) || lines.folded[i] == lines.folded[title] {
            continue;
        }
        let Some(lede) = (i + 1..n.min(i + 1 + LEDE_WITHIN)).find(|&j| lines.is_body(j)) else { continue };
        if body_lines >= FIRST_ARTICLE_LINES && HEADLINE_WORDS.contains(&features[i].words) {
            let (taken_up, pairs_taken_up) = taken_up(&lines.folded[i], &lines.folded[lede]);
            let run = run_of_text(lines, lede).filter(|&j| lines.is_body(j));
            let run_words: usize = run.clone().map(|j| features[j].words).sum();
            let words = features[i].words;
            if taken_up >= TAKEN_UP && run.count() >= SECOND_ARTICLE_LINES && run_words >= SECOND_ARTICLE_WORDS {
                found.push(SecondHeadline {
                    line: i,
                    words,
                    taken_up,
                    pairs_taken_up,
                    headings_before,
                    dated: opens_with_day(&lines.folded[lede]),
                });
            }
        }
        headings_before += usize::from(lede == i + 1 && body_lines > 0);
    }
    found
}

/// Returns the first candidate that is certain.
pub(super) fn certain(candidates: &[SecondHeadline], blocks: &Blocks) -> Option<usize> {
    candidates.iter().find(|c| c.is_certain(&blocks.list[c.line].text)).map(|c| c.line)
}

/// Returns the shares of a headline's words and of its pairs of words that occur in a text.
fn taken_up(headline: &str, lede: &str) -> (f32, f32) {
    /// Maximum number of bytes of a lede that are read. Without a limit, a long line would be read
    /// again for each headline above it.
    const LEDE_BYTES: usize = 2_000;
    let lede = &lede[..lede.char_indices().map(|(at, _)| at).find(|&at| at >= LEDE_BYTES).unwrap_or(lede.len())];
    let (headline, lede) = (terms(headline), terms(lede));
    let lede_words: HashSet<&&str> = lede.iter().collect();
    let lede_pairs: HashSet<&[&str]> = lede.windows(2).collect();
    let words = headline.iter().filter(|word| lede_words.contains(word)).count();
    let pairs = headline.windows(2).filter(|pair| lede_pairs.contains(pair)).count();
    (share(words as f32, headline.len() as f32), share(pairs as f32, headline.len() as f32 - 1.0))
}

/// Returns `true` if the numbers of a day and a month stand side by side in the first words of a folded text.
fn opens_with_day(folded: &str) -> bool {
    const OPENING_WORDS: usize = 15;
    let is_number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let words = || folded.split(' ').take(OPENING_WORDS);
    words().zip(words().skip(1)).any(|(day, month)| is_number(day) && is_number(month))
}

/// Returns the lines from a line of running text to the end of the running text. It ends at three
/// successive other lines, or at a label above a list. The search stops early if there are enough
/// lines for an article.
fn run_of_text(lines: &Lines, start: usize) -> Range<usize> {
    const LOOKED_AT: usize = 12;
    let mut others = 0;
    let mut end = start;
    for i in start..lines.looks.len().min(start + LOOKED_AT) {
        others = if lines.is_body(i) { 0 } else { others + 1 };
        if lines.opens_related(i) || others == 3 {
            break;
        }
        end = i + 1;
    }
    start..end
}

/// Adds columns about the last candidate at or above each line.
pub(super) fn add_columns(table: &mut FeatureTable, lines: &Lines) {
    let n = lines.looks.len();
    let mut last: Vec<Option<SecondHeadline>> = Vec::with_capacity(n);
    let mut candidates = lines.candidates.iter().peekable();
    let mut current = None;
    for i in 0..n {
        current = candidates.next_if(|c| c.line == i).copied().or(current);
        last.push(current);
    }
    let mut column = |name: &'static str, value: &dyn Fn(usize, &SecondHeadline) -> f32| {
        table.add(name, |i| last[i].as_ref().map_or(-1.0, |c| value(i, c)));
    };
    column("since_second", &|i, c| (i - c.line) as f32);
    column("second_words", &|_, c| c.words as f32);
    column("second_taken_up", &|_, c| c.taken_up);
    column("second_pairs", &|_, c| c.pairs_taken_up);
    column("second_headings", &|_, c| c.headings_before as f32);
    table.add("after_certain_second", |i| f32::from(lines.second_article.is_some_and(|second| i >= second)));
    table.add_page("page_seconds", lines.candidates.len() as f32);
}
