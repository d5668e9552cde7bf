//! How long a summary may get.

use super::Length;
use super::rank::SEVERAL;
use crate::limits::MAX_SUMMARY_SENTENCES;

/// What [`Length::Auto`] stands for: a share of the text, and characters that are read at a glance.
const AUTO_SHARE: f64 = 0.25;
const AUTO_CHARACTERS: usize = 600;

/// Characters of a sentence, to tell how many sentences a length given in characters is about.
const SENTENCE_CHARACTERS: usize = 150;

/// How much may still be chosen.
pub(super) struct Budget {
    pub sentences: usize,
    /// Characters, the spaces between sentences included.
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

    /// Returns about how many sentences there is room for.
    pub fn count(&self, length: Length) -> usize {
        match length {
            Length::Sentences(count) => count,
            _ => (self.characters / SENTENCE_CHARACTERS).max(SEVERAL),
        }
    }

    /// Takes a sentence if there is room for it.
    pub fn take(&mut self, sentence: &str) -> bool {
        // One for the space after it; the last has none.
        let characters = sentence.chars().count();
        if self.sentences == 0 || characters > self.characters {
            return false;
        }
        self.sentences -= 1;
        self.characters -= characters.saturating_add(1).min(self.characters);
        true
    }
}

/// The number of characters in a share of a text.
fn part(text: &str, share: f64) -> usize {
    (text.chars().count() as f64 * share) as usize
}
