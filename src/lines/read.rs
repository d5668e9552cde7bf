//! Splits text into lines and removes invisible characters.

use super::marks::{fence, is_bullet, marker, rule_mark};
use std::borrow::Cow;

/// Width of a tab, in columns.
const TAB: usize = 4;

/// A line that is not blank.
#[derive(Debug, Clone)]
pub(super) struct SourceLine<'a> {
    /// The characters of the line, with its indentation and without white space at its end.
    pub(super) text: Cow<'a, str>,
    /// The number of blank lines before the line.
    pub(super) blank_before: usize,
    /// `true` if the line ended with a soft hyphen. Its last word then continues on the next line.
    pub(super) ends_in_soft_hyphen: bool,
}

impl SourceLine<'_> {
    /// Returns the text without indentation.
    pub(super) fn trimmed(&self) -> &str {
        self.text.trim_start()
    }

    /// Returns the width of the white space at the start of the line, in columns.
    pub(super) fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).map(width_of_space).sum()
    }

    /// Returns the text without the given number of columns of indentation. Browsers copy the
    /// spaces of code as no-break spaces, which become spaces again.
    pub(super) fn without_indent(&self, columns: usize) -> String {
        let trimmed = self.trimmed();
        let mut text = " ".repeat(self.indent().saturating_sub(columns));
        text.extend(trimmed.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }));
        text
    }

    /// Returns `true` if the line begins like the item of a list.
    pub(super) fn is_item(&self) -> bool {
        marker(self.trimmed()).is_some()
    }

    /// Returns `true` if the line has no mark of another kind of block.
    pub(super) fn is_plain(&self) -> bool {
        let text = self.trimmed();
        !text.starts_with(['>', '#', '|'])
            && marker(text).is_none()
            && rule_mark(text).is_none()
            && fence(text).is_none()
    }
}

fn width_of_space(c: char) -> usize {
    if c == '\t' { TAB } else { 1 }
}

/// Returns the lines of a text that are not blank.
pub(super) fn lines(text: &str) -> Vec<SourceLine<'_>> {
    let mut after_return = false;
    let lines = text.split_inclusive(is_line_break).filter(move |line| {
        let second_half = after_return && *line == "\n";
        after_return = line.ends_with('\r');
        !second_half
    });
    numbered(lines, 0)
}

/// Returns the lines that are not blank, with the number of blank lines before each.
pub(super) fn numbered<'a>(lines: impl Iterator<Item = &'a str>, mut blank_before: usize) -> Vec<SourceLine<'a>> {
    let mut found = Vec::new();
    for line in lines {
        let text = visible(line.trim_end());
        if text.trim().is_empty() {
            blank_before += 1;
        } else {
            found.push(SourceLine { text, blank_before, ends_in_soft_hyphen: line.trim_end().ends_with('\u{ad}') });
            blank_before = 0;
        }
    }
    found
}

/// Joins each bullet that is alone on a line with the text after it, because some text tools write
/// lists in this way. If the text has only one such bullet, it is a separator and stays.
pub(super) fn with_bullets(lines: Vec<SourceLine<'_>>) -> Vec<SourceLine<'_>> {
    let is_bullet = |line: &SourceLine| is_bullet(line.trimmed());
    if lines.iter().filter(|line| is_bullet(line)).nth(1).is_none() {
        return lines;
    }
    let mut joined: Vec<SourceLine> = Vec::with_capacity(lines.len());
    for line in lines {
        match joined.last_mut() {
            Some(last) if is_bullet(last) && line.blank_before < 2 && !is_bullet(&line) => {
                last.text = format!("{} {}", last.text, line.trimmed()).into();
                last.ends_in_soft_hyphen = line.ends_in_soft_hyphen;
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Removes soft hyphens, byte order marks, zero-width spaces and control characters. Joiners stay,
/// because Persian, the scripts of India and emoji need them.
fn visible(line: &str) -> Cow<'_, str> {
    let hidden =
        |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || (c.is_control() && c != '\t');
    if line.contains(hidden) { line.replace(hidden, "").trim_end().to_owned().into() } else { line.into() }
}
