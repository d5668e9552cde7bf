//! Converts words to a form for comparing two texts. All forms of a word become equal, and scripts
//! without spaces are supported.

use crate::script::{is_han, is_hangul, is_kana, is_unspaced};
use std::ops::Range;

/// Returns the terms of a folded text: the stems of its words, and runs of characters in scripts
/// without spaces.
///
/// A single character of such a script has little meaning, so a run has two characters of Han and
/// kana. It has three of Thai and similar scripts, whose characters are letters.
pub(crate) fn terms(folded: &str) -> Vec<&str> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for token in folded.split(' ') {
        let start = tokens.last().map_or(0, |last| last.end + 1);
        tokens.push(start..start + token.len());
    }
    let is_in_run = |i: usize| tokens.get(i).is_some_and(|token| folded[token.clone()].starts_with(is_unspaced));
    let term = |i: usize| {
        let token = &folded[tokens[i].clone()];
        if !is_in_run(i) {
            return Some(stem(token));
        }
        let length = if token.starts_with(|c| is_han(c) || is_kana(c)) { 2 } else { 3 };
        let last = (i..i + length).take_while(|&j| is_in_run(j)).last()?;
        // If this is the end of a longer run, the terms before already contain the last characters.
        let is_new = last + 1 == i + length || i == 0 || !is_in_run(i - 1);
        is_new.then(|| &folded[tokens[i].start..tokens[last].end])
    };
    (0..tokens.len()).filter_map(term).collect()
}

/// Returns an approximate stem: the part that a word's forms share. Most languages inflect at the end, Korean adds
/// particles there, and Arabic adds articles and conjunctions at the start.
pub(crate) fn stem(word: &str) -> &str {
    const LETTERS: usize = 6;
    const SYLLABLES: usize = 2;
    const ARABIC_LETTERS: usize = 4;
    const ARABIC_STARTS: [&str; 9] = ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل"];
    let is_arabic = word.starts_with(|c| matches!(c, '\u{600}'..='\u{6FF}'));
    let rest = |start: &&str| word.strip_prefix(*start).filter(|rest| rest.chars().nth(ARABIC_LETTERS - 2).is_some());
    let word = if is_arabic { ARABIC_STARTS.iter().find_map(rest).unwrap_or(word) } else { word };
    let most = match is_arabic {
        true => ARABIC_LETTERS,
        false if word.starts_with(is_hangul) => SYLLABLES,
        false => LETTERS,
    };
    word.char_indices().nth(most).map_or(word, |(end, _)| &word[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn forms_of_a_word_share_its_stem() {
        for (word, other) in
            [("국숫집", "국숫집의"), ("والمدرسة", "مدرسة"), ("pszczelarze", "pszczelarzy"), ("больница", "больницы")]
        {
            assert_eq!(stem(word), stem(other));
        }
        for (word, other) in [("bến", "bếp"), ("harbour", "harvest"), ("국수", "국가")] {
            assert_ne!(stem(word), stem(other));
        }
    }

    #[test]
    fn characters_without_spaces_are_taken_with_the_next() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[""]),
            ("the ferries sail", &["the", "ferrie", "sail"]),
            ("渡船复航", &["渡 船", "船 复", "复 航"]),
            ("店", &["店"]),
            ("นาข้าว", &["น า ข", "า ข า", "ข า ว"]),
            ("2031年 Lindow の店", &["2031", "年", "lindow", "の 店"]),
        ];
        for (text, expected) in cases {
            assert_eq!(terms(&text::fold(text)), expected, "{text}");
        }
    }
}
