//! The answers are those of the real htmlize.

use super::*;

fn check(text: &str) {
    assert_eq!(unescape(text), real::unescape(text), "{text:?}");
    assert_eq!(unescape_attribute(text), real::unescape_attribute(text), "{text:?} in an attribute");
}

#[test]
fn every_name_has_its_characters() {
    assert_eq!(real::ENTITIES.len(), NAMES.split_terminator('\n').count());
    for (&name, &wanted) in &real::ENTITIES {
        let name = str::from_utf8(name).expect("names are ASCII");
        assert_eq!(characters(&name[1..]).map(str::as_bytes), Some(wanted), "{name}");
        assert!(name.len() <= LONGEST && (name.ends_with(';') || name.len() <= LONGEST_BARE), "{name}");
    }
}

#[test]
fn names_are_cut_as_htmlize_cuts_them() {
    for &name in real::ENTITIES.keys() {
        let name = str::from_utf8(name).expect("names are ASCII");
        let bare = name.trim_end_matches(';');
        for end in 1..=name.len() {
            check(&name[..end]);
        }
        for after in ["", ";", ";;", "=", "=x;", "x", "xyz;", "1", " ", "&", "&amp;", "ế", "\n"] {
            check(&format!("{bare}{after}"));
            check(&format!("ế {name}{after}"));
        }
    }
}

#[test]
fn what_is_no_name_stays() {
    for text in [
        "",
        "&",
        "&&",
        "& ",
        "&;",
        "&=",
        "&ế;",
        "&zzzz;",
        "&0;",
        "&AAAAAA;",
        "&ampamp;",
        "&amp&amp",
        "&CounterClockwiseContourIntegralx;",
        "&CounterClockwiseContourIntegra;",
        "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
        "&notaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;",
        "không có gì",
    ] {
        check(text);
    }
}

#[test]
fn every_number_is_its_character() {
    for number in (0..0x11_0010).chain([u32::MAX - 1, u32::MAX]) {
        assert_eq!(unescape(format!("&#{number};")), real::unescape(format!("&#{number};")), "{number}");
    }
    for text in [
        "&#",
        "&#;",
        "&#x",
        "&#x;",
        "&#X41",
        "&#x41g",
        "&#65",
        "&#65 ",
        "&#65a;",
        "&#xZ;",
        "&#4294967296;",
        "&#99999999999999999999;",
        "&#xffffffffffff;",
        "&#0000000000000000000065;",
        "&#+65;",
        "&#-65;",
        "&#٣;",
        "&##65;",
        "&#&#65;",
    ] {
        check(text);
    }
}
