//! Finds dates and prices in a text. The patterns work in many languages. Each begins at a digit,
//! so one pass over the bytes finds them all. This is important, because every block of a page is
//! searched.

use crate::words;
use std::sync::LazyLock;

/// Returns `true` if the text has a date or a time of day: a year of four digits, `31/12/2024`, `9:30`, `3 hours ago`,
/// `5月1日`.
pub(super) fn says_date(text: &str) -> bool {
    digits(text).any(|at| {
        let rest = &text.as_bytes()[at..];
        is_year(rest) || is_short_date(rest) || is_time(rest) || is_ago(&text[at + 1..]) || is_month(&text[at + 1..])
    })
}

/// Returns `true` if the text has a price: a number beside the sign or code of a currency.
pub(super) fn says_price(text: &str) -> bool {
    const BEFORE: [char; 6] = ['$', '€', '£', '¥', '₹', '₫'];
    const AFTER: [&str; 13] = ["$", "€", "£", "¥", "₹", "₫", "đ", "USD", "EUR", "VND", "VNĐ", "元", "円"];
    digits(text).any(|at| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let after = after.strip_prefix(' ').unwrap_or(after);
        before.strip_suffix(' ').unwrap_or(before).ends_with(BEFORE) || AFTER.iter().any(|sign| after.starts_with(sign))
    })
}

/// Returns the positions of the text's ASCII digits.
fn digits(text: &str) -> impl Iterator<Item = usize> {
    text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at)
}

/// Returns how many digits the text begins with, at most `most`.
fn leading_digits(bytes: &[u8], most: usize) -> usize {
    bytes.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count()
}

/// Returns `true` for 1900 to 2099 without a digit after it.
fn is_year(bytes: &[u8]) -> bool {
    (bytes.starts_with(b"19") || bytes.starts_with(b"20")) && leading_digits(bytes, 5) == 4
}

/// Returns `true` for a date. `bytes` begins with the last digit of the date's first number,
/// followed by a separator, one or two digits, a separator, and two or more digits.
fn is_short_date(bytes: &[u8]) -> bool {
    let is_separator = |byte: Option<&u8>| matches!(byte, Some(b'/' | b'.' | b'-'));
    let middle = leading_digits(bytes.get(2..).unwrap_or_default(), 2);
    let last = bytes.get(3 + middle..).unwrap_or_default();
    is_separator(bytes.get(1)) && middle > 0 && is_separator(bytes.get(2 + middle)) && leading_digits(last, 2) == 2
}

/// Returns `true` for a time. `bytes` begins with the last digit of the hour.
fn is_time(bytes: &[u8]) -> bool {
    bytes.get(1) == Some(&b':') && leading_digits(&bytes[2..], 2) == 2
}

/// Returns `true` if the text after the last digit is a unit of time and a word such as "ago".
fn is_ago(after: &str) -> bool {
    static UNITS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("time-unit").collect());
    static AGO: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("ago").collect());
    let Some(after) = after.strip_prefix(' ') else { return false };
    UNITS.iter().any(|unit| {
        let after = after.strip_prefix(unit).map(|rest| rest.strip_prefix('s').unwrap_or(rest));
        let after = after.and_then(|rest| rest.strip_prefix(' '));
        after.is_some_and(|rest| AGO.iter().any(|ago| rest.starts_with(ago)))
    })
}

/// Returns `true` if the text after the last digit is the character for a month in Chinese or
/// Japanese.
fn is_month(after: &str) -> bool {
    after.strip_prefix('月').is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_seen_in_many_forms() {
        let dates =
            ["Năm 2024", "2024, spring", "1.5.24", "31/12/2024", "lúc 9:30", "3 hours ago", "15 phút trước", "5月1日"];
        for text in dates {
            assert!(says_date(text), "{text}");
        }
        for text in ["", "12", "20245 items", "1804", "1:5", "3 hours", "1/2", "9:", "月1", "giờ trước", "5月"] {
            assert!(!says_date(text), "{text}");
        }
    }

    #[test]
    fn prices_are_numbers_beside_a_currency() {
        for text in ["$5", "€ 12", "120.000đ", "99 USD", "200元", "1.500.000 VNĐ"] {
            assert!(says_price(text), "{text}");
        }
        for text in ["", "5", "đ 5", "USD", "5  USD", "€"] {
            assert!(!says_price(text), "{text}");
        }
    }
}
