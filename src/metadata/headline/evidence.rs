//! Measures a line that may be the headline. The [`weights`](super::weights) are learned from these
//! numbers.

use super::{HeadlineSearch, Most};
use crate::metadata::pasted_line::PastedLine;
use crate::metadata::undress;
use crate::text;

/// The names of the numbers, in their order.
pub const NAMES: [&str; 75] = [
    "words taken up",
    "pairs of words taken up",
    "words and pairs, beside the line with most",
    "pieces taken up",
    "pieces, beside the line with most",
    "text above",
    "other lines between it and the text",
    "nearest to the text",
    "marked as a heading",
    "likely title",
    "a date or name below",
    "text below",
    "a label below",
    "a button or caption below",
    "another line below",
    "a date or name above",
    "a label above",
    "a button or caption above",
    "a menu above",
    "text above it",
    "a few words above",
    "another line above",
    "one word",
    "two words",
    "three words",
    "four words",
    "five to eight words",
    "nine to fourteen words",
    "words past eighteen",
    "ends a sentence",
    "ends a question or a call",
    "ends in a comma or a dash",
    "kept",
    "running text",
    "a button",
    "a caption",
    "legal",
    "a date or name",
    "begins in lower case",
    "quoted from the text",
    "ends in a credit",
    "share of digits",
    "few words with a number",
    "said again",
    "said again by a line of its own",
    "few words, said again",
    "a name",
    "all words capitalized",
    "two sentences",
    "a pointer",
    "inside the text",
    "the text's first line",
    "distance above the text",
    "depth inside the text",
    "dates and names among the next four",
    "labels among the next four",
    "headlines among the three above",
    "headlines among the three below",
    "longer than the line below",
    "longer than the line above",
    "shorter than the line",
    "text right below a date or name",
    "a quotation mark or dash at the start",
    "in capitals",
    "share of capitalized words",
    "a number mark at the start",
    "a counter at the start",
    "a colon near the start",
    "share of commas",
    "glued words",
    "a tab in the line",
    "begins another line",
    "lines that say it",
    "said by a legal line",
    "said again as a subheading",
];
/// How many numbers there are.
pub const COUNT: usize = NAMES.len();

/// Shorter titles are part of other lines by chance.
const FEWEST_BYTES: usize = 8;

/// Measures a line that may be the headline.
pub(super) fn of(search: &HeadlineSearch, i: usize, most: &Most) -> [f32; COUNT] {
    let lines = search.lines;
    let line = &lines[i];
    let title = search.title(i);
    let folded = text::fold(title);
    let words = text::word_count(title);
    let start = search.text.start;
    let flag = |is_so: bool| f32::from(u8::from(is_so));
    let logarithm = |n: usize| (n as f32).ln_1p();

    let (of_words, of_pairs) = search.taken_up(&folded, i);
    let of_pieces = search.pieces_taken_up(&folded);
    let between = search.between(i, &folded);
    let below = (i + 1..lines.len()).find(|&j| lines[j].folded != folded).map(|j| (j, &lines[j]));
    let above = (0..i).rev().find(|&j| lines[j].folded != folded).map(|j| (j, &lines[j]));
    let is_beside = |found: Option<(usize, &PastedLine)>| found.is_some_and(|(j, _)| search.is_beside(j));
    let is_plain = |found: Option<(usize, &PastedLine)>| {
        found.is_some_and(|(j, line)| !search.is_beside(j) && !line.is_label && !line.is_widget && !line.is_caption)
    };
    let has = |found: Option<(usize, &PastedLine)>, is_so: &dyn Fn(&PastedLine) -> bool| {
        flag(found.is_some_and(|(_, line)| is_so(line)))
    };
    let is_headline = |j: usize| {
        let line = &lines[j];
        line.words > 3 && !line.is_body && !line.is_widget && !line.is_caption && search.is_headline_like(j)
    };
    let share = |count: usize, of: usize| count as f32 / of as f32;
    let next = |n: usize| i + 1..lines.len().min(i + 1 + n);
    let before = |n: usize| i.saturating_sub(n)..i;

    let said_again = search.is_said_again(i, &folded);
    let own_line = lines.iter().enumerate().any(|(j, line)| j != i && line.folded == folded);
    let uncredited = text::fold(undress::without_credit(title));
    let before_bracket = text::fold(title.split(" (").next().unwrap_or_default());
    let is_quoted = words >= 4 && [&folded, &uncredited, &before_bracket].iter().any(|said| search.is_of_text(said, i));
    let is_capitalized = title.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let chars = title.chars().count().max(1);
    let digits = title.chars().filter(char::is_ascii_digit).count();
    let ratio = |found: Option<(usize, &PastedLine)>| {
        found.map_or(0.0, |(_, other)| (logarithm(words) - logarithm(other.words)).clamp(-2.0, 2.0))
    };
    let others = || lines.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, other)| other);
    let is_long_enough = folded.len() >= FEWEST_BYTES;
    let says = |other: &PastedLine| is_long_enough && other.folded.contains(&folded);
    let begins = |other: &PastedLine| {
        is_long_enough && !other.is_body && other.folded.len() > folded.len() && other.folded.starts_with(&folded)
    };
    let unnumbered = text::fold(title.trim_start_matches(|c: char| !c.is_alphabetic()));
    let is_subheading = |other: &PastedLine| other.kept && !other.is_body && other.folded.ends_with(&unnumbered);
    let capitalized = title.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let commas = title.matches([',', ';', '，', '、', '；', '·', '|', '/', '\t']).count();
    let after_date = below.filter(|_| is_beside(below)).and_then(|(j, _)| lines.get(j + 1));

    [
        of_words,
        of_pairs,
        of_words + of_pairs - most.taken_up,
        of_pieces,
        of_pieces - most.pieces,
        (search.text_above(i) as f32).min(4.0),
        between.min(5.0),
        flag(words >= 3 && between < 1.0),
        flag(line.is_heading),
        flag(line.is_likely_title),
        flag(is_beside(below)),
        has(below, &|line| line.kept) * flag(!is_beside(below)),
        has(below, &|line| line.is_label),
        has(below, &|line| line.is_widget || line.is_caption),
        flag(is_plain(below)) * has(below, &|line| !line.kept),
        flag(is_beside(above)),
        has(above, &|line| line.is_label),
        has(above, &|line| line.is_widget || line.is_caption),
        has(above, &|line| undress::is_menu(line.text)),
        has(above, &|line| line.kept),
        flag(is_plain(above)) * has(above, &|line| !line.kept && line.words <= 3),
        flag(is_plain(above)) * has(above, &|line| !line.kept && line.words > 3),
        flag(words <= 1),
        flag(words == 2),
        flag(words == 3),
        flag(words == 4),
        flag((5..=8).contains(&words)),
        flag((9..=14).contains(&words)),
        (words.saturating_sub(18) as f32 / 10.0).min(2.0),
        flag(title.ends_with(['.', '。', '।', '۔'])),
        flag(title.ends_with(['?', '!', '？', '！', '؟'])),
        flag(title.ends_with([',', '，', '、', '،', ';', '-', '–', '—'])),
        flag(line.kept),
        flag(line.is_body),
        flag(line.is_widget),
        flag(line.is_caption),
        flag(line.is_legal),
        flag(search.is_beside(i)),
        flag(title.starts_with(char::is_lowercase)),
        flag(is_quoted),
        flag(uncredited.len() < folded.len()),
        share(digits, chars),
        flag(words <= 6 && digits > 0),
        flag(said_again),
        flag(own_line),
        flag(words <= 3 && said_again),
        flag(text::is_name(title)),
        flag(is_capitalized),
        flag(super::has_two_sentences(title)),
        flag(undress::is_pointer(line.text)),
        flag(i > start),
        flag(i == start),
        logarithm(start.saturating_sub(i)),
        logarithm(i.saturating_sub(start)),
        share(next(4).filter(|&j| search.is_beside(j)).count(), 4),
        share(next(4).filter(|&j| lines[j].is_label || lines[j].is_widget).count(), 4),
        share(before(3).filter(|&j| is_headline(j)).count(), 3),
        share(next(3).filter(|&j| is_headline(j)).count(), 3),
        ratio(below),
        ratio(above),
        logarithm(line.text.trim().chars().count().saturating_sub(chars)),
        flag(after_date.is_some_and(|line| line.kept)),
        flag(title.starts_with(['"', '“', '«', '„', '「', '『', '—', '–', '-'])),
        flag(title.contains(char::is_uppercase) && !title.contains(char::is_lowercase)),
        share(capitalized, words.max(1)),
        flag(has_number_mark(title)),
        flag(has_counter(title)),
        flag(title.split_whitespace().take(3).any(|word| word.ends_with([':', '：']))),
        share(commas, words.max(1)).min(1.0),
        flag(has_glued_words(title)),
        flag(line.text.trim().contains('\t')),
        flag(others().any(begins)),
        logarithm(others().filter(|other| says(other)).count()),
        flag(others().any(|other| (other.is_legal || other.text.contains('©')) && says(other))),
        flag(!unnumbered.is_empty() && lines[i + 1..].iter().any(is_subheading)),
    ]
}

/// Returns `true` if a text begins with the number of a section: `1 Sails`, `2. Sails`, `IV. Sails`.
fn has_number_mark(text: &str) -> bool {
    const MOST_DIGITS: usize = 2;
    let Some((first, _)) = text.split_once(' ') else { return false };
    let number = first.trim_end_matches(['.', ')', '/']);
    let is_roman = || number.len() < first.len() && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    !number.is_empty() && (number.len() <= MOST_DIGITS && number.bytes().all(|b| b.is_ascii_digit()) || is_roman())
}

/// Returns `true` if a text begins with the number of a picture and the number of all pictures:
/// `1/14 The harbour`.
fn has_counter(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_number = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    first.split_once('/').is_some_and(|(number, all)| is_number(number) && is_number(all))
}

/// Returns `true` if a capital follows a small letter inside a word. This happens when a path has
/// lost its separators: `HomeNews`.
fn has_glued_words(text: &str) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
}
