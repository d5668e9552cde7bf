//! htmlize with a smaller table, for the WebAssembly module.
//!
//! The real one has the names of characters in a hash table: 2,231 pairs of slices, in an order that no compression finds
//! anything in. Here they are the lines of a sorted text, which is searched as it is. The module is 12 KB brotli smaller.
//!
//! Only what `src/entities.rs` calls, where `wasm/Cargo.toml` puts this crate in the place of the real one. The names are
//! those of the HTML standard (<https://html.spec.whatwg.org/entities.json>, BSD 3-Clause License), as htmlize has them.

use std::borrow::Cow;
use std::cmp::Ordering;

#[cfg(test)]
mod tests;

/// A name and its characters a line, sorted by the bytes of the names. A name ends with `;` or before a character that is
/// no letter or digit. The line without characters is that of the line feed.
static NAMES: &str = include_str!("names.txt");

/// The longest name with its `&` and `;`: `&CounterClockwiseContourIntegral;`.
const LONGEST: usize = 33;

/// The longest name without a semicolon, with its `&`.
const LONGEST_BARE: usize = 7;

/// Where a text stands: the rules differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Text,
    Attribute,
}

/// Replaces the character references in a text.
pub fn unescape<'a>(escaped: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    unescape_in(escaped.into(), Context::Text)
}

/// Replaces the character references in an attribute's value.
pub fn unescape_attribute<'a>(escaped: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    unescape_in(escaped.into(), Context::Attribute)
}

fn unescape_in(escaped: Cow<'_, str>, context: Context) -> Cow<'_, str> {
    let mut unescaped = String::new();
    let mut copied = 0;
    for (at, _) in escaped.match_indices('&') {
        let reference = &escaped[at..];
        let found = match reference.strip_prefix("&#") {
            Some(number) => numeric(number).map(|(character, rest)| (Expansion::Character(character), rest)),
            None => named(reference, context).map(|(characters, rest)| (Expansion::Characters(characters), rest)),
        };
        let Some((expansion, rest)) = found else { continue };
        unescaped.push_str(&escaped[copied..at]);
        match expansion {
            Expansion::Character(character) => unescaped.push(character),
            Expansion::Characters(characters) => unescaped.push_str(characters),
        }
        copied = escaped.len() - rest.len();
    }
    if copied == 0 {
        return escaped;
    }
    unescaped.push_str(&escaped[copied..]);
    Cow::Owned(unescaped)
}

/// What stands in place of a reference.
enum Expansion {
    Character(char),
    Characters(&'static str),
}

/// Reads a reference by name at the start of a text. Returns its characters and the rest of the text.
fn named(text: &str, context: Context) -> Option<(&'static str, &str)> {
    let letters = text[1..].bytes().take(LONGEST - 1).take_while(u8::is_ascii_alphanumeric).count();
    let end = 1 + letters;
    let next = text.as_bytes().get(end);
    let whole = if next == Some(&b';') { end + 1 } else { end };
    if context == Context::Attribute {
        let is_parameter = next == Some(&b'=');
        return characters(&text[1..whole]).filter(|_| !is_parameter).map(|found| (found, &text[whole..]));
    }
    if whole > end
        && let Some(found) = characters(&text[1..whole])
    {
        return Some((found, &text[whole..]));
    }
    // No name without a semicolon begins with another one.
    (2..=whole.min(LONGEST_BARE)).find_map(|end| Some((characters(&text[1..end])?, &text[end..])))
}

/// Returns the characters of a name, which has no `&`.
fn characters(name: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, NAMES.len());
    while low < high {
        let middle = NAMES.floor_char_boundary((low + high) / 2);
        let start = NAMES[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
        let line = NAMES[start..].split('\n').next()?;
        let letters = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (known, found) = line.split_at(letters + usize::from(line[letters..].starts_with(';')));
        match known.cmp(name) {
            Ordering::Less => low = start + line.len() + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => return Some(if found.is_empty() { "\n" } else { found }),
        }
    }
    None
}

/// Reads what follows the `&#` of a reference by number. Returns its character and the rest of the text.
fn numeric(text: &str) -> Option<(char, &str)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let length = digits.bytes().take_while(|&digit| char::from(digit).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    let (digits, rest) = digits.split_at(length);
    // A number that is too large for `u32` is too large for a character.
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    Some((character(number), rest.strip_prefix(';').unwrap_or(rest)))
}

/// Returns the character of a number. Those of the C1 controls are read as windows-1252.
///
/// <https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state>
fn character(number: u32) -> char {
    const C1: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => C1.chars().nth(number as usize - 0x80).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}
