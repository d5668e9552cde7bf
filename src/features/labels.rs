//! The meaning of a block's words: a list of other articles, a button. Texts are compared in folded
//! form, see [`text::fold`](crate::text).

use crate::hash::HashSet;
use crate::script::is_unspaced;
use crate::text::fold;
use crate::words;
use std::sync::LazyLock;

/// Phrases that open a list of other articles.
struct Openers {
    spaced: Vec<&'static str>,
    /// Words of scripts without spaces.
    unspaced: Vec<&'static str>,
}

static OPENERS: LazyLock<Openers> = LazyLock::new(|| {
    let (unspaced, spaced) = words::list("opener-related").partition(|opener| opener.starts_with(is_unspaced));
    Openers { spaced, unspaced }
});

/// Returns `true` if the text is a phrase that opens a list of other articles and nothing more.
pub(crate) fn opens_related(folded: &str) -> bool {
    /// Texts longer than this are not compared. The longest phrase has 32 bytes.
    const LABEL_BYTES: usize = 40;
    folded.len() <= LABEL_BYTES
        && (OPENERS.spaced.contains(&folded)
            || !folded.is_ascii() && OPENERS.unspaced.contains(&folded.replace(' ', "").as_str()))
}

/// Returns `true` if the text is the heading of a list of sources or of further reading.
pub(crate) fn is_sources(folded: &str) -> bool {
    static HEADINGS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("heading-sources").collect());
    is_one_of(folded, &HEADINGS)
}

/// Returns `true` if the text is the label of a link or button that answers a comment.
pub(crate) fn is_reply(folded: &str) -> bool {
    static REPLIES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reply").collect());
    is_one_of(folded, &REPLIES)
}

/// Returns `true` if the text is the label of a button and nothing more.
pub(crate) fn is_control(folded: &str) -> bool {
    static CONTROLS: LazyLock<HashSet<String>> = LazyLock::new(|| words::list("label-control").map(fold).collect());
    CONTROLS.contains(folded)
}

fn is_one_of(folded: &str, phrases: &[&str]) -> bool {
    /// Texts longer than this are not compared. The longest phrase has 60 bytes.
    const PHRASE_BYTES: usize = 80;
    let squeezed = if folded.starts_with(is_unspaced) { folded.replace(' ', "") } else { String::new() };
    folded.len() <= PHRASE_BYTES && phrases.iter().any(|&phrase| phrase == folded || phrase == squeezed)
}

/// Returns `true` if the text begins with words that point to another article, and continues after them.
pub(crate) fn begins_related(folded: &str) -> bool {
    let first = folded.as_bytes().first();
    OPENERS.spaced.iter().any(|opener| opener.as_bytes().first() == first && starts_with_words(folded, opener))
}

/// Returns `true` if the text begins like the text of a button, a count, a form field or a notice.
pub(crate) fn opens_control(folded: &str) -> bool {
    static STARTS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("opener-control").collect());
    let first = folded.as_bytes().first();
    STARTS.iter().any(|start| start.as_bytes().first() == first && starts_with_words(folded, start))
}

/// Returns `true` if a folded text begins with whole words.
pub(crate) fn starts_with_words(folded: &str, start: &str) -> bool {
    folded.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
