//! The answers are those of the real encoding_rs, which is also what the tables are read off here.

use crate::encoding::{ALL, Encoding, Kind};
use crate::index::BIG5_OWN;
use std::fs;
use std::path::Path;

/// Encodings that are decoded in pieces.
fn streamed() -> impl Iterator<Item = (&'static Encoding, &'static real::Encoding)> {
    ALL.iter().filter(|encoding| !matches!(encoding.kind, Kind::Utf16 { .. })).map(|&ours| (ours, real(ours)))
}

fn real(encoding: &'static Encoding) -> &'static real::Encoding {
    real::Encoding::for_label(encoding.name().as_bytes()).expect("it is an encoding of the standard")
}

/// Compares one file of data with what the real encoding_rs has. `UPDATE=1` writes it anew.
fn check_data(name: &str, data: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, data).expect("the file can be written");
    }
    assert!(fs::read(&path).expect("the file is there") == data, "{name} is not what encoding_rs has");
}

/// The text that is one character, if it is.
fn character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|&character| character != char::REPLACEMENT_CHARACTER && characters.next().is_none())
}

#[test]
fn single_bytes_are_those_of_encoding_rs() {
    let mut units = Vec::new();
    for (number, encoding) in ALL.iter().filter_map(|encoding| {
        if let Kind::SingleByte(number) = encoding.kind { Some((number, encoding)) } else { None }
    }) {
        // ISO-8859-8-I is ISO-8859-8 with another direction.
        if number * 128 < units.len() {
            continue;
        }
        for byte in 0x80..=0xff {
            let text = real(encoding).decode_without_bom_handling(&[byte]).0.into_owned();
            units.push(
                character(&text).map_or(0, |character| u16::try_from(character).expect("it is in the first plane")),
            );
        }
    }
    let [low, high]: [Vec<u8>; 2] = [0, 1].map(|byte| units.iter().map(|unit| unit.to_le_bytes()[byte]).collect());
    check_data("single-byte.bin", &[low, high].concat());
}

#[test]
fn own_rows_of_big5_are_those_of_encoding_rs() {
    let (mut low, mut high, mut planes) = (Vec::new(), Vec::new(), Vec::new());
    for (at, pointer) in BIG5_OWN.into_iter().flatten().enumerate() {
        let trail = pointer % 157;
        let trail = if trail < 63 { 0x40 + trail } else { 0xa1 + trail - 63 };
        let bytes = [0x81 + (pointer / 157) as u8, trail as u8];
        let text = real::BIG5.decode_without_bom_handling(&bytes).0.into_owned();
        let code = character(&text).map_or(0, u32::from);
        low.push(code as u8);
        high.push((code >> 8) as u8);
        if at % 8 == 0 {
            planes.push(0);
        }
        *planes.last_mut().expect("one was pushed") |= u8::from(code >> 16 == 2) << (at % 8);
    }
    check_data("big5-rows.bin", &[low, high, planes].concat());
}

#[test]
fn labels_are_those_of_encoding_rs() {
    for encoding in ALL {
        assert_eq!(Encoding::for_label(encoding.name().as_bytes()), Some(*encoding));
    }
    for label in ["latin1", " UTF8\n", "x-sjis", "ks_c_5601-1987", "csisolatingreek", "hz-gb-2312", "gb2312", "koi8-ru"]
    {
        let ours = Encoding::for_label(label.as_bytes()).map(Encoding::name);
        assert_eq!(ours, real::Encoding::for_label(label.as_bytes()).map(real::Encoding::name), "{label}");
    }
    for label in ["", " ", "utf", "utf-8 utf-8", "latin1\0"] {
        assert_eq!(Encoding::for_label(label.as_bytes()), None, "{label:?}");
    }
}

#[test]
fn every_pair_of_bytes_decodes_alike() {
    for encoding in ALL {
        if matches!(encoding.kind, Kind::SingleByte(_) | Kind::UserDefined) {
            same(encoding, &(0..=0xff).collect::<Vec<u8>>());
            continue;
        }
        for first in 0..=0xff {
            // The end of the line is no part of any pair.
            let pairs = (0..=0xff).flat_map(|second| [first, second, b'\n']);
            same(encoding, &pairs.collect::<Vec<u8>>());
        }
    }
    // EUC-JP alone has three bytes.
    let euc_jp = Encoding::for_label(b"euc-jp").expect("it is an encoding");
    for first in 0..=0xff {
        let triples = (0..=0xff).flat_map(|second| [0x8f, first, second, b'\n']);
        same(euc_jp, &triples.collect::<Vec<u8>>());
    }
}

#[test]
fn escape_sequences_and_four_bytes_decode_alike() {
    const ESCAPES: [&[u8]; 12] = [
        b"\x1b(B",
        b"\x1b(J",
        b"\x1b(I",
        b"\x1b$@",
        b"\x1b$B",
        b"\x1b(X",
        b"\x1b$",
        b"\x1b",
        b"a\\~",
        b"$\"$\xa4",
        b"\x0e1",
        b"!",
    ];
    let iso_2022_jp = Encoding::for_label(b"iso-2022-jp").expect("it is an encoding");
    for first in ESCAPES {
        for second in ESCAPES {
            for third in ESCAPES {
                same(iso_2022_jp, &[first, second, third].concat());
            }
        }
    }
    let gb18030 = Encoding::for_label(b"gb18030").expect("it is an encoding");
    for first in 0x81..=0xfe {
        let mut bytes = Vec::new();
        for second in b'0'..=b'9' {
            for third in 0x80..=0xff {
                bytes.extend([first, second, third, b'0' + third % 11, b'\n', first, second, third, b'\n']);
            }
        }
        same(gb18030, &bytes);
    }
}

#[test]
fn text_in_pieces_decodes_alike() {
    let mut seed = 1u32;
    for (ours, real) in streamed() {
        for _ in 0..200 {
            let mut random = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            };
            let bytes: Vec<u8> = (0..60)
                .map(|_| if random() < 40 { b"\x1b$(BJ09"[usize::from(random() % 7)] } else { random() })
                .collect();
            let (mut our_decoder, mut real_decoder) =
                (ours.new_decoder_without_bom_handling(), real.new_decoder_without_bom_handling());
            for (number, piece) in bytes.chunks(1 + usize::from(random() % 5)).enumerate() {
                let last = number * piece.len() + piece.len() >= bytes.len();
                let (mut rest, mut steps) = (piece, 0);
                loop {
                    let (mut our_units, mut real_units) = ([0; 40], [0; 40]);
                    let our = our_decoder.decode_to_utf16_without_replacement(rest, &mut our_units, last);
                    let real = real_decoder.decode_to_utf16_without_replacement(rest, &mut real_units, last);
                    assert_eq!(
                        format!("{our:?} {our_units:?}"),
                        format!("{real:?} {real_units:?}"),
                        "{} {rest:x?}",
                        ours.name()
                    );
                    rest = &rest[our.1..];
                    steps += 1;
                    assert!(steps < 100, "{} does not end", ours.name());
                    if real.0 == real::DecoderResult::InputEmpty {
                        break;
                    }
                }
                if last {
                    break;
                }
            }
        }
    }
}

#[test]
fn text_of_utf8_in_pieces_decodes_alike() {
    let utf8 = Encoding::for_label(b"utf-8").expect("it is an encoding");
    let bytes = "Tiếng Việt: mưa 😀 ".repeat(20).into_bytes();
    let damaged: Vec<u8> = bytes.iter().enumerate().map(|(at, &byte)| if at % 17 == 0 { 0xf0 } else { byte }).collect();
    for bytes in [bytes, damaged] {
        for (piece, room) in [(1, 8), (3, 9), (7, 13), (64, 16), (1000, 33)] {
            let mut decoder = utf8.new_decoder_without_bom_handling();
            let mut decoded = String::new();
            for (number, piece) in bytes.chunks(piece).enumerate() {
                let last = number * piece.len() + piece.len() == bytes.len();
                let mut rest = piece;
                loop {
                    let mut text = "ế".repeat(room / 3);
                    let (result, read, written, _) = decoder.decode_to_str(rest, &mut text, last);
                    assert!(text.is_char_boundary(written) && str::from_utf8(text.as_bytes()).is_ok());
                    decoded.push_str(&text[..written]);
                    rest = &rest[read..];
                    if result == crate::CoderResult::InputEmpty {
                        break;
                    }
                }
            }
            assert_eq!(decoded, String::from_utf8_lossy(&bytes), "{piece}");
        }
    }
}

#[test]
fn half_pairs_of_utf16_decode_alike() {
    const UNITS: [&[u8]; 6] = [b"a\0", b"\x3d\xd8", b"\x00\xde", b"\xde\x00", b"\xd8\x3d", b"\0a"];
    for label in ["utf-16le", "utf-16be"] {
        let encoding = Encoding::for_label(label.as_bytes()).expect("it is an encoding");
        for first in UNITS {
            for second in UNITS {
                for end in [&[][..], &[0xd8]] {
                    same(encoding, &[first, second, end].concat());
                }
            }
        }
    }
}

fn same(encoding: &'static Encoding, bytes: &[u8]) {
    let (our_text, our_damage) = encoding.decode_without_bom_handling(bytes);
    let (real_text, real_damage) = real(encoding).decode_without_bom_handling(bytes);
    assert_eq!((&our_text, our_damage), (&real_text, real_damage), "{} {bytes:x?}", encoding.name());
}
