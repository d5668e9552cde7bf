//! Recognizes sentences that address the reader by their words: notices about cookies and rights,
//! invitations to subscribe, log in or comment. They look like running text.

use crate::hash::HashSet;
use crate::text;
use crate::words::list;
use std::sync::LazyLock;

/// Maximum number of words of a phrase. In scripts without spaces, each character counts as a word.
const LONGEST_PHRASE: usize = 5;

/// How many words of a line are read. A notice can be recognized by its start.
pub(crate) const SAMPLE_WORDS: usize = 120;

static NOTICES: LazyLock<HashSet<String>> = LazyLock::new(|| phrases("notice"));

static READER: LazyLock<HashSet<String>> = LazyLock::new(|| phrases("reader"));

fn phrases(section: &str) -> HashSet<String> {
    list(section).map(text::fold).collect()
}

/// Returns the phrases in a folded text that are typical of notices.
pub(crate) fn notice_words(folded: &str) -> impl Iterator<Item = &str> {
    found(folded, &NOTICES)
}

/// Returns the phrases in a folded text that address the reader, or in which the publisher speaks
/// about itself.
pub(crate) fn reader_words(folded: &str) -> impl Iterator<Item = &str> {
    found(folded, &READER)
}

/// Returns the phrases of a set that occur in a folded text, at most one for each word that begins
/// a phrase.
fn found<'a>(folded: &'a str, set: &'static HashSet<String>) -> impl Iterator<Item = &'a str> {
    let ends: Vec<usize> =
        folded.match_indices(' ').map(|(at, _)| at).chain([folded.len()]).take(SAMPLE_WORDS).collect();
    let mut start = 0;
    (0..ends.len()).filter_map(move |i| {
        let longest = ends[i..].iter().take(LONGEST_PHRASE);
        let phrase = longest.map(|&end| &folded[start..end]).find(|phrase| set.contains(*phrase));
        start = (ends[i] + 1).min(folded.len());
        phrase
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_found_in_many_languages() {
        let cases = [
            ("We use cookies; read our privacy policy.", 3),
            ("Mời bạn đăng ký nhận bản tin của chúng tôi", 3),
            ("未经授权不得转载", 2),
            ("Mưa rơi suốt đêm trên đồi", 0),
            ("", 0),
        ];
        for (line, expected) in cases {
            assert_eq!(notice_words(&text::fold(line)).count(), expected, "{line}");
        }
    }
}
