//! Measures the text that a block shares with other blocks of the page. Pull quotes, ledes and
//! summaries repeat text, and pages contain copies for another width of screen.
//!
//! The danger is that comparing all pairs of blocks takes quadratic time. So runs of words are
//! sorted, and the work is nearly linear in the page's words.

use super::table::{Evidence, FeatureTable};
use crate::hash::{combine, fnv64};

/// Number of words in a run. Shorter runs are common phrases.
const RUN: usize = 6;
/// How many words of a block are read, from its start.
const SAMPLE_WORDS: usize = 300;

/// The shares of a block's runs that also occur in other blocks.
#[derive(Debug, Clone, Default)]
pub struct Echo {
    runs: f32,
    /// The share found in any other block.
    pub elsewhere: f32,
    /// The share found in an earlier block.
    pub before: f32,
    /// The share found in a longer block.
    pub longer: f32,
    /// The share found in another block that is not hidden.
    pub shown: f32,
}

pub(super) fn add_columns(table: &mut FeatureTable, echoes: &[Echo]) {
    table.tells(Evidence::Repetition);
    table.add("echo_elsewhere", |i| echoes[i].elsewhere);
    table.add("echo_before", |i| echoes[i].before);
    table.add("echo_longer", |i| echoes[i].longer);
}

/// Measures each block. `hidden` returns `true` for blocks that a reader cannot see.
pub(super) fn echoes(folded: &[String], hidden: impl Fn(usize) -> bool) -> Vec<Echo> {
    let mut echoes = vec![Echo::default(); folded.len()];
    let mut runs: Vec<(u64, u32)> = Vec::new();
    for (block, text) in folded.iter().enumerate() {
        let mut last = [0; RUN];
        for (at, word) in text.split(' ').take(SAMPLE_WORDS).enumerate() {
            last[at % RUN] = fnv64(word.bytes());
            if at + 1 >= RUN {
                let run = (1..=RUN).fold(0, |run, offset| combine(run, last[(at + offset) % RUN]));
                runs.push((run, block as u32));
                echoes[block].runs += 1.0;
            }
        }
    }
    runs.sort_unstable();
    for equal in runs.chunk_by(|a, b| a.0 == b.0) {
        let (first, end) = (equal[0].1, equal[equal.len() - 1].1);
        if first == end {
            continue;
        }
        let longest = equal.iter().map(|&(_, block)| folded[block as usize].len()).max().unwrap_or(0);
        // If two blocks with this run are visible, at least one of them is not the current block.
        let shown =
            equal.chunk_by(|a, b| a.1 == b.1).map(|same| same[0].1).filter(|&block| !hidden(block as usize)).take(2);
        let shown: Vec<u32> = shown.collect();
        for &(_, block) in equal {
            let echo = &mut echoes[block as usize];
            echo.elsewhere += 1.0;
            echo.before += f32::from(first < block);
            echo.longer += f32::from(folded[block as usize].len() < longest);
            echo.shown += f32::from(shown.iter().any(|&other| other != block));
        }
    }
    for echo in &mut echoes {
        for count in [&mut echo.elsewhere, &mut echo.before, &mut echo.longer, &mut echo.shown] {
            *count /= echo.runs.max(1.0);
        }
    }
    echoes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_echoes_the_paragraph_it_is_taken_from() {
        let paragraph = "the river rose by two metres in one night and nobody slept in the lower village";
        let quote = "rose by two metres in one night";
        let other = "the bridge was open again by the morning of the next day";
        let of = |texts: [&str; 3]| {
            echoes(&texts.map(str::to_owned), |_| false)
                .into_iter()
                .map(|e| (e.elsewhere, e.before, e.longer))
                .collect::<Vec<_>>()
        };
        assert_eq!(of([paragraph, quote, other])[1..], [(1.0, 1.0, 1.0), (0.0, 0.0, 0.0)]);
        assert_eq!(of([quote, paragraph, other])[0], (1.0, 0.0, 1.0));
        let hidden = echoes(&[paragraph, quote, quote].map(str::to_owned), |i| i > 0);
        assert_eq!(hidden.iter().map(|echo| echo.shown).collect::<Vec<_>>(), [0.0, 1.0, 1.0]);
        assert_eq!(of([other, quote, other]), [(1.0, 0.0, 0.0), (0.0, 0.0, 0.0), (1.0, 1.0, 0.0)]);
    }
}
