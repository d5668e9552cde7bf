//! The meanings of class names, by single words and by pairs of successive words.

use crate::word_map::WordMap;
use std::collections::BTreeMap;

/// Words and pairs of words, each with its meaning.
pub(crate) struct ClassWords<V> {
    words: WordMap<ClassWord<V>>,
    /// For each first byte, the lengths of the words that begin with it, one bit for each length.
    /// This is enough to reject most words of a page.
    lengths: [u32; 256],
}

/// The meaning of a word.
struct ClassWord<V> {
    alone: Option<V>,
    /// Words that may follow, each with the meaning of the pair.
    with: Vec<(&'static str, V)>,
}

impl<V: Copy> ClassWords<V> {
    /// Collects words, or pairs of words with a space between, and their meanings.
    pub(crate) fn new(names: impl Iterator<Item = (&'static str, V)>) -> ClassWords<V> {
        let mut words: BTreeMap<&str, ClassWord<V>> = BTreeMap::new();
        let mut lengths = [0; 256];
        for (name, value) in names {
            let (first, second) = name.split_once(' ').map_or((name, None), |(first, second)| (first, Some(second)));
            if let Some((byte, length)) = outline(first) {
                lengths[byte] |= length;
            }
            let word = words.entry(first).or_insert_with(|| ClassWord { alone: None, with: Vec::new() });
            match second {
                Some(second) => word.with.push((second, value)),
                None => word.alone = Some(value),
            }
        }
        ClassWords { words: WordMap::new(words.into_iter()), lengths }
    }

    fn get(&self, word: &str) -> Option<&ClassWord<V>> {
        let (byte, length) = outline(word)?;
        if self.lengths[byte] & length == 0 { None } else { self.words.get(word) }
    }

    /// Returns the meanings of the words of a name, in order. Each word is looked up alone, and as
    /// a pair with the word before it. A result consists of the word before, the word, and the
    /// meaning.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str, V)> {
        let (mut before, mut pairs): (&str, &[(&str, V)]) = ("", &[]);
        name.split_ascii_whitespace().flat_map(move |word| {
            let found = self.get(word);
            let pair = pairs.iter().find(|(second, _)| *second == word).map(|&(_, value)| value);
            let first = std::mem::replace(&mut before, word);
            pairs = found.map_or(&[], |found| &found.with);
            let alone = found.and_then(|found| found.alone);
            [alone, pair].into_iter().flatten().map(move |value| (first, word, value))
        })
    }
}

/// Returns a word's first byte, and its length as a bit. The last bit stands for all longer words.
fn outline(word: &str) -> Option<(usize, u32)> {
    Some((usize::from(*word.as_bytes().first()?), 1 << word.len().min(31)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_things_alone_and_in_pairs() {
        let words = ClassWords::new([("menu", 1), ("read more", 2), ("more", 3), ("side bar", 4)].into_iter());
        let named = |name| words.named(name).map(|(_, _, value)| value).collect::<Vec<_>>();
        assert_eq!(named("main menu"), [1]);
        assert_eq!(named("read more"), [3, 2]);
        assert_eq!(named("read it, side by side, more bar"), [3]);
        assert_eq!(words.named("left side bar").next(), Some(("side", "bar", 4)));
        assert!(named("").is_empty());
    }
}
