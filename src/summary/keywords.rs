//! Finds the keywords of a text: the words and phrases that the text repeats, or that are in its
//! title.
//!
//! There is no dictionary that tells where a phrase begins and ends, so the text must show it. A
//! whole phrase has different neighbours each time. A piece of a longer phrase ("tác quốc phòng")
//! always has the same neighbour. This method finds Vietnamese words of several syllables, names,
//! Chinese terms and German nouns. Words that every text repeats are then left out, by
//! [`stop_words`](super::stop_words), or in a language without a list by how evenly they are
//! spread.

mod choice;
mod pieces;
mod words;

use self::words::{
    cut_dandas, cut_particles, first_letters, has_hyphen, is_hiragana, is_katakana, is_leading_vowel, is_thai,
    is_thai_sign, spread_evenly, stand_together,
};
use super::abbreviations::NEVER_LAST;
use super::neighbours::Neighbours;
use super::stop_words::{ENDINGS, JOINTS, WORD_LETTERS, fillers, stop_words};
use super::tokens::{Token, Vocabulary};
use crate::hash::{HashMap, HashSet};
use crate::language;
use crate::text::is_word_character;
use std::cell::OnceCell;

/// Maximum number of words of a text, and of a title, that are read for keywords. They are enough
/// to find the topic, and the limit bounds the work.
const MAX_WORDS: usize = 20_000;
const MAX_TITLE_WORDS: usize = 60;

/// Maximum length of a phrase: in words, in syllables for Vietnamese, and in letters for a script
/// without spaces.
const LONGEST: usize = 4;
const LONGEST_SYLLABLES: usize = 7;
const LONGEST_UNSPACED: usize = 8;

/// Maximum share of a phrase's places in which the same word may be beside it. If the share is
/// larger, the phrase is part of a longer one.
const SAME_NEIGHBOUR: f64 = 0.7;

/// Number of words in a window. The place of a phrase is measured in windows: the first ones count
/// most, and a stop word is in many windows.
const WINDOW: usize = 20;

/// The factors for the score of a phrase that is in the title, and of one that is a name.
const TITLE_GAIN: f64 = 2.0;
const NAME_GAIN: f64 = 1.5;

/// If another word follows a word of a phrase in a larger share of its places, the word is an
/// adjective or half of a compound.
const MODIFIER: f64 = 0.75;

/// Minimum number of letters of the name of a day or month with which other words may begin:
/// "Montagabend".
const TIME_LETTERS: usize = 5;

/// The factor for the score of a single lower-case word without an article before it, in languages
/// with articles. The word may be a verb.
const NO_NOUN: f64 = 0.5;

/// Returns words and phrases that tell what a text is about, the best first. There are at most ten,
/// and at least five unless the text is too short. Each is written in its most common form in the
/// text.
///
/// `language` is a BCP 47 tag. Without it, the language is detected. The first 20,000 words of a
/// text are read.
///
/// ```
/// let text = "The ferry to Lindow stopped at noon. Lindow has one ferry, and the old ferry pier is closed.";
/// let keywords = unchaff::keywords(text, Some("Ferry to Lindow stops"), Some("en"));
/// assert_eq!(keywords[..2], ["ferry", "Lindow"]);
/// ```
pub fn keywords(text: &str, title: Option<&str>, language: Option<&str>) -> Vec<String> {
    let mut vocabulary = Vocabulary::default();
    let words = vocabulary.read(text, MAX_WORDS);
    of_words(text, words, &mut vocabulary, title, language.or_else(|| language::detect(text)))
}

/// Returns the keywords of a text whose words have already been read with `vocabulary`.
pub(super) fn of_words(
    text: &str,
    mut words: Vec<Token>,
    vocabulary: &mut Vocabulary,
    title: Option<&str>,
    language: Option<&str>,
) -> Vec<String> {
    let language = language.unwrap_or("").split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    words.truncate(MAX_WORDS);
    cut_dandas(text, &mut words, vocabulary);
    if language == "ko" {
        cut_particles(text, &mut words, vocabulary);
    }
    let title = vocabulary.read(title.unwrap_or(""), MAX_TITLE_WORDS);
    let title: Vec<u32> = title.iter().map(|token| token.word).collect();
    let reader = Reader::new(text, &words, &title, &language, vocabulary.len());
    let mut phrases = reader.phrases();
    reader.introduce(&mut phrases);
    phrases.retain(|phrase| !reader.is_piece_of_names(phrase));
    // Phrases that occur once come last, to fill the list of a short text.
    let once = |phrase: &Phrase| phrase.places.len() == 1 && !phrase.is_introduced;
    let better = |a: &Phrase, b: &Phrase| b.score.total_cmp(&a.score).then(a.first().cmp(&b.first()));
    phrases.sort_by(|a, b| once(a).cmp(&once(b)).then(better(a, b)));
    reader.choose(&phrases)
}

/// A phrase and its places in the text.
struct Phrase {
    /// The numbers of its first words, in order.
    places: Vec<u32>,
    /// The number of its words.
    length: usize,
    score: f64,
    /// `true` if all its words have a capital in all places.
    is_name: bool,
    /// `true` if the phrase is a person's full name, and the text uses its last word alone too.
    is_introduced: bool,
}

impl Phrase {
    fn first(&self) -> usize {
        self.places[0] as usize
    }
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Token],
    title: &'a [u32],
    /// `true` if words of the language have several syllables that are written apart. A single
    /// syllable is then not a word.
    syllables: bool,
    /// For each word of the text, how many words from it on belong together.
    run: Vec<u8>,
    /// For each word of the text, whether it can begin a phrase. `ends` tells whether it can end
    /// one.
    begins: Vec<bool>,
    ends: Vec<bool>,
    /// For each word of the text, whether it can be inside a phrase.
    joins: Vec<bool>,
    /// What the neighbours of a word show about it.
    neighbours: Neighbours,
    /// The first letters of all words that are written in small letters. Computed when it is first
    /// needed.
    small: OnceCell<HashSet<String>>,
    /// Words for "and".
    conjunctions: HashSet<&'static str>,
    /// Names of days and months.
    times: HashSet<&'static str>,
    /// Phrases that are never keywords.
    fillers: HashSet<&'static str>,
    /// `true` if the language writes nouns with a capital.
    capital_nouns: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, words: &'a [Token], title: &'a [u32], language: &str, vocabulary: usize) -> Reader<'a> {
        let syllables = language == "vi";
        let list: Option<HashSet<&str>> = stop_words(language).map(|list| list.split_ascii_whitespace().collect());
        let evenly = if list.is_none() { spread_evenly(words, vocabulary) } else { Vec::new() };
        let is_stop = |word: &Token, said: &str| {
            let said = said.to_lowercase();
            let letters = said.chars().count();
            match &list {
                Some(list) => list.contains(said.as_str()) || (!word.unspaced && letters == 1),
                None => evenly[word.word as usize] || (!word.unspaced && letters < 4),
            }
        };
        // The number of a word is enough to decide this, except for Greek letters, which have
        // several lower-case forms.
        let mut known: Vec<Option<bool>> = vec![None; vocabulary];
        let stop: Vec<bool> = words
            .iter()
            .map(|word| match &text[word.range.clone()] {
                said if said.is_ascii() || language != "el" => {
                    *known[word.word as usize].get_or_insert_with(|| is_stop(word, said))
                }
                said => is_stop(word, said),
            })
            .collect();
        let capital = |at: usize| text[words[at].range.start..].starts_with(char::is_uppercase);
        // A stop word that is part of a name: "in New York", "sông Cái"; "Museum of Art, New York".
        let names = |at: usize| {
            at > 0
                && capital(at)
                && match syllables {
                    true => !capital(at - 1) && stand_together(text, &words[at - 1], &words[at]),
                    false => {
                        let is_behind_small = !capital(at - 1) && stand_together(text, &words[at - 1], &words[at]);
                        let gap = &text[words[at - 1].range.end..words[at].range.start];
                        (is_behind_small || matches!(gap, ", " | "; " | " ("))
                            && words
                                .get(at + 1)
                                .is_some_and(|next| capital(at + 1) && stand_together(text, &words[at], next))
                    }
                }
        };
        let said = |at: usize| &text[words[at].range.clone()];
        // "上海" begins with a letter that is a word by itself elsewhere.
        let is_word_letter = |at: usize| words[at].unspaced && WORD_LETTERS.contains(said(at));
        let is_scheme = |at: usize| text[words[at].range.end..].starts_with("://");
        // Contractions such as "we'll" and "they've", and file names such as "picture.png".
        let is_contracted = |at: usize| {
            let before = &text[..words[at].range.start];
            !capital(at)
                && ((said(at).len() <= 2 && before.ends_with(['\'', '’']))
                    || before.strip_suffix('.').is_some_and(|name| name.ends_with(is_word_character)))
        };
        let begins: Vec<bool> = (0..words.len())
            .map(|at| {
                (!stop[at] || names(at) || is_word_letter(at))
                    && said(at).contains(char::is_alphabetic)
                    && !is_scheme(at)
                    && !is_contracted(at)
            })
            .collect();
        let is_number = |at: usize| said(at).bytes().all(|byte| byte.is_ascii_digit());
        // "Covid-19" ends with its number.
        let is_hyphened_number =
            |at: usize| at > 0 && begins[at - 1] && is_number(at) && has_hyphen(text, &words[at - 1], &words[at]);
        let ends = (0..words.len())
            .map(|at| begins[at] || (syllables && ENDINGS.contains(&said(at))) || is_hyphened_number(at))
            .collect();
        let joints: HashSet<&str> = JOINTS.split(' ').collect();
        let joins = (0..words.len()).map(|at| !stop[at] || (!syllables && joints.contains(said(at)))).collect();
        // A number can be part of a name ("Covid 19"). In Vietnamese, other numbers separate the
        // words of a phrase.
        let number_cuts =
            |at: usize| syllables && ((is_number(at) && !capital(at + 1)) || (is_number(at + 1) && !capital(at)));
        let longest = if syllables { LONGEST_SYLLABLES } else { LONGEST };
        let mut run = vec![1_u8; words.len()];
        for at in (0..words.len().saturating_sub(1)).rev() {
            let longest = if words[at].unspaced { LONGEST_UNSPACED } else { longest } as u8;
            // In scripts without spaces, a stop word is a single letter. It separates phrases,
            // unless words contain this letter.
            let cuts = |at: usize| stop[at] && !WORD_LETTERS.contains(said(at));
            let apart = words[at].unspaced
                && (cuts(at) || cuts(at + 1) || is_hiragana(text, &words[at]) || is_hiragana(text, &words[at + 1]));
            if !apart && !number_cuts(at) && stand_together(text, &words[at], &words[at + 1]) {
                run[at] = (run[at + 1] + 1).min(longest);
            }
        }
        let fillers = fillers(language).collect();
        Reader {
            text,
            words,
            title,
            syllables,
            run,
            begins,
            ends,
            joins,
            neighbours: Neighbours::new(text, words, vocabulary, language),
            small: OnceCell::new(),
            conjunctions: crate::words::list("and").collect(),
            times: times(),
            fillers,
            capital_nouns: language == "de",
        }
    }

    /// Returns the whole phrases that are repeated or in the title.
    fn phrases(&self) -> Vec<Phrase> {
        let head = |at: u32, length: usize| {
            let at = at as usize;
            self.words[at..at + length].iter().map(|token| token.word)
        };
        let run = |at: u32| usize::from(self.run[at as usize]);
        // Places with equal phrases become neighbours when all places are sorted by the words that
        // follow.
        let mut places: Vec<u32> = (0..self.words.len() as u32).filter(|&at| self.begins[at as usize]).collect();
        places.sort_by(|&a, &b| head(a, run(a)).cmp(head(b, run(b))).then(a.cmp(&b)));
        let mut phrases = Vec::new();
        for length in 1..=LONGEST_UNSPACED {
            let long: Vec<u32> = places.iter().copied().filter(|&at| run(at) >= length).collect();
            for same in long.chunk_by(|&a, &b| head(a, length).eq(head(b, length))) {
                phrases.extend(self.phrase(same, length));
            }
        }
        phrases
    }

    fn phrase(&self, places: &[u32], length: usize) -> Option<Phrase> {
        // A word of a name can be a stop word elsewhere, so the end of the phrase is checked in
        // each place.
        let mut places: Vec<u32> = places.iter().copied().filter(|&at| self.ends[at as usize + length - 1]).collect();
        places.sort_unstable();
        let first = *places.first()? as usize;
        let words = &self.words[first..first + length];
        if (length == 1 && (!self.can_stand_alone(first) || self.is_small_word_of_name(first)))
            || !self.is_whole_in_script(first, length)
        {
            return None;
        }
        let in_title = self.title.windows(length).any(|title| title.iter().eq(words.iter().map(|token| &token.word)));
        let all = |among: &dyn Fn(usize) -> bool| places.iter().all(|&at| among(at as usize));
        let name = !words[0].unspaced && all(&|at| (at..at + length).all(|word| self.is_capital(word)));
        // Most phrases are rejected here, before the slower tests.
        if places.len() < 2 && !in_title && !(name && length > 1) {
            return None;
        }
        // A word that is always the first of its sentence may have its capital only for that
        // reason.
        let inside = |at: usize| at > 0 && stand_together(self.text, &self.words[at - 1], &self.words[at]);
        let is_name_alone = name && places.iter().any(|&at| inside(at as usize));
        let begins_and_ends_as_name = || all(&|at| self.is_capital(at) && self.is_capital(at + length - 1));
        let is_joined = (first + 1..first + length - 1).all(|word| self.joins[word]);
        let is_name_throughout = || match self.capital_nouns {
            true => name,
            false => begins_and_ends_as_name(),
        };
        if (!is_joined && !is_name_throughout())
            || (self.capital_nouns && !all(&|at| self.is_noun_by_capital(at + length - 1)))
            || (length == 1 && all(&|at| self.is_hyphened_piece(at)))
            || self.joins_more_than_names(first, length, name)
            || self.is_filler(first, length)
            || self.is_filler(first + length - 1, 1)
            || (!name && self.is_numbered(&places, length))
            || (!self.syllables && self.neighbours.is_counted(&places))
            || self.is_time(first)
        {
            return None;
        }
        if self.capital_nouns && name && places.len() < 2 && !in_title && !self.may_be_full_name(first, length) {
            return None;
        }
        // At the start of a sentence, the first word may be a person's role: "Engineers Ada Holm
        // and Ulf Mohr".
        if name && length > 2 && places.len() < 2 && self.begins_sentence(first) && self.is_small_elsewhere(first) {
            return None;
        }
        let goes_on = || self.run[first + length - 1] > 1 && self.is_capital(first + length);
        if name && length > 1 && places.len() < 2 && !in_title && !self.syllables && goes_on() {
            return None;
        }
        let before = |at: usize| at.checked_sub(1).filter(|&before| self.run[before] > 1 && self.begins[before]);
        let after = |at: usize| Some(at + length).filter(|&after| self.run[after - 1] > 1 && self.ends[after]);
        if self.has_same_neighbour(&places, before) || self.has_same_neighbour(&places, after) {
            return None;
        }
        let is_small_word = !is_name_alone && length <= if self.syllables { 2 } else { 1 };
        if is_small_word
            && ((!in_title && !self.capital_nouns && self.neighbours.is_verb(&places))
                || (!name && !self.capital_nouns && self.neighbours.takes_object(&places))
                || (!name && self.is_modifier(&places, length)))
        {
            return None;
        }
        // "low-income families" is such a phrase, "Covid-19 tests" is not.
        let is_small_compound = length == 2
            && has_hyphen(self.text, &words[0], &words[1])
            && (first..first + 2).all(|at| self.said(at).starts_with(char::is_lowercase));
        if is_small_compound && self.is_modifier(&places, length) {
            return None;
        }
        // A longer phrase has more meaning, but each further word adds less. Two syllables or
        // letters count as one word.
        let size = if words[0].unspaced || self.syllables { length as f64 / 2.0 } else { length as f64 };
        let size = size.max(1.0).sqrt();
        let gain = if in_title { TITLE_GAIN } else { 1.0 }
            * if name && (length > 1 || is_name_alone) { NAME_GAIN } else { 1.0 };
        let early = 1.0 + 1.0 / (1.0 + first as f64 / WINDOW as f64);
        let has_no_article = !self.capital_nouns && self.neighbours.has_articles && !self.neighbours.is_noun(&places);
        let may_be_verb = is_small_word && has_no_article;
        let is_small = !name && !self.is_noun_by_capital(first + length - 1);
        if is_small
            && has_no_article
            && (self.neighbours.needs_article && !in_title || self.is_participle(first, length))
        {
            return None;
        }
        let gain = gain * if may_be_verb { NO_NOUN } else { 1.0 };
        let score = places.len() as f64 * size * gain * early;
        Some(Phrase { places, length, score, is_name: name, is_introduced: false })
    }

    fn said(&self, at: usize) -> &'a str {
        &self.text[self.words[at].range.clone()]
    }

    /// Returns `true` for the last two words of a row of words with capitals. Where nouns have
    /// capitals, the words before them may be a person's role: "Fährmann Ulf Perdelwitz".
    fn may_be_full_name(&self, first: usize, length: usize) -> bool {
        let next = first + length;
        length == 1 || (length == 2 && (self.run[next - 1] == 1 || !self.is_capital(next)))
    }

    /// Counts a surname as the full name, if the text has the full name first: "Holm" then counts
    /// as "Ada Holm".
    fn introduce(&self, phrases: &mut [Phrase]) {
        let word = |phrase: &Phrase| self.words[phrase.first() + phrase.length - 1].word;
        // Where nouns have capitals too, a name is recognized because it has no article.
        let is_surname = |phrase: &Phrase| {
            phrase.is_name
                && phrase.length == 1
                && !(self.capital_nouns && self.neighbours.is_noun(&phrase.places))
                // A word that always follows a name is not a surname: "United" in "West Ham
                // United". "Mr" is not a name.
                && phrase.places.iter().any(|&at| {
                    let before = (at as usize).checked_sub(1).filter(|&before| self.run[before] > 1);
                    !before.is_some_and(|at| self.is_capital(at) && !NEVER_LAST.contains(&self.said(at)))
                })
        };
        let surnames: HashMap<u32, (usize, f64)> = phrases
            .iter()
            .filter(|&phrase| is_surname(phrase))
            .map(|phrase| (word(phrase), (phrase.first(), phrase.score)))
            .collect();
        let mut counts: HashMap<u32, usize> = HashMap::default();
        let mut small: HashSet<u32> = HashSet::default();
        // The forms of a German noun, such as "Wohnungen" and "Wohnung".
        let mut forms: HashMap<String, HashSet<u32>> = HashMap::default();
        for (at, word) in self.words.iter().enumerate() {
            *counts.entry(word.word).or_default() += 1;
            if !self.is_capital(at) {
                small.insert(word.word);
            }
            if self.capital_nouns
                && let Some(letters) = first_letters(self.said(at))
            {
                forms.entry(letters).or_default().insert(word.word);
            }
        }
        let has_forms = |at: usize| first_letters(self.said(at)).is_some_and(|letters| forms[&letters].len() > 1);
        // "Präsident" also occurs elsewhere, and "Ada" does not. "Mayor" may have its capital from
        // the start of a sentence.
        let is_common = |phrase: &Phrase| {
            let word = self.words[phrase.first()].word;
            match self.capital_nouns {
                true => phrase.length > 2 || counts[&word] > phrase.places.len() || has_forms(phrase.first()),
                false => phrase.length > 2 && small.contains(&word),
            }
        };
        for phrase in phrases.iter_mut().filter(|phrase| phrase.is_name && phrase.length > 1) {
            if let Some(&(first, score)) = surnames.get(&word(phrase))
                && first == phrase.first() + phrase.length - 1
                && !is_common(phrase)
                && !(self.capital_nouns && self.neighbours.is_noun(&phrase.places))
            {
                // The full name gets a higher score than the surname, so that it is chosen first.
                phrase.score = phrase.score.max(score * 1.01);
                phrase.is_introduced = true;
            }
        }
    }

    /// Returns `true` for a word that begins with the name of a day or month.
    fn is_time(&self, at: usize) -> bool {
        let said = self.text[self.words[at].range.clone()].to_lowercase();
        let starts = said.char_indices().map(|(at, c)| &said[..at + c.len_utf8()]).skip(TIME_LETTERS - 1);
        starts.into_iter().any(|start| self.times.contains(start))
    }

    /// Returns `true` if a word or a compound describes the word after it in most places.
    fn is_modifier(&self, places: &[u32], length: usize) -> bool {
        let followed = places.iter().filter(|&&at| {
            let last = at as usize + length - 1;
            self.run[last] > 1 && self.begins[last + 1]
        });
        let followed = followed.count();
        self.neighbours.adjective_first && followed > 1 && followed as f64 > places.len() as f64 * MODIFIER
    }

    /// Returns `true` if a number follows a phrase in most places and belongs to it: "bão số 13",
    /// "chapter 4".
    fn is_numbered(&self, places: &[u32], length: usize) -> bool {
        let numbered = places.iter().filter(|&&at| {
            let last = at as usize + length - 1;
            self.words.get(last + 1).is_some_and(|next| {
                self.text[self.words[last].range.end..].starts_with(' ')
                    && next.range.start == self.words[last].range.end + 1
                    && self.text[next.range.clone()].bytes().all(|byte| byte.is_ascii_digit())
            })
        });
        numbered.count() as f64 > places.len() as f64 * SAME_NEIGHBOUR
    }

    fn is_filler(&self, first: usize, length: usize) -> bool {
        let said = &self.text[self.words[first].range.start..self.words[first + length - 1].range.end];
        self.fillers.contains(said.to_lowercase().as_str())
    }

    /// Returns `true` if `neighbour` returns the same word for most places. `neighbour` returns
    /// only words that can belong to the phrase.
    fn has_same_neighbour(&self, places: &[u32], neighbour: impl Fn(usize) -> Option<usize>) -> bool {
        let beside = places.iter().filter_map(|&at| neighbour(at as usize));
        let mut beside: Vec<u32> = beside.map(|beside| self.words[beside].word).collect();
        beside.sort_unstable();
        let most = beside.chunk_by(|a, b| a == b).map(<[u32]>::len).max().unwrap_or(0);
        most > 1 && most as f64 > places.len() as f64 * SAME_NEIGHBOUR
    }

    /// Returns `true` if a single word can be a keyword. In Vietnamese, a syllable cannot, unless
    /// it is foreign or an abbreviation. In scripts without spaces, a single letter cannot.
    fn can_stand_alone(&self, at: usize) -> bool {
        let said = &self.text[self.words[at].range.clone()];
        let acronym = said.chars().nth(1).is_some() && !said.chars().any(char::is_lowercase);
        let long = said.chars().count() > if self.syllables { 6 } else { 2 };
        !self.words[at].unspaced && (acronym || long)
    }

    /// Returns `true` if a phrase does not begin or end inside a katakana word or a Thai syllable.
    fn is_whole_in_script(&self, first: usize, length: usize) -> bool {
        let letter = |at: usize| self.words.get(at).and_then(|token| self.text[token.range.clone()].chars().next());
        let begins = letter(first).unwrap_or(' ');
        let ends = letter(first + length - 1).unwrap_or(' ');
        let before = first.checked_sub(1).filter(|&before| self.run[before] > 1).and_then(letter).unwrap_or(' ');
        let after = Some(first + length).filter(|_| self.run[first + length - 1] > 1).and_then(letter).unwrap_or(' ');
        let cuts_katakana = (is_katakana(before) && is_katakana(begins)) || (is_katakana(ends) && is_katakana(after));
        let cuts_thai =
            is_thai_sign(begins) || is_thai_sign(after) || is_leading_vowel(ends) || is_leading_vowel(before);
        let too_short = is_thai(begins) && length < 4;
        !cuts_katakana && !cuts_thai && !too_short
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text[self.words[at].range.start..].starts_with(char::is_uppercase)
    }
}

/// Returns the names of days and months, in lower case.
fn times() -> HashSet<&'static str> {
    let months = crate::words::list("months").flat_map(|names| names.split(','));
    months
        .chain(crate::words::list("weekday"))
        .map(str::trim)
        .filter(|name| name.chars().count() >= TIME_LETTERS)
        .collect()
}

#[cfg(test)]
mod tests;
