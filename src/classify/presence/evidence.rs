//! Measures a paste that may hold no article. The [`weights`](super::weights) are learned from
//! these numbers.

use crate::classify::judgement::Judgement;
use crate::classify::lines::LineVerdicts;
use crate::classify::page_type::PageType;
use crate::features::lines::Lines;
use crate::features::{FeatureTable, Measured};
use crate::hash::HashSet;
use crate::terms::terms;

/// Columns of the paste as a whole.
const OF_PAGE: [&str; 4] = ["page_dates", "page_cards", "page_words_90", "page_body"];
/// Columns whose mean over the chosen lines is taken, weighted by their words.
const OF_CHOSEN: [&str; 7] =
    ["period_share", "sentences", "run_words", "ellipsis", "card_around", "topic_around", "commas"];
/// Columns whose mean over all lines is taken.
const OF_ALL: [&str; 4] = ["label_navigation", "label_control", "label_related", "sentences"];
/// The numbers that are not means of a column. They come after the log odds of the page's types.
const OTHERS: [&str; 13] = [
    "expected words",
    "share of expected words",
    "chosen lines",
    "share of chosen lines",
    "words of the longest run",
    "mean probability of the chosen words",
    "words of the longest chosen line",
    "share of running text",
    "long paragraphs",
    "running text left out",
    "lines between the title and the text",
    "share of the title in the text",
    "numbers of pages",
];
/// How many numbers there are.
pub const COUNT: usize = OF_PAGE.len() + OF_CHOSEN.len() + OF_ALL.len() + PageType::ALL.len() + OTHERS.len();

/// Returns the names of the numbers, in their order.
#[cfg(feature = "_internals")]
pub fn names() -> Vec<String> {
    let named = |of: &str, names: &[&str]| names.iter().map(|name| format!("{of}{name}")).collect::<Vec<_>>();
    let types = PageType::ALL.map(PageType::as_str);
    [
        named("", &OF_PAGE),
        named("chosen: ", &OF_CHOSEN),
        named("all: ", &OF_ALL),
        named("type: ", &types),
        named("", &OTHERS),
    ]
    .concat()
}

/// Measures a paste whose lines are judged.
pub fn of(
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
    judged: &Judgement,
    verdicts: &LineVerdicts,
) -> [f32; COUNT] {
    let n = lines.looks.len();
    let words: Vec<f32> = measured.blocks.iter().map(|block| block.words as f32).collect();
    let chosen = |i: usize| f32::from(u8::from(verdicts.chosen[i]));
    let mut numbers = Vec::with_capacity(COUNT);
    let mut mean_of = |name: &str, weight: &dyn Fn(usize) -> f32| {
        let column = table.names().iter().position(|column| column == name);
        let value = |i: usize| column.map_or(0.0, |column| table.get(i, column)) * weight(i);
        numbers.push(share((0..n).map(value).sum(), (0..n).map(weight).sum()).max(0.0).ln_1p());
    };
    OF_PAGE.iter().for_each(|name| mean_of(name, &|_| 1.0));
    OF_CHOSEN.iter().for_each(|name| mean_of(name, &|i| chosen(i) * words[i]));
    OF_ALL.iter().for_each(|name| mean_of(name, &|_| 1.0));
    let mean = judged.type_odds.iter().sum::<f32>() / judged.type_odds.len() as f32;
    numbers.extend(judged.type_odds.map(|odds| (odds - mean).clamp(-8.0, 8.0)));
    numbers.extend(others(&words, lines, &judged.probabilities(), verdicts));
    let mut evidence = [0.0; COUNT];
    evidence.copy_from_slice(&numbers);
    evidence
}

/// Returns the numbers of [`OTHERS`].
fn others(words: &[f32], lines: &Lines, probabilities: &[f32], verdicts: &LineVerdicts) -> [f32; OTHERS.len()] {
    const LONG_PARAGRAPH: f32 = 30.0;
    let n = words.len();
    let (chosen, title) = (&verdicts.chosen, verdicts.title.as_ref());
    let flag = |is_so: bool| f32::from(u8::from(is_so));
    let count = |is_so: &dyn Fn(usize) -> bool| (0..n).filter(|&i| is_so(i)).count() as f32;
    let sum = |value: &dyn Fn(usize) -> f32| (0..n).map(value).sum::<f32>();
    let of_chosen = |i: usize| flag(chosen[i]) * words[i];
    let (all, taken) = (sum(&|i| words[i]), sum(&of_chosen));
    let expected = sum(&|i| probabilities[i] * words[i]);
    let lines_chosen = count(&|i| chosen[i]);
    let first = chosen.iter().position(|&is_chosen| is_chosen).unwrap_or(n);
    let (mut start, mut longest_run) = (0, 0.0_f32);
    for run in chosen.split(|is_chosen| !is_chosen) {
        longest_run = longest_run.max(words[start..start + run.len()].iter().sum());
        start += run.len() + 1;
    }
    let of_title = title.map(|title| terms(&lines.folded[title.line])).unwrap_or_default();
    let said: HashSet<&str> = (0..n).filter(|&i| chosen[i]).flat_map(|i| terms(&lines.folded[i])).collect();
    let in_text = of_title.iter().filter(|term| said.contains(*term)).count() as f32;
    let distance = title.map_or(0, |title| first.abs_diff(title.range().end)) as f32;

    [
        expected.ln_1p(),
        share(expected, all),
        lines_chosen.ln_1p(),
        share(lines_chosen, n as f32),
        longest_run.ln_1p(),
        share(sum(&|i| of_chosen(i) * probabilities[i]), taken),
        (0..n).map(of_chosen).fold(0.0, f32::max).ln_1p(),
        share(sum(&|i| of_chosen(i) * flag(lines.is_body(i))), taken),
        count(&|i| chosen[i] && lines.is_body(i) && words[i] >= LONG_PARAGRAPH).ln_1p(),
        count(&|i| !chosen[i] && lines.is_body(i)).ln_1p(),
        distance.ln_1p(),
        share(in_text, of_title.len() as f32),
        flag(has_page_numbers(lines)),
    ]
}

/// Returns the share of a part in a whole; 0 if there is no whole.
fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Returns `true` if the numbers 1, 2 and 3 follow each other in one line, or each on a line of its
/// own.
fn has_page_numbers(lines: &Lines) -> bool {
    let mut next = 0;
    lines.folded.iter().flat_map(|line| line.split(' ')).any(|word| {
        next = match word {
            "1" => 1,
            "2" if next == 1 => 2,
            "3" if next == 2 => 3,
            _ => 0,
        };
        next == 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, lines};

    fn read(paste: &str) -> (FeatureTable, Lines) {
        let lines::Paste { tree, blank_before, .. } = lines::parse(paste);
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured, &blank_before);
        (features::lines::table(&blocks, &measured, &lines), lines)
    }

    #[test]
    fn every_column_stands_in_the_table() {
        let (table, _) = read("Home\nThe ferry is back.");
        for name in [&OF_PAGE[..], &OF_CHOSEN, &OF_ALL].concat() {
            assert!(table.names().iter().any(|column| column == name), "{name}");
        }
    }

    #[test]
    fn numbers_of_pages_follow_each_other() {
        for pages in ["1\n2\n3", "« 1 2 3 … 9 »", "Page 1 2 3 Next"] {
            assert!(has_page_numbers(&read(pages).1), "{pages}");
        }
        for other in ["1. A rope\n2. A sail\n3. A lamp", "1 2 4", "12 23"] {
            assert!(!has_page_numbers(&read(other).1), "{other}");
        }
    }
}
