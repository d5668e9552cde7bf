//! Sentences that address the reader: notices about cookies and rights, invitations to subscribe, log in or comment.
//! They look like running text and are recognized by their words.

use crate::features::neighbours::window;
use crate::features::table::{FeatureTable, share};
use crate::hash::HashSet;
use crate::text;
use crate::words;
use std::sync::LazyLock;

/// Most words of a phrase. In scripts without spaces each character counts as a word.
const LONGEST_PHRASE: usize = 5;
/// How many words of a line are read. A notice shows itself at its start.
const SAMPLE_WORDS: usize = 120;

fn phrases(section: &str) -> HashSet<String> {
    words::list(section).map(text::fold).collect()
}

static NOTICES: LazyLock<HashSet<String>> = LazyLock::new(|| phrases("notice"));

static READER: LazyLock<HashSet<String>> = LazyLock::new(|| phrases("reader"));

/// Returns how many phrases of a set are in a folded text.
fn count(folded: &str, set: &HashSet<String>) -> f32 {
    let ends: Vec<usize> =
        folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]).take(SAMPLE_WORDS).collect();
    let mut found = 0.0;
    let mut start = 0;
    for (i, &end) in ends.iter().enumerate() {
        let longest = ends[i..].iter().take(LONGEST_PHRASE);
        found += f32::from(longest.clone().any(|&end| set.contains(&folded[start..end])));
        start = (end + 1).min(folded.len());
    }
    found
}

pub(super) fn add_columns(table: &mut FeatureTable, folded: &[String]) {
    let words = |i: usize| (folded[i].bytes().filter(|&b| b == b' ').count() + 1).min(SAMPLE_WORDS) as f32;
    for (name, set) in [("notice", &*NOTICES), ("reader", &*READER)] {
        let counts: Vec<f32> = folded.iter().map(|line| count(line, set)).collect();
        table.add(format!("{name}_words"), |i| counts[i]);
        table.add(format!("{name}_share"), |i| share(counts[i], words(i)));
        table.add(format!("{name}_around"), |i| counts[window(i, 3, counts.len())].iter().sum());
        table.add_page(format!("page_{name}"), share(counts.iter().sum(), (0..folded.len()).map(words).sum()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_counted_in_many_languages() {
        let cases = [
            ("We use cookies; read our privacy policy.", 3.0),
            ("Mời bạn đăng ký nhận bản tin của chúng tôi", 3.0),
            ("未经授权不得转载", 2.0),
            ("Mưa rơi suốt đêm trên đồi", 0.0),
            ("", 0.0),
        ];
        for (line, expected) in cases {
            assert_eq!(count(&text::fold(line), &NOTICES), expected, "{line}");
        }
    }
}
