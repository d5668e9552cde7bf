//! The answers are those of the real idna, which also stands for the host here.

use super::*;

#[test]
fn names_are_those_of_idna() {
    let names = [
        "example.com",
        "EXAMPLE.com",
        "under_score.example",
        "a..b",
        "",
        ".",
        "example.com.",
        "bücher.example",
        "BÜCHER.example",
        "xn--bcher-kva.example",
        "XN--BCHER-KVA.example",
        "xn--a.example",
        "xn--",
        "faß.example",
        "a\u{ad}b.example",
        "\u{ad}",
        "１.２.３",
        "ａ／ｂ",
        "ａ＠ｂ.example",
        "ü@b",
        "ü:80",
        "ü/a",
        "ü?a",
        "ü#a",
        "ü\\a",
        "ü a",
        "ü%41",
        "a@b",
        "1.2.3",
        "ليهنيسيا.example",
        "привет。рф",
    ];
    for name in names {
        let bytes = || Cow::Borrowed(name.as_bytes());
        let ours = domain_to_ascii_from_cow(bytes(), AsciiDenyList::URL).ok();
        let theirs = real::domain_to_ascii_from_cow(bytes(), real::AsciiDenyList::URL).ok();
        // A name that comes to nothing is no host either.
        assert_eq!(ours.filter(|name| !name.is_empty()), theirs.filter(|name| !name.is_empty()), "{name:?}");
    }
    assert!(domain_to_ascii_from_cow(Cow::Borrowed(b"\xff"), AsciiDenyList::URL).is_err());
}

#[test]
fn every_agreed_character_is_one_of_names() {
    let mut count = 0;
    for character in agreed().flatten() {
        let character = char::from_u32(character).expect("it is no half of a pair");
        let near = ["a_b", "_", "\u{5d0}_\u{5d0}", "\u{915}\u{94d}_\u{937}"];
        let is_taken = |near: &str| {
            let name = near.replace('_', character.encode_utf8(&mut [0; 4]));
            real::domain_to_ascii_cow(name.as_bytes(), real::AsciiDenyList::URL).is_ok()
        };
        assert!(near.into_iter().any(is_taken), "{character:?}");
        count += 1;
    }
    assert_eq!(count, 147_410);
}

#[test]
fn punycode_is_read_as_idna_reads_it() {
    for name in ["bücher", "привет", "例え", "ليهنيسيا", "a\u{308}b", "😀", "ñandú-1", "क्‍ष"]
    {
        let code = real::punycode::encode_str(name).expect("it is short");
        let mut wanted: Vec<u32> = name.chars().map(u32::from).collect();
        let mut found = decode_punycode(&code).expect("it is valid");
        wanted.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, wanted, "{name}");
    }
    for code in ["ä", "999999999", "!", "a-!"] {
        assert_eq!(decode_punycode(code), None, "{code}");
    }
}

#[test]
fn characters_that_hosts_differ_on_are_refused() {
    // Garay came with Unicode 16; its number is also written in Punycode.
    for name in ["\u{10d4a}\u{10d4b}.example", "xn--zn7c.com"] {
        assert!(domain_to_ascii_from_cow(Cow::Borrowed(name.as_bytes()), AsciiDenyList::URL).is_err(), "{name}");
    }
}
