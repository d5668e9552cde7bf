//! How long a summary may become.

use super::Length;
use super::rank::SEVERAL;
use crate::limits::MAX_SUMMARY_SENTENCES;

/// The meaning of [`Length::Auto`]: a share of the text, and a number of characters that can be
/// read at a glance.
const AUTO_SHARE: f64 = 0.25;
const AUTO_CHARACTERS: usize = 600;

/// Average number of characters of a sentence. It converts a length in characters to a number of
/// sentences.
const SENTENCE_CHARACTERS: usize = 150;

/// The part of the summary's length that is still available.
pub(super) struct Budget {
    pub sentences: usize,
    /// The number of characters, including the spaces between sentences.
    pub characters: usize,
}

impl Budget {
    pub fn new(text: &str, length: Length) -> Budget {
        match length {
            Length::Sentences(count) => Budget { sentences: count.min(MAX_SUMMARY_SENTENCES), characters: usize::MAX },
            Length::Characters(characters) => Budget { sentences: MAX_SUMMARY_SENTENCES, characters },
            Length::Share(share) => Budget { sentences: MAX_SUMMARY_SENTENCES, characters: part(text, share) },
            Length::Auto => {
                let characters = part(text, AUTO_SHARE).min(AUTO_CHARACTERS);
                Budget { sentences: MAX_SUMMARY_SENTENCES, characters }
            }
        }
    }

    /// Returns the approximate number of sentences that still fit.
    pub fn count(&self, length: Length) -> usize {
        match length {
            Length::Sentences(count) => count,
            _ => (self.characters / SENTENCE_CHARACTERS).max(SEVERAL),
        }
    }

    /// Uses up the space for a sentence. Returns `false` if there is too little space.
    pub fn take(&mut self, sentence: &str) -> bool {
        // One character is added for the space after the sentence. The last sentence has none.
        let characters = sentence.chars().count();
        if self.sentences == 0 || characters > self.characters {
            return false;
        }
        self.sentences -= 1;
        self.characters -= characters.saturating_add(1).min(self.characters);
        true
    }
}

/// Returns the number of characters in a share of a text.
fn part(text: &str, share: f64) -> usize {
    (text.chars().count() as f64 * share) as usize
}
