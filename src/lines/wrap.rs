//! Finds lines that were broken to fit a width, and restores their paragraphs.
//!
//! A program that wraps text breaks a line only if the next word does not fit, and often inside a
//! sentence. If most lines end in this way, the text was wrapped. Headlines and verses do not end
//! in this way.

use super::marks::looks_like_code;
use super::read::SourceLine;
use crate::script::{is_chinese_or_japanese, is_wide};
use crate::text;

/// Widths at which e-mail programs, editors and terminals wrap, in columns, with room for ragged edges. Narrower lines
/// are menus and verses, wider ones are paragraphs.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=100;

/// Below this width, verses are as common as wrapped text. So a sentence must also end inside a
/// line.
const NARROW: usize = 50;

/// The lines are a program if at least one in this many looks like a line of a program.
const MAX_CODE: usize = 3;

/// A first line of a paragraph rarely has an indentation of this many columns.
const SOURCE_INDENT: usize = 8;

/// A gap of this many spaces inside a line separates the columns of a table.
const COLUMN_GAP: &str = "    ";

/// Returns for each line `true` if it continues the paragraph of the line before.
pub(super) fn continues(lines: &[SourceLine]) -> Vec<bool> {
    let mut continues = vec![false; lines.len()];
    let columns: Vec<usize> = lines.iter().map(|line| columns(&line.text)).collect();
    let is_short = |at: usize| columns[at] <= *WIDTHS.end() && !lines[at].trimmed().contains(COLUMN_GAP);
    let goes_on = |at: usize| lines[at].blank_before == 0 && is_short(at) && lines[at].is_plain();
    let (mut pairs, mut unsure) = (Vec::new(), Vec::new());
    let (mut widest, mut sure) = (0, 0);
    let mut start = 0;
    while start < lines.len() {
        // Items of lists are wrapped like paragraphs.
        let may_start = is_short(start) && (lines[start].is_plain() || lines[start].is_item());
        let run = (start + 1..lines.len()).take_while(|&at| may_start && goes_on(at)).count() + 1;
        let after = start + 1..start + run;
        if run == 2 {
            pairs.push(after.start);
        } else if let Some(width) = wrapped_at(lines, &columns, after.clone()) {
            widest = widest.max(width);
            sure += run;
            for at in after {
                continues[at] = is_break(lines, &columns, at, width);
            }
        } else {
            unsure.extend(after);
        }
        start += run;
    }
    // Two lines alone are weak evidence. So the other pairs, the rest of the text and the words of
    // the lines decide.
    widest = widest.max(wrapped_at(lines, &columns, pairs.iter().copied()).unwrap_or(0));
    let by_rest = |at: usize| columns[at - 1] <= widest && is_break(lines, &columns, at, widest);
    for at in pairs {
        continues[at] = by_rest(at) || is_cut(lines, &columns, at);
    }
    // If most of the text is wrapped, the whole text is.
    if sure > unsure.len() {
        for at in unsure {
            continues[at] = by_rest(at);
        }
    }
    continues
}

/// Returns the width at which lines were wrapped, or `None` if they were not. `after` holds the lines that may continue
/// the line before.
fn wrapped_at(lines: &[SourceLine], columns: &[usize], after: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let around = || after.clone().flat_map(|at| [at - 1, at]);
    let width = around().map(|at| columns[at]).max().filter(|width| WIDTHS.contains(width))?;
    let (mut count, mut breaks, mut in_sentence, mut upper, mut lower, mut code, mut inside) = (0, 0, 0, 0, 0, 0, 0);
    for at in after {
        count += 1;
        let (text, next) = (lines[at - 1].trimmed(), lines[at].trimmed());
        code += usize::from(looks_like_code(text));
        inside += usize::from(has_sentence_end(text) || has_sentence_end(next) || is_hyphenated(lines, at));
        if is_break(lines, columns, at, width) {
            breaks += 1;
            in_sentence += usize::from(!ends_part(text));
            upper += usize::from(starts_upper(next));
            lower += usize::from(next.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase()));
        }
    }
    // In wrapped prose, most lines end because the next word did not fit, and most of these ends are
    // inside a sentence. So many lines begin in lower case. In a menu above a headline and its date,
    // no line begins inside a sentence.
    let is_prose = count > 1 && code * MAX_CODE < count && (width >= NARROW || inside > 0);
    let is_wrapped = breaks * 10 >= count * 6 && in_sentence * 2 > breaks && upper * 10 <= breaks * 6 && lower > 0;
    (is_prose && is_wrapped).then_some(width)
}

/// Returns `true` if the line before a line ends because the next word did not fit.
fn is_break(lines: &[SourceLine], columns: &[usize], at: usize, width: usize) -> bool {
    let next = lines[at].trimmed();
    let word = match next.starts_with(is_chinese_or_japanese) {
        true => 2,
        false => 1 + self::columns(first_word(next)),
    };
    if is_hyphenated(lines, at) || is_within_sentence(lines, at) && columns[at - 1] * 4 >= width * 3 {
        return true;
    }
    let (text, indents) = (lines[at - 1].trimmed(), [lines[at - 1].indent(), lines[at].indent()]);
    // A new text begins if a line with the deep indentation of a page's source ends a sentence, or
    // if the speaker changes.
    let is_other =
        ends_part(text) && indents[0] > indents[1] + SOURCE_INDENT || text.ends_with('」') && next.starts_with('「');
    // An indented line starts a paragraph.
    columns[at - 1] + word > width && indents[1] <= indents[0] + 1 && !is_other
}

/// Returns `true` if the first of two lines was cut inside a sentence. The words and the width of
/// the lines decide.
fn is_cut(lines: &[SourceLine], columns: &[usize], at: usize) -> bool {
    const FEW_WORDS: usize = 4;
    const COLUMNS: usize = 60;
    let (text, next) = (lines[at - 1].trimmed(), lines[at].trimmed());
    let is_rest = ends_part(next) || next.split(' ').nth(FEW_WORDS).is_some();
    let is_wide = columns[at - 1] >= COLUMNS && columns[at] <= columns[at - 1] + self::columns(first_word(next));
    let is_code = looks_like_code(text) || looks_like_code(next);
    is_hyphenated(lines, at) || is_wide && is_rest && !is_code && is_within_sentence(lines, at)
}

/// Returns `true` if a line ends inside a sentence and the next one begins in lower case.
fn is_within_sentence(lines: &[SourceLine], at: usize) -> bool {
    !ends_part(lines[at - 1].trimmed()) && lines[at].trimmed().starts_with(char::is_lowercase)
}

/// Returns `true` if the line before a line ends with a part of a word.
fn is_hyphenated(lines: &[SourceLine], at: usize) -> bool {
    /// Shorter lines are headwords and labels.
    const COLUMNS: usize = 25;
    let (before, next) = (&lines[at - 1], lines[at].trimmed());
    let ends_in_word =
        before.text.strip_suffix(['-', '\u{2010}']).is_some_and(|rest| rest.ends_with(char::is_alphabetic));
    before.ends_in_soft_hyphen
        || ends_in_word && next.starts_with(char::is_lowercase) && before.text.chars().nth(COLUMNS).is_some()
}

/// Returns `true` if a line ends like a sentence, or like a line above a list.
fn ends_part(text: &str) -> bool {
    text::ends_sentence(text) || text.ends_with([':', ';', '：', '；'])
}

/// Returns `true` if a sentence ends inside a line and another one starts.
fn has_sentence_end(text: &str) -> bool {
    let is_end = |(at, _): (usize, &str)| text[at + 2..].starts_with(char::is_uppercase);
    text.match_indices(['.', '!', '?']).any(|(at, mark)| text[at + mark.len()..].starts_with(' ') && is_end((at, mark)))
        || text.contains(['。', '！', '？'])
}

fn starts_upper(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or("")
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { usize::from(!matches!(c, '\u{300}'..='\u{36f}')) }).sum()
}
