//! The tables: which character two bytes are.
//!
//! Those of single bytes are in `single-byte.bin`. Those of the East Asian encodings are read off the host when they are
//! first asked for, by having it decode every pair of bytes: browsers and servers have them all. What hosts do not agree
//! on is not asked. Node lacks the later rows of Big5, which are in `big5-rows.bin`, two signs of KS X 1001, and the syllables
//! of EUC-KR beyond it, which are all others in order. Code points for private use, and rows beyond the standard's, are
//! dropped.

use crate::host;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Characters by number, 0 where there is none.
type Table = LazyLock<Vec<u16>>;

/// For each encoding with single bytes the upper 128 characters: first all low bytes, then all high bytes.
static SINGLE_BYTE: &[u8] = include_bytes!("single-byte.bin");

/// Rows of Big5, all low bytes, all high bytes, then a bit each that says whether the character is in plane 2.
static BIG5_ROWS: &[u8] = include_bytes!("big5-rows.bin");

/// The numbers of the characters that are in [`BIG5_ROWS`]: by lead byte and trail byte from 0x8740 to 0xA0FE, from
/// 0xA3C0 to 0xA3FE, from 0xC6A1 to 0xC8FE and from 0xF9FE to 0xFEFE.
pub(crate) const BIG5_OWN: [RangeInclusive<usize>; 4] = [942..=5023, 5432..=5494, 10896..=11303, 18996..=19781];

/// A range of bytes that are one of two, as bytes from, to.
type Bytes = &'static [(u8, u8)];

const GBK_TRAILS: Bytes = &[(0x40, 0x7e), (0x80, 0xfe)];
const BIG5_TRAILS: Bytes = &[(0x40, 0x7e), (0xa1, 0xfe)];
const SHIFT_JIS_TRAILS: Bytes = &[(0x40, 0x7e), (0x80, 0xfc)];
/// Those of a square of 94 by 94.
const SQUARE: Bytes = &[(0xa1, 0xfe)];

/// The upper half of an encoding with single bytes.
pub(crate) fn single_byte(table: usize, byte: u8) -> Option<char> {
    let at = table * 128 + usize::from(byte - 0x80);
    let high = SINGLE_BYTE[SINGLE_BYTE.len() / 2 + at];
    known(u16::from_le_bytes([SINGLE_BYTE[at], high]))
}

/// Two bytes of GBK and GB18030.
pub(crate) fn gbk(lead: u8, trail: u8) -> Option<char> {
    static TABLE: Table = LazyLock::new(|| read("gb18030", &[], (0x81, 0xfe), GBK_TRAILS));
    let place = usize::from(lead - 0x81) * 190 + place(trail, GBK_TRAILS)?;
    known(TABLE[place])
}

/// Four bytes of GB18030, by their number.
pub(crate) fn gb18030_ranges(pointer: usize) -> Option<char> {
    /// Where the characters of the Basic Multilingual Plane end.
    const BASIC: usize = 39_420;
    static TABLE: Table = LazyLock::new(|| {
        let bytes = |pointer: usize| {
            let digit = |pointer: usize| b'0' + (pointer % 10) as u8;
            let [first, third] = [pointer / 12_600, pointer / 10 % 126].map(|number| 0x81 + number as u8);
            [first, digit(pointer / 1260), third, digit(pointer), b'\n']
        };
        characters(&host::decode("gb18030", &(0..BASIC).flat_map(bytes).collect::<Vec<u8>>()), BASIC)
    });
    match pointer {
        ..BASIC => known(TABLE[pointer]),
        189_000.. => char::from_u32(u32::try_from(pointer - 189_000).ok()? + 0x1_0000),
        _ => None,
    }
}

/// Two bytes of Big5 that are one character.
pub(crate) fn big5(lead: u8, trail: u8) -> Option<char> {
    static TABLE: Table = LazyLock::new(|| without_private_use(read("big5", &[], (0x81, 0xfe), BIG5_TRAILS)));
    let pointer = usize::from(lead - 0x81) * 157 + place(trail, BIG5_TRAILS)?;
    let mut own = 0;
    for range in BIG5_OWN {
        if range.contains(&pointer) {
            return big5_row(own + pointer - range.start());
        }
        own += range.end() + 1 - range.start();
    }
    // The rows before have no characters.
    if pointer < *BIG5_OWN[0].start() { None } else { known(TABLE[pointer]) }
}

fn big5_row(at: usize) -> Option<char> {
    let all = BIG5_OWN.iter().map(|range| range.end() + 1 - range.start()).sum::<usize>();
    let unit = u16::from_le_bytes([BIG5_ROWS[at], BIG5_ROWS[all + at]]);
    let is_plane_2 = BIG5_ROWS[2 * all + at / 8] >> (at % 8) & 1 == 1;
    if is_plane_2 { char::from_u32(0x2_0000 + u32::from(unit)) } else { known(unit) }
}

/// Two bytes of EUC-KR.
pub(crate) fn euc_kr(lead: u8, trail: u8) -> Option<char> {
    const LEFT: Bytes = &[(0x41, 0x5a), (0x61, 0x7a), (0x81, 0xfe)];
    /// What is left of it beside the square.
    const BESIDE: usize = 84;
    /// Two characters that came to KS X 1001 later, and that Node lacks.
    const LATER: [(usize, char); 2] = [(163, '€'), (164, '®')];
    static TABLE: Table = LazyLock::new(|| {
        let mut table = without_private_use(read("euc-kr", &[], (0xa1, 0xfe), SQUARE));
        for (place, character) in LATER {
            table[place] = u16::try_from(character).expect("it is in the first plane");
        }
        table
    });
    static OTHERS: Table = LazyLock::new(|| {
        let mut syllables = TABLE.clone();
        syllables.sort_unstable();
        (0xac00..=0xd7a3).filter(|syllable| syllables.binary_search(syllable).is_err()).collect()
    });
    if lead >= 0xa1 && trail >= 0xa1 {
        return known(TABLE[usize::from(lead - 0xa1) * 94 + place(trail, SQUARE)?]);
    }
    let column = place(trail, LEFT)?;
    let row = usize::from(lead - 0x81);
    let other = if row < 32 { row * 178 + column } else { 32 * 178 + (row - 32) * BESIDE + column };
    OTHERS.get(other).copied().and_then(known)
}

static JIS0208: Table = LazyLock::new(|| without_private_use(read("euc-jp", &[], (0xa1, 0xfe), SQUARE)));

/// A row and a column of JIS X 0208, counted from 0.
pub(crate) fn jis0208(row: u8, column: u8) -> Option<char> {
    if column < 94 { JIS0208.get(usize::from(row) * 94 + usize::from(column)).copied().and_then(known) } else { None }
}

/// The second and third byte of JIS X 0212 in EUC-JP.
pub(crate) fn jis0212(lead: u8, trail: u8) -> Option<char> {
    /// The last row of the standard; some hosts have others below it.
    const LAST: u8 = 0xed;
    static TABLE: Table = LazyLock::new(|| read("euc-jp", &[0x8f], (0xa1, LAST), SQUARE));
    if lead > LAST {
        return None;
    }
    known(TABLE[usize::from(lead - 0xa1) * 94 + place(trail, SQUARE)?])
}

/// Two bytes of Shift_JIS.
pub(crate) fn shift_jis(lead: u8, trail: u8) -> Option<char> {
    /// The first row of IBM's kanji, beyond JIS X 0208.
    const IBM: u8 = 0xfa;
    /// The numbers that are for private use.
    const PRIVATE: RangeInclusive<usize> = 8836..=10_715;
    static TABLE: Table = LazyLock::new(|| read("shift_jis", &[], (IBM, 0xfc), SHIFT_JIS_TRAILS));
    let column = place(trail, SHIFT_JIS_TRAILS)?;
    if lead >= IBM {
        return known(TABLE[usize::from(lead - IBM) * 188 + column]);
    }
    let pointer = usize::from(lead - if lead < 0xa0 { 0x81 } else { 0xc1 }) * 188 + column;
    if PRIVATE.contains(&pointer) {
        return char::from_u32(0xe000 + (pointer - PRIVATE.start()) as u32);
    }
    JIS0208.get(pointer).copied().and_then(known)
}

fn known(unit: u16) -> Option<char> {
    if unit == 0 { None } else { char::from_u32(u32::from(unit)) }
}

/// Which of the bytes this one is.
fn place(byte: u8, ranges: Bytes) -> Option<usize> {
    let mut before = 0;
    for &(from, to) in ranges {
        if (from..=to).contains(&byte) {
            return Some(before + usize::from(byte - from));
        }
        before += usize::from(to - from) + 1;
    }
    None
}

/// A table read off the host: the character for each lead byte with each trail byte, all after `prefix`.
fn read(label: &str, prefix: &[u8], (first, last): (u8, u8), trails: Bytes) -> Vec<u16> {
    let mut bytes = Vec::new();
    let mut length = 0;
    for lead in first..=last {
        for trail in trails.iter().flat_map(|&(from, to)| from..=to) {
            bytes.extend_from_slice(prefix);
            bytes.extend([lead, trail, b'\n']);
            length += 1;
        }
    }
    characters(&host::decode(label, &bytes), length)
}

/// The characters of a text with one a line. A line with none or several, or with U+FFFD, has no character.
fn characters(text: &str, length: usize) -> Vec<u16> {
    let of_line = |line: &str| {
        let mut characters = line.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) if character != char::REPLACEMENT_CHARACTER => {
                u16::try_from(character).unwrap_or(0)
            }
            _ => 0,
        }
    };
    let mut table: Vec<u16> = text.split_terminator('\n').map(of_line).collect();
    table.resize(length, 0);
    table
}

fn without_private_use(mut table: Vec<u16>) -> Vec<u16> {
    for unit in &mut table {
        if (0xe000..=0xf8ff).contains(unit) {
            *unit = 0;
        }
    }
    table
}
