//! Compares the words of a line with those of the other lines.

use super::structure::Lines;
use crate::features::neighbours::{running_sum, sum_of, window};
use crate::features::table::{FeatureTable, share};
use crate::hash::{HashMap, HashMapExt};
use crate::terms::terms;
use std::hash::Hash;
use std::ops::Range;

/// The words of all lines as numbers, see [`terms`]. So each word is looked up only once, however
/// often it is counted, even in a line of a megabyte.
struct NumberedLines {
    /// The number of each line's text. Lines with the same text have the same number.
    texts: Vec<usize>,
    /// The numbers of each line's words.
    words: Vec<Vec<u32>>,
    /// The numbers of each line's pairs of neighbouring words.
    pairs: Vec<Vec<u32>>,
    different_words: usize,
    different_pairs: usize,
}

impl NumberedLines {
    fn of(lines: &[String]) -> NumberedLines {
        let (mut texts, mut words, mut pairs) = (Numbers::new(), Numbers::new(), Numbers::new());
        let words_of: Vec<Vec<u32>> =
            lines.iter().map(|line| terms(line).into_iter().map(|term| words.number(term)).collect()).collect();
        let pair_numbers = |line: &Vec<u32>| line.windows(2).map(|pair| pairs.number((pair[0], pair[1]))).collect();
        let pairs_of = words_of.iter().map(pair_numbers).collect();
        NumberedLines {
            texts: lines.iter().map(|line| texts.number(line.as_str()) as usize).collect(),
            words: words_of,
            pairs: pairs_of,
            different_words: words.known.len(),
            different_pairs: pairs.known.len(),
        }
    }
}

/// Assigns numbers from 0 to keys. Equal keys get the same number.
struct Numbers<K> {
    known: HashMap<K, u32>,
}

impl<K: Hash + Eq> Numbers<K> {
    fn new() -> Numbers<K> {
        Numbers { known: HashMap::new() }
    }

    fn number(&mut self, key: K) -> u32 {
        // The longest input has 32 MB, so there are fewer words than numbers.
        let next = self.known.len() as u32;
        *self.known.entry(key).or_insert(next)
    }
}

/// The number of different lines with each word and each pair.
struct LineVocabulary {
    pairs: Vec<u32>,
    words: Vec<u32>,
    lines: f32,
}

impl LineVocabulary {
    /// Counts over the different texts of some lines. A repeated text is counted once, because
    /// otherwise it would confirm itself.
    fn of(all: &NumberedLines, lines: impl Iterator<Item = usize>) -> LineVocabulary {
        let mut pairs = LineCounts::new(all.different_pairs);
        let mut words = LineCounts::new(all.different_words);
        let mut seen = vec![false; all.texts.len()];
        let mut count = 0.0;
        for line in lines.filter(|&line| !std::mem::replace(&mut seen[all.texts[line]], true)) {
            count += 1.0;
            pairs.add(line, &all.pairs[line]);
            words.add(line, &all.words[line]);
        }
        LineVocabulary { pairs: pairs.counts, words: words.counts, lines: count }
    }

    /// Returns the share of a line's pairs that occur in other lines. `own` is `true` if the line
    /// itself was counted.
    fn pairs_shared(&self, pairs: &[u32], own: bool) -> f32 {
        let shared = |&&pair: &&u32| self.pairs[pair as usize] > u32::from(own);
        share(pairs.iter().filter(shared).count() as f32, pairs.len() as f32)
    }

    /// Returns the share of a line's words that occur in other lines. A word weighs less the more
    /// lines contain it.
    fn words_shared(&self, words: &[u32], own: bool) -> f32 {
        let (mut all, mut shared) = (0.0, 0.0);
        for &word in words {
            let count = self.words[word as usize].saturating_sub(u32::from(own)) as f32;
            let weight = 1.0 - share(count, self.lines);
            all += weight;
            if count > 0.0 {
                shared += weight;
            }
        }
        share(shared, all)
    }
}

/// The number of lines that contain each key. A line counts once, however often it contains the
/// key.
struct LineCounts {
    counts: Vec<u32>,
    /// For each number, the line in which it was last counted.
    last: Vec<usize>,
}

impl LineCounts {
    fn new(numbers: usize) -> LineCounts {
        LineCounts { counts: vec![0; numbers], last: vec![usize::MAX; numbers] }
    }

    fn add(&mut self, line: usize, numbers: &[u32]) {
        for &number in numbers {
            let number = number as usize;
            if std::mem::replace(&mut self.last[number], line) != line {
                self.counts[number] += 1;
            }
        }
    }
}

/// How many lines are compared to find a change of topic.
const FOLLOWING: usize = 12;

/// Returns the first lines of running text after the title.
fn opening(lines: &Lines) -> Vec<usize> {
    const OPENING_LINES: usize = 6;
    (lines.title.unwrap_or(0)..lines.looks.len()).filter(|&i| lines.is_body(i)).take(OPENING_LINES).collect()
}

pub(super) fn add_columns(table: &mut FeatureTable, lines: &Lines) {
    let is_core = |i: usize| lines.core.contains(&i) && lines.is_body(i);
    let all = NumberedLines::of(&lines.folded);
    let body = LineVocabulary::of(&all, (0..lines.looks.len()).filter(|&i| lines.is_body(i)));
    let core = LineVocabulary::of(&all, (0..lines.looks.len()).filter(|&i| is_core(i)));
    let opening = LineVocabulary::of(&all, opening(lines).into_iter());
    let of_opening: Vec<f32> = all.words.iter().map(|words| opening.words_shared(words, false)).collect();
    let body_words = running_sum((0..lines.looks.len()).map(|i| f32::from(lines.is_body(i))));
    let shared = running_sum((0..lines.looks.len()).map(|i| if lines.is_body(i) { of_opening[i] } else { 0.0 }));
    // The following lines are taken as a whole. Where a second article begins, the words change
    // permanently.
    let over = |range: Range<usize>| share(sum_of(&shared, &range), sum_of(&body_words, &range));
    let next = |i: usize| over(i..(i + FOLLOWING).min(of_opening.len()));
    table.add("topic_opening", |i| of_opening[i]);
    table.add("topic_opening_next", next);
    table.add("topic_opening_change", |i| next(i) - over(i.saturating_sub(FOLLOWING)..i));
    let of_core: Vec<f32> = (0..lines.looks.len()).map(|i| core.pairs_shared(&all.pairs[i], is_core(i))).collect();
    table.add("topic_body", |i| body.pairs_shared(&all.pairs[i], lines.is_body(i)));
    table.add("topic_core", |i| of_core[i]);
    table.add("topic_words", |i| core.words_shared(&all.words[i], is_core(i)));
    // The words of a single line may be off the topic, so the lines beside it are used too.
    const AROUND: usize = 2;
    table.add("topic_around", |i| {
        let around = window(i, AROUND, of_core.len());
        share(of_core[around.clone()].iter().sum(), around.len() as f32)
    });
    let mean = share(lines.core.clone().filter(|&i| is_core(i)).map(|i| of_core[i]).sum(), core.lines);
    table.add("topic_against_core", |i| of_core[i] - mean);
}
