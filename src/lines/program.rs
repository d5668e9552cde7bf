//! Finds programs and terminal output without indentation or fences.

use super::marks::looks_like_code;
use super::read::SourceLine;
use crate::text;

/// Counts the lines of terminal output that starts with a prompt or a traceback. The output ends at
/// a sentence. It also ends at a blank line, unless a command or an indented line follows.
pub(super) fn session(lines: &[SourceLine]) -> Option<usize> {
    let is_traceback = |line: &SourceLine| line.trimmed() == "Traceback (most recent call last):";
    if !is_prompt(lines[0].trimmed()) && !is_traceback(&lines[0]) {
        return None;
    }
    let goes_on = |line: &SourceLine| match is_prompt(line.trimmed()) || line.indent() > 1 {
        true => true,
        false => line.blank_before == 0 && !is_prose(line.trimmed()),
    };
    Some(1 + lines[1..].iter().take_while(|line| goes_on(line)).count())
}

/// Counts the lines that a terminal printed in columns. At least two columns start at the same places in all of these lines,
/// each after two spaces or more. A form or a list of prices has only one such column.
pub(super) fn columns(lines: &[SourceLine]) -> Option<usize> {
    const FEWEST_LINES: usize = 3;
    const FEWEST_COLUMNS: usize = 2;
    let mut shared = column_starts(&lines[0]);
    let mut count = 1;
    for line in &lines[1..] {
        let starts = column_starts(line);
        let left: Vec<usize> = shared.iter().copied().filter(|start| starts.contains(start)).collect();
        if left.len() < FEWEST_COLUMNS || line.blank_before > 0 {
            break;
        }
        shared = left;
        count += 1;
    }
    (count >= FEWEST_LINES).then_some(count)
}

/// Returns where the columns of a line start, in characters: after a word and two spaces or more. Only the first few are
/// returned.
fn column_starts(line: &SourceLine) -> Vec<usize> {
    const MOST: usize = 16;
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}');
    let mut starts = Vec::new();
    let (mut spaces, mut has_words) = (0, false);
    for (at, c) in line.text.chars().enumerate() {
        if is_space(c) {
            spaces += 1;
            continue;
        }
        if has_words && spaces > 1 && starts.len() < MOST {
            starts.push(at);
        }
        (spaces, has_words) = (0, true);
    }
    starts
}

/// Counts the lines from the first one on that may belong to a program. Also returns `true` if they
/// are a program.
pub(super) fn program(lines: &[SourceLine]) -> (usize, bool) {
    const FEWEST: usize = 3;
    let is_part = |line: &SourceLine| {
        let text = line.trimmed();
        looks_like_code(text) && !is_prose(text) || line.indent() > 1 && !text.ends_with(['.', '?'])
    };
    if !looks_like_code(lines[0].trimmed()) {
        return (1, false);
    }
    let is_near = |at: usize| at == 0 || lines[at].blank_before < 2;
    let end = (0..lines.len()).find(|&at| !is_part(&lines[at]) || !is_near(at)).unwrap_or(lines.len());
    let run = &lines[..end];
    let of = |test: fn(&str) -> bool| run.iter().filter(|line| test(line.trimmed())).count();
    (end.max(1), end >= FEWEST && of(looks_like_code) * 3 >= end * 2 && of(is_statement) * 2 >= end)
}

/// Returns `true` if a line has signs that prose never has: calls, assignments, braces, JSON keys,
/// tags.
fn is_statement(text: &str) -> bool {
    let ends = text.ends_with([';', '{', '}', ')', ':', ',', '(', '[', ']', '>']);
    let has_mark = text.contains(['(', '{', '}', '=', '[', '<', '"']);
    ends && has_mark || text.contains(" = ") || text.contains(" += ") || text.starts_with("return ") || text == "}"
}

/// Returns `true` if a line is a command after the prompt of a shell or an interpreter. A `$`
/// before a digit is a price.
fn is_prompt(text: &str) -> bool {
    let is_command = |rest: &str| rest.starts_with(|c: char| c.is_ascii_lowercase() || matches!(c, '.' | '/' | '~'));
    let is_shell = ["$ ", "% "].iter().any(|mark| text.strip_prefix(mark).is_some_and(is_command));
    let names_place = text.split_once(['$', '>']).is_some_and(|(place, rest)| {
        let is_user = place.contains('@') && place.contains(':') && !place.contains(' ') && rest.starts_with(' ');
        is_user || place.trim_start_matches("PS ").get(1..3) == Some(":\\")
    });
    is_shell || names_place || text.starts_with(">>> ") && text[4..].contains(['(', '=', '.'])
}

fn is_prose(text: &str) -> bool {
    const WORDS: usize = 8;
    let starts = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    starts && text::ends_sentence(text) && text::word_count(text) >= WORDS
}
