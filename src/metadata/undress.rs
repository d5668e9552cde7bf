//! Takes the title out of a line that also has other parts: the site's name, a date, a section, a
//! count of readers or comments.
//!
//! The danger is in cutting words of the title. So a part is cut only if its form shows what it is,
//! or if one of the two parts also stands alone on another line.

use super::credit;
use super::date::{self, DateOrder};
use super::pasted_line::PastedLine;
use super::text::pattern;
use crate::hash::HashSet;
use crate::text;
use crate::words;
use crate::words::byline::strip_prefix;
use regex::Regex;
use std::sync::LazyLock;

/// Marks between a title and what follows it.
const DIVIDES: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", "｜"];
/// Marks between the steps of a page's path.
const STEPS: [&str; 7] = [" > ", " >> ", " » ", " › ", " → ", " ▸ ", " / "];

/// The lines around a title. They show which parts of a line are not the title.
pub(super) struct Dressing<'a> {
    lines: &'a [PastedLine<'a>],
}

impl<'a> Dressing<'a> {
    pub(super) fn of(lines: &'a [PastedLine<'a>]) -> Dressing<'a> {
        Dressing { lines }
    }

    /// Returns the title in a line.
    pub(super) fn title(&self, i: usize) -> &'a str {
        const MOST_PARTS: usize = 5;
        let line = self.lines[i].text.trim();
        let mut title = half(last_step(line.trim_start_matches(['#', ' '])));
        for _ in 0..MOST_PARTS {
            let shorter = without_time(without_count(title));
            let shorter = without_date(shorter).unwrap_or(shorter);
            let shorter = without_byline(shorter).unwrap_or(shorter);
            let shorter = self.without_end(shorter, i).unwrap_or(shorter);
            let shorter = self.without_path(shorter, i).unwrap_or(shorter);
            let shorter = self.without_start(shorter, i).unwrap_or(shorter);
            if shorter.len() == title.len() {
                break;
            }
            title = shorter;
        }
        if title.is_empty() { line } else { title }
    }

    /// Returns a title without its last part. The part is cut if it is the site's name, a page
    /// number or a count with its label, or if the rest of the title also stands alone on another
    /// line.
    fn without_end(&self, title: &'a str, i: usize) -> Option<&'a str> {
        let bracket = || title.strip_suffix([')', ']', '）', '】'])?.rsplit_once(['(', '[', '（', '【']);
        if let Some((head, inside)) = bracket()
            && (is_count_label(inside)
                || is_comment_count(inside)
                || title.ends_with(']') && is_in_capitals(inside)
                || self.is_own_line(head, i)
                // Other scripts have no capitals to tell a name from a note.
                || inside.starts_with(char::is_uppercase) && self.is_foreign(head, inside)
                || self.names_site(inside, i))
        {
            return some(head);
        }
        let divide =
            DIVIDES.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, *mark))).max_by_key(|&(at, _)| at);
        if let Some((at, mark)) = divide {
            let (head, tail) = (&title[..at], &title[at + mark.len()..]);
            // A number that counts something is not part of a site's name.
            let of_bar =
                matches!(mark, " | " | "｜") && is_short(tail) && words_of(head) >= 3 && !counts_something(tail);
            // A path may hold a shorter form of the title. What follows that form then continues
            // the title in lower case, and is not cut.
            let is_rest = tail.starts_with(char::is_lowercase) && !credit::is_domain(tail);
            if of_bar
                || mark == " | " && is_in_other_script(head, tail)
                || self.is_foreign(head, tail)
                || is_page_number(tail)
                || credit::is_domain(tail)
                || is_count_label(tail)
                || self.names_site(tail, i)
                || !is_rest && self.is_own_line(head, i)
            {
                return some(head);
            }
        }
        let ends = title.rmatch_indices(' ').take(MOST_COUNT_WORDS).map(|(at, _)| at);
        let counted =
            ends.clone().find(|&at| is_count_label(&title[at..]) || self.is_count(&title[..at], &title[at..]));
        counted.and_then(|at| some(&title[..at]))
    }

    /// Returns a title without a section or a label of its kind before it, such as "Politics:". A
    /// section is cut if it also appears in a line above, or if the rest of the title stands alone
    /// on another line. Marks in capitals and a forum's labels for threads are always cut.
    fn without_start(&self, title: &'a str, i: usize) -> Option<&'a str> {
        const SECTION_WORDS: usize = 4;
        let marked = || title.strip_prefix(['[', '【'])?.split_once([']', '】']);
        let (section, rest) = marked().or_else(|| title.split_once(": ")).or_else(|| title.split_once('：'))?;
        let is_section = title.starts_with(['[', '【']) && is_in_capitals(section)
            || is_kind(section)
            || words_of(section) <= SECTION_WORDS && (self.stands_above(section, i) || self.is_own_line(rest, i));
        is_section.then(|| some(rest)).flatten()
    }

    /// Returns a title without a path before it that has lost its separators: `HomeNewsThe ferry
    /// sails`. The path is cut only if the rest stands alone on another line.
    fn without_path(&self, title: &'a str, i: usize) -> Option<&'a str> {
        const WORDS: usize = 4;
        let is_rest = |(j, line): &(usize, &PastedLine)| {
            *j != i && !line.kept && line.words >= WORDS && line.text.trim().len() < title.len()
        };
        let mut rests = self.lines.iter().enumerate().filter(is_rest).map(|(_, line)| line.text.trim());
        let rest = rests.find(|rest| title.ends_with(rest) && rest.starts_with(char::is_uppercase))?;
        Some(&title[title.len() - rest.len()..])
    }

    /// Returns `true` if a line above names the section: it is the section's name, ends with it, or
    /// is a path in which the section is a step after the first.
    fn stands_above(&self, section: &str, i: usize) -> bool {
        const LINES: usize = 8;
        let section = text::fold(section);
        let end = format!(" {section}");
        let is_step = |line: &PastedLine| {
            STEPS.iter().any(|mark| line.text.split(mark).skip(1).any(|step| text::fold(step) == section))
        };
        let says = |line: &PastedLine| line.folded == section || line.folded.ends_with(&end) || is_step(line);
        self.lines[i.saturating_sub(LINES)..i].iter().any(says)
    }

    /// Returns `true` if the last part can be the site's name: a few capitalized words after a
    /// longer part, and the text uses none of them.
    fn is_foreign(&self, head: &str, tail: &str) -> bool {
        const FEWEST_BEFORE: usize = 4;
        /// Shorter words occur in any text.
        const LETTERS: usize = 4;
        let is_named = tail.split_whitespace().all(|word| !word.starts_with(char::is_lowercase))
            && tail.starts_with(char::is_alphabetic);
        let folded = text::fold(tail);
        let is_said = |word: &str| {
            (word.len() >= LETTERS || folded.len() < LETTERS)
                && self.lines.iter().any(|line| line.kept && line.folded.split(' ').any(|other| other == word))
        };
        is_named
            && is_short(tail)
            && words_of(head) >= FEWEST_BEFORE
            && !tail.contains(|c: char| c.is_ascii_digit())
            && !folded.split(' ').any(is_said)
    }

    /// Returns `true` if a line that is not kept consists of exactly this text.
    fn is_own_line(&self, text: &str, i: usize) -> bool {
        const WORDS: usize = 4;
        let folded = text::fold(text);
        let says = |(j, line): (usize, &PastedLine)| j != i && !line.kept && line.folded == folded;
        words_of(text) >= WORDS && self.lines.iter().enumerate().any(says)
    }

    /// Returns `true` if the last part is the site's name. The name also stands alone on another
    /// line, in the copyright notice or before the lead, and the text does not mention it.
    pub(super) fn names_site(&self, tail: &str, i: usize) -> bool {
        const NAME_WORDS: usize = 5;
        const LINES_OF_TEXT: usize = 40;
        let folded = text::fold(tail);
        let is_word = tail.starts_with(char::is_lowercase) && !credit::is_domain(tail);
        if folded.is_empty() || is_word || words_of(tail) > NAME_WORDS {
            return false;
        }
        let phrase = format!(" {folded} ");
        let has = |line: &PastedLine| format!(" {} ", line.folded).contains(&phrase);
        let mut kept = self.lines.iter().filter(|line| line.kept);
        let opens = kept.next().is_some_and(|line| line.folded.starts_with(&folded));
        let is_topic = || kept.clone().take(LINES_OF_TEXT).any(has);
        let is_said = |(j, line): (usize, &PastedLine)| {
            j != i && (line.folded == folded || (line.is_legal || line.text.contains('©')) && has(line))
        };
        (opens || self.lines.iter().enumerate().any(is_said)) && !is_topic()
    }

    /// Returns `true` if a number at the end of a title counts readers or comments. It does not if
    /// the text has the number after the same word.
    fn is_count(&self, head: &str, number: &str) -> bool {
        const FEWEST_WORDS: usize = 5;
        /// A number up to this one more likely counts parts, months or rounds.
        const MOST_PARTS: usize = 99;
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let is_number = number.trim().chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
        let value = digits.parse().unwrap_or(0);
        let after_number = head.trim_end().ends_with(|c: char| c.is_ascii_digit());
        if !is_number || value <= MOST_PARTS && !after_number || is_year(value, number) || words_of(head) < FEWEST_WORDS
        {
            return false;
        }
        let head = text::fold(head);
        let said = format!("{} {}", head.rsplit(' ').next().unwrap_or_default(), text::fold(number));
        !self.lines.iter().any(|line| line.kept && line.folded.contains(&said))
    }
}

/// Returns a title without a byline that has lost the line break before it: `The ferry sailsStory
/// by: ANA RUIZ`. The byline's label begins with a capital inside a word, and only capitalized
/// words follow it.
fn without_byline(title: &str) -> Option<&str> {
    const FEWEST_BEFORE: usize = 3;
    const MOST_NAMES: usize = 6;
    let is_byline = |text: &str| {
        let is_named = |rest: &str| {
            let name = rest.trim_start_matches([' ', ':', '：']);
            let mut words = name.split_whitespace();
            name.len() < rest.len()
                && (1..=MOST_NAMES).contains(&name.split_whitespace().count())
                && words.all(|word| word.starts_with(char::is_uppercase))
        };
        strip_prefix(text, "").is_some_and(is_named)
    };
    let is_glued = |&(at, c): &(usize, char)| {
        c.is_uppercase() && title[..at].ends_with(|c: char| c.is_lowercase() || "!?.\"”“".contains(c))
    };
    let (at, _) = title.char_indices().filter(is_glued).find(|&(at, _)| is_byline(&title[at..]))?;
    some(&title[..at]).filter(|head| words_of(head) >= FEWEST_BEFORE)
}

/// Returns `true` if the last part repeats the title in Latin letters, as for search engines: the
/// title has no Latin letters, and the part has no other letters.
fn is_in_other_script(head: &str, tail: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
    let (head, tail) = (letters(head), letters(tail));
    !head.is_empty() && !tail.is_empty() && !head.into_iter().any(is_latin) && tail.into_iter().all(is_latin)
}

/// Returns `true` if a text is in capitals, like a label for the medium: `[VIDEO]`.
fn is_in_capitals(text: &str) -> bool {
    text.chars().count() > 3 && text.chars().all(char::is_uppercase)
}

/// Returns `true` if a part of a line is as short as the name of a site.
fn is_short(part: &str) -> bool {
    const MOST_WORDS: usize = 4;
    /// Maximum number of letters of such a part in scripts without spaces, where words cannot be
    /// counted.
    const MOST_LETTERS: usize = 16;
    words_of(part) <= MOST_WORDS || !part.contains(' ') && part.chars().count() <= MOST_LETTERS
}

/// Returns `true` if a text has a number before a word: `5 things`, `7つの手順`. In the name of a site,
/// a number comes after the word.
fn counts_something(text: &str) -> bool {
    let number = text.find(|c: char| c.is_ascii_digit());
    number.is_some_and(|at| {
        let (before, rest) = text.split_at(at);
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        // A longer number is a year.
        let is_count = rest.len() - after.len() <= 2;
        is_count
            && !before.ends_with(|c: char| c.is_ascii_alphabetic())
            && after.trim_start().starts_with(char::is_alphabetic)
    })
}

/// Returns a title without the time of day before it. Lists of news have such times.
fn without_time(title: &str) -> &str {
    let is_time = |time: &str| {
        time.split_once(':').is_some_and(|(hour, minute)| {
            let is_number = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            !hour.is_empty() && minute.len() == 2 && is_number(hour) && is_number(minute)
        })
    };
    match title.split_once(' ') {
        Some((time, rest)) if is_time(time) && rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) => {
            rest
        }
        _ => title,
    }
}

/// Maximum number of words of a count and its label.
const MOST_COUNT_WORDS: usize = 6;

fn words_of(text: &str) -> usize {
    text::word_count(text)
}

/// Returns the trimmed rest of a title, or `None` if it is empty.
fn some(title: &str) -> Option<&str> {
    let title = title.trim_matches(|c: char| c.is_whitespace() || "|·•".contains(c));
    Some(title.trim_end_matches(" -").trim_end()).filter(|title| title.contains(char::is_alphabetic))
}

fn is_year(value: usize, number: &str) -> bool {
    (1000..=2100).contains(&value) && !number.contains(['.', ','])
}

/// Returns `true` if brackets hold only a number that is neither a year nor the number of a part.
fn is_comment_count(inside: &str) -> bool {
    const MOST_PARTS: usize = 3;
    let value = inside.replace(['.', ','], "").trim().parse::<usize>();
    value.is_ok_and(|value| (value == 0 || value > MOST_PARTS) && !is_year(value, inside))
}

/// Returns `true` if a text is a number with its label: `12 comments`, `Lượt xem: 1.204`.
fn is_count_label(text: &str) -> bool {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let sections = ["label-control", "label-comments", "label-related", "view-count"];
        sections.into_iter().flat_map(words::list).map(text::fold).collect()
    });
    let folded = text::fold(text);
    let is_digit = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let label: Vec<&str> = folded.split(' ').filter(|word| !is_digit(word)).collect();
    folded.split(' ').any(|word| is_digit(&word)) && !label.is_empty() && LABELS.contains(&label.join(" "))
}

/// Returns a line without the agency at its end. Captions often have one.
pub(super) fn without_credit(text: &str) -> &str {
    let last = text.rmatch_indices([' ', '(']).take(3).map(|(at, _)| at);
    let agency = |at: usize| credit::is_agency(text[at..].trim_matches(|c: char| " ()./".contains(c)));
    last.filter(|&at| agency(at)).last().map_or(text, |at| text[..at].trim_end())
}

/// Returns `true` if a text is a forum's label for a thread, such as "Solved".
fn is_kind(text: &str) -> bool {
    static KINDS: LazyLock<Vec<String>> = LazyLock::new(|| words::list("thread").map(text::fold).collect());
    KINDS.contains(&text::fold(text))
}

/// Returns `true` if a text is a page's number: `Trang 2`.
fn is_page_number(text: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("page-number").collect());
    let folded = text::fold(text);
    let number = folded.split_once(' ');
    number.is_some_and(|(word, number)| WORDS.contains(&word) && number.parse::<u16>().is_ok())
}

/// Returns the last step of a page's path, or the text itself if it is not a path.
pub(super) fn last_step(text: &str) -> &str {
    let is_path = |mark: &&&str| **mark != " / " || text.matches(" / ").count() > 1;
    let last = STEPS.iter().filter(is_path).filter_map(|mark| text.rfind(mark).map(|at| at + mark.len())).max();
    last.map_or(text, |at| text[at..].trim())
}

/// Returns the steps of a page's path. A text that is not a path is one step.
pub(super) fn steps(text: &str) -> impl Iterator<Item = &str> {
    let mark = STEPS.into_iter().find(|mark| text.contains(mark)).unwrap_or("\n");
    text.split(mark).map(str::trim)
}

/// Returns one half of a text whose two halves are the same, or the text itself.
fn half(text: &str) -> &str {
    let tokens: Vec<_> = text::token_ranges(text).collect();
    let (first, second) = tokens.split_at(tokens.len() / 2);
    let same = |(a, b): (&std::ops::Range<usize>, &std::ops::Range<usize>)| text[a.clone()] == text[b.clone()];
    let is_doubled = first.len() > 1 && first.len() == second.len() && first.iter().zip(second).all(same);
    if is_doubled { some(&text[..second[0].start]).unwrap_or(text) } else { text }
}

/// Returns `true` if a line is a row of links: many short parts.
pub(super) fn is_menu(text: &str) -> bool {
    const PARTS: usize = 4;
    const WORDS: usize = 3;
    DIVIDES.iter().chain(&["\t", ", ", " * "]).any(|mark| {
        let parts = text.split(mark).count();
        parts >= PARTS && words_of(text) <= parts * WORDS
    })
}

/// Returns `true` if a line is the row of links to the pages of a text: `Page 1 / 7 1 2 3 … 7 Next >`.
pub(super) fn is_row_of_pages(text: &str) -> bool {
    const FEWEST_NUMBERS: usize = 4;
    let is_number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 3;
    let numbers = text.split_whitespace().filter(is_number).count();
    let letters = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    numbers >= FEWEST_NUMBERS && numbers >= 2 * letters
}

/// Returns `true` if a line begins like a link to another article.
pub(super) fn is_pointer(text: &str) -> bool {
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with(['>', '»', '›', '→', '➤', '•', '*', '+', '=', '←', '-', '–', '—'])
        || number.len() < text.len() && number.starts_with(". ")
}

/// Returns a title without a date before it, or without a separator and a date after it.
fn without_date(title: &str) -> Option<&str> {
    const WORDS: usize = 3;
    let (start, end) = date::span(title, DateOrder::DayFirst)?;
    let (before, after) = (&title[..start], &title[end..]);
    let letters = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    if letters(before) == 0 {
        let is_of_date = |c: char| !c.is_alphabetic() && !"\"'“‘«(".contains(c);
        let after = after.trim_start_matches(|c: char| is_of_date(c));
        return some(after).filter(|rest| words_of(rest) >= WORDS && !rest.starts_with(char::is_lowercase));
    }
    // A date before a count belongs to a list of news: "01/11/2025 3 liên quan".
    if before.ends_with(' ') && after.contains(|c: char| c.is_ascii_digit()) && (1..=WORDS).contains(&letters(after)) {
        return some(before).filter(|rest| words_of(rest) > WORDS);
    }
    let mark = DIVIDES.iter().chain(&["(", "[", "（"]).filter_map(|mark| before.rfind(mark)).max()?;
    let is_end = letters(after) == 0 && letters(&before[mark..]) <= WORDS;
    is_end.then(|| some(&before[..mark])).flatten()
}

/// Returns a title without the view count on its line: `Mùa gặt (Lượt xem: 1623)`.
fn without_count(title: &str) -> &str {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        let words: Vec<String> = words::list("view-count").map(in_either_case).collect();
        let words = words.join("|");
        pattern(&format!(
            r" *[(\[|–（-]? *(?:{words}) *[:：]? *[0-9][0-9.,]* *(?:lần)? *[)\]）]? *$| *[(\[（] *[0-9][0-9.,]* *(?:{words}) *[)\]）] *$"
        ))
    });
    match COUNT.find(title) {
        Some(count) if count.start() > 0 => &title[..count.start()],
        _ => title,
    }
}

/// Returns a pattern that matches a word in lower case or capitalized.
fn in_either_case(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().unwrap_or_default();
    format!("[{first}{}]{}", first.to_uppercase(), rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_page_numbers_are_told_from_titles() {
        for row in ["Page 1 / 7 1 2 3 … 7 Next >", "Trang 1 / 7\t1 2 3 … 7 Tiếp >", "1 2 3 4 5", "« 1 2 3 12 »"]
        {
            assert!(is_row_of_pages(row), "{row}");
        }
        for title in ["Scores: 3 2 1 and a goal from nowhere", "1984", "2031 2032 2033 2034 2035", "3 2 1 Go"] {
            assert!(!is_row_of_pages(title), "{title}");
        }
    }

    #[test]
    fn a_view_count_is_no_part_of_the_title() {
        let cases = [
            ("Mùa gặt sớm ở miền Tây (Lượt xem: 1623)", "Mùa gặt sớm ở miền Tây"),
            ("Mùa gặt sớm - Lượt xem: 1.623", "Mùa gặt sớm"),
            ("Harvest comes early [1,204 views]", "Harvest comes early"),
            ("早稻提前收割（阅读：1204）", "早稻提前收割"),
            ("Năm 2024 nhìn lại", "Năm 2024 nhìn lại"),
            ("Views 2024", "Views 2024"),
        ];
        for (line, title) in cases {
            assert_eq!(without_count(line), title);
        }
    }
}
