//! Lines that were broken to fit a width, and the paragraphs they were.
//!
//! A program that wraps text breaks a line only where the next word would not have fitted, and does so in the
//! middle of sentences. Lines of which most ends are like that were wrapped; headlines and verses are not.

use super::marks::looks_like_code;
use super::read::Line;

/// Widths that e-mail programs, editors and terminals wrap at, in columns, with room for ragged edges. Below are
/// menus and verses, above are paragraphs.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;

/// Lines with one that looks like a program's for so many are a program.
const MAX_CODE: usize = 3;

/// For each line whether it goes on with the paragraph of the line before.
pub(super) fn continues(lines: &[Line]) -> Vec<bool> {
    let mut continues = vec![false; lines.len()];
    let mut short_runs = Vec::new();
    let mut widest = 0;
    let columns: Vec<usize> = lines.iter().map(|line| columns(&line.text)).collect();
    let is_plain = |at: usize| columns[at] <= *WIDTHS.end() && lines[at].is_plain();
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        if is_plain(start) {
            while end < lines.len() && lines[end].blank_before == 0 && is_plain(end) {
                end += 1;
            }
        }
        if end - start == 2 {
            short_runs.push(start);
        } else if let Some(width) = wrapped_at(&lines[start..end], &columns[start..end]) {
            widest = widest.max(width);
            for at in start + 1..end {
                continues[at] = is_break(&lines[at - 1..=at], columns[at - 1], width);
            }
        }
        start = end;
    }
    // Two lines alone tell little: they go by the rest of the text.
    if widest > 0 {
        for start in short_runs {
            continues[start + 1] = columns[start] <= widest && is_break(&lines[start..], columns[start], widest);
        }
    }
    continues
}

/// The width that lines were wrapped at, if they were.
fn wrapped_at(lines: &[Line], columns: &[usize]) -> Option<usize> {
    let width = columns.iter().copied().max().filter(|width| WIDTHS.contains(width))?;
    let code = lines.iter().filter(|line| looks_like_code(line.trimmed())).count();
    if code * MAX_CODE >= lines.len() {
        return None;
    }
    let (mut breaks, mut in_sentence, mut upper) = (0, 0, 0);
    for (pair, &columns) in lines.windows(2).zip(columns) {
        if is_break(pair, columns, width) {
            breaks += 1;
            in_sentence += usize::from(!pair[0].text.ends_with(['.', '!', '?', '…', ':', '。']));
            upper += usize::from(pair[1].trimmed().starts_with(char::is_uppercase));
        }
    }
    // Most ends are breaks, most of those fall inside sentences, and not nearly all lines start like one.
    let wrapped = lines.len() > 2 && breaks * 10 >= (lines.len() - 1) * 6 && in_sentence * 2 > breaks;
    (wrapped && upper * 10 <= breaks * 6).then_some(width)
}

/// Whether the first of two lines ends because the second's first word did not fit.
fn is_break(pair: &[Line], columns_of_first: usize, width: usize) -> bool {
    let next = pair[1].trimmed();
    let word = if next.starts_with(is_wide) { 2 } else { 1 + columns(next.split(' ').next().unwrap_or("")) };
    // An indented line starts a paragraph.
    columns_of_first + word > width && pair[1].indent() <= pair[0].indent() + 1
}

/// Adds a line to the paragraph it goes on with: with a space, but not between Chinese or Japanese characters and
/// not after a word's hyphen.
pub(super) fn join(paragraph: &mut String, line: &str) {
    let mut end = paragraph.chars().rev();
    let (last, before) = (end.next(), end.next());
    let hyphen = last == Some('-') && before.is_some_and(char::is_alphabetic) && line.starts_with(char::is_lowercase);
    let unspaced = last.is_some_and(is_unspaced) && line.starts_with(is_unspaced);
    if !hyphen && !unspaced {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { usize::from(!matches!(c, '\u{300}'..='\u{36f}')) }).sum()
}

/// Characters of Chinese, Japanese and Korean, and full-width forms.
fn is_wide(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}
