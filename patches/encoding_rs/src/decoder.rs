//! Bytes to characters, a byte at a time: the decoders of the Encoding Standard.
//!
//! chardetng tells encodings apart by what is malformed in them, so the lengths in [`DecoderResult::Malformed`] and
//! which byte is read again are those of encoding_rs, to the byte. The tests compare both on every pair of bytes.

use crate::encoding::{Encoding, Kind};
use crate::index;

/// Why decoding with replacement stopped.
#[derive(Debug, PartialEq, Eq)]
pub enum CoderResult {
    /// All input is read.
    InputEmpty,
    /// The output has no room for another character.
    OutputFull,
}

/// Why decoding without replacement stopped.
#[derive(Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All input is read.
    InputEmpty,
    /// The output has no room for another character.
    OutputFull,
    /// The length of a malformed sequence, and the number of bytes that were read after it.
    Malformed(u8, u8),
}

/// What comes next in a text.
pub(crate) enum Next {
    Character(char),
    /// A letter and its accent, where Big5 has one code for both.
    Pair(char, char),
    /// As [`DecoderResult::Malformed`].
    Malformed(u8, u8),
    /// All input is read.
    End,
}

/// What a byte led to.
enum Step {
    /// It is the first of several, and kept.
    Held,
    Character(char),
    Pair(char, char),
    /// It belongs to a malformed sequence of this length.
    Malformed(u8),
    /// It comes after a malformed sequence, and is read again: the length, and the bytes read after it.
    MalformedBefore(u8, u8),
    /// A malformed sequence and what came after it, all of it read.
    MalformedAnd(u8, u8),
}

/// A decoder that takes a text in pieces.
#[derive(Debug)]
pub struct Decoder {
    encoding: &'static Encoding,
    /// The bytes read of a character that is not at its end.
    held: Held,
    /// Bytes that turned out to be no part of the sequence before them: they come before all further input.
    again: Held,
    escapes: Escapes,
}

/// Up to three bytes.
#[derive(Debug, Default)]
struct Held {
    bytes: [u8; 3],
    length: usize,
}

impl Held {
    fn push(&mut self, byte: u8) -> Step {
        self.bytes[self.length] = byte;
        self.length += 1;
        Step::Held
    }

    fn take_first(&mut self) -> Option<u8> {
        let first = *self.as_slice().first()?;
        self.bytes.rotate_left(1);
        self.length -= 1;
        Some(first)
    }

    fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// The state of ISO-2022-JP, which changes its alphabet by escape sequences.
#[derive(Debug)]
struct Escapes {
    state: State,
    /// The alphabet that is decoded after an escape sequence that is none.
    alphabet: State,
    /// Whether nothing came since the last escape sequence, so that another makes it useless.
    just_changed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Ascii,
    Roman,
    Katakana,
    Lead,
    Trail(u8),
    EscapeStart,
    Escape(u8),
}

impl Decoder {
    pub(crate) fn new(encoding: &'static Encoding) -> Self {
        let escapes = Escapes { state: State::Ascii, alphabet: State::Ascii, just_changed: false };
        Decoder { encoding, held: Held::default(), again: Held::default(), escapes }
    }

    /// The encoding.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Decodes a piece of text to UTF-16. Answers why it stopped, the bytes read and the units written.
    pub fn decode_to_utf16_without_replacement(
        &mut self,
        bytes: &[u8],
        units: &mut [u16],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let (mut read, mut written) = (0, 0);
        // The longest is two units.
        while units.len() - written >= 2 || (read == bytes.len() && self.is_done(last)) {
            match self.next(bytes, &mut read, last) {
                Next::Character(character) => written += character.encode_utf16(&mut units[written..]).len(),
                Next::Pair(first, second) => {
                    written += first.encode_utf16(&mut units[written..]).len();
                    written += second.encode_utf16(&mut units[written..]).len();
                }
                Next::Malformed(length, after) => return (DecoderResult::Malformed(length, after), read, written),
                Next::End => return (DecoderResult::InputEmpty, read, written),
            }
        }
        (DecoderResult::OutputFull, read, written)
    }

    /// The same to UTF-8.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let (mut read, mut written) = (0, 0);
        // The longest is four bytes, also of a pair.
        while text.len() - written >= 4 || (read == bytes.len() && self.is_done(last)) {
            match self.next(bytes, &mut read, last) {
                Next::Character(character) => written += character.encode_utf8(&mut text[written..]).len(),
                Next::Pair(first, second) => {
                    written += first.encode_utf8(&mut text[written..]).len();
                    written += second.encode_utf8(&mut text[written..]).len();
                }
                Next::Malformed(length, after) => return (DecoderResult::Malformed(length, after), read, written),
                Next::End => return (DecoderResult::InputEmpty, read, written),
            }
        }
        (DecoderResult::OutputFull, read, written)
    }

    /// Decodes a piece of text, U+FFFD in the place of what is malformed. Answers why it stopped, the bytes read and
    /// written, and whether anything was malformed.
    pub fn decode_to_str(&mut self, bytes: &[u8], text: &mut str, last: bool) -> (CoderResult, usize, usize, bool) {
        // SAFETY: whole characters are written from the start on, and below the rest of one that was cut by them becomes
        // NUL, so that the text is valid again when the borrow ends.
        #[allow(unsafe_code)]
        let text = unsafe { text.as_bytes_mut() };
        let (result, read, written, damaged) = self.decode_with_replacement(bytes, text, last);
        text[written..].iter_mut().take_while(|byte| **byte & 0xc0 == 0x80).for_each(|byte| *byte = 0);
        (result, read, written, damaged)
    }

    /// Writes whole characters from the start of `text`.
    fn decode_with_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut [u8],
        last: bool,
    ) -> (CoderResult, usize, usize, bool) {
        let (mut read, mut written, mut damaged) = (0, 0, false);
        // Nearly all text goes this way: UTF-8 that is valid is copied.
        if self.encoding.kind == Kind::Utf8 && self.held.length == 0 {
            let piece = &bytes[..bytes.len().min(text.len())];
            let valid = str::from_utf8(piece).map_or_else(|error| error.valid_up_to(), str::len);
            text[..valid].copy_from_slice(&piece[..valid]);
            (read, written) = (valid, valid);
        }
        while text.len() - written >= 4 || (read == bytes.len() && self.is_done(last)) {
            let character = match self.next(bytes, &mut read, last) {
                Next::Character(character) => character,
                Next::Pair(first, second) => {
                    written += first.encode_utf8(&mut text[written..]).len();
                    second
                }
                Next::Malformed(..) => {
                    damaged = true;
                    char::REPLACEMENT_CHARACTER
                }
                Next::End => return (CoderResult::InputEmpty, read, written, damaged),
            };
            written += character.encode_utf8(&mut text[written..]).len();
        }
        (CoderResult::OutputFull, read, written, damaged)
    }

    /// Whether nothing is left to say after all input is read.
    fn is_done(&self, last: bool) -> bool {
        let is_in_escape = matches!(self.escapes.state, State::Trail(_) | State::EscapeStart | State::Escape(_));
        self.again.length == 0 && !(last && (self.held.length > 0 || is_in_escape))
    }

    /// Reads on until there is something to say. `read` counts the bytes, `last` is whether the text ends with them.
    pub(crate) fn next(&mut self, bytes: &[u8], read: &mut usize, last: bool) -> Next {
        loop {
            let repeated = self.again.take_first();
            let Some(byte) = repeated.or_else(|| bytes.get(*read).copied()) else {
                return if last { self.finish() } else { Next::End };
            };
            let step = self.step(byte);
            *read += usize::from(repeated.is_none() && !matches!(step, Step::MalformedBefore(..)));
            if !matches!(step, Step::Held) && !matches!(self.encoding.kind, Kind::Iso2022Jp) {
                self.held.length = 0;
            }
            match step {
                Step::Held => {}
                Step::Character(character) => return Next::Character(character),
                Step::Pair(first, second) => return Next::Pair(first, second),
                Step::Malformed(length) => return Next::Malformed(length, 0),
                Step::MalformedBefore(length, after) | Step::MalformedAnd(length, after) => {
                    return Next::Malformed(length, after);
                }
            }
        }
    }

    /// The text is at its end: what is held is malformed.
    fn finish(&mut self) -> Next {
        let held = std::mem::take(&mut self.held);
        if held.length > 0 {
            return Next::Malformed(held.length as u8, 0);
        }
        let state = std::mem::replace(&mut self.escapes.state, self.escapes.alphabet);
        match state {
            State::Trail(_) | State::EscapeStart => Next::Malformed(1, 0),
            State::Escape(byte) => {
                self.again.push(byte);
                Next::Malformed(1, 1)
            }
            _ => Next::End,
        }
    }

    fn step(&mut self, byte: u8) -> Step {
        match self.encoding.kind {
            Kind::Iso2022Jp => return self.iso_2022_jp(byte),
            Kind::Replacement => {
                // The whole text is one malformed sequence.
                return if self.escapes.just_changed {
                    Step::Held
                } else {
                    self.escapes.just_changed = true;
                    Step::Malformed(1)
                };
            }
            _ if self.held.length == 0 && byte.is_ascii() => return Step::Character(char::from(byte)),
            _ => {}
        }
        match self.encoding.kind {
            Kind::SingleByte(table) => match index::single_byte(table, byte) {
                Some(character) => Step::Character(character),
                None => Step::Malformed(1),
            },
            Kind::UserDefined => Step::Character(bmp(0xf700 + u16::from(byte))),
            Kind::Gb18030 => self.gb18030(byte),
            Kind::Big5 => self.big5(byte),
            Kind::EucJp => self.euc_jp(byte),
            Kind::EucKr => self.euc_kr(byte),
            Kind::ShiftJis => self.shift_jis(byte),
            _ => self.utf8(byte),
        }
    }

    fn utf8(&mut self, byte: u8) -> Step {
        let held = self.held.as_slice();
        let (wanted, low, high) = match *held {
            [] => {
                return match byte {
                    0xc2..=0xf4 => self.held.push(byte),
                    _ => Step::Malformed(1),
                };
            }
            [0xe0] => (3, 0xa0, 0xbf),
            [0xed] => (3, 0x80, 0x9f),
            [0xf0] => (4, 0x90, 0xbf),
            [0xf4] => (4, 0x80, 0x8f),
            [lead, ..] => (if lead < 0xe0 { 2 } else { 3 + usize::from(lead >= 0xf0) }, 0x80, 0xbf),
        };
        if !(low..=high).contains(&byte) {
            return Step::MalformedBefore(held.len() as u8, 0);
        }
        if held.len() + 1 < wanted {
            return self.held.push(byte);
        }
        let lead = u32::from(held[0]) & (0x7f >> wanted);
        let code = held[1..].iter().chain([&byte]).fold(lead, |code, &byte| code << 6 | u32::from(byte & 0x3f));
        Step::Character(char::from_u32(code).expect("the ranges above leave nothing else"))
    }

    fn gb18030(&mut self, byte: u8) -> Step {
        match *self.held.as_slice() {
            [] => match byte {
                0x80 => Step::Character('€'),
                0xff => Step::Malformed(1),
                _ => self.held.push(byte),
            },
            [_] if byte.is_ascii_digit() => self.held.push(byte),
            [lead] => two_bytes(index::gbk(lead, byte), byte),
            [_, second] => match byte {
                0x81..=0xfe => self.held.push(byte),
                _ => {
                    self.again.push(second);
                    Step::MalformedBefore(1, 1)
                }
            },
            [first, second, third] if byte.is_ascii_digit() => {
                let number = |byte: u8, from: u8| usize::from(byte - from);
                let pointer = ((number(first, 0x81) * 10 + number(second, b'0')) * 126 + number(third, 0x81)) * 10
                    + number(byte, b'0');
                match index::gb18030_ranges(pointer) {
                    Some(character) => Step::Character(character),
                    None => Step::Malformed(4),
                }
            }
            [_, second, third, ..] => {
                self.again.push(second);
                self.again.push(third);
                Step::MalformedBefore(1, 2)
            }
        }
    }

    fn big5(&mut self, byte: u8) -> Step {
        match *self.held.as_slice() {
            [lead, ..] => match (lead, byte) {
                (0x88, 0x62) => Step::Pair('Ê', '\u{304}'),
                (0x88, 0x64) => Step::Pair('Ê', '\u{30c}'),
                (0x88, 0xa3) => Step::Pair('ê', '\u{304}'),
                (0x88, 0xa5) => Step::Pair('ê', '\u{30c}'),
                _ => two_bytes(index::big5(lead, byte), byte),
            },
            [] => self.lead(byte, 0x81),
        }
    }

    fn euc_kr(&mut self, byte: u8) -> Step {
        match *self.held.as_slice() {
            [lead, ..] => two_bytes(index::euc_kr(lead, byte), byte),
            [] => self.lead(byte, 0x81),
        }
    }

    fn euc_jp(&mut self, byte: u8) -> Step {
        match *self.held.as_slice() {
            [] if matches!(byte, 0x8e | 0x8f) => self.held.push(byte),
            [] => self.lead(byte, 0xa1),
            [0x8e] => two_bytes((0xa1..=0xdf).contains(&byte).then(|| half_width(byte)), byte),
            [0x8f] if (0xa1..=0xfe).contains(&byte) => self.held.push(byte),
            [0x8f] => two_bytes(None, byte),
            [lead] => two_bytes(index::jis0208(lead.wrapping_sub(0xa1), byte.wrapping_sub(0xa1)), byte),
            [_, lead, ..] => match index::jis0212(lead, byte) {
                Some(character) => Step::Character(character),
                None if byte.is_ascii() => Step::MalformedBefore(2, 0),
                None => Step::Malformed(3),
            },
        }
    }

    fn shift_jis(&mut self, byte: u8) -> Step {
        match *self.held.as_slice() {
            [lead, ..] => two_bytes(index::shift_jis(lead, byte), byte),
            [] => match byte {
                0x80 => Step::Character('\u{80}'),
                0xa1..=0xdf => Step::Character(half_width(byte)),
                0xa0 | 0xfd.. => Step::Malformed(1),
                _ => self.held.push(byte),
            },
        }
    }

    /// Keeps the first byte of two, if it can be one.
    fn lead(&mut self, byte: u8, lowest: u8) -> Step {
        if (lowest..=0xfe).contains(&byte) { self.held.push(byte) } else { Step::Malformed(1) }
    }

    fn iso_2022_jp(&mut self, byte: u8) -> Step {
        let Escapes { state, alphabet, just_changed } = &mut self.escapes;
        match (*state, byte) {
            (State::Trail(_), 0x1b) => {
                *state = State::EscapeStart;
                return Step::MalformedAnd(1, 1);
            }
            (State::Ascii | State::Roman | State::Katakana | State::Lead, 0x1b) => {
                *state = State::EscapeStart;
                return Step::Held;
            }
            (State::EscapeStart, b'$' | b'(') => {
                *state = State::Escape(byte);
                return Step::Held;
            }
            (State::EscapeStart, _) => {
                (*state, *just_changed) = (*alphabet, false);
                return Step::MalformedBefore(1, 0);
            }
            (State::Escape(first), _) => {
                let changed = match (first, byte) {
                    (b'(', b'B') => State::Ascii,
                    (b'(', b'J') => State::Roman,
                    (b'(', b'I') => State::Katakana,
                    (b'$', b'@' | b'B') => State::Lead,
                    _ => {
                        (*state, *just_changed) = (*alphabet, false);
                        self.again.push(first);
                        return Step::MalformedBefore(1, 1);
                    }
                };
                (*state, *alphabet) = (changed, changed);
                // An escape sequence right after another: the one before was useless.
                return if std::mem::replace(just_changed, true) { Step::MalformedAnd(3, 3) } else { Step::Held };
            }
            _ => {}
        }
        *just_changed = false;
        match (*state, byte) {
            (State::Roman, b'\\') => Step::Character('¥'),
            (State::Roman, b'~') => Step::Character('‾'),
            (State::Ascii | State::Roman, 0x0e | 0x0f | 0x80..) => Step::Malformed(1),
            (State::Ascii | State::Roman, _) => Step::Character(char::from(byte)),
            (State::Katakana, 0x21..=0x5f) => Step::Character(half_width(byte + 0x80)),
            (State::Lead, 0x21..=0x7e) => {
                *state = State::Trail(byte);
                Step::Held
            }
            (State::Trail(lead), _) => {
                *state = State::Lead;
                match index::jis0208(lead - 0x21, byte.wrapping_sub(0x21)) {
                    Some(character) => Step::Character(character),
                    None => Step::Malformed(2),
                }
            }
            _ => Step::Malformed(1),
        }
    }
}

/// The second of two bytes. One of ASCII that makes no character is no part of the sequence.
fn two_bytes(character: Option<char>, second: u8) -> Step {
    match character {
        Some(character) => Step::Character(character),
        None if second.is_ascii() => Step::MalformedBefore(1, 0),
        None => Step::Malformed(2),
    }
}

fn half_width(byte: u8) -> char {
    bmp(0xff61 - 0xa1 + u16::from(byte))
}

fn bmp(unit: u16) -> char {
    char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)
}
