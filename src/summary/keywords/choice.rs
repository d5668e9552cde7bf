//! Which of the phrases are the keywords: the best, of which none says what another one says.

use super::super::tokens::are_forms;
use super::{Phrase, Reader};

/// Phrases among which the keywords are chosen, the best first. Each is compared with those chosen.
const MAX_COMPARED: usize = 300;

/// Most keywords, and how many there are at least if the text has so many that count.
pub(super) const MOST: usize = 10;
const FEWEST: usize = 5;

/// Past the fewest, the share of the best one's score that a keyword needs.
const MIN_SCORE: f64 = 0.2;

/// Share of a word's places that a longer phrase has, which then stands for the word.
const COMPOUND: f64 = 0.4;

/// Share of the shorter phrase's words that another phrase may have too.
const MAX_SHARED: f64 = 0.5;

impl<'a> Reader<'a> {
    /// The best phrases of which none is part of another.
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

    /// Returns the phrase of two words that has a word in so many of its places that it stands for it.
    fn compound<'p>(&self, word: &Phrase, phrases: &'p [Phrase]) -> Option<&'p Phrase> {
        // Where nouns have capitals, an article tells a noun from a name.
        let is_noun = !word.is_name || (self.capital_nouns && self.neighbours.is_noun(&word.places));
        let is_word = self.neighbours.tells_nouns && !self.syllables && word.length == 1 && is_noun;
        let number = self.words[word.first()].word;
        let has_word = |phrase: &&Phrase| {
            let among = phrase.first()..phrase.first() + phrase.length;
            phrase.length == 2
                && phrase.places.len() > 1
                // "die neue Brücke", "CDU-Politikerin" are no terms.
                && (phrase.is_name || !self.capital_nouns)
                && self.text[self.words[phrase.first()].range.end..].starts_with(' ')
                && phrase.places.len() as f64 >= word.places.len() as f64 * COMPOUND
                && among.into_iter().any(|at| self.words[at].word == number)
        };
        phrases.iter().take(MAX_COMPARED).filter(|_| is_word).find(has_word)
    }

    /// Returns `true` if two phrases say much the same: one is part of the other, they share most words, or they differ
    /// in endings.
    fn overlap(&self, a: &Phrase, b: &Phrase) -> bool {
        // "Mr Holm" is "Ada Holm".
        let last = |phrase: &Phrase| self.words[phrase.first() + phrase.length - 1].word;
        if (a.is_introduced && b.is_name || b.is_introduced && a.is_name) && last(a) == last(b) {
            return true;
        }
        let (short, long) = if a.length <= b.length { (a, b) } else { (b, a) };
        let among = |phrase: &Phrase| phrase.first()..phrase.first() + phrase.length;
        let same = among(short).filter(|&word| among(long).any(|other| self.is_same(word, other))).count();
        same as f64 > short.length as f64 * MAX_SHARED
    }

    /// Returns `true` if two words are the same, or forms of one.
    fn is_same(&self, a: usize, b: usize) -> bool {
        let said = |at: usize| &self.text[self.words[at].range.clone()];
        self.words[a].word == self.words[b].word || (!self.syllables && are_forms(said(a), said(b)))
    }

    /// Returns the form in which the phrase is written most often. Of forms that are as frequent it returns the one
    /// with the fewest capitals.
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
