//! Quickly guesses if a page has an article, for a button that offers to clean it.
//!
//! The guess is based on the number of words in the page's running text, wherever it is on the
//! page. No block is judged and nothing is built. The danger: the guess cannot tell one long text
//! from the openings of many texts.

use crate::blocks::{self, TextBlock};
use crate::input::Input;
use crate::limits::MAX_INPUT_BYTES;
use crate::text::{ends_sentence, word_count};
use crate::{decode, tree};

/// Minimum number of words of a paragraph. The openings of other articles and the labels of controls are shorter.
const PARAGRAPH_WORDS: usize = 20;

/// Minimum number of words in such paragraphs on a readable page. A short news article has about as
/// many.
const READABLE_WORDS: usize = 120;

/// Largest share of a paragraph that may be in links, in tenths.
const MOST_LINKED_TENTHS: usize = 3;

/// Returns `true` if an HTML page probably has an article that [`crate::clean`] would find.
///
/// This takes about a fifth of the time of cleaning the page. Pages that cannot be decoded or are
/// larger than [`MAX_INPUT_BYTES`] are not readable. The result is `true` for nearly every article,
/// post or documentation page. It is also `true` for a shop's or a company's page with enough
/// prose, which may be worth cleaning too.
///
/// ```
/// let prose = "<p>It rained all night in the hills, and the river rose by two metres before anybody on the old bridge
///     had noticed how fast the water was coming down.</p>".repeat(5);
/// assert!(unchaff::probably_readable(prose.as_str()));
/// assert!(!unchaff::probably_readable("<ul><li><a href=/a>A link</a><li><a href=/b>Another</a></ul>"));
/// ```
pub fn probably_readable<'a>(page: impl Into<Input<'a>>) -> bool {
    match page.into() {
        Input::Text(html) => is_readable(html),
        Input::Bytes(bytes) if bytes.len() > MAX_INPUT_BYTES => false,
        Input::Bytes(bytes) => decode::decode(bytes, None).is_ok_and(|html| is_readable(&html)),
    }
}

fn is_readable(html: &str) -> bool {
    let Ok(tree) = tree::parse(html) else { return false };
    let mut words = 0;
    for block in &blocks::segment(&tree).list {
        words += prose_words(block);
        if words >= READABLE_WORDS {
            return true;
        }
    }
    false
}

/// Returns the number of words in a paragraph of running text, or 0 for any other block.
fn prose_words(block: &TextBlock) -> usize {
    if block.link_characters * 10 > block.characters * MOST_LINKED_TENTHS || !ends_sentence(&block.text) {
        return 0;
    }
    match word_count(&block.text) {
        words if words >= PARAGRAPH_WORDS => words,
        _ => 0,
    }
}
