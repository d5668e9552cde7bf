//! Tests for words that are not keywords: parts of compounds and of names, verbs, and roles before
//! a name.

use super::words::{first_letters, has_hyphen};
use super::{Phrase, Reader};

impl Reader<'_> {
    /// Returns `true` for an English word in "-ed". Without an article before it, such a word is a verb or an adjective.
    pub(super) fn is_participle(&self, first: usize, length: usize) -> bool {
        length == 1 && self.neighbours.has_participles && self.said(first).ends_with("ed")
    }

    /// Returns `true` for a word that is common in all texts and appears here only because it is
    /// part of a name: "The" in "The Bay News". Abbreviations are not such words.
    pub(super) fn is_small_word_of_name(&self, at: usize) -> bool {
        let said = self.said(at);
        self.neighbours.has_articles && !self.joins[at] && said.contains(char::is_lowercase)
    }

    /// Returns `true` for a part of a hyphenated word: "Schwergewichts" in "Schwergewichts-Krone".
    /// Abbreviations do not count as parts.
    pub(super) fn is_hyphened_piece(&self, at: usize) -> bool {
        let has_hyphen_before = at > 0 && has_hyphen(self.text, &self.words[at - 1], &self.words[at]);
        let has_hyphen_behind = self.words.get(at + 1).is_some_and(|next| has_hyphen(self.text, &self.words[at], next));
        let is_abbreviation = || self.said(at).chars().filter(|c| c.is_uppercase()).nth(1).is_some();
        (has_hyphen_before || has_hyphen_behind) && !is_abbreviation()
    }

    /// Returns `true` if a phrase contains "and" and is not merely two names or capitalized words
    /// joined by it: "Yuka et la Ligue", but not "Marks and Spencer".
    pub(super) fn joins_more_than_names(&self, first: usize, length: usize, is_name: bool) -> bool {
        let mut inner = first + 1..(first + length).saturating_sub(1).max(first + 1);
        !self.words[first].unspaced
            && inner.any(|at| self.conjunctions.contains(self.said(at)))
            && !(length == 3 && (is_name || (self.is_capital(first) && self.is_capital(first + 2))))
    }

    /// Returns `true` if a sentence or a line begins with a word.
    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let gap = |before: usize| &self.text[self.words[before].range.end..self.words[at].range.start];
        at.checked_sub(1).is_none_or(|before| gap(before).contains(['.', '!', '?', '…', ':', '\n', '“', '«', '"']))
    }

    /// Returns `true` if the text has some form of a word in small letters.
    pub(super) fn is_small_elsewhere(&self, at: usize) -> bool {
        let small = self.small.get_or_init(|| {
            (0..self.words.len())
                .filter(|&at| !self.is_capital(at))
                .filter_map(|at| first_letters(self.said(at)))
                .collect()
        });
        first_letters(self.said(at)).is_some_and(|letters| small.contains(&letters))
    }

    /// Returns `true` for a word that is a noun because of its capital, and for a number.
    pub(super) fn is_noun_by_capital(&self, at: usize) -> bool {
        self.is_capital(at) || self.text[self.words[at].range.start..].starts_with(|c: char| c.is_ascii_digit())
    }

    /// Returns `true` for a name that always has another name beside it, at least one of them
    /// twice: "League" beside "Premier".
    pub(super) fn is_piece_of_names(&self, phrase: &Phrase) -> bool {
        if self.syllables || !phrase.is_name || phrase.length > 1 || phrase.places.len() < 2 {
            return false;
        }
        let beside = |&at: &u32| {
            let at = at as usize;
            let before = at.checked_sub(1).filter(|&before| self.run[before] > 1 && self.begins[before]);
            let after = Some(at + 1).filter(|&after| self.run[at] > 1 && self.ends[after]);
            let mut names = before.into_iter().chain(after).filter(|&word| self.is_capital(word));
            names.next().map(|name| self.words[name].word)
        };
        let Some(mut beside) = phrase.places.iter().map(beside).collect::<Option<Vec<u32>>>() else {
            return false;
        };
        beside.sort_unstable();
        beside.chunk_by(|a, b| a == b).any(|same| same.len() > 1)
    }
}
