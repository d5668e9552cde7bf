//! Where the headline and the text of a paste stand, and the lines beside them that may have its facts.

use super::pasted_line::PastedLine;
use std::ops::Range;

/// How many lines after the headline, and after the text, are searched.
const LINES_AFTER_TITLE: usize = 8;
const LINES_AFTER_TEXT: usize = 4;
/// How many lines after the first one of the text may have a date.
const LINES_AFTER_LEAD: usize = 6;
/// Longest line with a name or a date, in words: names, a section, a date, a time, a place.
pub(super) const MAX_LINE_WORDS: usize = 16;

/// The lines of a paste, and the range of those of its headline.
#[derive(Debug, Clone)]
pub(super) struct PasteZones<'a> {
    pub lines: &'a [PastedLine<'a>],
    pub headline: Option<Range<usize>>,
}

impl<'a> PasteZones<'a> {
    /// Returns the last line of the headline.
    pub fn title(&self) -> Option<usize> {
        self.headline.as_ref().map(|lines| lines.end - 1)
    }

    pub fn text(&self, i: usize) -> &'a str {
        self.lines[i].text
    }

    /// Returns the lines between the headline and the first kept running text.
    pub fn after_title(&self) -> Range<usize> {
        let Some(title) = self.title() else { return 0..0 };
        let rest = title + 1..(title + 1 + LINES_AFTER_TITLE).min(self.lines.len());
        let text = rest.clone().find(|&i| self.lines[i].kept && self.lines[i].is_body);
        rest.start..text.unwrap_or(rest.end)
    }

    /// Returns the dropped lines among the first ones of the text.
    pub fn after_lead(&self) -> impl Iterator<Item = usize> {
        let start = self.title().map_or(self.lines.len(), |_| self.after_title().end);
        let rest = start..(start + LINES_AFTER_LEAD).min(self.lines.len());
        rest.filter(|&i| !self.lines[i].kept)
    }

    /// Returns the lines right after the last kept line, including that line if it is as short as a name.
    pub fn after_text(&self) -> Range<usize> {
        const NAME_WORDS: usize = 8;
        let Some(last) = self.lines.iter().rposition(|line| line.kept) else { return 0..0 };
        let is_name = !self.lines[last].is_body && self.lines[last].words <= NAME_WORDS && Some(last) != self.title();
        let start = if is_name { last } else { last + 1 };
        start..(last + 1 + LINES_AFTER_TEXT).min(self.lines.len())
    }
}
