//! Finds lines that repeat a pattern: the cards and lists of other articles.

use super::line_kind::Look;
use super::structure::Lines;
use crate::features::neighbours::window;
use crate::features::shape::Shape;
use crate::features::table::FeatureTable;
use crate::hash::{HashMap, HashMapExt};

/// Longest distance between similar lines of two cards, which may have the text of an image, a
/// headline, a section, a date, a teaser and a button.
const LONGEST_PERIOD: usize = 6;
/// How many lines on each side are searched for a period.
const PERIOD_WINDOW: usize = 10;

pub(super) fn add_columns(table: &mut FeatureTable, lines: &Lines, shapes: &[Shape]) {
    let n = lines.looks.len();
    let mut equal: HashMap<&str, (usize, usize)> = HashMap::new();
    for (i, line) in lines.folded.iter().enumerate() {
        equal.entry(line).or_insert((0, i)).0 += 1;
    }
    let said = |i: usize| equal[lines.folded[i].as_str()];
    table.add("equal_lines", |i| said(i).0 as f32);
    table.add("said_before", |i| f32::from(said(i).1 < i));
    table.add("said_next", |i| f32::from(i + 1 < n && lines.folded[i] == lines.folded[i + 1]));
    let equal_around = |i: usize| window(i, 2, n).filter(|&j| said(j).0 > 1).count();
    table.add("equal_around", |i| equal_around(i) as f32);

    // A card begins with a headline that is repeated, or that has a name and a bar under it.
    let opens_card = |i: usize| {
        let named = lines.looks[i] == Look::Headline && lines.looks.get(i + 1) == Some(&Look::NameAndBar);
        let twice = said(i).0 > 1 && lines.title.is_none_or(|title| lines.folded[title] != lines.folded[i]);
        named || lines.looks[i] == Look::Doubled || twice && matches!(lines.looks[i], Look::Headline | Look::Body)
    };
    let cards: Vec<bool> = (0..n).map(opens_card).collect();
    let near = |i: usize, from: isize, to: isize| {
        (from..=to).filter_map(|d| i.checked_add_signed(d)).any(|j| cards.get(j) == Some(&true))
    };
    table.add("opens_card", |i| f32::from(cards[i]));
    table.add("card_above", |i| f32::from(near(i, -3, -1)));
    table.add("card_around", |i| f32::from(near(i, -4, 4)));
    table.add_page("page_cards", cards.iter().filter(|&&card| card).count() as f32);

    let classes: Vec<u8> = (0..n).map(|i| class(lines.looks[i], &shapes[i])).collect();
    let periods: Vec<(f32, f32)> = (0..n).map(|i| period(&classes, i)).collect();
    table.add("alike_next", |i| alike(&classes, i, 1));
    table.add("period", |i| periods[i].0);
    table.add("period_share", |i| periods[i].1);
    table.add("run_of_class", |i| run(&classes, i));
}

/// Returns a rough class of a line. Lines at the same place in different cards have the same class.
fn class(look: Look, shape: &Shape) -> u8 {
    let length = [3.0, 8.0, 16.0, 35.0].iter().filter(|&&limit| shape.words > limit).count() as u8;
    length + 8 * (shape.date as u8) + 16 * u8::from(shape.end == 1.0) + 32 * u8::from(look == Look::Widget)
}

/// Returns the distance of at least 2 at which most of the lines around `i` are alike, and the
/// share of these lines.
fn period(classes: &[u8], i: usize) -> (f32, f32) {
    let mut best = (0.0, 0.0);
    for distance in 2..=LONGEST_PERIOD {
        let share = alike(classes, i, distance);
        if share > best.1 {
            best = (distance as f32, share);
        }
    }
    best
}

/// Returns the share of the lines around `i` that have the same class as the line `distance` after
/// them.
fn alike(classes: &[u8], i: usize, distance: usize) -> f32 {
    let start = i.saturating_sub(PERIOD_WINDOW);
    let end = (i + PERIOD_WINDOW + 1).min(classes.len()).saturating_sub(distance);
    let equal = (start..end).filter(|&j| classes[j] == classes[j + distance]).count();
    if end > start { equal as f32 / (end - start) as f32 } else { 0.0 }
}

/// Returns how many successive lines have the class of a line, up to a limit on each side.
fn run(classes: &[u8], i: usize) -> f32 {
    const LONGEST_RUN: usize = 30;
    let same = |j: &&u8| **j == classes[i];
    let before = classes[..i].iter().rev().take(LONGEST_RUN).take_while(same).count();
    let after = classes[i..].iter().take(LONGEST_RUN).take_while(same).count();
    (before + after) as f32
}
