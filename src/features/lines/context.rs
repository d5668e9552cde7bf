//! The position of a line: on the page, among its neighbours, and relative to running text and labels.

use super::labels::Label;
use super::structure::Lines;
use crate::features::measure::Features;
use crate::features::neighbours::{FAR, add_neighbour, distances, running_sum, sum_of, window};
use crate::features::shape::Shape;
use crate::features::table::{FeatureTable, share};
use std::ops::Range;

/// How many words a line without running text costs a run of lines.
pub(super) const CORE_COST: f32 = 8.0;
/// Maximum number of words that are counted for one line. One paragraph alone is not an article.
const MOST_WORDS: f32 = 60.0;
/// Returns the run of lines whose values have the largest sum (Kadane's algorithm).
pub(super) fn densest(values: impl Iterator<Item = f32>) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (i, value) in values.enumerate() {
        sum += value;
        if sum <= 0.0 {
            (start, sum) = (i + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (start..i + 1, sum);
        }
    }
    best
}

/// Returns the value that a line adds to a run of lines.
pub(super) fn worth(features: &Features) -> f32 {
    (features.words as f32).min(MOST_WORDS)
}

pub(super) fn add_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape], features: &[Features]) {
    let n = shapes.len();
    let body = |i: usize| if lines.is_body(i) { features[i].words as f32 } else { 0.0 };
    let body_before = running_sum((0..n).map(body));
    let all = body_before[n];
    table.add("position", |i| share(i as f32, n as f32));
    table.add("index", |i| i as f32);
    table.add("index_from_end", |i| (n - i) as f32);
    table.add("body_position", |i| share(body_before[i], all));
    table.add("body_before", |i| body_before[i]);
    table.add("body_after", |i| all - body_before[i + 1]);
    let value = |i: usize| if lines.is_body(i) { worth(&features[i]) } else { -3.0 * CORE_COST };
    let tight = densest((0..n).map(value));
    for (name, core) in [("core", lines.core.clone()), ("tight_core", tight)] {
        table.add(name, |i| outside(&core, i));
        table.add(format!("{name}_size"), |_| core.len() as f32);
    }
    let core = lines.core.clone().filter(|&i| lines.is_body(i));
    let mean = share(core.clone().map(body).sum(), core.count() as f32);
    table.add("words_against_core", |i| share(shapes[i].words, mean));
    add_distance_columns(table, lines, features);
    add_label_columns(table, lines);
    add_neighbour_columns(table, lines, shapes);
    add_window_columns(table, lines, shapes);
    add_run_columns(table, lines, shapes);
}

/// Returns the distance of a line from a range, in lines: negative before it, positive after it,
/// and 0 inside it.
fn outside(range: &Range<usize>, i: usize) -> f32 {
    if i < range.start {
        i as f32 - range.start as f32
    } else if i >= range.end {
        i as f32 + 1.0 - range.end as f32
    } else {
        0.0
    }
}

/// Adds columns of the distance to the nearest running text before and after. For a line of running text, this is the
/// next other one.
fn add_distance_columns(table: &mut FeatureTable, lines: &Lines, features: &[Features]) {
    let n = lines.looks.len();
    for (name, words) in [("body", 0), ("long_body", 25)] {
        let is_one = |i: usize| lines.is_body(i) && features[i].words >= words;
        let before = distances(0..n, is_one);
        let after = distances((0..n).rev(), is_one);
        let to_before = |i: usize| if i == 0 { FAR } else { before[i - 1] };
        let to_after = |i: usize| after.get(i + 1).copied().unwrap_or(FAR);
        table.add(format!("{name}_before_in"), to_before);
        table.add(format!("{name}_after_in"), to_after);
        table.add(format!("{name}_nearest"), |i| to_before(i).min(to_after(i)));
        table.add(format!("{name}_both_sides"), |i| to_before(i).max(to_after(i)));
    }
}

/// Adds columns about the labels before and after a line: how far above a list of other articles
/// was opened, and whether the end of the article was passed.
fn add_label_columns(table: &mut FeatureTable, lines: &Lines) {
    let n = lines.looks.len();
    let is_label = |i: usize, wanted: &[Label], whole: bool| {
        lines.labels[i].is_some_and(|found| wanted.contains(&found.label) && (found.whole || !whole))
    };
    for (name, wanted) in [
        ("related", Label::Related),
        ("comments", Label::Comments),
        ("promotion", Label::Promotion),
        ("legal", Label::Legal),
        ("control", Label::Control),
    ] {
        let since = distances(0..n, |i| is_label(i, &[wanted], true));
        table.add(format!("since_{name}"), |i| since[i]);
    }
    let ends = [Label::Related, Label::Comments, Label::Legal, Label::Promotion];
    let end = distances(0..n, |i| is_label(i, &ends, false));
    table.add("since_end_label", |i| end[i]);
    let count_before = |wanted: &[Label]| running_sum((0..n).map(|i| f32::from(is_label(i, wanted, true))));
    for (name, wanted) in [
        ("related", &[Label::Related][..]),
        ("comments", &[Label::Comments]),
        ("furniture", &[Label::Control, Label::Legal, Label::Promotion, Label::Navigation]),
    ] {
        let before = count_before(wanted);
        table.add(format!("{name}_before"), |i| before[i]);
        table.add(format!("{name}_after"), |i| before[n] - before[i]);
        table.add(format!("{name}_around"), |i| before[(i + 6).min(n)] - before[i.saturating_sub(5)]);
    }
    // The first line after the start of the core with a label that ends articles.
    let passed = |i: usize| i > lines.core.start && lines.core.contains(&lines.core.start) && is_label(i, &ends, true);
    let first = (0..n).find(|&i| passed(i));
    table.add("after_first_end", |i| first.map_or(-FAR, |first| i as f32 - first as f32));
}

fn add_neighbour_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape]) {
    for offset in [-4, -3, -2, -1, 1, 2, 3, 4] {
        add_neighbour(table, "words", offset, |i| shapes[i].words);
        if offset.abs() < 3 {
            add_neighbour(table, "end", offset, |i| shapes[i].end);
            add_neighbour(table, "look", offset, |i| lines.looks[i] as u8 as f32);
        }
        if offset.abs() < 2 {
            add_neighbour(table, "capitals", offset, |i| shapes[i].capitals);
            add_neighbour(table, "date", offset, |i| shapes[i].date);
            let label = |i: usize| lines.labels[i].map_or(0.0, |found| 1.0 + found.label as u8 as f32);
            add_neighbour(table, "label", offset, label);
        }
    }
}

/// Adds columns with averages over the lines around.
fn add_window_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape]) {
    let n = shapes.len();
    let words = running_sum(shapes.iter().map(|s| s.words));
    let body = running_sum((0..n).map(|i| if lines.is_body(i) { shapes[i].words } else { 0.0 }));
    let ends = running_sum(shapes.iter().map(|s| f32::from(s.end == 1.0)));
    let dates = running_sum(shapes.iter().map(|s| s.date));
    for reach in [3, 8, 20] {
        let around = |i: usize| window(i, reach, n);
        let mean = |sums: &[f32], i: usize| sum_of(sums, &around(i)) / around(i).len() as f32;
        table.add(format!("window{reach}_words"), |i| mean(&words, i));
        table.add(format!("window{reach}_body"), |i| share(sum_of(&body, &around(i)), sum_of(&words, &around(i))));
        table.add(format!("window{reach}_ends"), |i| mean(&ends, i));
        table.add(format!("window{reach}_dates"), |i| mean(&dates, i));
        // Together, the text before and the text after show the edges of the article.
        table.add(format!("window{reach}_body_before"), |i| sum_of(&body, &(around(i).start..i)));
        table.add(format!("window{reach}_body_after"), |i| sum_of(&body, &(i + 1..around(i).end)));
    }
}

/// Adds columns of the run of lines of the same kind (running text or not) around a line.
fn add_run_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape]) {
    let n = shapes.len();
    let mut runs: Vec<Range<usize>> = Vec::with_capacity(n);
    let mut start = 0;
    while start < n {
        let end = (start..n).find(|&j| lines.is_body(j) != lines.is_body(start)).unwrap_or(n);
        runs.extend(std::iter::repeat_n(start..end, end - start));
        start = end;
    }
    let words = running_sum(shapes.iter().map(|s| s.words));
    let total = |run: &Range<usize>| sum_of(&words, run);
    table.add("run_lines", |i| runs[i].len() as f32);
    table.add("run_words", |i| total(&runs[i]));
    table.add("run_position", |i| (i - runs[i].start) as f32);
    table.add("run_left", |i| (runs[i].end - i) as f32);
    table.add("run_before_words", |i| runs[i].start.checked_sub(1).map_or(-1.0, |j| total(&runs[j])));
    table.add("run_after_words", |i| runs.get(runs[i].end).map_or(-1.0, total));
    table.add("run_before_lines", |i| runs[i].start.checked_sub(1).map_or(-1.0, |j| runs[j].len() as f32));
    table.add("run_after_lines", |i| runs.get(runs[i].end).map_or(-1.0, |run| run.len() as f32));
}
