//! What a line talks of, against what the rest does.

use super::Lines;
use crate::features::order::running_sum;
use crate::features::{Table, table::share};
use crate::maps::{HashMap, HashMapExt, HashSet, HashSetExt};

/// How many different lines hold each pair of neighbouring words, and each word.
struct Vocabulary<'a> {
    pairs: HashMap<(&'a str, &'a str), u32>,
    words: HashMap<&'a str, u32>,
    lines: f32,
}

impl<'a> Vocabulary<'a> {
    /// Of the different texts among some lines; a text that comes twice would bear itself out.
    fn of(lines: impl Iterator<Item = &'a str>) -> Vocabulary<'a> {
        let mut vocabulary = Vocabulary { pairs: HashMap::new(), words: HashMap::new(), lines: 0.0 };
        let mut seen = HashSet::new();
        for line in lines.filter(|&line| seen.insert(line)) {
            vocabulary.lines += 1.0;
            for pair in pairs(line).collect::<HashSet<_>>() {
                *vocabulary.pairs.entry(pair).or_default() += 1;
            }
            for word in line.split(' ').collect::<HashSet<_>>() {
                *vocabulary.words.entry(word).or_default() += 1;
            }
        }
        vocabulary
    }

    /// Share of the line's pairs that other lines have. `own` tells whether the line itself was counted.
    fn pairs_shared(&self, line: &str, own: bool) -> f32 {
        let (mut all, mut shared) = (0.0, 0.0);
        for pair in pairs(line) {
            all += 1.0;
            shared += f32::from(self.pairs.get(&pair).is_some_and(|&count| count > u32::from(own)));
        }
        share(shared, all)
    }

    /// Share of the line's words that other lines have, a word counting less the more lines have it.
    fn words_shared(&self, line: &str, own: bool) -> f32 {
        let (mut all, mut shared) = (0.0, 0.0);
        for word in line.split(' ') {
            let count = self.words.get(word).map_or(0, |&count| count.saturating_sub(u32::from(own))) as f32;
            let weight = 1.0 - share(count, self.lines);
            all += weight;
            if count > 0.0 {
                shared += weight;
            }
        }
        share(shared, all)
    }
}

/// Lines over which a change of topic is seen.
const FOLLOWING: usize = 12;

/// The first lines of running text after the title.
fn opening(lines: &Lines) -> Vec<usize> {
    const OPENING_LINES: usize = 6;
    (lines.title.unwrap_or(0)..lines.looks.len()).filter(|&i| lines.is_body(i)).take(OPENING_LINES).collect()
}

fn pairs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split(' ').zip(line.split(' ').skip(1))
}

pub(super) fn add_columns(table: &mut Table, lines: &Lines) {
    let is_core = |i: usize| lines.core.contains(&i) && lines.is_body(i);
    let body = Vocabulary::of((0..lines.looks.len()).filter(|&i| lines.is_body(i)).map(|i| lines.folded[i].as_str()));
    let core = Vocabulary::of((0..lines.looks.len()).filter(|&i| is_core(i)).map(|i| lines.folded[i].as_str()));
    let opening = Vocabulary::of(opening(lines).iter().map(|&i| lines.folded[i].as_str()));
    let of_opening: Vec<f32> = lines.folded.iter().map(|line| opening.words_shared(line, false)).collect();
    let body_words = running_sum((0..lines.looks.len()).map(|i| f32::from(lines.is_body(i))));
    let shared = running_sum((0..lines.looks.len()).map(|i| if lines.is_body(i) { of_opening[i] } else { 0.0 }));
    // What follows as a whole: where a second article begins, the words change for good.
    let over = |from: usize, to: usize| share(shared[to] - shared[from], body_words[to] - body_words[from]);
    let next = |i: usize| over(i, (i + FOLLOWING).min(of_opening.len()));
    table.add("topic_opening", |i| of_opening[i]);
    table.add("topic_opening_next", next);
    table.add("topic_opening_change", |i| next(i) - over(i.saturating_sub(FOLLOWING), i));
    let of_core: Vec<f32> = (0..lines.looks.len()).map(|i| core.pairs_shared(&lines.folded[i], is_core(i))).collect();
    table.add("topic_body", |i| body.pairs_shared(&lines.folded[i], lines.is_body(i)));
    table.add("topic_core", |i| of_core[i]);
    table.add("topic_words", |i| core.words_shared(&lines.folded[i], is_core(i)));
    // A single line may be off the topic by its words; its neighbours tell.
    const AROUND: usize = 2;
    table.add("topic_around", |i| {
        let around = i.saturating_sub(AROUND)..(i + AROUND + 1).min(of_core.len());
        share(of_core[around.clone()].iter().sum(), around.len() as f32)
    });
    let mean = share(lines.core.clone().filter(|&i| is_core(i)).map(|i| of_core[i]).sum(), core.lines);
    table.add("topic_against_core", |i| of_core[i] - mean);
}
