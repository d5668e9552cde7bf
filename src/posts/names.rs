//! The words in names of elements that belong to posts, and the shapes of elements.

use crate::hash::HashMap;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::words;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// The words of element names for one purpose.
pub(super) struct NameWords(LazyLock<Vec<&'static str>>);

/// Names of elements that hold the name of an author.
pub(super) static AUTHOR: NameWords = NameWords(LazyLock::new(|| words::classes("post-author").collect()));
/// Names of elements beside an author's name that do not hold it.
pub(super) static NOT_AUTHOR: NameWords = NameWords(LazyLock::new(|| words::classes("post-no-author").collect()));
/// Names of elements that mention another person, or show a picture of the author.
pub(super) static MENTION: NameWords = NameWords(LazyLock::new(|| words::classes("post-mention").collect()));
/// Names of elements that hold the time of a post.
pub(super) static TIME: NameWords = NameWords(LazyLock::new(|| words::classes("post-time").collect()));
/// Names of elements with another time, such as the time of joining or of the last change.
pub(super) static OTHER_TIME: NameWords = NameWords(LazyLock::new(|| words::classes("post-other-time").collect()));
/// Names of elements that hold one post.
pub(super) static POST: NameWords = NameWords(LazyLock::new(|| words::classes("post").collect()));
/// Names of elements that hold an answer to a post, or the answers.
pub(super) static ANSWER: NameWords = NameWords(LazyLock::new(|| words::classes("post-answer").collect()));
/// Names of the parts of a post's frame.
pub(super) static FRAME: NameWords = NameWords(LazyLock::new(|| words::classes("post-frame").collect()));
/// Names of elements that hold the text of a post.
pub(super) static BODY: NameWords = NameWords(LazyLock::new(|| words::classes("post-body").collect()));
/// Names of the line that an author puts under all of their posts.
pub(super) static SIGNATURE: NameWords = NameWords(LazyLock::new(|| words::classes("post-signature").collect()));
/// Names of quotations of other posts.
pub(super) static QUOTE: NameWords = NameWords(LazyLock::new(|| words::classes("post-quote").collect()));
/// Words for one comment in the names of elements. Such a word may also be two words: `binh-luan`.
pub(super) static COMMENT: NameWords = NameWords(LazyLock::new(|| words::classes("comment-one").collect()));
/// Words for several comments.
pub(super) static COMMENTS: NameWords = NameWords(LazyLock::new(|| words::classes("comment-several").collect()));
/// Words that may follow the word for a comment in the name of an element with one comment.
pub(super) static COMMENT_PART: NameWords = NameWords(LazyLock::new(|| words::classes("comment-part").collect()));
/// Words that may follow the word for a comment in the name of a list of comments.
pub(super) static COMMENT_LIST: NameWords = NameWords(LazyLock::new(|| words::classes("comment-list").collect()));
/// Words before the word for a comment that give the name another meaning, such as a button.
pub(super) static NO_COMMENT: NameWords = NameWords(LazyLock::new(|| words::classes("comment-none").collect()));
/// Names of counts of votes or points.
pub(super) static SCORE: NameWords = NameWords(LazyLock::new(|| words::classes("post-score").collect()));

impl NameWords {
    /// Returns `true` if one of the words of a name is in the list. A name is divided at hyphens,
    /// underscores, and between a small and a capital letter. Numbers at the end of a word are
    /// ignored.
    pub(super) fn name(&self, name: &str) -> bool {
        parts(name).any(|part| self.has(part.trim_end_matches(|c: char| c.is_ascii_digit())))
    }

    /// Returns `true` if a word is in the list.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Returns `true` if the class of an element contains one of the words.
    pub(super) fn are_in_class(&self, tree: &Tree, id: NodeId) -> bool {
        tree.attr(id, "class").is_some_and(|class| self.name(class))
    }
}

/// Returns the words of a name.
pub(super) fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).flat_map(camel).filter(|part| !part.is_empty())
}

/// Divides `postBody` into `post` and `Body`.
fn camel(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let is_cut = |at: &usize| bytes[at - 1].is_ascii_lowercase() && bytes[*at].is_ascii_uppercase();
        let (part, after) = rest.split_at((1..bytes.len()).find(is_cut).unwrap_or(rest.len()));
        rest = after;
        Some(part)
    })
}

/// The shape of an element: its tag and a name. The name is the first word of its class without a
/// digit, or else the part of its id before the first digit. Posts of the same kind have the same
/// shape. The other class words differ between posts, such as "odd" and "even" or "read" and "new".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct ElementShape<'a> {
    tag: Tag,
    name: &'a str,
}

impl<'a> ElementShape<'a> {
    fn of(tree: &'a Tree, id: NodeId) -> ElementShape<'a> {
        let unnumbered = |name: &'static str| {
            let id = tree.attr(id, name)?;
            let end = id.find(|c: char| c.is_ascii_digit())?;
            Some(id[..end].trim_end_matches(['-', '_']))
        };
        let has_number = |word: &&str| word.bytes().any(|b| b.is_ascii_digit());
        let name = tree.class_words(id).find(|word| !has_number(word));
        let name = name.or_else(|| unnumbered("id")).unwrap_or_default();
        ElementShape { tag: tree.tag(id), name }
    }

    /// Returns `true` if the shape is more than a `div` or `span` without a name.
    fn is_telling(&self) -> bool {
        !self.name.is_empty() || !matches!(self.tag, Tag::DIV | Tag::SPAN | Tag::TD | Tag::TR | Tag::TBODY)
    }
}

/// The shapes of a page's elements, by number. Elements with the same shape have the same number.
pub(super) struct Shapes<'a> {
    shapes: Vec<ElementShape<'a>>,
    numbers: Vec<usize>,
}

impl<'a> Shapes<'a> {
    /// Reads the shapes of all elements.
    pub(super) fn read(tree: &'a Tree) -> Shapes<'a> {
        let mut known: HashMap<ElementShape, usize> = HashMap::default();
        let mut found = Shapes { shapes: Vec::new(), numbers: vec![0; tree.len()] };
        for step in tree.walk(tree.body()) {
            if let Step::Enter(id) = step
                && tree.tag(id) != Tag::TEXT
            {
                let shape = ElementShape::of(tree, id);
                let next = found.shapes.len();
                let number = *known.entry(shape).or_insert(next);
                if number == next {
                    found.shapes.push(shape);
                }
                found.numbers[id.index()] = number;
            }
        }
        found
    }

    /// Returns how many shapes there are.
    pub(super) fn count(&self) -> usize {
        self.shapes.len()
    }

    /// Returns the number of the shape of an element.
    pub(super) fn of(&self, id: NodeId) -> usize {
        self.numbers[id.index()]
    }

    /// Returns `true` if a shape is more than a `div` or `span` without a name.
    pub(super) fn is_telling(&self, number: usize) -> bool {
        self.shapes[number].is_telling()
    }

    /// Compares two shapes by tag and name.
    pub(super) fn compare(&self, a: usize, b: usize) -> Ordering {
        self.shapes[a].cmp(&self.shapes[b])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_into_words() {
        let words: Vec<_> = parts("postBody js-user_name 12").collect();
        assert_eq!(words, ["post", "Body", "js", "user", "name", "12"]);
    }
}
