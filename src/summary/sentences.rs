//! Finds the boundaries of sentences by Unicode's rules (UAX 29, from ICU4X), and then corrects
//! them with word lists.
//!
//! Unicode's rules do not know abbreviations. They take a closing quote after a space for an
//! opening one, and they divide quotations of several sentences. They find no end if the space
//! after it is missing ("xong.Sau đó") or if a script has no full stop (Thai, Lao). Each possible
//! boundary is checked once, with at most [`WINDOW`] bytes on each side. So a page of full stops
//! takes no longer than a page of prose.

use super::abbreviations::{AFTER_ORDINAL, NEVER_LAST, NOT_LAST_BEFORE_NUMBER, STARTERS, THAI_CONTINUATIONS};
use super::quotations::{Quotation, quotations};
use icu_segmenter::SentenceSegmenter;
use std::ops::Range;

/// How many bytes before and after a boundary are read. This is more than the longest abbreviation
/// with its spaces.
const WINDOW: usize = 48;

/// Maximum number of digits of a number at the start of a line that numbers the line (`12. Title`).
const NUMBERING_DIGITS: usize = 3;

/// Maximum number of digits of an ordinal number. A longer number ends the sentence.
const ORDINAL_DIGITS: usize = 2;

/// Chinese and Japanese end marks, which are not followed by a space.
const CJK_ENDS: [char; 3] = ['。', '！', '？'];

/// Minimum length, in bytes, of a Thai or Lao sentence that ends at a space, and of the rest of the
/// line after it. A character has three bytes. Spaces are also used between clauses and around
/// names. Sentences in articles have about 60 characters.
const THAI_SENTENCE: usize = 24 * 3;
const THAI_REST: usize = 12 * 3;

/// The place of a sentence in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SentenceSpan {
    /// The range in bytes from the start of the text.
    pub range: Range<usize>,
    /// `true` if it contains only a part of a quotation, or a quotation and nothing else.
    pub cuts_quotation: bool,
}

/// Returns the first `most` sentences of a text, in order. They have no white space around them and
/// are never empty. Every line break ends a sentence.
pub(super) fn split(text: &str, most: usize) -> Vec<SentenceSpan> {
    let segmenter = SentenceSegmenter::new(Default::default());
    let mut sentences = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive(is_line_break) {
        if sentences.len() >= most {
            break;
        }
        let mut start = line.len() - line.trim_start().len();
        let all_quotations = quotations(line);
        let mut quotations = all_quotations.iter().filter(|quotation| quotation.is_kept_together).peekable();
        for boundary in boundaries(line, segmenter.segment_str(line)) {
            let end = beside_quotes(line, boundary);
            // The boundary before may have moved beyond this one.
            if end <= start {
                continue;
            }
            while quotations.next_if(|quotation| quotation.range.end < end).is_some() {}
            if quotations.peek().is_some_and(|quotation| quotation.range.start < end) {
                continue;
            }
            if end < line.len() && goes_on(&line[start..end], &line[end..]) {
                continue;
            }
            push_trimmed(&mut sentences, line, start..end, offset, &all_quotations);
            start = end;
        }
        offset += line.len();
    }
    sentences.truncate(most);
    sentences
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn push_trimmed(
    sentences: &mut Vec<SentenceSpan>,
    line: &str,
    range: Range<usize>,
    offset: usize,
    quotations: &[Quotation],
) {
    let sentence = &line[range.clone()];
    let trimmed = sentence.trim();
    if !trimmed.is_empty() {
        let start = range.start + (sentence.len() - sentence.trim_start().len());
        let inside = start..start + trimmed.len();
        // The quotations are in order, so those that end before the sentence are skipped at once.
        let near = quotations.partition_point(|quotation| quotation.range.end < inside.start);
        let near = quotations[near..].iter().take_while(|quotation| quotation.range.start < inside.end);
        let cuts_quotation = near.into_iter().any(|quotation| quotation.cuts(line, &inside));
        sentences.push(SentenceSpan { range: offset + inside.start..offset + inside.end, cuts_quotation });
    }
}

/// Returns Unicode's boundaries, and those that Unicode's rules do not find.
fn boundaries(line: &str, unicode: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = unicode.filter(|&boundary| boundary > 0).collect();
    let before = all.len();
    for (at, mark) in line.match_indices(['…', '.', ';']) {
        let after = at + mark.len();
        match mark {
            "…" => all.extend(after_ellipsis(line, after)),
            "." if misses_space(&line[..at], &line[after..]) => all.push(after),
            ";" if line[..at].ends_with(is_greek) => {
                all.push(after + (line[after..].len() - line[after..].trim_start().len()))
            }
            _ => {}
        }
    }
    if line.contains(is_thai) {
        at_spaces(line, &mut all);
    }
    if all.len() > before {
        all.sort_unstable();
        all.dedup();
    }
    all
}

/// Returns the boundary after `…`, which does not end a sentence by Unicode's rules.
fn after_ellipsis(line: &str, after: usize) -> Option<usize> {
    let rest = &line[after..];
    let closed = rest.trim_start_matches(|c| is_closer(c) || matches!(c, '“' | '«'));
    let spaced = closed.trim_start();
    let ends = spaced.len() < closed.len() && spaced.starts_with(|c: char| is_opener(c) || c.is_uppercase());
    ends.then_some(line.len() - spaced.len())
}

/// Returns `true` if a full stop ends a sentence although no space follows: "xong.Sau đó".
/// Addresses ("docs.Example/page") and names of programs look similar.
fn misses_space(before: &str, after: &str) -> bool {
    if !after.starts_with(char::is_uppercase) || !before.ends_with(char::is_lowercase) {
        return false;
    }
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(WINDOW))..];
    let word = &before[before.trim_end_matches(char::is_lowercase).len()..];
    let head = &before[..before.len() - word.len()];
    let after = &after[..after.floor_char_boundary(WINDOW)];
    let rest = after.trim_start_matches(char::is_alphabetic);
    word.chars().nth(1).is_some()
        && head.chars().next_back().is_none_or(|c| c.is_whitespace() || is_opener(c))
        && !after[..after.len() - rest.len()].chars().skip(1).any(char::is_uppercase)
        && (rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ','))
        && !NEVER_LAST.contains(&word)
}

/// Adds the boundaries of Thai and Lao, where only a space separates sentences.
fn at_spaces(line: &str, all: &mut Vec<usize>) {
    let mut start = 0;
    for (at, space) in line.match_indices(' ') {
        let rest = &line[at + space.len()..];
        // There are spaces on both sides of the sign that repeats a word.
        let between = line[..at].ends_with(|c| is_thai(c) && c != 'ๆ') && rest.starts_with(|c| is_thai(c) && c != 'ๆ');
        if between
            && at - start >= THAI_SENTENCE
            && rest.len() >= THAI_REST
            && !THAI_CONTINUATIONS.iter().any(|word| rest.starts_with(word))
        {
            start = at + space.len();
            all.push(start);
        }
    }
}

/// Returns `true` for Thai and Lao. Khmer and Burmese have a full stop.
fn is_thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

pub(super) fn is_georgian(c: char) -> bool {
    matches!(c, '\u{10d0}'..='\u{10ff}')
}

/// Returns `true` for Greek, which uses a semicolon as its question mark.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Returns the end of the sentence near a boundary. It is after the quotes and brackets that close
/// the sentence, even if a space comes before them, as in French (`« Oui. » Il part.`). It is
/// before those that open the next sentence, even without a space, as in Chinese.
fn beside_quotes(line: &str, boundary: usize) -> usize {
    let ended = line[..boundary].trim_end_matches(['“', '‘', '「', '『', '（', '《']);
    if ended.len() < boundary && ended.ends_with(CJK_ENDS) {
        return ended.len();
    }
    let rest = &line[boundary..];
    let closed = rest.trim_start_matches(is_closer);
    let spaced = closed.trim_start();
    // If a word follows directly, the mark opens a quotation.
    if closed.len() < rest.len() && (spaced.len() < closed.len() || closed.is_empty()) {
        line.len() - spaced.len()
    } else {
        boundary
    }
}

/// Returns `true` for closing marks. Marks that open a quotation in some languages and close it in
/// others are not included. If a space comes before such a mark, it opens a quotation.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '«' | '»' | '‘' | '(' | '[' | '¿' | '¡' | '「' | '『')
}

/// Returns `true` if a sentence continues after a boundary. `before` is the sentence so far,
/// `after` the rest of the line.
fn goes_on(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let next = after.chars().next().unwrap_or(' ');
    // In Japanese, a particle follows the quotation and names the speaker: 「雨だ。」と彼は言った。
    if before.ends_with(['」', '』']) && is_hiragana(next) {
        return true;
    }
    // "Go!" he said. This does not apply after Chinese marks, because no sentence continues after
    // them in small letters. It does not apply to Georgian either, whose sentences begin with
    // letters that count as small.
    if next.is_lowercase() && !is_georgian(next) {
        return !before.trim_end_matches(is_closer).ends_with(CJK_ENDS);
    }
    let Some(before) = before.strip_suffix('.') else {
        return false;
    };
    if before.len() <= NUMBERING_DIGITS && is_number(before) {
        return true;
    }
    let (previous, last) = last_words(&before[before.ceil_char_boundary(before.len().saturating_sub(WINDOW))..]);
    let next_word = after[..after.floor_char_boundary(WINDOW)]
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or("");
    if is_number(&last) {
        return last.len() <= ORDINAL_DIGITS && AFTER_ORDINAL.contains(&next_word);
    }
    // Vietnamese news abbreviates the last name of a person who should stay anonymous: "Nguyễn Văn
    // A. Công an ...".
    if last.chars().count() == 1 && matches!(previous, "Văn" | "Thị") {
        return false;
    }
    if is_abbreviation(previous, &last) || (next.is_ascii_digit() && NOT_LAST_BEFORE_NUMBER.contains(&last.as_str())) {
        return true;
    }
    let letter_follows =
        next_word.chars().count() == 1 && after.strip_prefix(next_word).is_some_and(|rest| rest.starts_with('.'));
    is_initials(&last, letter_follows) && !STARTERS.contains(&next_word)
}

/// Returns `true` if a word is an abbreviation that does not end a sentence.
fn is_abbreviation(previous: &str, word: &str) -> bool {
    // In "PGS.TS.", the last part decides. A single letter is not enough.
    let part = word.rsplit('.').next().filter(|part| part.chars().count() > 1);
    // "г. Москва" is a town, "1999 г." is a year.
    let unit = is_number(previous) && word.chars().count() == 1;
    (NEVER_LAST.contains(&word) && !unit) || part.is_some_and(|part| NEVER_LAST.contains(&part))
}

/// Returns `true` if a word consists of initials or is an acronym: "J. K. Lowell", "U.S.
/// President", "9 a.m. Monday". Small letters count only if another letter with a full stop
/// follows. Letters without case are words.
fn is_initials(word: &str, letter_follows: bool) -> bool {
    let single_letters = word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(|c| c.is_uppercase() || c.is_lowercase()) && letters.next().is_none()
    });
    single_letters && (word.ends_with(char::is_uppercase) || matches!(word, "a.m" | "p.m") || letter_follows)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Returns the last word of a text whose full stop was removed, and the word before it, both
/// without the marks at their start. Single letters with full stops are joined to one word without
/// spaces: `z. B` is `z.B`.
fn last_words(text: &str) -> (&str, String) {
    let mut words = text
        .rsplit(char::is_whitespace)
        .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let mut last = words.next().unwrap_or("").to_owned();
    let mut previous = words.next().unwrap_or("");
    while previous.ends_with('.') && previous.chars().count() == 2 && last.split('.').all(|p| p.chars().count() == 1) {
        last.insert_str(0, previous);
        previous = words.next().unwrap_or("");
    }
    (previous, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_break_ends_a_sentence() {
        for line_break in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{c}"] {
            let text = format!("Tin nóng{line_break}và tin nguội");
            let got: Vec<&str> = split(&text, usize::MAX).into_iter().map(|span| &text[span.range]).collect();
            assert_eq!(got, ["Tin nóng", "và tin nguội"], "{line_break:?}");
        }
    }

    #[test]
    fn nothing_but_space_is_lost() {
        let text = "  A. B? … C!) \u{a0}d… “E”. \n\n ... 5. F.\r\n。。";
        let sentences = split(text, usize::MAX);
        let kept: String = sentences.iter().map(|span| &text[span.range.clone()]).collect();
        let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(squeeze(&kept), squeeze(text));
        assert!(sentences.is_sorted_by(|a, b| a.range.end <= b.range.start));
    }
}
