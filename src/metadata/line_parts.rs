//! The parts of a pasted line that states several facts: a date, a name, a number, a source.

use super::credit;
use super::date::{self, DateOrder};
use super::name_words::{AGENCY_LEADS, NO_NAMES};
use super::names;
use super::text::pattern;
use crate::script::is_unspaced;
use crate::text;
use crate::words::byline::{AUTHOR_LABELS, strip_word};
use regex::Regex;
use std::sync::LazyLock;

/// Returns a name without the bracket after it, if the bracket has several words, such as an office
/// or a paper. A single word may be part of the name. In scripts without spaces, words cannot be
/// counted, so every bracket is removed.
pub(super) fn without_bracket(name: &str) -> &str {
    let split = name.trim_end().strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
    let is_note = |before: &str, inside: &str| inside.trim().contains(' ') || before.ends_with(is_unspaced);
    match split.map(|(before, inside)| (before.trim_end(), inside)) {
        Some((before, inside)) if !before.is_empty() && is_note(before, inside) => before,
        _ => name,
    }
}

/// Returns the parts of a line before and after its date and time, or the whole line if it has neither.
pub(super) fn undated(line: &str) -> Vec<&str> {
    const LEADS: usize = 2;
    let date = date::span(line, DateOrder::DayFirst);
    // A time may stand before the date.
    let early = time(line).filter(|&(start, _)| date.is_none_or(|(of_date, _)| start < of_date));
    let Some((start, end)) = early.map(|(start, end)| (start, date.map_or(end, |(_, end)| end))).or(date) else {
        return vec![line];
    };
    let rest = line[end..].trim();
    let time = time(rest).filter(|&(start, _)| date.is_some() && rest[..start].split_whitespace().count() <= LEADS);
    vec![names::without_date_leads(&line[..start]), time.map_or(rest, |(_, end)| rest[end..].trim())]
}

/// Returns where the first time of day in a line starts and ends, with its half of the day and its zone: `23:41`, `15h58`,
/// `9:15 AM IST`.
fn time(line: &str) -> Option<(usize, usize)> {
    static TIME: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|[^0-9:])([0-2]?[0-9][:hH][0-5][0-9](?::[0-5][0-9])?)(?:[^0-9:]|$)"));
    static ZONE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^ ?(?:[AaPp][.]?[Mm](?-u:\b)[.]?)?(?: [(]?(?:GMT|UTC|WIB|WITA|WIT|[A-Z]{1,3}[SD]?T)(?-u:\b)[)]?)?")
    });
    let time = TIME.captures(line)?.get(1)?;
    let zone = ZONE.find(&line[time.end()..]).map_or(0, |zone| zone.end());
    Some((time.start(), time.end() + zone))
}

/// Returns the facts of a line: its parts between bars, and its parts that begin with a label and a mark, such as
/// `Source: AFP Author: Ana Ruiz`.
pub(super) fn facts(line: &str) -> Vec<&str> {
    const BARS: [char; 4] = ['|', '｜', '•', '·'];
    line.split(BARS).flat_map(labelled).map(str::trim).filter(|fact| !fact.is_empty()).collect()
}

/// Returns the parts of a text that begin with a label for an author or a source and a mark.
fn labelled(text: &str) -> Vec<&str> {
    const BEFORE: [char; 7] = [' ', '/', '／', ',', '，', ';', '；'];
    let starts = text.match_indices([':', '：']).filter_map(|(mark, _)| {
        let head = text[..mark].trim_end();
        // The first label must begin the text. "Tổng biên tập:" is one label, although its end
        // looks like another label.
        let begins = |&at: &usize| head[..at].ends_with(BEFORE) && head[..at].contains([':', '：', '/', '／']);
        let names_author = |text: &str| AUTHOR_LABELS.iter().any(|label| strip_word(text, label) == Some(""));
        let is_label = |&at: &usize| names_author(&head[at..]) || credit::is_label(&head[at..]);
        head.char_indices().map(|(at, _)| at).filter(begins).find(is_label)
    });
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(text.len()));
    starts.iter().zip(ends).map(|(&start, end)| text[start..end].trim_end_matches(BEFORE)).collect()
}

/// Returns a line without the marks and brackets around it. A closing bracket stays if its opening
/// bracket is inside the line.
pub(super) fn bare(line: &str) -> &str {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || "()（）[]【】_*|-–—·•»,".contains(c));
    let Some(start) = line.find(bare).filter(|_| bare.contains(['(', '（']) && !bare.contains([')', '）'])) else {
        return bare;
    };
    let end = start + bare.len();
    let close = line[end..].chars().next().filter(|c| matches!(c, ')' | '）'));
    &line[start..end + close.map_or(0, char::len_utf8)]
}

/// Returns `true` if a line consists of dates, each with at most a few other words.
pub(crate) fn is_dateline(line: &str) -> bool {
    const WORDS: usize = 3;
    const DATES: usize = 2;
    let (mut rest, mut words, mut dates) = (line, 0, 0);
    let letters = |text: &str| text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
    while let Some((start, end)) = date::span(rest, DateOrder::DayFirst).filter(|_| dates < DATES) {
        words += letters(&rest[..start]);
        dates += 1;
        rest = &rest[end..];
    }
    dates > 0 && words + letters(rest) <= WORDS * dates
}

/// Returns the agency that helped an author: `Par Ana Ruiz (avec AFP)`.
pub(super) fn helper(line: &str) -> Option<String> {
    let line = line.replace(['(', ')'], " ");
    let line = format!("{} ", line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut agencies =
        AGENCY_LEADS.iter().filter_map(|lead| line.split_once(lead.as_str()).map(|(_, rest)| rest.trim()));
    agencies.find(|agency| credit::is_agency(agency)).map(str::to_owned)
}

/// Returns `true` if a line is two or three initials: `V.H`, `A. M. R.` Such lines stand under
/// short news.
pub(super) fn is_initials(line: &str) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=3;
    let letters: Vec<&str> = line.trim_end_matches('.').split(['.', '-']).map(str::trim).collect();
    let is_letter = |part: &&str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    line.contains('.') && LETTERS.contains(&letters.len()) && letters.iter().all(is_letter)
}

/// Returns `true` if a text in a script without capitals can be a name. It must consist of words
/// and abbreviated titles.
pub(super) fn is_uncased_name(text: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_punctuation() && c != '.' || "،؛؟।、。：，「」『』（）《》«»“”…–—".contains(c);
    let is_cased = |c: char| c.is_uppercase() || c.is_lowercase();
    let no_name = |word: &str| NO_NAMES.contains(&text::fold(word));
    text.contains(char::is_alphabetic)
        && !text.contains(|c: char| is_mark(c) || is_cased(c) || c.is_numeric())
        && !text.split_whitespace().any(no_name)
}

/// Returns `true` if a line has a time of day: `19:25`, `19h25`.
pub(super) fn has_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^0-9:])[0-2]?[0-9][:hH][0-5][0-9](?:[^0-9]|$)"));
    TIME.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_several_facts_is_parted() {
        let cases: &[(&str, &[&str])] = &[
            ("Issue 142 · by Ana Ruiz", &["Issue 142", "by Ana Ruiz"]),
            ("来源：江海晚报 作者：陆舟", &["来源：江海晚报", "作者：陆舟"]),
            ("Nguồn: Báo Làng Tác giả: Lê Minh", &["Nguồn: Báo Làng", "Tác giả: Lê Minh"]),
            ("Quelle: dpa / Autorin: Jana Beispiel", &["Quelle: dpa", "Autorin: Jana Beispiel"]),
            ("Tổng biên tập: Lê Minh", &["Tổng biên tập: Lê Minh"]),
            ("Sort by: Newest", &["Sort by: Newest"]),
            ("Rain: the text of a song", &["Rain: the text of a song"]),
        ];
        for (line, parts) in cases {
            assert_eq!(facts(line), *parts, "{line}");
        }
    }

    #[test]
    fn dates_and_times_part_a_line() {
        let cases: &[(&str, &[&str])] = &[
            ("Publié le 6 août 2031 à 15h58 par Luc Vasseur", &["Publié", "par Luc Vasseur"]),
            ("Gönderen incir zaman: 23:41", &["Gönderen incir", ""]),
            ("Posted by Ana Ruiz at 23:41", &["Posted by Ana Ruiz", ""]),
            ("4 March 2031, 9:15 AM IST", &["", ""]),
            ("بواسطة سارة حداد الأربعاء، 8 مارس 2031", &["بواسطة سارة حداد", ""]),
            ("By Ana Ruiz", &["By Ana Ruiz"]),
        ];
        for (line, parts) in cases {
            assert_eq!(undated(line), *parts, "{line}");
        }
    }

    #[test]
    fn words_between_names_and_dates_are_no_names() {
        let cases = [
            ("Posted by Ana Ruiz, Tom Hill on Saturday, June 27, 2030", "Posted by Ana Ruiz, Tom Hill"),
            ("Oleh: Intan Hartono - Rabu, 28 Oktober 2030", "Oleh: Intan Hartono"),
            ("por Ana Ruiz, Bia Lopes — publicado 08/02/2031", "por Ana Ruiz, Bia Lopes"),
            ("Par Luc Vasseur publié le 26 juin 2031", "Par Luc Vasseur"),
            ("Autor: Ewa Sowa Data publikacji: 5 lutego 2031", "Autor: Ewa Sowa"),
            ("기자명 윤민준 입력 2031.12.16", "기자명 윤민준"),
        ];
        for (line, before) in cases {
            assert_eq!(undated(line)[0], before, "{line}");
        }
    }

    #[test]
    fn a_line_of_two_dates_is_a_dateline() {
        assert!(is_dateline("Publié le 02 décembre 2031 à 11h20, modifié le 03 décembre 2031 à 14h05"));
        assert!(is_dateline("4 March 2031"));
        assert!(!is_dateline("The ferry of 4 March 2031 sails again after four months"));
    }

    #[test]
    fn brackets_after_names_in_scripts_without_spaces_are_notes() {
        assert_eq!(without_bracket("水無瀬遥（整理収納アドバイザー1級）"), "水無瀬遥");
        assert_eq!(without_bracket("Ana Ruiz (Harbour)"), "Ana Ruiz (Harbour)");
    }
}
