//! Subheadings of pasted text. They have no markup: they are short lines between paragraphs, several in the same style.
//!
//! The danger is in taking captions, names and answers for subheadings. So a single such line stays a paragraph, and so
//! does a line that does not stand between two paragraphs of whole sentences.

use crate::blocks::Blocks;
use crate::features::lines::{Lines, Look};
use crate::features::{BlockKind, Measured};
use crate::hash::HashSet;
use crate::text::ends_sentence;

/// Minimum number of subheadings of an article. A single line is a caption as often as a subheading.
const FEWEST: usize = 2;

/// Finds the subheadings among the chosen lines. Also chooses numbered lines of the same series as the chosen ones.
pub(super) fn find(blocks: &Blocks, measured: &Measured, lines: &Lines, chosen: &mut [bool]) -> Vec<usize> {
    let is_marked = |&i: &usize| chosen[i] && measured.blocks[i].kind == BlockKind::Heading;
    if (0..chosen.len()).any(|i| is_marked(&i)) {
        return Vec::new();
    }
    let text = Subheadings { blocks, measured, lines };
    let mut next = vec![None; chosen.len()];
    for i in (1..chosen.len()).rev() {
        next[i - 1] = if chosen[i] { Some(i) } else { next[i] };
    }
    let (mut last, mut found) = (None, Vec::new());
    for i in 0..chosen.len() {
        if let (Some(before), Some(after)) = (last, next[i])
            && text.may_be_one(i)
            && text.is_over(before, after)
        {
            found.push(i);
        }
        last = if chosen[i] { Some(i) } else { last };
    }
    let series: HashSet<&str> = found.iter().filter(|&&i| chosen[i]).filter_map(|&i| text.series(i)).collect();
    found.retain(|&i| chosen[i] || text.series(i).is_some_and(|series_of_line| series.contains(series_of_line)));
    if found.len() < FEWEST {
        return Vec::new();
    }
    found.iter().for_each(|&i| chosen[i] = true);
    found
}

struct Subheadings<'a> {
    blocks: &'a Blocks,
    measured: &'a Measured,
    lines: &'a Lines,
}

impl Subheadings<'_> {
    fn text(&self, i: usize) -> &str {
        self.blocks.list[i].text.trim()
    }

    /// Returns `true` if a line looks like a subheading by itself.
    fn may_be_one(&self, i: usize) -> bool {
        const MOST_WORDS: usize = 12;
        const MOST_CHARACTERS: usize = 90;
        /// Characters of labels, addresses, lists of names and lines that continue.
        const NO_MARKS: [char; 10] = ['@', '|', '…', '©', '›', '→', '·', '⋅', '•', '\n'];
        let (text, f) = (self.text(i), &self.measured.blocks[i]);
        let is_question = text.ends_with(['?', '？']);
        // "Step 2: mix", but not "Photo: Reuters".
        let mut parts = text.splitn(2, [':', '：']);
        let label = parts.next().filter(|_| parts.next().is_some());
        f.kind == BlockKind::Paragraph
            && matches!(self.lines.looks[i], Look::Headline | Look::Short | Look::Body)
            && self.lines.labels[i].is_none_or(|found| !found.whole)
            && f.words <= MOST_WORDS
            && self.blocks.list[i].characters <= MOST_CHARACTERS
            && starts_sentence(text)
            && text.contains(char::is_alphabetic)
            && text.ends_with(|c: char| c.is_alphanumeric() || "?？!！)）”\"»'’%".contains(c))
            && (is_question || !ends_sentence(text))
            && label.is_none_or(|label| label.contains(char::is_numeric))
            && !text.contains(NO_MARKS)
            && !text.contains("://")
            && !text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start().contains(". ")
    }

    /// Returns `true` if a line stands between paragraphs. A list may stand before it.
    fn is_over(&self, before: usize, after: usize) -> bool {
        const WORDS_BEFORE: usize = 8;
        const WORDS_AFTER: usize = 15;
        let is_text = |i: usize, words| self.measured.blocks[i].words >= words && ends_sentence(self.text(i));
        let is_before = match self.measured.blocks[before].kind {
            BlockKind::Paragraph => is_text(before, WORDS_BEFORE) && !self.text(before).ends_with(['?', '？']),
            kind => matches!(kind, BlockKind::ListItem | BlockKind::Preformatted | BlockKind::TableRow),
        };
        let is_after = self.measured.blocks[after].kind == BlockKind::Paragraph && is_text(after, WORDS_AFTER);
        let start = self.text(after);
        let opens =
            starts_sentence(start.trim_start_matches(['“', '"', '«', '„', '「', '『', '¿', '¡', '(', '‘', '\'']));
        is_before && is_after && opens
    }

    /// Returns the words that numbered lines of a series share: "day" of "Day 1", "" of "1. The sea".
    fn series(&self, i: usize) -> Option<&str> {
        let (first, rest) = self.lines.folded[i].split_once(' ')?;
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        match rest.split(' ').next().is_some_and(is_number) {
            true => Some(first),
            false => is_number(first).then_some(""),
        }
    }
}

/// Returns `true` if a line starts with a number, a capital, or a letter of a script without capitals.
fn starts_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()) || text.starts_with(['¿', '¡'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, lines};

    const TEXT: &str = "The ferry leaves the harbour at noon and is back before the lamps of the town are lit.";

    /// Returns the subheadings of a paste of which all lines but one are chosen.
    fn found(paste: &[&str], left_out: &str) -> Vec<String> {
        let tree = lines::parse(&paste.join("\n\n")).tree;
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured);
        let mut chosen: Vec<bool> = blocks.list.iter().map(|block| block.text != left_out).collect();
        let found = find(&blocks, &measured, &lines, &mut chosen);
        assert!(found.iter().all(|&i| chosen[i]));
        found.into_iter().map(|i| blocks.list[i].text.clone()).collect()
    }

    #[test]
    fn a_numbered_line_of_a_series_is_chosen_with_the_others() {
        for [first, second, third] in [
            ["Day 1", "Day 2", "Day 3"],
            ["1. Das Meer", "2. Der Hafen", "3. Das Boot"],
            ["Ngày 1: ra khơi", "Ngày 2: gặp bão", "Ngày 3: về bến"],
        ] {
            assert_eq!(found(&[TEXT, first, TEXT, second, TEXT, third, TEXT], second), [first, second, third]);
        }
    }

    #[test]
    fn lines_that_share_a_word_are_no_series() {
        let paste = [TEXT, "Old boats", TEXT, "Old ropes", TEXT, "New sails", TEXT];
        assert_eq!(found(&paste, "Old ropes"), ["Old boats", "New sails"]);
    }

    #[test]
    fn a_label_of_a_page_is_no_subheading() {
        let paste = [TEXT, "Bình luận", TEXT, "Old boats", TEXT, "New sails", TEXT];
        assert_eq!(found(&paste, ""), ["Old boats", "New sails"]);
    }

    #[test]
    fn a_subheading_has_at_most_twelve_words_and_ninety_letters() {
        let twelve = "Old boats and new sails in the harbour of the northern town";
        let thirteen = "Old boats and new sails in the small harbour of the northern town";
        let ninety = format!("Old boats and {}", "a".repeat(79));
        let longer = format!("Old boats and {}", "a".repeat(80));
        for (line, expected) in [(twelve, true), (thirteen, false), (&ninety, true), (&longer, false)] {
            let paste = [TEXT, line, TEXT, "New sails", TEXT, "New ropes", TEXT];
            assert_eq!(found(&paste, "").contains(&line.to_owned()), expected, "{line}");
        }
    }

    #[test]
    fn a_subheading_may_begin_with_a_label() {
        let paste = [TEXT, "Related islands", TEXT, "New sails", TEXT];
        assert_eq!(found(&paste, ""), ["Related islands", "New sails"]);
    }

    #[test]
    fn a_list_may_stand_before_a_subheading() {
        let paste = [TEXT, "Old boats", TEXT, "- rope\n- sail", "New sails", TEXT];
        assert_eq!(found(&paste, ""), ["Old boats", "New sails"]);
        let short = [TEXT, "Old boats", TEXT, "Rope.", "New sails", TEXT];
        assert_eq!(found(&short, ""), [""; 0]);
    }
}
