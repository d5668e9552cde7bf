//! Dates as pages write them, converted to ISO 8601.
//!
//! The order of numbers varies: `3/4/2024` is 3 April in most countries and 4 March in the United
//! States. The caller says which order the page uses. A number above 12 can only be the day. Only
//! years from 1990 to 2100 count: others are typing errors or epochs (1970-01-01). Years of other
//! eras are converted to Gregorian years: those of Thailand's Buddhist era, of Japan's emperors and
//! of the Republic of China. Persian dates are converted as a whole, because their months differ
//! too.

use super::months::{month, persian_month};
use super::text::pattern;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// Which number of `3/4/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    /// Returns the order that pages in a language use. The United States write the month first, and so do pages in English
    /// that name no region. English pages of other regions and all other languages put the day first.
    pub(super) fn of(language: Option<&str>) -> DateOrder {
        match language {
            Some("en" | "en-US" | "en-PH" | "es-US") => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        }
    }
}

/// Longest text that is searched for a date, in bytes. A line with a date is shorter.
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
    // 113-03-12, 113/03/12: years of the Republic of China, which only lines in Chinese have
    CHINESE_YEAR r"(?:^|[^0-9])(1[0-9]{2})[-/.]([01][0-9])[-/.]([0-3][0-9])(?:[^0-9]|$)"
    // 12/03/2024, 12.3.2024, 12-03-2024
    YEAR_LAST r"(?:^|[^0-9])([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4})(?:[^0-9]|$)"
    // thg 3 12, 2024
    VIETNAMESE_MONTH r"(?:^|[^0-9])(?:tháng|thg) ([0-9]{1,2}) ([0-9]{1,2}),? ([0-9]{4})(?:[^0-9]|$)"
    // 12 tháng 3 năm 2024, 12 tháng 3, 2024, 12 thg 3, 2024
    VIETNAMESE r"(?:^|[^0-9])([0-9]{1,2}) (?:tháng|thg) ([0-9]{1,2})(?:,? năm|,)? ([0-9]{4})(?:[^0-9]|$)"
    // 12 March 2024, 12th of March, 2024, 12. März 2024, 12 de marzo de 2024, 1er mars 2024, 12-Mar-2024; with two
    // names of the month: 12 آذار/مارس 2024
    NAME_SECOND r"(?:^|[^0-9])([0-9]{1,2})(?:st|nd|rd|th|er|º|ª|[.]º)?[.]?(?: de | of |[- ])?(?:[^ 0-9.,،:/()-]+/)?((?:tháng (?:mười )?)?[^ 0-9.,،:/()-]+(?: الثاني| الأول)?)[.]?[,،]?(?: del? |[- ])?([0-9]{4})(?:[^0-9]|$)"
    // 2024. március 12., 2024 March 12
    YEAR_THEN_NAME r"(?:^|[^0-9])([0-9]{4})[.]? ([^ 0-9.,:/()-]+)[.]? ([0-9]{1,2})(?:[^0-9]|$)"
    // 12 มีนาคม พ.ศ. 2567, 12 มี.ค. 67
    THAI r"(?:^|[^0-9])([0-9]{1,2}) ?([ก-๎.]+?)[.]? ?(?:[พค][.]ศ[.])? ?([0-9]{4}|[0-9]{2})(?:[^0-9]|$)"
    // 令和6年3月12日, 民國113年3月12日
    ERA r"(令和|平成|民國|民国) ?([0-9]{1,3}|元) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2})"
    // March 12, 2024; Mar. 12th 2024; Tháng Ba 12, 2024
    NAME_FIRST r"(?:^|[ ,:(|·-])((?:tháng (?:mười )?)?[^ 0-9.,:/()-]+)[.]? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?:[^0-9]|$)"
    // /2024/03/12/, /2024-03-12-, /20240312/
    IN_PATH r"(?:^|[^0-9])((?:19|20)[0-9]{2})[-/]?([01][0-9])[-/]?([0-3][0-9])(?:[^0-9]|$)"
    // 08:00, 8:00:15 PM, 20h15, 8時05分, 8時5分. The half of the day stands before the time in Korean, Chinese and
    // Japanese, and after it elsewhere (Vietnamese SA and CH, Arabic ص and م).
    TIME r"(?:(오전|오후|上午|下午|晚上|午前|午後) ?|^|[^0-9])([0-9]{1,2})(?:[hH時时点]|시 ?| ?: ?)([0-9]{2}|[0-9][分분])(?:[:分분]([0-9]{2}))?(?:[.,][0-9]{1,9})?(?: ?([AaPp])[.]? ?[Mm][.]?| ?(SA|CH|صباح|مساء|[صم](?: |$)))?"
    // What may follow a time: Z, GMT
    ZULU r"^(?:Z|[ ,(]{0,3}(?:GMT|UTC))"
    // +07:00, +0700, +07, GMT+7
    OFFSET r"^(?:[ ,(]{0,3}(?:GMT|UTC) ?| ?)([+-])([0-9]{1,2})(?::?([0-9]{2}))?"
}

/// Parses the first date in a text, with the time and offset beside it: `2024-03-12`, `2024-03-12T08:00`,
/// `2024-03-12T08:00:15+07:00`. A number alone is read as seconds or milliseconds since 1970, in UTC.
pub(super) fn parse(text: &str, order: DateOrder) -> Option<String> {
    let is_persian = text.contains(|c| ('\u{6F0}'..='\u{6F9}').contains(&c));
    let text = ascii_digits(text.trim());
    if text.is_empty() || text.len() > MAX_DATE_BYTES {
        return None;
    }
    if matches!(text.len(), 10 | 13) && text.bytes().all(|b| b.is_ascii_digit()) {
        return epoch(&text);
    }
    // Nearly all forms of a date have a year of four digits, and most texts have no such number.
    let has_year = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    if !has_year && !text.contains(is_thai) && !text.contains('年') && !names_date(&text) {
        return None;
    }
    let (date, start, end) = find_date(&text, order).or_else(|| is_persian.then(|| find_persian(&text)).flatten())?;
    let time = find_time(&text[end..]).or_else(|| find_time(&text[..start])).unwrap_or_default();
    Some(format!("{date}{time}"))
}

/// Returns where the first date in a text starts and ends, in bytes.
pub(super) fn span(text: &str, order: DateOrder) -> Option<(usize, usize)> {
    let has_number = text.bytes().any(|byte| byte.is_ascii_digit());
    let (_, start, end) = (has_number && text.len() <= MAX_DATE_BYTES).then(|| find_date(text, order)).flatten()?;
    // The match may begin with one character before the date.
    let start = start + text[start..].chars().next().filter(|c| !c.is_alphanumeric()).map_or(0, char::len_utf8);
    Some((start, end))
}

/// Returns the date in the path of an address: the year, two digits of the month and two of the day, with no digits
/// beside them.
pub(super) fn in_path(path: &str) -> Option<String> {
    let found = IN_PATH.captures(path)?;
    iso_date(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?)
}

/// Reads the year, month and day from the match of a pattern.
type ReadDate = fn(&Captures, DateOrder) -> Option<(u32, u32, u32)>;

/// A quick test: returns `true` if a text can match a pattern at all. Patterns are slow, and most
/// lines with a year match only one pattern.
type DateSign = fn(&str) -> bool;

static FORMS: [(&LazyLock<Regex>, DateSign, ReadDate); 11] = [
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
    (&CHINESE_YEAR, names_date, |found, _| Some((number(found, 1)? + 1911, number(found, 2)?, number(found, 3)?))),
    (
        &YEAR_LAST,
        |text| text.contains(['-', '/', '.']),
        |found, order| {
            let (first, second, year) = (number(found, 1)?, number(found, 2)?, gregorian(number(found, 3)?));
            let month_first = second > 12 || (order == DateOrder::MonthFirst && first <= 12);
            Some(if month_first { (year, first, second) } else { (year, second, first) })
        },
    ),
    (
        &VIETNAMESE,
        |text| text.contains(" tháng ") || text.contains(" thg "),
        |found, _| Some((number(found, 3)?, number(found, 2)?, number(found, 1)?)),
    ),
    (
        &NAME_SECOND,
        |_| true,
        |found, _| {
            let (day, year) = (number(found, 1)?, number(found, 3)?);
            match persian_month(&found[2]) {
                Some(month) => from_persian(year, month, day),
                None => Some((year, month(&found[2])?, day)),
            }
        },
    ),
    (&YEAR_THEN_NAME, goes_on_after_year, |found, _| Some((number(found, 1)?, month(&found[2])?, number(found, 3)?))),
    (
        &THAI,
        |text| text.contains(is_thai),
        |found, _| {
            let short = if found[3].len() == 2 { 2500 } else { 0 };
            Some((gregorian(number(found, 3)? + short), month(&found[2])?, number(found, 1)?))
        },
    ),
    (
        &ERA,
        |text| text.contains('年'),
        |found, _| {
            let year = if &found[2] == "元" { 1 } else { number(found, 2)? };
            let before = match &found[1] {
                "令和" => 2018,
                "平成" => 1988,
                _ => 1911,
            };
            Some((before + year, number(found, 3)?, number(found, 4)?))
        },
    ),
    (
        &VIETNAMESE_MONTH,
        |text| text.contains("th"),
        |found, _| Some((number(found, 3)?, number(found, 1)?, number(found, 2)?)),
    ),
    (&NAME_FIRST, |_| true, |found, _| Some((number(found, 3)?, month(&found[1])?, number(found, 2)?))),
];

/// Finds the first date in a text. Also returns the start of its match and the end of its last
/// digit.
fn find_date(text: &str, order: DateOrder) -> Option<(String, usize, usize)> {
    let lower = text.to_lowercase();
    // Lower case can change the length of a text (İ). The positions would then be wrong.
    let lower = if lower.len() == text.len() { &lower } else { text };
    let dates = FORMS.iter().filter(|(_, has_sign, _)| has_sign(lower)).filter_map(|(form, _, read)| {
        let found = form.captures(lower)?;
        let (year, month, day) = read(&found, order)?;
        let date = iso_date(year, month, day)?;
        // In every pattern, the last group is the last number of the date. The whole match may end
        // one character later.
        Some((date, found.get(0)?.start(), found.get(found.len() - 1)?.end()))
    });
    dates.min_by_key(|&(_, start, _)| start)
}

/// Returns `true` if a full stop or a space follows four digits.
fn goes_on_after_year(text: &str) -> bool {
    text.as_bytes().windows(5).any(|five| five[..4].iter().all(u8::is_ascii_digit) && matches!(five[4], b'.' | b' '))
}

/// Returns `true` if a text has a Chinese word for a date or for publication, in Taiwan's characters.
fn names_date(text: &str) -> bool {
    ["日期", "發布", "更新"].iter().any(|word| text.contains(word))
}

fn is_thai(c: char) -> bool {
    ('\u{E01}'..='\u{E5B}').contains(&c)
}

/// Converts a year that may be of Thailand's Buddhist era to a Gregorian year.
fn gregorian(year: u32) -> u32 {
    if (2500..2700).contains(&year) { year - 543 } else { year }
}

/// Returns the first Persian date that is written in numbers, such as `1402/12/15`, and where it starts and ends.
fn find_persian(text: &str) -> Option<(String, usize, usize)> {
    let found = YEAR_FIRST.captures(text)?;
    let (year, month, day) = from_persian(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?)?;
    Some((iso_date(year, month, day)?, found.get(0)?.start(), found.get(3)?.end()))
}

/// Converts a day of the Solar Hijri calendar, which has eight leap years in 33, to a Gregorian date. The result is
/// exact for all accepted years.
fn from_persian(year: u32, month: u32, day: u32) -> Option<(u32, u32, u32)> {
    const YEARS: std::ops::Range<u32> = 1369..1480;
    const DAYS_BEFORE: u64 = 355_668;
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let years = u64::from(year) + 1_595;
    // The first six months have 31 days, the others 30.
    let days_of_months = u64::from(month - 1) * 30 + u64::from((month - 1).min(6));
    let days = 365 * years + years / 33 * 8 + (years % 33).div_ceil(4) + days_of_months + u64::from(day) - DAYS_BEFORE;
    const EPOCH: u64 = 719_528;
    Some(civil(days.checked_sub(EPOCH)?))
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

/// Finds the time in a text: `T08:00`, `T08:00:15Z` or `T08:00+07:00`, depending on what the text has.
fn find_time(text: &str) -> Option<String> {
    let found = TIME.captures(text)?;
    let (mut hour, minute) = (number(&found, 2)?, found[3].trim_end_matches(['分', '분']).parse::<u32>().ok()?);
    // Words for the afternoon: Vietnamese chiều, Arabic مساء.
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

/// Finds the offset at the start of the text after a time. The result is empty if there is no offset.
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

/// Returns the date and time of seconds (10 digits) or milliseconds (13 digits) since 1970.
fn epoch(digits: &str) -> Option<String> {
    let seconds: u64 = digits[..10].parse().ok()?;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    let date = iso_date(year, month, day)?;
    Some(format!("{date}T{:02}:{:02}:{:02}Z", rest / 3_600, rest / 60 % 60, rest % 60))
}

/// Returns the year, month and day of a number of days since 1970, by Howard Hinnant's `civil_from_days` (chrono-compatible
/// low-level date algorithms).
fn civil(days: u64) -> (u32, u32, u32) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    (year as u32, month as u32, day as u32)
}

/// Replaces Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, Thai and full-width digits by ASCII ones.
fn ascii_digits(text: &str) -> String {
    let zeros = ['\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{E50}', '\u{FF10}'];
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
            ("發布日期：113-03-12", "2024-03-12"),
            ("更新日期：113/03/12 08:05", "2024-03-12T08:05"),
            ("14 ديسمبر، 2025", "2025-12-14"),
            ("20240312T080509Z", "2024-03-12"),
            ("1710205509", "2024-03-12T01:05:09Z"),
            ("1710205509000", "2024-03-12T01:05:09Z"),
            ("Thứ ba, 12/3/2024, 08:00 (GMT+7)", "2024-03-12T08:00+07:00"),
            ("12/03/2024 08:05 GMT+7", "2024-03-12T08:05+07:00"),
            ("08:06 23/03/2015", "2015-03-23T08:06"),
            ("3/12/2024 7:05:00 CH", "2024-12-03T19:05:00"),
            ("Ngày 12 tháng 3 năm 2024", "2024-03-12"),
            ("12 Tháng Ba, 2024", "2024-03-12"),
            ("Tháng Mười Một 1, 2025", "2025-11-01"),
            ("Đăng bởi An | Tháng Mười 14, 2016", "2016-10-14"),
            ("Thứ hai, 5 Tháng Năm 2024 8:05", "2024-05-05T08:05"),
            ("26.10.2017", "2017-10-26"),
            ("thg 3 04, 2024", "2024-03-04"),
            ("4 thg 3, 2024", "2024-03-04"),
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
            ("12 มีนาคม พ.ศ. 2567 เวลา 08:05 น.", "2024-03-12T08:05"),
            ("12 มี.ค. 67", "2024-03-12"),
            ("12 มีนาคม 2024", "2024-03-12"),
            ("๑๒ มีนาคม ๒๕๖๗", "2024-03-12"),
            ("12/03/2567 08:05", "2024-03-12T08:05"),
            ("سه‌شنبه ۲۲ اسفند ۱۴۰۲", "2024-03-12"),
            ("۱۴۰۲/۱۲/۲۲ - ۰۸:۰۵", "2024-03-12T08:05"),
            ("۱ فروردین ۱۴۰۳", "2024-03-20"),
            ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
            ("۱۲ مارس ۲۰۲۴", "2024-03-12"),
            ("令和6年3月12日", "2024-03-12"),
            ("令和元年5月1日 8時5分", "2019-05-01T08:05"),
            ("平成31年4月30日", "2019-04-30"),
            ("中華民國113年3月12日", "2024-03-12"),
            ("2024. március 12., 8:05", "2024-03-12T08:05"),
            ("12 במרץ 2024", "2024-03-12"),
            ("১২ মার্চ, ২০২৪", "2024-03-12"),
            ("12 மார்ச் 2024", "2024-03-12"),
            ("12 مارچ 2024", "2024-03-12"),
            ("12 март 2024 г.", "2024-03-12"),
            ("12. marca 2024", "2024-03-12"),
            ("12 de març de 2024", "2024-03-12"),
            ("12. märts 2024", "2024-03-12"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text, DateOrder::DayFirst).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_order_decides_only_what_is_ambiguous() {
        assert_eq!(parse("3/4/2024", DateOrder::DayFirst).as_deref(), Some("2024-04-03"));
        assert_eq!(parse("3/4/2024", DateOrder::MonthFirst).as_deref(), Some("2024-03-04"));
        assert_eq!(parse("3/14/2024", DateOrder::DayFirst).as_deref(), Some("2024-03-14"));
        assert_eq!(parse("14/3/2024", DateOrder::MonthFirst).as_deref(), Some("2024-03-14"));
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
            "5 นาที 67 คน",
            "1402/12/15",
            "2567年3月12日",
        ];
        for text in cases {
            assert_eq!(parse(text, DateOrder::DayFirst), None, "{text}");
        }
        assert_eq!(parse(&format!("{} 2024-03-12", "x".repeat(MAX_DATE_BYTES)), DateOrder::DayFirst), None);
    }
}
