//! Pull quotes: sentences of the article that the page repeats in large letters.

use crate::hash::{HashSet, HashSetExt};
use crate::selection::Selection;
use crate::text;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Maximum number of pull quotes that are searched for in the text. Each search reads the whole
/// text.
const MAX_PULL_QUOTES: usize = 50;

/// Returns the elements that repeat kept text. A quotation that the article has only once is not
/// among them.
pub(super) fn find(tree: &Tree, selection: &Selection) -> HashSet<NodeId> {
    let mut quotes: Vec<(NodeId, String)> = Vec::new();
    let mut text = String::new();
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {
                if selection.role(id).is_some() {
                    text.push_str(tree.text(id));
                }
            }
            Step::Enter(id) if quotes.len() < MAX_PULL_QUOTES && is_pull_quote(tree, id) => {
                let words = tree.descendants(id, Tag::TEXT).filter(|&leaf| selection.role(leaf).is_some());
                let words: String = words.flat_map(|leaf| [tree.text(leaf), " "]).collect();
                quotes.push((id, words));
                text.push(' ');
                walk.skip_children(id);
            }
            Step::Enter(id) | Step::Leave(id) => {
                if crate::blocks::is_block_level(tree, id) {
                    text.push(' ');
                }
            }
        }
    }
    if quotes.is_empty() {
        return HashSet::new();
    }
    let text = format!(" {} ", text::fold(&text));
    let is_repeated = |words: &str| {
        let words = text::fold(words);
        !words.is_empty() && text.contains(&format!(" {words} "))
    };
    quotes.into_iter().filter(|(_, words)| is_repeated(words)).map(|(id, _)| id).collect()
}

fn is_pull_quote(tree: &Tree, id: NodeId) -> bool {
    matches!(
        tree.tag(id),
        Tag::ASIDE | Tag::BLOCKQUOTE | Tag::DIV | Tag::FIGURE | Tag::P | Tag::Q | Tag::SECTION | Tag::SPAN
    ) && tree.class_words(id).any(says_pull_quote)
}

/// Returns `true` if a class contains `pullquote` in any case and with any marks in between: `pull-quote__text`,
/// `PullQuote`.
fn says_pull_quote(word: &str) -> bool {
    const NAME: &[u8] = b"pullquote";
    let mut read = 0;
    for letter in word.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase()) {
        // The name has only one p, its first letter. So after a mismatch, a match can start again
        // only at a p.
        read = if letter == NAME[read] { read + 1 } else { usize::from(letter == NAME[0]) };
        if read == NAME.len() {
            return true;
        }
    }
    false
}
