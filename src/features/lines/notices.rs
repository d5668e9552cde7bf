//! Adds columns about a line's words that are typical of notices or address the reader.

use crate::features::neighbours::window;
use crate::features::table::{FeatureTable, share};
use crate::notices::{SAMPLE_WORDS, notice_words, reader_words};

pub(super) fn add_columns(table: &mut FeatureTable, folded: &[String]) {
    let words = |i: usize| (folded[i].bytes().filter(|&b| b == b' ').count() + 1).min(SAMPLE_WORDS) as f32;
    let notices: Vec<f32> = folded.iter().map(|line| notice_words(line).count() as f32).collect();
    let reader: Vec<f32> = folded.iter().map(|line| reader_words(line).count() as f32).collect();
    for (name, counts) in [("notice", notices), ("reader", reader)] {
        table.add(format!("{name}_words"), |i| counts[i]);
        table.add(format!("{name}_share"), |i| share(counts[i], words(i)));
        table.add(format!("{name}_around"), |i| counts[window(i, 3, counts.len())].iter().sum());
        table.add_page(format!("page_{name}"), share(counts.iter().sum(), (0..folded.len()).map(words).sum()));
    }
}
