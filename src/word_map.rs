//! Fixed sets of words in which every word of a page is looked up.
//!
//! A standard hash map is protected against keys that are made to collide. That protection would
//! cost more than all other work on a word. Here the keys are fixed in the crate, and a page can
//! only look up words. A search ends at the next free place, and no word of the page can make it
//! longer.

/// Values by word.
pub(crate) struct WordMap<V> {
    /// The places of the table. Their number is a power of two, and at most half of them are used.
    places: Vec<Option<(&'static str, V)>>,
}

impl<V> WordMap<V> {
    /// Builds the map. If a word occurs twice, its first value is used.
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

    /// Returns the value of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.places[self.place(word)].as_ref().map(|(_, value)| value)
    }

    /// Returns the place of a word, or the place where it would be.
    fn place(&self, word: &str) -> usize {
        let mask = self.places.len() - 1;
        let mut place = hash(word) as usize & mask;
        while self.places[place].as_ref().is_some_and(|&(other, _)| other != word) {
            place = (place + 1) & mask;
        }
        place
    }
}

/// Computes FNV-1a with 32 bits and folds the upper half into the lower one, which chooses the place.
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
