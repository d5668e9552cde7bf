//! Dates as pages write them, made ISO 8601.
//!
//! Two orders of numbers exist: `3/4/2024` is 3 April nearly everywhere and 4 March in the United States. The
//! caller says which one the page uses; a number above 12 decides by itself. Only Gregorian years from 1990 to
//! 2100 are dates of pages: others are typing errors, epochs (1970-01-01) or other calendars.

use super::months::month;
use super::text::pattern;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Which number of `3/4/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The longest text searched for a date, in bytes: a line that holds one is shorter.
const MAX_DATE_BYTES: usize = 300;

const YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

macro_rules! patterns {
    ($($name:ident $pattern:literal)*) => {
        $(static $name: LazyLock<Regex> = LazyLock::new(|| pattern($pattern));)*
    };
}

patterns! {
    // 2024-03-12, 2024/3/12, 2024.03.12, 2024年3月12日, 2024년 3월 12일
    YEAR_FIRST r"(?:^|[^0-9])([0-9]{4}) ?[-/.年년] ?([0-9]{1,2}) ?[-/.月월] ?([0-9]{1,2})(?:[^0-9]|$)"
    // 20240312, alone or before a time
    COMPACT r"^([0-9]{4})([0-9]{2})([0-9]{2})(?:$|[tT])"
    // 12/03/2024, 12.3.2024, 12-03-2024
    YEAR_LAST r"(?:^|[^0-9])([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4})(?:[^0-9]|$)"
    // 12 tháng 3 năm 2024, 12 tháng 3, 2024
    VIETNAMESE r"(?:^|[^0-9])([0-9]{1,2}) tháng ([0-9]{1,2})(?:,? năm|,)? ([0-9]{4})(?:[^0-9]|$)"
    // 12 آذار/مارس 2024, in both names; 12 March 2024, 12th of March, 2024, 12. März 2024, 12 de marzo de 2024, 1er mars 2024, 12-Mar-2024
    NAME_SECOND r"(?:^|[^0-9])([0-9]{1,2})(?:st|nd|rd|th|er|º|ª|[.]º)?[.]?(?: de | of |[- ])?(?:[^ 0-9.,:/()-]+/)?([^ 0-9.,:/()-]+(?: الثاني| الأول)?)[.]?,?(?: del? |[- ])?([0-9]{4})(?:[^0-9]|$)"
    // March 12, 2024; Mar. 12th 2024
    NAME_FIRST r"(?:^|[ ,:(|·-])([^ 0-9.,:/()-]+)[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?:[^0-9]|$)"
    // /2024/03/12/, /2024-03-12-, /20240312/
    IN_PATH r"(?:^|[^0-9])((?:19|20)[0-9]{2})[-/]?([01][0-9])[-/]?([0-3][0-9])(?:[^0-9]|$)"
    // 08:00, 8:00:15 PM, 20h15, 8時05分, 8時5分; the half of the day before the time in Korean, Chinese and Japanese, after
    // it elsewhere (Vietnamese SA and CH, Arabic ص and م)
    TIME r"(?:(오전|오후|上午|下午|晚上|午前|午後) ?|^|[^0-9])([0-9]{1,2})(?:[hH時时点]|시 ?| ?: ?)([0-9]{2}|[0-9][分분])(?:[:分분]([0-9]{2}))?(?:[.,][0-9]{1,9})?(?: ?([AaPp])[.]? ?[Mm][.]?| ?(SA|CH|صباح|مساء|[صم](?: |$)))?"
    // What may follow a time: Z, GMT
    ZULU r"^(?:Z|[ ,(]{0,3}(?:GMT|UTC))"
    // +07:00, +0700, +07, GMT+7
    OFFSET r"^(?:[ ,(]{0,3}(?:GMT|UTC) ?| ?)([+-])([0-9]{1,2})(?::?([0-9]{2}))?"
}

/// The first date in a text, with its time and offset where they stand beside it: `2024-03-12`,
/// `2024-03-12T08:00`, `2024-03-12T08:00:15+07:00`. A number alone is seconds or milliseconds since 1970, in UTC.
pub(super) fn parse(text: &str, order: Order) -> Option<String> {
    let text = ascii_digits(text.trim());
    if text.is_empty() || text.len() > MAX_DATE_BYTES {
        return None;
    }
    if matches!(text.len(), 10 | 13) && text.bytes().all(|b| b.is_ascii_digit()) {
        return epoch(&text);
    }
    // Every form has a year; most of the texts asked about do not.
    if !text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let (date, start, end) = find_date(&text, order)?;
    let time = find_time(&text[end..]).or_else(|| find_time(&text[..start])).unwrap_or_default();
    Some(format!("{date}{time}"))
}

/// The date in the path of an address: year, two digits of the month, two of the day, apart from other digits.
pub(super) fn in_path(path: &str) -> Option<String> {
    let found = IN_PATH.captures(path)?;
    iso_date(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?)
}

/// What a form's match says: year, month, day.
type Reader = fn(&Captures, Order) -> Option<(u32, u32, u32)>;

/// What a text has to have for a form to be looked for: patterns are slow, and most lines with a year have one form.
type Sign = fn(&str) -> bool;

static FORMS: [(&LazyLock<Regex>, Sign, Reader); 6] = [
    (
        &YEAR_FIRST,
        |text| text.contains(['-', '/', '.', '年', '년']),
        |found, _| Some((number(found, 1)?, number(found, 2)?, number(found, 3)?)),
    ),
    (
        &COMPACT,
        |text| text.bytes().take(8).all(|byte| byte.is_ascii_digit()),
        |found, _| Some((number(found, 1)?, number(found, 2)?, number(found, 3)?)),
    ),
    (
        &YEAR_LAST,
        |text| text.contains(['-', '/', '.']),
        |found, order| {
            let (first, second, year) = (number(found, 1)?, number(found, 2)?, number(found, 3)?);
            let month_first = second > 12 || (order == Order::MonthFirst && first <= 12);
            Some(if month_first { (year, first, second) } else { (year, second, first) })
        },
    ),
    (
        &VIETNAMESE,
        |text| text.contains(" tháng "),
        |found, _| Some((number(found, 3)?, number(found, 2)?, number(found, 1)?)),
    ),
    (&NAME_SECOND, |_| true, |found, _| Some((number(found, 3)?, month(&found[2])?, number(found, 1)?))),
    (&NAME_FIRST, |_| true, |found, _| Some((number(found, 3)?, month(&found[1])?, number(found, 2)?))),
];

/// The earliest date in a text, with where its match starts and where its last digit ends.
fn find_date(text: &str, order: Order) -> Option<(String, usize, usize)> {
    let lower = text.to_lowercase();
    // Lower case can change lengths (İ); the positions would not fit then.
    let lower = if lower.len() == text.len() { &lower } else { text };
    let dates = FORMS.iter().filter(|(_, has_sign, _)| has_sign(lower)).filter_map(|(form, _, read)| {
        let found = form.captures(lower)?;
        let (year, month, day) = read(&found, order)?;
        let date = iso_date(year, month, day)?;
        // In every form group 3 holds the last number; the match may go one character on.
        Some((date, found.get(0)?.start(), found.get(3)?.end()))
    });
    dates.min_by_key(|&(_, start, _)| start)
}

fn number(captures: &Captures, group: usize) -> Option<u32> {
    captures.get(group)?.as_str().parse().ok()
}

fn iso_date(year: u32, month: u32, day: u32) -> Option<String> {
    let valid = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    valid.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// `T08:00`, `T08:00:15Z` or `T08:00+07:00`, as much as the text says.
fn find_time(text: &str) -> Option<String> {
    let found = TIME.captures(text)?;
    let (mut hour, minute) = (number(&found, 2)?, found[3].trim_end_matches(['分', '분']).parse::<u32>().ok()?);
    // The afternoon: Vietnamese chiều, Arabic مساء.
    let is_afternoon =
        |word: &str| matches!(word.trim_end(), "오후" | "下午" | "晚上" | "午後" | "p" | "P" | "CH" | "مساء" | "م");
    let half = [1, 5, 6].into_iter().find_map(|group| found.get(group)).map(|word| is_afternoon(word.as_str()));
    match half {
        Some(true) if hour < 12 => hour += 12,
        Some(false) if hour == 12 => hour = 0,
        _ => {}
    }
    if hour > 23 || minute > 59 {
        return None;
    }
    let second = number(&found, 4).filter(|&second| second <= 59);
    let second = second.map(|second| format!(":{second:02}")).unwrap_or_default();
    let after = found.get(0).map_or("", |whole| &text[whole.end()..]);
    Some(format!("T{hour:02}:{minute:02}{second}{}", find_offset(after)))
}

/// The offset at the start of what follows a time; empty where there is none.
fn find_offset(text: &str) -> String {
    if let Some(found) = OFFSET.captures(text)
        && let (Some(hours), minutes) = (number(&found, 2), number(&found, 3).unwrap_or(0))
        // The widest offsets in use are -12:00 and +14:00.
        && hours <= 14
        && minutes <= 59
    {
        return format!("{}{hours:02}:{minutes:02}", &found[1]);
    }
    if ZULU.is_match(text) { "Z".to_owned() } else { String::new() }
}

/// The date and time of seconds (10 digits) or milliseconds (13 digits) since 1970, by Howard Hinnant's
/// `civil_from_days` (chrono-compatible low-level date algorithms).
fn epoch(digits: &str) -> Option<String> {
    let seconds: u64 = digits[..10].parse().ok()?;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let date = iso_date(year as u32, month as u32, day as u32)?;
    Some(format!("{date}T{:02}:{:02}:{:02}Z", rest / 3_600, rest / 60 % 60, rest % 60))
}

/// Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali and full-width digits as ASCII.
fn ascii_digits(text: &str) -> String {
    let zeros = ['\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{FF10}'];
    let digit = |c: char| zeros.iter().map(|&zero| (c as u32).wrapping_sub(zero as u32)).find(|&value| value < 10);
    text.chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_become_iso() {
        let cases = [
            ("2024-03-12", "2024-03-12"),
            ("2024-03-12T08:05:09+07:00", "2024-03-12T08:05:09+07:00"),
            ("2024-03-12T08:05:09.123Z", "2024-03-12T08:05:09Z"),
            ("2024-03-12 08:05:09+0700", "2024-03-12T08:05:09+07:00"),
            ("2024-3-2T8:05", "2024-03-02T08:05"),
            ("20240312", "2024-03-12"),
            ("20240312T080509Z", "2024-03-12"),
            ("1710205509", "2024-03-12T01:05:09Z"),
            ("1710205509000", "2024-03-12T01:05:09Z"),
            ("Thứ ba, 12/3/2024, 08:00 (GMT+7)", "2024-03-12T08:00+07:00"),
            ("12/03/2024 08:05 GMT+7", "2024-03-12T08:05+07:00"),
            ("08:06 23/03/2015", "2015-03-23T08:06"),
            ("3/12/2024 7:05:00 CH", "2024-12-03T19:05:00"),
            ("Ngày 12 tháng 3 năm 2024", "2024-03-12"),
            ("26.10.2017", "2017-10-26"),
            ("12. März 2024, 8:05 Uhr", "2024-03-12T08:05"),
            ("Published: March 12, 2024 at 8:05 p.m.", "2024-03-12T20:05"),
            ("12th of March, 2024", "2024-03-12"),
            ("Mar. 12 2024", "2024-03-12"),
            ("Tue, 12 Mar 2024 08:05:09 GMT", "2024-03-12T08:05:09Z"),
            ("12-Mar-2024", "2024-03-12"),
            ("le 1er mars 2024 à 8h05", "2024-03-01T08:05"),
            ("12 de marzo de 2024", "2024-03-12"),
            ("12 marzo 2024", "2024-03-12"),
            ("12 марта 2024, 08:05", "2024-03-12T08:05"),
            ("2024年3月12日 08時05分", "2024-03-12T08:05"),
            ("2024년 3월 12일", "2024-03-12"),
            ("2024.03.12. 오후 8:05", "2024-03-12T20:05"),
            ("2024년 3월 12일 오전 12시 05분", "2024-03-12T00:05"),
            ("2024年3月12日 下午8:05", "2024-03-12T20:05"),
            ("2024年3月12日 8時5分", "2024-03-12T08:05"),
            ("12 de marzo de 2024, 8:05 p. m.", "2024-03-12T20:05"),
            ("12 مارس 2024 8:05 م", "2024-03-12T20:05"),
            ("12 مارس 2024 8:05 مكتب", "2024-03-12T08:05"),
            ("2024/03/12 08:05", "2024-03-12T08:05"),
            ("١٢ مارس ٢٠٢٤", "2024-03-12"),
            ("12 تشرين الثاني 2024", "2024-11-12"),
            ("12 मार्च 2024", "2024-03-12"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text, Order::DayFirst).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_order_decides_only_what_is_ambiguous() {
        assert_eq!(parse("3/4/2024", Order::DayFirst).as_deref(), Some("2024-04-03"));
        assert_eq!(parse("3/4/2024", Order::MonthFirst).as_deref(), Some("2024-03-04"));
        assert_eq!(parse("3/14/2024", Order::DayFirst).as_deref(), Some("2024-03-14"));
        assert_eq!(parse("14/3/2024", Order::MonthFirst).as_deref(), Some("2024-03-14"));
    }

    #[test]
    fn what_is_no_date_is_none() {
        let cases = [
            "",
            "2024",
            "yesterday",
            "0001-01-01T00:00:00",
            "1970-01-01",
            "31/02/2024",
            "2023-02-29",
            "12/13/14",
            "0912 345 678",
            "192.168.2024.1",
            "5 minutes read 2024",
            "2567年3月12日",
        ];
        for text in cases {
            assert_eq!(parse(text, Order::DayFirst), None, "{text}");
        }
        assert_eq!(parse(&format!("{} 2024-03-12", "x".repeat(MAX_DATE_BYTES)), Order::DayFirst), None);
    }
}
