//! Fixed sets of words that every word of a page is looked up in.
//!
//! A standard hash map defends itself against keys that are chosen to collide, which costs more than all else that
//! happens to a word. Here the keys are ours and known beforehand, so a page can only look up words: the longest search
//! is that between two free places, and no word of the page makes it longer.

/// Values by word.
pub(crate) struct WordMap<V> {
    /// A power of two of places, at most half of them taken.
    places: Vec<Option<(&'static str, V)>>,
}

impl<V> WordMap<V> {
    /// Of words with their values; of a word that comes twice the first counts.
    pub fn new(words: impl Iterator<Item = (&'static str, V)>) -> WordMap<V> {
        let words: Vec<_> = words.collect();
        let mut map = WordMap { places: Vec::new() };
        map.places.resize_with((words.len() * 2).next_power_of_two(), || None);
        for (word, value) in words {
            let place = map.place(word);
            map.places[place].get_or_insert((word, value));
        }
        map
    }

    /// The value of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.places[self.place(word)].as_ref().map(|(_, value)| value)
    }

    /// Where a word stands, or would.
    fn place(&self, word: &str) -> usize {
        let mask = self.places.len() - 1;
        let mut place = hash(word) as usize & mask;
        while self.places[place].as_ref().is_some_and(|&(other, _)| other != word) {
            place = (place + 1) & mask;
        }
        place
    }
}

/// FNV-1a, 32 bits, its upper half folded into the lower, which chooses the place.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let words = ["mưa", "rain", "雨", "", "rains", "rain"];
        let map = WordMap::new(words.into_iter().zip(0..));
        for (number, word) in words.iter().take(5).enumerate() {
            assert_eq!(map.get(word), Some(&number), "{word}");
        }
        for other in ["Mưa", "rai", "mua", " "] {
            assert_eq!(map.get(other), None, "{other}");
        }
    }
}
