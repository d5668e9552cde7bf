//! Compares the names and numbers of a line with those of the other lines.
//!
//! An article repeats the names of its subject. A teaser has other names, and so has a second
//! article. A name is a word with a capital inside a line, which includes German nouns. In scripts
//! without capitals, no names are found.

use super::structure::Lines;
use crate::blocks::Blocks;
use crate::features::neighbours::{running_sum, sum_of, window};
use crate::features::table::{FeatureTable, share};
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::terms::stem;
use crate::text;

/// Maximum number of names of a line that are looked up.
const MOST_NAMES: usize = 40;
/// How many lines on each side count as near.
const NEAR: usize = 3;
/// The value if there are no names to compare.
const NO_NAMES: f32 = -1.0;

pub(super) fn add_columns(table: &mut FeatureTable, blocks: &Blocks, lines: &Lines) {
    let n = lines.looks.len();
    let names: Vec<HashSet<&str>> = blocks.list.iter().map(|block| names_of(&block.text)).collect();
    let is_core = |i: usize| lines.core.contains(&i) && lines.is_body(i);
    let mut lines_with: HashMap<&str, usize> = HashMap::new();
    for name in (0..n).filter(|&i| is_core(i)).flat_map(|i| &names[i]) {
        *lines_with.entry(name).or_default() += 1;
    }
    // A line of the core must not confirm itself.
    let is_known =
        |i: usize, name: &&&str| lines_with.get(**name).is_some_and(|&count| count > usize::from(is_core(i)));
    let known: Vec<f32> = (0..n).map(|i| names[i].iter().filter(|name| is_known(i, name)).count() as f32).collect();
    let all = running_sum(names.iter().map(|names| names.len() as f32));
    let all_known = running_sum(known.iter().copied());
    let share_of = |known: f32, all: f32| if all > 0.0 { share(known, all) } else { NO_NAMES };
    table.add("names", |i| names[i].len() as f32);
    table.add("names_known", |i| share_of(known[i], names[i].len() as f32));
    table.add("names_known_around", |i| {
        let around = window(i, NEAR, n);
        share_of(sum_of(&all_known, &around), sum_of(&all, &around))
    });
    table.add("names_known_after", |i| {
        let after = i..(i + 2 * NEAR).min(n);
        share_of(sum_of(&all_known, &after), sum_of(&all, &after))
    });
}

/// Returns the stems of the names and numbers of a line. The first word is not used, because its
/// capital may only mark the start of the line.
fn names_of(text: &str) -> HashSet<&str> {
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some()
            || word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit())
    };
    text::tokens(text).skip(1).filter(is_name).take(MOST_NAMES).map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_taken_from_inside_a_line() {
        let cases: [(&str, &[&str]); 4] = [
            ("Police in Lindow found 14 boats of Karl Voit.", &["14", "Karl", "Lindow", "Voit"]),
            ("Bà Hoa bán bún ở chợ Đông Ba từ năm 1987.", &["1987", "Ba", "Hoa", "Đông"]),
            ("渡船周六复航", &[]),
            ("Ferry", &[]),
        ];
        for (text, expected) in cases {
            let mut names: Vec<&str> = names_of(text).into_iter().collect();
            names.sort_unstable();
            assert_eq!(names, expected, "{text}");
        }
    }
}
