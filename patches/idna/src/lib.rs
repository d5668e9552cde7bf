//! idna without Unicode's tables, for the WebAssembly module: every host of it has them, in its URL parser.
//!
//! The crate `url` names idna, so `wasm/Cargo.toml` puts this one in its place. Names of ASCII, which is nearly all,
//! never leave Rust. Others, and those with a label in Punycode, are given to the host's `URL`, which does by the URL
//! Standard what idna does: map, normalise, check, write in Punycode.
//!
//! Hosts know Unicode in different editions, and the same page has to give the same article in all of them. So a name is
//! taken only where all its characters are in `agreed.bin`, see [`is_agreed`]; others, in scripts that no registry has yet,
//! are no names here.
//!
//! The danger is a name that is more than a name to a URL parser (`user@`, a port, a path): what the standard forbids in a
//! name is refused before, and once more in the answer.

// The tests compare with the real one, and so run outside of WebAssembly.
#![cfg(any(target_arch = "wasm32", test))]

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

#[cfg(test)]
mod tests;

/// Characters of ASCII that are refused.
#[derive(Debug, Clone, Copy)]
pub struct AsciiDenyList(());

impl AsciiDenyList {
    /// The forbidden code points of a domain in the URL Standard.
    pub const URL: Self = AsciiDenyList(());

    fn has(self, byte: u8) -> bool {
        byte <= b' ' || byte == 0x7f || b"%#/:<>?@[\\]^|".contains(&byte)
    }
}

/// The name is none.
#[derive(Debug)]
pub struct Errors(());

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name is not valid")
    }
}

impl std::error::Error for Errors {}

/// The name in ASCII: small letters, Punycode where it needs be.
pub fn domain_to_ascii_from_cow(domain: Cow<'_, [u8]>, deny: AsciiDenyList) -> Result<Cow<'_, str>, Errors> {
    let domain = match domain {
        Cow::Borrowed(bytes) => str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Errors(()))?,
        Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| Errors(()))?,
    };
    if domain.bytes().any(|byte| deny.has(byte)) {
        return Err(Errors(()));
    }
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if !has_punycode(&domain) && domain.bytes().all(is_plain) {
        return Ok(domain);
    }
    if !has_punycode(&domain) && domain.is_ascii() {
        return Ok(Cow::Owned(domain.to_ascii_lowercase()));
    }
    if !domain.split('.').all(is_agreed) {
        return Err(Errors(()));
    }
    let name = host_of(&domain).ok_or(Errors(()))?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| is_plain(byte) && !deny.has(byte));
    if is_name { Ok(Cow::Owned(name)) } else { Err(Errors(())) }
}

/// The name as it is read. `url` asks for it nowhere that this module comes by.
pub fn domain_to_unicode(domain: &str) -> (String, Result<(), Errors>) {
    (domain.to_owned(), Ok(()))
}

/// The characters beyond ASCII of which real idna, Node 20, Chromium 156 and Firefox 153 make the same: 147,410, asked
/// for between Latin, Hebrew and Devanagari letters and alone. In turns the length of what is left out and of what is in,
/// from U+0080 on, seven bits a byte, low ones first.
static AGREED: &[u8] = include_bytes!("agreed.bin");

/// Whether all hosts make the same of a label.
fn is_agreed(label: &str) -> bool {
    match punycode(label) {
        Some(code) => decode_punycode(code).is_some_and(|characters| characters.into_iter().all(is_character_agreed)),
        None => label.chars().map(u32::from).all(is_character_agreed),
    }
}

fn is_character_agreed(character: u32) -> bool {
    character < 0x80 || agreed().any(|range| range.contains(&character))
}

/// The ranges in [`AGREED`].
fn agreed() -> impl Iterator<Item = Range<u32>> {
    let mut bytes = AGREED.iter();
    let mut length = move || {
        let mut length = 0;
        for (place, byte) in bytes.by_ref().enumerate() {
            length |= u32::from(byte & 0x7f) << (7 * place);
            if *byte < 0x80 {
                return Some(length);
            }
        }
        None
    };
    let mut end = 0x80;
    std::iter::from_fn(move || {
        let start = end + length()?;
        end = start + length()?;
        Some(start..end)
    })
}

fn has_punycode(domain: &str) -> bool {
    domain.split('.').any(|label| punycode(label).is_some())
}

/// What stands behind the prefix of Punycode.
fn punycode(label: &str) -> Option<&str> {
    let (prefix, code) = label.split_at_checked(4)?;
    prefix.eq_ignore_ascii_case("xn--").then_some(code)
}

/// The characters of a label in Punycode, in no order (RFC 3492, section 6.2).
fn decode_punycode(code: &str) -> Option<Vec<u32>> {
    const BASE: u32 = 36;
    /// No label that a name server takes has more; it also bounds the work.
    const LONGEST: usize = 63;
    if code.len() > LONGEST {
        return None;
    }
    let (plain, digits) = code.rsplit_once('-').unwrap_or(("", code));
    let mut characters: Vec<u32> = plain.chars().map(u32::from).collect();
    let (mut character, mut position, mut bias) = (128u32, 0u32, 72u32);
    let mut digits = digits.bytes();
    while digits.len() > 0 {
        let (start, mut weight, mut limit) = (position, 1u32, BASE);
        loop {
            let digit = match digits.next()? {
                byte @ b'0'..=b'9' => u32::from(byte - b'0') + 26,
                byte => {
                    u32::from(byte.to_ascii_lowercase()).checked_sub(u32::from(b'a')).filter(|&digit| digit < 26)?
                }
            };
            position = position.checked_add(digit.checked_mul(weight)?)?;
            let threshold = limit.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            limit += BASE;
        }
        let count = characters.len() as u32 + 1;
        let mut delta = (position - start) / if start == 0 { 700 } else { 2 };
        delta += delta / count;
        let mut steps = 0;
        while delta > 455 {
            delta /= BASE - 1;
            steps += BASE;
        }
        bias = steps + BASE * delta / (delta + 38);
        character = character.checked_add(position / count)?;
        position = position % count + 1;
        characters.push(character);
    }
    Some(characters)
}

/// The name as the host's URL parser has it.
#[cfg(target_arch = "wasm32")]
fn host_of(domain: &str) -> Option<String> {
    web_sys::Url::new(&format!("https://{domain}")).ok().map(|url| url.hostname())
}

/// In tests the real idna is the host.
#[cfg(not(target_arch = "wasm32"))]
fn host_of(domain: &str) -> Option<String> {
    real::domain_to_ascii_cow(domain.as_bytes(), real::AsciiDenyList::URL).ok().map(Cow::into_owned)
}
