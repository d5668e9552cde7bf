//! Chooses the keywords: the best phrases that do not repeat each other.

use super::super::tokens::are_forms;
use super::{Phrase, Reader};

/// How many of the best phrases are considered. Each one is compared with those already chosen.
const MAX_COMPARED: usize = 300;

/// Maximum number of keywords. The second number is the minimum, if the text has so many phrases.
pub(super) const MOST: usize = 10;
const FEWEST: usize = 5;

/// After the minimum number, a keyword needs at least this share of the best keyword's score.
const MIN_SCORE: f64 = 0.2;

/// If a longer phrase has at least this share of a word's places, it replaces the word.
const COMPOUND: f64 = 0.4;

/// If two phrases share more than this part of the shorter one's words, only one of them is kept.
const MAX_SHARED: f64 = 0.5;

impl<'a> Reader<'a> {
    /// Returns the best phrases that do not contain each other.
    pub(super) fn choose(&self, phrases: &[Phrase]) -> Vec<String> {
        let mut chosen: Vec<&Phrase> = Vec::new();
        for phrase in phrases.iter().take(MAX_COMPARED) {
            let enough = chosen.len() >= FEWEST && phrase.score < phrases[0].score * MIN_SCORE;
            if chosen.len() == MOST || enough {
                break;
            }
            let phrase = self.compound(phrase, phrases).unwrap_or(phrase);
            if !chosen.iter().any(|other| self.overlap(phrase, other)) {
                chosen.push(phrase);
            }
        }
        chosen.into_iter().map(|phrase| self.written(phrase).to_owned()).collect()
    }

    /// Returns the phrase of two words that replaces a word, because it contains the word in many
    /// of the word's places.
    fn compound<'p>(&self, word: &Phrase, phrases: &'p [Phrase]) -> Option<&'p Phrase> {
        // Where nouns have capitals, an article shows that a word is a noun and not a name.
        let is_noun = !word.is_name || (self.capital_nouns && self.neighbours.is_noun(&word.places));
        let is_word = self.neighbours.tells_nouns && !self.syllables && word.length == 1 && is_noun;
        let number = self.words[word.first()].word;
        let has_word = |phrase: &&Phrase| {
            let among = phrase.first()..phrase.first() + phrase.length;
            phrase.length == 2
                && phrase.places.len() > 1
                // "die neue Brücke" and "CDU-Politikerin" are not terms.
                && (phrase.is_name || !self.capital_nouns)
                && self.text[self.words[phrase.first()].range.end..].starts_with(' ')
                && phrase.places.len() as f64 >= word.places.len() as f64 * COMPOUND
                && among.into_iter().any(|at| self.words[at].word == number)
        };
        phrases.iter().take(MAX_COMPARED).filter(|_| is_word).find(has_word)
    }

    /// Returns `true` if two phrases have nearly the same meaning: one is part of the other, they
    /// share most words, or they differ only in endings.
    fn overlap(&self, a: &Phrase, b: &Phrase) -> bool {
        // "Mr Holm" is the same person as "Ada Holm".
        let last = |phrase: &Phrase| self.words[phrase.first() + phrase.length - 1].word;
        if (a.is_introduced && b.is_name || b.is_introduced && a.is_name) && last(a) == last(b) {
            return true;
        }
        let (short, long) = if a.length <= b.length { (a, b) } else { (b, a) };
        let among = |phrase: &Phrase| phrase.first()..phrase.first() + phrase.length;
        let same = among(short).filter(|&word| among(long).any(|other| self.is_same(word, other))).count();
        same as f64 > short.length as f64 * MAX_SHARED
    }

    /// Returns `true` if two words are the same, or are forms of the same word.
    fn is_same(&self, a: usize, b: usize) -> bool {
        let said = |at: usize| &self.text[self.words[at].range.clone()];
        self.words[a].word == self.words[b].word || (!self.syllables && are_forms(said(a), said(b)))
    }

    /// Returns the most common spelling of the phrase. Of equally common ones, returns the one with
    /// the fewest capitals.
    fn written(&self, phrase: &Phrase) -> &'a str {
        let written = |&at: &u32| {
            let at = at as usize;
            &self.text[self.words[at].range.start..self.words[at + phrase.length - 1].range.end]
        };
        let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
        let mut forms: Vec<&str> = phrase.places.iter().map(written).collect();
        forms.sort_unstable();
        let frequent = forms.chunk_by(|a, b| a == b).min_by_key(|same| (usize::MAX - same.len(), capitals(same[0])));
        frequent.map_or("", |same| same[0])
    }
}
