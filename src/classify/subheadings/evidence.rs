//! Measures a line that may be a subheading. The [`weights`](super::weights) are learned from these
//! numbers.

use crate::blocks::Blocks;
use crate::features::lines::{Lines, Look};
use crate::features::{BlockKind, Measured};
use crate::hash::HashMap;
use crate::text::{self, ends_sentence};

/// The names of the numbers, in their order.
pub const NAMES: [&str; 70] = [
    "chosen",
    "probability",
    "probability of the text around",
    "one word",
    "two or three words",
    "four to six words",
    "words past six",
    "characters",
    "ends a question",
    "ends in a colon",
    "ends a sentence",
    "ends in a letter, a number or a bracket",
    "begins in lower case",
    "begins with a number",
    "numbered like others",
    "a colon inside",
    "a comma inside",
    "a dash or bar inside",
    "share of digits",
    "all capitals",
    "all words capitalized",
    "a name",
    "begins with a label",
    "looks like a headline",
    "looks short",
    "looks like text",
    "said again",
    "follows the headline",
    "text before ends a sentence",
    "text before ends in a colon",
    "text before ends a question",
    "words before",
    "a list before",
    "a short line before",
    "text after ends a sentence",
    "words after",
    "a list after",
    "a short line after",
    "a longer line after",
    "text after begins in lower case",
    "lines left out before",
    "lines left out after",
    "blank lines before",
    "blank lines after",
    "more blank before than after",
    "share of blank lines",
    "short lines in the text",
    "short lines like it",
    "lines since a short line",
    "lines to a short line",
    "words since a short line",
    "words to a short line",
    "lines of the text",
    "depth in the text",
    "words taken up below",
    "a caption beside",
    "begins with a mark",
    "in quotation marks",
    "ends in a square bracket",
    "blank before, beside other lines",
    "blank after, beside other lines",
    "short lines with the same blanks",
    "short lines of the same shape",
    "short lines over longer ones",
    "short lines right before",
    "short lines right after",
    "lines since a blank one",
    "lines to a blank one",
    "a longer line before",
    "a date or number alone",
];
/// How many numbers there are.
pub const COUNT: usize = NAMES.len();

/// The lines around the candidates, read once for all of them.
pub(super) struct SubheadingSearch<'a> {
    blocks: &'a Blocks,
    measured: &'a Measured,
    lines: &'a Lines,
    probabilities: &'a [f32],
    chosen: &'a [bool],
    /// The chosen lines, in order.
    text: Vec<usize>,
    /// For each line, how many chosen lines stand before it.
    before: Vec<usize>,
    /// For each text, the number of lines that consist of it.
    copies: HashMap<&'a str, usize>,
    /// For each start before a number, such as "day", the number of lines that begin with it.
    series: HashMap<&'a str, usize>,
    /// The places in `text` of short lines without an end mark.
    short: Vec<usize>,
    /// For each pair of flags, the number of short lines with the same blank lines around them.
    /// `styles` counts the short lines of each style.
    blanks: HashMap<(bool, bool), usize>,
    styles: HashMap<LineStyle, usize>,
    /// The share of the short lines that stand directly above a line with more than twice as many
    /// words.
    over_longer: f32,
    blank_share: f32,
    /// The share of the text's lines with a blank line before them.
    blank_share_of_text: f32,
}

impl<'a> SubheadingSearch<'a> {
    pub(super) fn new(
        blocks: &'a Blocks,
        measured: &'a Measured,
        lines: &'a Lines,
        probabilities: &'a [f32],
        chosen: &'a [bool],
    ) -> SubheadingSearch<'a> {
        let n = chosen.len();
        let text: Vec<usize> = (0..n).filter(|&i| chosen[i]).collect();
        let mut before = Vec::with_capacity(n);
        let mut count = 0;
        for &is_chosen in chosen {
            before.push(count);
            count += usize::from(is_chosen);
        }
        let blank = lines.blank_before.iter().filter(|&&blank| blank > 0).count();
        let mut search = SubheadingSearch {
            blocks,
            measured,
            lines,
            probabilities,
            chosen,
            text,
            before,
            copies: HashMap::default(),
            series: HashMap::default(),
            short: Vec::new(),
            blanks: HashMap::default(),
            styles: HashMap::default(),
            over_longer: 0.0,
            blank_share: blank as f32 / n.max(1) as f32,
            blank_share_of_text: 0.0,
        };
        for i in 0..n {
            *search.copies.entry(lines.folded[i].as_str()).or_insert(0) += 1;
            if let Some(series) = search.series(i) {
                *search.series.entry(series).or_insert(0) += 1;
            }
        }
        search.short = (0..search.text.len()).filter(|&place| search.is_short(search.text[place])).collect();
        for &place in &search.short {
            let i = search.text[place];
            let (blanks, style) = (search.blanks_around(i), style_of(search.line(i)));
            *search.blanks.entry(blanks).or_insert(0) += 1;
            *search.styles.entry(style).or_insert(0) += 1;
        }
        let over_longer = search.short.iter().filter(|&&place| {
            let words = |place: usize| search.text.get(place).map_or(0, |&i| measured.blocks[i].words);
            words(place + 1) > 2 * words(place)
        });
        search.over_longer = over_longer.count() as f32 / search.short.len().max(1) as f32;
        let blank = search.text.iter().filter(|&&i| search.has_blank_before(i)).count();
        search.blank_share_of_text = blank as f32 / search.text.len().max(1) as f32;
        search
    }

    /// Returns `true` if a line has a blank line before it. A line number after the end of the
    /// paste counts as having one.
    fn has_blank_before(&self, i: usize) -> bool {
        self.lines.blank_before.get(i).is_none_or(|&blank| blank > 0)
    }

    /// Returns whether blank lines stand before and after a line.
    fn blanks_around(&self, i: usize) -> (bool, bool) {
        (self.has_blank_before(i), self.has_blank_before(i + 1))
    }

    /// Returns the words that the numbered lines of a series share: "day" for "Day 1", and "" for
    /// "1. The sea".
    pub(super) fn series(&self, i: usize) -> Option<&'a str> {
        series_of(self.line(i), &self.lines.folded[i])
    }

    fn line(&self, i: usize) -> &'a str {
        self.blocks.list[i].text.trim()
    }

    fn is_item(&self, i: usize) -> bool {
        !matches!(self.measured.blocks[i].kind, BlockKind::Paragraph | BlockKind::Heading)
    }

    /// Returns `true` for a short line without an end mark that is not an item of a list.
    fn is_short(&self, i: usize) -> bool {
        const MOST_WORDS: usize = 10;
        self.measured.blocks[i].words <= MOST_WORDS && !self.is_item(i) && !ends_sentence(self.line(i))
    }

    /// Measures a line.
    pub(super) fn evidence(&self, i: usize) -> [f32; COUNT] {
        let flag = |is_so: bool| f32::from(u8::from(is_so));
        /// A longer run of lines counts as this long.
        const MOST_RUN: usize = 12;
        let logarithm = |n: usize| (n as f32).ln_1p();
        let share = |count: usize, of: usize| count as f32 / of.max(1) as f32;
        let (text, folded) = (self.line(i), self.lines.folded[i].as_str());
        let words = self.measured.blocks[i].words;
        let characters = text.chars().count();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let upper = text.chars().filter(|c| c.is_uppercase()).count();
        let look = self.lines.looks[i];

        // The places, among the chosen lines, of the last one before this line and the first one
        // after it.
        let place = self.before[i];
        let last = place.checked_sub(1).map(|place| self.text[place]);
        let next_place = place + usize::from(self.chosen[i]);
        let next = self.text.get(next_place).copied();
        let of = |found: Option<usize>, value: &dyn Fn(usize) -> f32| found.map_or(0.0, value);
        let words_of = |found: Option<usize>| of(found, &|j| logarithm(self.measured.blocks[j].words));
        let blank = |i: usize| self.lines.blank_before.get(i).map_or(1.0, |&blank| f32::from(blank.min(3)));
        let probability = |found: Option<usize>| of(found, &|j| self.probabilities[j]);
        let gap_before = last.map_or(4, |last| i - last - 1);
        let gap_after = next.map_or(4, |next| next - i - 1);
        let numbered = self.series(i).and_then(|series| self.series.get(series)).is_some_and(|&count| count > 1);

        // The nearest other short lines, and the lines between.
        let at = self.short.partition_point(|&short| short < place);
        let earlier = at.checked_sub(1).map(|at| self.short[at]);
        let later = self.short[at..].iter().copied().find(|&short| short >= next_place);
        let words_between =
            |from: usize, to: usize| self.text[from..to].iter().map(|&j| self.measured.blocks[j].words).sum::<usize>();
        let since = earlier.map_or(place, |earlier| place - earlier - 1);
        let until = later.map_or(self.text.len() - next_place.min(self.text.len()), |later| later - next_place);
        let words_since = words_between(place - since, place);
        let words_until = words_between(next_place.min(self.text.len()), next_place + until);
        let is_like_it = |&&short: &&usize| {
            let other = self.measured.blocks[self.text[short]].words;
            other <= 2 * words && words <= 2 * other
        };

        // The line itself is not counted among the others.
        let own = usize::from(self.chosen[i] && self.is_short(i));
        let count = self.short.len() - own;
        let same_blanks = self.blanks.get(&self.blanks_around(i)).map_or(0, |&count| count - own);
        let same_style = self.styles.get(&style_of(text)).map_or(0, |&count| count - own);
        // Counts the short lines right before and after, which may form a list.
        let is_short_at = |place: usize| self.text.get(place).is_some_and(|&j| self.is_short(j));
        let run_before = (0..place).rev().take(MOST_RUN).take_while(|&place| is_short_at(place)).count();
        let run_after = (next_place..).take(MOST_RUN).take_while(|&place| is_short_at(place)).count();
        let since_blank = (0..=i).rev().take(MOST_RUN).take_while(|&j| !self.has_blank_before(j)).count();
        let to_blank = (i + 1..).take(MOST_RUN).take_while(|&j| !self.has_blank_before(j)).count();

        [
            flag(self.chosen[i]),
            self.probabilities[i],
            (probability(last) + probability(next)) / 2.0,
            flag(words == 1),
            flag((2..=3).contains(&words)),
            flag((4..=6).contains(&words)),
            words.saturating_sub(6) as f32 / 4.0,
            characters as f32 / 40.0,
            flag(is_question(text)),
            flag(text.ends_with([':', '：'])),
            flag(ends_sentence(text) && !is_question(text)),
            flag(text.ends_with(|c: char| c.is_alphanumeric() || ")）\"»”’%".contains(c))),
            flag(text.starts_with(char::is_lowercase)),
            flag(text.starts_with(char::is_numeric)),
            flag(numbered),
            flag(text.trim_end_matches([':', '：']).contains([':', '：'])),
            flag(text.contains([',', '，', '、', '،'])),
            flag([" – ", " - ", " — ", "|", "·", "•", "…"].iter().any(|mark| text.contains(mark))),
            share(digits, characters),
            flag(letters > 1 && upper == letters),
            flag(text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase)) && upper > 0),
            flag(text::is_name(text)),
            flag(self.lines.labels[i].is_some()),
            flag(look == Look::Headline),
            flag(look == Look::Short),
            flag(look == Look::Body),
            flag(self.copies.get(folded).is_some_and(|&count| count > 1)),
            flag(last.is_none()),
            of(last, &|j| flag(ends_sentence(self.line(j)))),
            of(last, &|j| flag(self.line(j).ends_with([':', '：']))),
            of(last, &|j| flag(is_question(self.line(j)))),
            words_of(last),
            of(last, &|j| flag(self.is_item(j))),
            of(last, &|j| flag(self.is_short(j))),
            of(next, &|j| flag(ends_sentence(self.line(j)))),
            words_of(next),
            of(next, &|j| flag(self.is_item(j))),
            of(next, &|j| flag(self.is_short(j))),
            of(next, &|j| flag(self.measured.blocks[j].words > 2 * words)),
            of(next, &|j| flag(self.line(j).starts_with(char::is_lowercase))),
            gap_before.min(4) as f32,
            gap_after.min(4) as f32,
            blank(i),
            blank(i + 1),
            blank(i) - blank(i + 1),
            self.blank_share,
            share(self.short.len(), self.text.len()),
            logarithm(self.short.iter().filter(is_like_it).count()),
            logarithm(since),
            logarithm(until),
            logarithm(words_since),
            logarithm(words_until),
            logarithm(self.text.len()),
            share(place, self.text.len()),
            self.taken_up(i, next_place),
            flag(
                [i.checked_sub(1), Some(i + 1)]
                    .into_iter()
                    .flatten()
                    .any(|j| self.lines.looks.get(j) == Some(&Look::Caption)),
            ),
            flag(text.starts_with(|c: char| !c.is_alphanumeric() && !is_quotation_mark(c))),
            flag(text.starts_with(is_quotation_mark)),
            flag(text.ends_with([']', '】'])),
            flag(self.has_blank_before(i)) - self.blank_share_of_text,
            flag(self.has_blank_before(i + 1)) - self.blank_share_of_text,
            share(same_blanks, count),
            share(same_style, count),
            self.over_longer,
            logarithm(run_before),
            logarithm(run_after),
            logarithm(since_blank),
            logarithm(to_blank),
            of(last, &|j| flag(self.measured.blocks[j].words > 2 * words)),
            flag(letters <= 1 || 2 * digits > characters),
        ]
    }

    /// Returns the share of a line's longer words that the next lines of the text repeat.
    fn taken_up(&self, i: usize, next_place: usize) -> f32 {
        const LETTERS: usize = 4;
        const LINES: usize = 3;
        let terms: Vec<&str> =
            self.lines.folded[i].split(' ').filter(|term| term.chars().nth(LETTERS - 1).is_some()).collect();
        let next = self.text.iter().skip(next_place).take(LINES);
        let said = next.flat_map(|&j| self.lines.folded[j].split(' ')).collect::<Vec<_>>();
        let taken = terms.iter().filter(|term| said.contains(term)).count();
        taken as f32 / terms.len().max(1) as f32
    }
}

/// The properties that the subheadings of one page have in common.
#[derive(PartialEq, Eq, Hash)]
struct LineStyle {
    in_capitals: bool,
    numbered: bool,
    marked: bool,
    quoted: bool,
    end: Option<char>,
}

/// Returns the style of a line.
fn style_of(text: &str) -> LineStyle {
    LineStyle {
        in_capitals: text.contains(char::is_uppercase) && !text.contains(char::is_lowercase),
        numbered: text.starts_with(char::is_numeric),
        marked: text.starts_with(|c: char| !c.is_alphanumeric()),
        quoted: text.starts_with(is_quotation_mark),
        end: text.chars().last().filter(|c| !c.is_alphanumeric()),
    }
}

/// Returns `true` if a character opens or closes a quotation.
fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '‹' | '「' | '『')
}

fn is_question(text: &str) -> bool {
    text.ends_with(['?', '？', '؟'])
}

/// Returns the word before the number of a numbered line: "day" for "Day 1: to sea", and "" for "1.
/// The sea". A time or a quantity is not such a number.
fn series_of<'a>(line: &str, folded: &'a str) -> Option<&'a str> {
    let (first, rest) = folded.split_once(' ')?;
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    if is_number(first) {
        let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let name = after.strip_prefix(['.', ')', '/', ':', '、', '．'])?.trim_start();
        return name.starts_with(char::is_alphabetic).then_some("");
    }
    rest.split(' ').next().is_some_and(is_number).then_some(first)
}
